//! Two answers side by side.

use serde_json::Value;

use crate::remote::Answer;

/// The places at which two answers differ, each with both values; empty if they say the same.
///
/// The members of a set and the items of a batch have no order, an error is its name and its cancellation reasons, a number
/// is its value however it is written, and the words of a message are each implementation's own.
#[must_use]
pub fn differences(ours: &Answer, theirs: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    if ours.status != theirs.status {
        found.push(format!("status: {} here, {} there", ours.status, theirs.status));
    }
    let (a, b) = (unordered(plain(&ours.body)), unordered(plain(&theirs.body)));
    compare("", &a, &b, &mut found);
    found
}

fn compare(place: &str, ours: &Value, theirs: &Value, found: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            for (name, value) in a {
                let other = b.get(name).unwrap_or(&Value::Null);
                compare(&format!("{place}/{name}"), value, other, found);
            }
            for (name, value) in b.iter().filter(|(name, _)| !a.contains_key(*name)) {
                compare(&format!("{place}/{name}"), &Value::Null, value, found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{place}/{at}"), a, b, found);
            }
        }
        _ if ours == theirs => {}
        _ => found.push(format!("{place}: {} here, {} there", short(ours), short(theirs))),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(300).collect()
}

/// The same answer without what may differ: an error's name only, and sets in order.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, value)| {
                // A message is text; an attribute of that name is an object.
                !(name.eq_ignore_ascii_case("message") && (value.is_string() || value.is_null()))
            })
            .map(|(name, value)| {
                let value = match (name.as_str(), value) {
                    ("__type", Value::String(kind)) => {
                        Value::from(kind.rsplit('#').next().unwrap_or(kind))
                    }
                    ("SS" | "NS" | "BS", Value::Array(members)) => {
                        let mut members = members.clone();
                        members.sort_by_key(Value::to_string);
                        Value::Array(members)
                    }
                    ("N", Value::String(number)) => Value::from(value_of(number)),
                    (_, value) => plain(value),
                };
                (name.clone(), value)
            })
            .collect(),
        Value::Array(values) => values.iter().map(plain).collect(),
        other => other.clone(),
    }
}

/// The items of a batch have no order.
fn unordered(mut body: Value) -> Value {
    for items in body["Responses"].as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        if let Some(items) = items.as_array_mut() {
            items.sort_by_key(Value::to_string);
        }
    }
    body
}

/// One way to write each number: its digits without zeros at either end, and its power of ten.
fn value_of(number: &str) -> String {
    let lower = number.to_ascii_lowercase();
    let (mantissa, power) = lower.split_once('e').unwrap_or((&lower, "0"));
    let Ok(power) = power.parse::<i64>() else { return number.to_owned() };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.trim_start_matches('+')),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let significant = digits.trim_end_matches('0');
    let dropped = i64::try_from(digits.len() - significant.len()).unwrap_or(0);
    let power = power - i64::try_from(part.len()).unwrap_or(0) + dropped;
    match significant.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}e{power}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answers(ours: Value, theirs: Value) -> Vec<String> {
        differences(&Answer { status: 200, body: ours }, &Answer { status: 200, body: theirs })
    }

    #[test]
    fn sets_and_messages_may_be_in_other_words() {
        let ours = json!({"Item": {"s": {"SS": ["a", "b"]}}, "message": "x", "__type": "p#E"});
        let theirs = json!({"Item": {"s": {"SS": ["b", "a"]}}, "Message": "y", "__type": "q#E"});
        assert_eq!(answers(ours, theirs), Vec::<String>::new());
    }

    #[test]
    fn a_number_is_its_value() {
        for (one, other) in [("0.10", "0.1"), ("1E3", "1000"), ("-0", "0"), ("007", "7")] {
            assert_eq!(value_of(one), value_of(other), "{one}");
        }
        assert_ne!(value_of("1"), value_of("-1"));
        assert_ne!(value_of("10"), value_of("1"));
    }

    #[test]
    fn a_difference_is_named_with_its_place() {
        let ours = json!({"Items": [{"message": {"S": "x"}}]});
        let theirs = json!({"Items": [{"message": {"S": "y"}}], "Count": 1});
        let found = answers(ours, theirs);
        assert_eq!(
            found,
            [r#"/Items/0/message/S: "x" here, "y" there"#, "/Count: null here, 1 there"]
        );
    }
}
