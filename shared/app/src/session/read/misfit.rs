//! Misfits: refusals of a frame or body that does not fit the protocol, with the path of the field
//! and what it should hold, for authors of clients.
//!
//! The parser reports what it met, not where, because it looks at a union's tag first. This module
//! finds the place by parsing again without one part after the other.

use protocol::Refused;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The fields that name an object's kind.
const TAGS: [&str; 3] = ["type", "action", "kind"];
/// The most times that the search asks the parser again.
const ATTEMPTS: usize = 200;
/// The depth to which the search for a fault goes.
const DEPTH: usize = 6;

/// Returns the refusal of a value that is no `T`, because of `error`.
pub(super) fn refused<T: DeserializeOwned>(value: &Value, error: &serde_json::Error) -> Refused {
    let why = error.to_string();
    let mut left = ATTEMPTS;
    let mut path = Vec::new();
    if let Some(missing) = missing_field(&why) {
        // The object that lacks the field is the one in which adding it changes the parser's
        // message.
        path = lacking::<T>(value, missing, &why, &mut left).unwrap_or_default();
        path.push(missing.to_owned());
    } else {
        while path.len() < DEPTH && !says_which(&why, at(value, &path)) {
            let Some(step) = culprit::<T>(value, &path, &why, &mut left) else { break };
            path.push(step);
        }
    }
    // Refusals of the rules name a command's fields without the leading `command`, and so do these.
    if path.len() > 1 && path[0] == "command" {
        path.remove(0);
    }
    // A path names an element of a list by its number, as in `to[2]`.
    let path = path.iter().fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(at) => format!("{path}[{at}]"),
        Err(_) if path.is_empty() => step.clone(),
        Err(_) => format!("{path}.{step}"),
    });
    let path = domain::words::cut(&path, 100);
    let refused =
        Refused::new("frame_invalid", sentence(&path, &why), "Compare it with docs/protocol.");
    if path.is_empty() { refused } else { refused.at(path) }
}

/// Whether an object itself is at fault, because its only field should name its kind.
fn says_which(why: &str, place: Option<&Value>) -> bool {
    let fields = place.and_then(Value::as_object);
    why.contains("map with a single key")
        && fields.is_some_and(|fields| fields.values().all(|field| !field.is_object()))
}

/// A sentence that says what is wrong.
fn sentence(path: &str, why: &str) -> String {
    let place = if path.is_empty() { "This".to_owned() } else { format!("`{path}`") };
    if missing_field(why).is_some() {
        return format!("{place} is missing.");
    }
    let expected = why.split_once(", expected ").map(|(_, rest)| rest);
    let expected = expected.or_else(|| why.strip_prefix("expected "));
    let expected = expected.map(|e| domain::words::cut(e, 300).replace('`', "\""));
    match (expected, why.strip_prefix("unknown field ")) {
        (_, Some(unknown)) => {
            let name = unknown.split('`').nth(1).unwrap_or_default();
            format!("There is no field `{}` here.", domain::words::cut(name, 60))
        }
        (Some(expected), None) if why.starts_with("unknown variant") => {
            format!("{place} must be {expected}.")
        }
        (Some(expected), None) => {
            let expected = match expected.as_str() {
                "map with a single key" => "an object with one field that says of which kind it is",
                "u8" | "u32" | "u64" | "usize" => "a whole number, and not negative",
                "i64" | "i32" => "a whole number",
                "f64" => "a number",
                "a sequence" => "a list",
                "a map" => "an object",
                "a boolean" => "true or false",
                "a string" => "a text",
                other if other.starts_with("struct ") || other.contains("tagged enum") => {
                    "an object"
                }
                other => return format!("{place} must be {other}."),
            };
            format!("{place} must be {expected}.")
        }
        (None, None) => {
            let why = domain::words::cut(why, 300);
            if path.is_empty() {
                format!("This does not fit the protocol: {why}.")
            } else {
                format!("{place} does not fit the protocol: {why}.")
            }
        }
    }
}

fn missing_field(why: &str) -> Option<&str> {
    why.strip_prefix("missing field `")?.split('`').next()
}

fn said<T: DeserializeOwned>(value: Value) -> Option<String> {
    serde_json::from_value::<T>(value).err().map(|e| e.to_string())
}

/// Returns the part of the value at `path` without which the parser reports something else.
fn culprit<T: DeserializeOwned>(
    value: &Value,
    path: &[String],
    why: &str,
    left: &mut usize,
) -> Option<String> {
    let steps: Vec<String> = match at(value, path)? {
        // Without its tag a union always reports something else: the search tries tags last.
        Value::Object(fields) => {
            let (tags, others): (Vec<_>, Vec<_>) =
                fields.keys().cloned().partition(|name| TAGS.contains(&name.as_str()));
            [others, tags].concat()
        }
        Value::Array(items) => (0..items.len()).map(|n| n.to_string()).collect(),
        _ => return None,
    };
    steps.into_iter().find(|step| {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        let mut without = value.clone();
        match at_mut(&mut without, path) {
            Some(Value::Object(fields)) => {
                fields.remove(step);
            }
            Some(Value::Array(items)) => {
                if let Some(at) = step.parse().ok().filter(|at| *at < items.len()) {
                    items.remove(at);
                }
            }
            _ => return false,
        }
        said::<T>(without).as_deref() != Some(why)
    })
}

/// Returns the path of the object that lacks a field. The search goes from the innermost object
/// out.
fn lacking<T: DeserializeOwned>(
    value: &Value,
    field: &str,
    why: &str,
    left: &mut usize,
) -> Option<Vec<String>> {
    let mut paths = Vec::new();
    objects(value, &mut Vec::new(), &mut paths);
    paths.into_iter().rev().find(|path| {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        let mut with = value.clone();
        match at_mut(&mut with, path) {
            Some(Value::Object(fields)) if !fields.contains_key(field) => {
                fields.insert(field.to_owned(), Value::Null);
            }
            _ => return false,
        }
        said::<T>(with).as_deref() != Some(why)
    })
}

/// The paths of all objects, each before the objects within it.
fn objects(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    if path.len() > DEPTH || found.len() > ATTEMPTS {
        return;
    }
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => {
            found.push(path.clone());
            fields.iter().map(|(name, value)| (name.clone(), value)).collect()
        }
        Value::Array(items) => (0..).map(|n: usize| n.to_string()).zip(items).collect(),
        _ => return,
    };
    for (step, value) in inner {
        path.push(step);
        objects(value, path, found);
        path.pop();
    }
}

fn at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    })
}

fn at_mut<'a>(value: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        value => value.get_mut(step),
    })
}

#[cfg(test)]
mod tests {
    use protocol::CommandFrame;
    use protocol::frame::Frame;
    use serde_json::json;

    use super::*;

    fn told<T: DeserializeOwned>(value: &Value) -> (String, Option<String>) {
        let Err(error) = serde_json::from_value::<T>(value.clone()) else {
            panic!("{value} fits");
        };
        let refused = refused::<T>(value, &error);
        (refused.message, refused.field)
    }

    fn command(command: &Value) -> Value {
        json!({"id": "command-1", "conversation": "4t9m0c2xkq7w1h5z-1", "command": command})
    }

    #[test]
    fn a_refusal_names_the_path_and_says_what_belongs_there() {
        for (given, field, message) in [
            (json!({"type": "send"}), "content", "`content` is missing."),
            (
                json!({"type": "send", "content": {"kind": "text"}}),
                "content.text",
                "`content.text` is missing.",
            ),
            (
                json!({"type": "send", "content": {"kind": "text", "text": 5}}),
                "content.text",
                "`content.text` must be a text.",
            ),
            (
                json!({"type": "transfer", "to": {"agent": "martha", "team": "support"}}),
                "to",
                "`to` must be an object with one field that says of which kind it is.",
            ),
            (json!({"type": "tag", "add": "VIP"}), "add", "`add` must be a list."),
            (json!({"type": "tag", "add": ["VIP", 5]}), "add[1]", "`add[1]` must be a text."),
            (
                json!({"type": "retry", "message": "12"}),
                "message",
                "`message` must be a whole number, and not negative.",
            ),
        ] {
            let (told, named) = told::<CommandFrame>(&command(&given));
            assert_eq!((named.as_deref(), told.as_str()), (Some(field), message), "{given}");
        }
    }

    #[test]
    fn an_unknown_word_is_told_with_those_that_there_are() {
        let (told, field) = told::<CommandFrame>(&command(&json!({"type": "fly"})));
        assert_eq!(field.as_deref(), Some("type"));
        assert!(told.starts_with("`type` must be one of \"send\""), "{told}");
        let presence = json!({"action": "presence", "presence": "asleep"});
        assert_eq!(told_of_frame(&presence).1.as_deref(), Some("presence"));
    }

    fn told_of_frame(value: &Value) -> (String, Option<String>) {
        told::<Frame>(value)
    }

    #[test]
    fn a_frame_is_searched_as_a_body_is() {
        let mut frame = command(&json!({"type": "accept_offer", "offer": 7}));
        frame["action"] = json!("assignment");
        assert_eq!(told_of_frame(&frame).1.as_deref(), Some("offer"));
        let missing = json!({"action": "catch_up", "thread": "4t9m0c2xkq7w1h5z"});
        assert_eq!(
            told_of_frame(&missing),
            ("`after` is missing.".to_owned(), Some("after".to_owned()))
        );
    }
}
