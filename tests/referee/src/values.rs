//! Random keys, items and values, as the store has them under the same names.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::random::Random;

pub(crate) fn partition(random: &mut Random) -> String {
    if random.seldom(100) {
        let length = [0, 1, 2_048, 2_049];
        return "p".repeat(*random.one_of(&length));
    }
    format!("P#{}", random.below(6))
}

pub(crate) fn sort(random: &mut Random) -> String {
    if random.seldom(80) {
        return match random.below(5) {
            0 => String::new(),
            1 => "s".repeat(1_024),
            2 => "s".repeat(1_025),
            3 => "é".repeat(512),
            _ => "😀 ﬀ \u{7f}\u{800}".to_owned(),
        };
    }
    format!("{}#{:04}", random.one_of(&["E", "D", "é"]), random.below(8))
}

pub(crate) fn key(random: &mut Random) -> Value {
    if random.seldom(250) {
        let wrong = [json!({"pk": {"S": "P#1"}}), json!({"pk": {"N": "1"}, "sk": {"S": "E#0001"}})];
        return random.one_of(&wrong).clone();
    }
    json!({"pk": {"S": partition(random)}, "sk": {"S": sort(random)}})
}

const ATTRIBUTES: &[&str] = &[
    "b", "seq", "version", "at", "ttl", "sockets", "open", "until", "away", "counted", "name",
    "tried", "kept", "count",
];

pub(crate) fn item(random: &mut Random) -> Value {
    let mut item = key(random);
    for _ in 0..random.below(6) {
        let attribute = *random.one_of(ATTRIBUTES);
        item[attribute] = match attribute {
            "sockets" | "open" | "counted" => value(random, ":set"),
            // Counters are small: ministack adds with 28 digits, DynamoDB with 38.
            "version" | "count" => value(random, ":read"),
            "seq" | "at" | "ttl" | "until" => value(random, ":at"),
            "tried" => value(random, ":tried"),
            _ => value(random, ":b"),
        };
    }
    if random.seldom(300) {
        // Around the largest item, whose size counts names, too.
        let length = 409_600 - 40 + random.below(80);
        item["e"] = json!({"S": "x".repeat(usize::try_from(length).unwrap_or_default())});
    }
    item
}

/// Puts the names and values of an expression into its request.
pub(crate) fn fill(random: &mut Random, expression: &str, body: &mut Value) {
    let (mut names, mut values) = (Map::new(), Map::new());
    for word in expression.split(|c: char| !(c.is_ascii_alphanumeric() || "#:_".contains(c))) {
        if let Some(name) = word.strip_prefix('#') {
            names.insert(word.to_owned(), json!(name));
        } else if word.starts_with(':') && !values.contains_key(word) {
            values.insert(word.to_owned(), value(random, word));
        }
    }
    if !names.is_empty() {
        body["ExpressionAttributeNames"] = Value::Object(names);
    }
    if !values.is_empty() {
        body["ExpressionAttributeValues"] = Value::Object(values);
    }
}

/// A value of the kind that the store has under this name.
pub(crate) fn value(random: &mut Random, name: &str) -> Value {
    match name {
        ":pk" => json!({"S": partition(random)}),
        ":from" | ":to" => json!({"S": sort(random)}),
        ":prefix" => json!({"S": random.one_of(&["E", "D#", "é#000", "x"])}),
        ":one" => json!({"N": "1"}),
        ":capacity" => json!({"N": random.below(4).to_string()}),
        ":read" | ":version" => json!({"N": (1 + random.below(4)).to_string()}),
        ":none" => json!({"L": []}),
        ":tried" => json!({"L": [{"S": text(random)}]}),
        ":set" | ":marks" => {
            let members: BTreeSet<String> = (0..=random.below(3)).map(|_| member(random)).collect();
            if random.seldom(200) { json!({"SS": []}) } else { json!({"SS": members}) }
        }
        ":mark" => json!({"S": member(random)}),
        ":b" | ":name" | ":why" | ":by" | ":line" | ":word" => json!({"S": text(random)}),
        _ => json!({"N": number(random)}),
    }
}

fn member(random: &mut Random) -> String {
    format!("m{}", random.below(5))
}

fn text(random: &mut Random) -> String {
    match random.below(12) {
        0 => String::new(),
        1 => "Ünïcödé 😀 \u{0}\"\\".to_owned(),
        2 => json!({"text": "kettle", "n": random.below(9)}).to_string(),
        n => format!("word {n}"),
    }
}

/// A number: mostly small, seldom at the limits of 38 digits and 125 places.
fn number(random: &mut Random) -> String {
    if random.seldom(30) {
        let none = ["1E126".to_owned(), "1".repeat(39), "1e-131".to_owned(), "x".to_owned()];
        return random.one_of(&none).clone();
    }
    match random.below(60) {
        0 => "9".repeat(38),
        1 => format!("-{}", "9".repeat(38)),
        2 => "1E125".to_owned(),
        3 => "0.10".to_owned(),
        4 => "1e-130".to_owned(),
        5 => "-0".to_owned(),
        6 => "007".to_owned(),
        7 => "1E3".to_owned(),
        8 => "12345678901234567890.123456789012345678".to_owned(),
        n if n < 20 => format!("-{}", random.below(20)),
        _ => random.below(20).to_string(),
    }
}
