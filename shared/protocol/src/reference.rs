//! The reference that people read: `docs/protocol/README.md`.
//!
//! People write its prose by hand, in that file. The text between `<!-- generated: … -->` and
//! `<!-- end -->` comes from the types, so that it cannot drift: tables of fields, variants, codes
//! and routes, and the examples. The AsyncAPI and OpenAPI documents, too, show the text between
//! `<!-- section: … -->` and `<!-- /section -->`.

use crate::sections::README;
use serde_json::{Value, json};

use crate::{CODES, example, openapi, schema};

/// The reference, with everything between the marks written anew.
#[must_use]
pub fn readme() -> String {
    let mut text = String::with_capacity(README.len());
    let mut inside = false;
    for line in README.lines() {
        if line == "<!-- end -->" {
            inside = false;
        }
        if !inside {
            text.push_str(line);
            text.push('\n');
        }
        if let Some(what) = order(line) {
            inside = true;
            text.push_str(&format!("\n{}\n\n", generated(what).trim_end()));
        }
    }
    text
}

fn order(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- generated: ")?.strip_suffix(" -->")
}

fn generated(what: &str) -> String {
    let words: Vec<&str> = what.split_whitespace().collect();
    let definitions = || schema::document()["$defs"].take();
    match words.as_slice() {
        ["codes"] => codes(),
        ["routes"] => routes(),
        ["transcript"] => transcript(),
        ["fields", name] => fields(&definitions()[*name], ""),
        ["values", name] => values(&definitions()[*name]),
        ["variants", name] => variants(name, &definitions()),
        ["example", schema, name] => match find(schema, name) {
            Some(e) => format!("```json\n{:#}\n```", e.value),
            None => unknown(what),
        },
        ["lines", schema, names @ ..] => {
            let line = |name: &&str| find(schema, name).map_or_else(|| unknown(name), |e| e.text);
            let lines = names.iter().map(line).collect::<Vec<_>>().join("\n");
            // Folded: readers look them up, and they make up half of the page.
            format!(
                "<details><summary>{} as JSON</summary>\n\n```json\n{lines}\n```\n\n</details>",
                folded(names)
            )
        }
        _ => unknown(what),
    }
}

/// The words on the fold: the names of the examples.
fn folded(names: &[&str]) -> String {
    names.iter().map(|name| format!("<code>{name}</code>")).collect::<Vec<_>>().join(", ")
}

/// A mark where nothing can be generated; a test looks for it.
fn unknown(what: &str) -> String {
    format!("UNKNOWN: {what}")
}

fn find(schema: &str, name: &str) -> Option<example::Example> {
    example::of(schema).into_iter().find(|e| e.name == name)
}

fn codes() -> String {
    let mut table =
        "| Code | HTTP | When | Remedy | Also names |\n|---|---|---|---|---|\n".to_owned();
    let examples = example::refused();
    for code in CODES {
        let shown = examples.iter().find(|(name, _)| *name == code.code).map(|(_, r)| r);
        let remedy = shown.map_or("", |r| r.remedy.as_str());
        let also: Vec<&str> = shown
            .into_iter()
            .flat_map(|r| [("agent", &r.agent), ("field", &r.field), ("status", &r.status)])
            .filter_map(|(name, value)| value.as_ref().map(|_| name))
            .collect();
        let also = also.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
        let row = [
            format!("`{}`", code.code),
            code.http.to_string(),
            cell(code.when),
            cell(remedy),
            also,
        ];
        table.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    table
}

fn routes() -> String {
    let mut table = "| Route | What | Answer |\n|---|---|---|\n".to_owned();
    for route in openapi::ROUTES {
        let (status, body) = route.answer;
        let route_key = format!("{} {}", route.method, route.path);
        let row = format!("| `{route_key}` | {} | {status} `{body}` |\n", cell(route.summary));
        table.push_str(&row);
    }
    table
}

/// The text of a table's cell, on one line.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// A table of an object's fields, without its `tag`.
fn fields(object: &Value, tag: &str) -> String {
    let mut table = "| Field | Type | Required | Meaning |\n|---|---|---|---|\n".to_owned();
    let required = object["required"].as_array().map_or(&[][..], Vec::as_slice);
    for (name, field) in object["properties"].as_object().into_iter().flatten() {
        if name == tag {
            continue;
        }
        let needed = if required.iter().any(|r| r == name) { "yes" } else { "no" };
        let meaning = cell(field["description"].as_str().unwrap_or_default());
        table.push_str(&format!("| `{name}` | {} | {needed} | {meaning} |\n", kind(field)));
    }
    table
}

/// A table of the words of an enumeration.
fn values(definition: &Value) -> String {
    let mut table = "| Value | Meaning |\n|---|---|\n".to_owned();
    for value in definition["oneOf"].as_array().into_iter().flatten() {
        let word = value["const"].as_str().unwrap_or_default();
        let meaning = cell(value["description"].as_str().unwrap_or_default());
        table.push_str(&format!("| `{word}` | {meaning} |\n"));
    }
    table
}

/// Every variant of a tagged union, with its fields.
fn variants(name: &str, definitions: &Value) -> String {
    let mut text = String::new();
    for variant in definitions[name]["oneOf"].as_array().into_iter().flatten() {
        let properties = &variant["properties"];
        let tag =
            ["type", "action", "kind"].into_iter().find(|t| properties[*t]["const"].is_string());
        let Some(tag) = tag else { continue };
        let word = properties[tag]["const"].as_str().unwrap_or_default();
        let meaning = cell(variant["description"].as_str().unwrap_or_default());
        text.push_str(&format!("**`\"{tag}\": \"{word}\"`** {meaning}\n\n"));
        let whole = match variant["$ref"].as_str().and_then(|r| r.rsplit('/').next()) {
            Some(inner) => &definitions[inner],
            None => variant,
        };
        let more = whole["properties"].as_object().is_some_and(|p| p.keys().any(|k| k != tag));
        text.push_str(&if more {
            fields(whole, tag) + "\n"
        } else {
            "No further fields.\n\n".to_owned()
        });
    }
    text
}

/// The type of a field with its bounds and its default, in words.
fn kind(field: &Value) -> String {
    let usual = match &field["default"] {
        Value::Null => String::new(),
        // An empty default needs no words.
        empty if [json!([]), json!({}), json!("")].contains(empty) => String::new(),
        usual => format!("; usually {usual}"),
    };
    format!("{}{}{usual}", type_of(field), bounds(field))
}

/// The bounds of a field's value within its type.
fn bounds(field: &Value) -> String {
    let number = |name: &str| field[name].as_i64().map(thousands);
    let between = |least: Option<String>, most: Option<String>, of: &str| match (least, most) {
        (Some(least), Some(most)) if least != "0" => format!(", {least} to {most}{of}"),
        (_, Some(most)) => format!(", at most {most}{of}"),
        _ => String::new(),
    };
    // Whole numbers without bounds of their own go as far as JavaScript reads them exactly.
    let most = field["maximum"].as_i64().filter(|most| *most < 9_007_199_254_740_991);
    [
        between(number("minimum"), most.map(thousands), ""),
        between(number("minLength"), number("maxLength"), " characters"),
        between(number("minItems"), number("maxItems"), ""),
    ]
    .concat()
}

/// `86400` as `86,400`.
fn thousands(number: i64) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|part| std::str::from_utf8(part).unwrap_or_default())
        .collect();
    parts.join(",")
}

/// The type of a field, in words.
fn type_of(field: &Value) -> String {
    if let Some(target) = field["$ref"].as_str() {
        return format!("`{}`", target.rsplit('/').next().unwrap_or_default());
    }
    if let Some(options) = field["anyOf"].as_array() {
        return options.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    if let Some(types) = field["type"].as_array() {
        return types.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or ");
    }
    match field["type"].as_str().unwrap_or("any") {
        "array" => format!("list of {}", kind(&field["items"])),
        "object" if field["additionalProperties"].is_object() => {
            format!("map from string to {}", kind(&field["additionalProperties"]))
        }
        other => other.to_owned(),
    }
}

/// The steps of the transcript: the words, and the example's type and name.
const TRANSCRIPT: &[(&str, &str, &str)] = &[
    ("Mark opens his socket and says hello", "Frame", "hello"),
    ("Mark is answered; nothing is on his desk", "Push", "welcome"),
    ("Amelia writes by WhatsApp: entry 1. Everybody of the team sees her wait", "Push", "queue"),
    ("Mark accepts", "Frame", "assignment.accept"),
    (
        "Mark gets the entry that this wrote. He holds nothing of the thread yet, and 2 does not follow 0 …",
        "Push",
        "entries.assigned",
    ),
    ("… the command is safe (before or after its entry) …", "Push", "ack"),
    ("… so he asks for the thread", "Frame", "catch_up"),
    ("Mark holds the thread, at position 2", "Push", "snapshot"),
    ("The team sees the place given up", "Push", "queue.empty"),
    ("Mark answers Amelia", "Frame", "messaging.send"),
    ("Mark gets his message back, recognised by `command`", "Push", "entries.agent_message"),
    ("It is safe", "Push", "ack.send"),
    ("WhatsApp took it", "Push", "entries.sent"),
    ("It reached her phone", "Push", "entries.delivered"),
    ("She opened it", "Push", "entries.read"),
    ("Mark asks Martha in private", "Frame", "discuss.discuss"),
    ("Mark sees the request", "Push", "entries.offer_made"),
    ("It is safe", "Push", "ack.discuss"),
    (
        "Martha gets the request; she too asks with `catch_up` after 0 for what came before",
        "Push",
        "entries.offer_made.martha",
    ),
    ("Martha accepts", "Frame", "assignment.accept_offer"),
    (
        "Martha and Mark see the discussion open under the offer's number",
        "Push",
        "entries.offer_accepted.martha",
    ),
    ("It is safe", "Push", "ack.accept_offer"),
    ("Martha speaks", "Frame", "discuss.say"),
    ("Mark reads it", "Push", "entries.discussion_message"),
    ("Mark ends the discussion", "Frame", "discuss.end_discussion"),
    ("Martha sees the end, and the thread leaves her desk", "Push", "entries.off_the_desk"),
    ("Mark's is safe", "Push", "ack.end_discussion"),
    ("Mark answers Amelia", "Frame", "messaging.send.answer"),
    ("Mark gets it back", "Push", "entries.answer"),
    ("WhatsApp took it", "Push", "entries.answer_sent"),
    ("Amelia writes again: it is Mark's turn", "Push", "entries.customer_message"),
    ("Mark resolves", "Frame", "assignment.resolve"),
    ("The conversation is over, and leaves his desk", "Push", "entries.resolved"),
    ("It is safe", "Push", "ack.resolve"),
];

fn transcript() -> String {
    let mut text = String::new();
    for (number, (words, schema, name)) in TRANSCRIPT.iter().enumerate() {
        let arrow = if *schema == "Frame" { "client → server" } else { "server → client" };
        let shown = find(schema, name).map_or_else(|| unknown(name), |e| e.text);
        text.push_str(&format!(
            "{}. {words} ({arrow})\n\n   <details><summary>JSON</summary>\n\n   ```json\n   {shown}\n   ```\n\n   </details>\n",
            number + 1
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::section;

    #[test]
    fn everything_that_is_to_be_generated_can_be() {
        let text = readme();
        let lost: Vec<&str> = text.lines().filter(|l| l.contains("UNKNOWN: ")).collect();
        assert_eq!(lost, Vec::<&str>::new());
        assert_eq!(text.matches("<!-- generated: ").count(), text.matches("<!-- end -->").count());
    }

    #[test]
    fn the_other_documents_find_their_sections() {
        for name in ["connection", "agents", "visitors", "http", "tokens"] {
            assert!(!section(name).is_empty(), "{name}");
            assert!(!section(name).contains("<!-- "), "{name} holds marks");
        }
    }

    #[test]
    fn the_reference_names_everything_there_is() {
        let text = readme();
        let routes = openapi::ROUTES.iter().map(|r| format!("`{} {}`", r.method, r.path));
        let codes = CODES.iter().map(|c| format!("`{}`", c.code));
        let definitions = schema::document()["$defs"].take();
        let types = definitions.as_object().unwrap().keys().map(|name| format!("`{name}`"));
        let events = example::of("Event").into_iter().map(|e| e.value["type"].to_string());
        let commands = example::frames().into_iter().filter_map(|(_, frame)| {
            let value = serde_json::to_value(frame).unwrap();
            Some(format!("`{}`", value["command"]["type"].as_str()?))
        });
        let all = routes.chain(codes).chain(types).chain(events).chain(commands);
        for wanted in all {
            assert!(text.contains(&wanted), "the reference does not name {wanted}");
        }
    }
}
