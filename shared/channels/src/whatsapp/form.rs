//! The answers of forms: WhatsApp sends them as one JSON text.

use domain::Content;
use domain::content::Answer;
use serde_json::Value;

use super::fields::word;
use crate::json;
use crate::trim::{MESSAGE, Trim};

/// The most answers of one form.
const ANSWERS: usize = 200;
/// The deepest group of answers that keeps fields of its own.
const DEPTH: usize = 4;
/// The field that names the run of the form, which says nothing to people.
const TOKEN: &str = "flow_token";

/// The answers of a form; `None` if the message carries none.
pub(super) fn read(reply: &Value, trim: &mut Trim) -> Option<Content> {
    let told = reply["response_json"].as_str();
    let read = match told {
        Some(text) => json::read(text.as_bytes()).ok()?,
        None => reply["response_json"].clone(),
    };
    let mut found = Vec::new();
    flatten("", &read, 0, &mut found);
    if found.is_empty() {
        return None;
    }
    let name = reply["name"].as_str().filter(|name| *name != "flow");
    let name = name.map(|name| trim.text(name, 200));
    let mut answers = Vec::new();
    for (field, value) in found {
        if answers.len() == ANSWERS {
            trim.shortened = true;
            break;
        }
        let field = trim.text(&field, 400);
        answers.push(Answer { field, value: trim.text(&value, MESSAGE / 4) });
    }
    Some(Content::Form { name, answers })
}

/// Collects each answer with the path of its field. Lists of plain values become one answer.
fn flatten(path: &str, value: &Value, depth: usize, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) if depth < DEPTH => {
            for (name, value) in fields {
                if depth == 0 && name == TOKEN {
                    continue;
                }
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(&path, value, depth + 1, found);
            }
        }
        Value::Array(values) if values.iter().all(|v| !v.is_object() && !v.is_array()) => {
            let told: Vec<String> = values.iter().filter_map(plain).collect();
            found.push((path.to_owned(), told.join(", ")));
        }
        Value::Array(values) if depth < DEPTH => {
            for (number, value) in (1..).zip(values) {
                flatten(&format!("{path}.{number}"), value, depth + 1, found);
            }
        }
        Value::Null => {}
        other => found.push((path.to_owned(), plain(other).unwrap_or_else(|| other.to_string()))),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Bool(yes) => Some(yes.to_string()),
        other => word(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answers(response: &Value) -> Vec<(String, String)> {
        match read(response, &mut Trim::new()) {
            Some(Content::Form { answers, .. }) => {
                answers.into_iter().map(|a| (a.field, a.value)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn each_field_of_a_form_is_an_answer_and_its_token_is_none() {
        let told = json!({"flow_token": "abc", "date": "2026-08-01", "guests": 4, "vip": true,
            "wishes": ["window", "quiet"], "who": {"name": "Joan", "mail": "j@example.com"},
            "lines": [{"sku": "K1"}, {"sku": "K2"}], "nothing": null});
        let reply = json!({"name": "flow", "body": "Sent", "response_json": told.to_string()});
        let mut found = answers(&reply);
        found.sort();
        let expected = pairs(&[
            ("date", "2026-08-01"),
            ("guests", "4"),
            ("lines.1.sku", "K1"),
            ("lines.2.sku", "K2"),
            ("vip", "true"),
            ("who.mail", "j@example.com"),
            ("who.name", "Joan"),
            ("wishes", "window, quiet"),
        ]);
        assert_eq!(found, expected);
    }

    #[test]
    fn answers_that_come_as_an_object_are_read_and_other_texts_are_no_form() {
        assert_eq!(answers(&json!({"response_json": {"a": "b"}})), pairs(&[("a", "b")]));
        for none in [json!({}), json!({"response_json": "no JSON"}), json!({"response_json": "{}"})]
        {
            assert_eq!(read(&none, &mut Trim::new()), None, "{none}");
        }
    }

    #[test]
    fn a_form_of_any_size_is_shortened_and_the_loss_is_told() {
        let many: serde_json::Map<String, Value> =
            (0..1_000).map(|n| (format!("field{n}"), json!("x".repeat(1_000)))).collect();
        let mut trim = Trim::new();
        let form = read(&json!({"response_json": Value::Object(many).to_string()}), &mut trim);
        let Some(Content::Form { answers, .. }) = form else { panic!("no form") };
        assert!(trim.shortened && answers.len() <= 200);
    }
}
