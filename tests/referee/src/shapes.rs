//! Random requests of the shapes that the store sends: its expressions, word for word, with random
//! keys and values, some of which no table takes.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::random::Random;

/// An update of the store: what it sets, its condition, and what comes back.
struct Update(&'static str, &'static str, Returned);

/// The answer that the store asks an update for.
#[derive(Clone, Copy)]
enum Returned {
    /// Nothing.
    No,
    /// The new item.
    New,
    /// The old item.
    Old,
    /// The item that is there, if the condition fails.
    Kept,
    /// The new item, or the one that is there if the condition fails.
    NewOrKept,
}

const NEWER: &str = "attribute_not_exists(#seq) OR #seq < :seq";

/// The store's updates. `#x` is the attribute `x`, and `:x` a value of the kind in [`value`].
const UPDATES: &[Update] = &[
    Update("ADD #count :one SET #ttl = :ttl", "", Returned::New),
    Update("ADD #counted :marks", "NOT contains(#counted, :mark)", Returned::No),
    Update("SET #ttl = :ttl ADD #count :one, #resolved :one", "", Returned::No),
    Update("SET #at = :at", "attribute_not_exists(#at) OR #at < :at", Returned::Kept),
    Update("SET #r = :at, #h = :at", "attribute_not_exists(#r) OR #r < :at", Returned::NewOrKept),
    Update("ADD #sockets :set", "", Returned::No),
    Update("DELETE #sockets :set", "", Returned::No),
    Update(
        "DELETE #sockets :set SET #left = :at",
        "contains(#sockets, :mark)",
        Returned::NewOrKept,
    ),
    Update("SET #ended = :at, #left = :at REMOVE #sockets", "", Returned::Old),
    Update("SET #b = :b", "", Returned::No),
    Update(
        "SET #b = :b, #version = :version, #by = :by, #at = :at",
        "attribute_not_exists(pk)",
        Returned::No,
    ),
    Update(
        "SET #b = :b, #version = :version, #by = :by, #at = :at",
        "attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :read)",
        Returned::No,
    ),
    Update("SET #b = :b, #version = :version", "#version = :read", Returned::Kept),
    Update(
        "SET #name = if_not_exists(#name, :name), #since = if_not_exists(#since, :at) \
         ADD #identities :set, #threads :marks",
        "",
        Returned::No,
    ),
    Update("SET #email = if_not_exists(#email, :name)", "attribute_exists(pk)", Returned::No),
    Update(
        "SET #until = :until, #ttl = :ttl",
        "attribute_not_exists(#until) OR #until <= :at",
        Returned::New,
    ),
    Update("SET tries = :tries REMOVE #until", "#until = :until", Returned::No),
    Update(
        "SET #away = :why, #since = :at REMOVE #by",
        "attribute_not_exists(#away) OR #away <> :why",
        Returned::Kept,
    ),
    Update(
        "SET #since = :at, #by = :by REMOVE #away",
        "attribute_exists(#sockets) AND attribute_exists(#away)",
        Returned::Kept,
    ),
    Update("SET #b = :b, #seq = :seq, #line = :line, #by = :by", NEWER, Returned::No),
    Update(
        "SET #given = :at ADD #open :marks, #inbox :set",
        "(attribute_not_exists(#open) OR size(#open) < :capacity) AND attribute_exists(#sockets) \
         AND attribute_not_exists(#away)",
        Returned::Kept,
    ),
    Update("SET #freed = :at DELETE #open :marks, #inbox :set", "", Returned::Kept),
    Update(
        "SET #tried = list_append(if_not_exists(#tried, :none), :tried) \
         ADD #version :one, #undone :set",
        "",
        Returned::No,
    ),
    Update("ADD #version :one DELETE #undone :set", "", Returned::No),
    Update("REMOVE #r, #tried, #b", "", Returned::No),
    Update(
        "SET #signs = :name",
        "attribute_exists(pk) AND attribute_not_exists(#signs)",
        Returned::Kept,
    ),
    Update("REMOVE #signs", "attribute_exists(pk)", Returned::No),
];

/// The conditions under which the store puts and deletes.
const CONDITIONS: &[&str] = &[
    "",
    "attribute_not_exists(pk)",
    "attribute_not_exists(#kept)",
    "#version = :read",
    "attribute_exists(pk)",
    NEWER,
];

const RANGES: &[&str] = &[
    "pk = :pk",
    "pk = :pk AND begins_with(sk, :prefix)",
    "pk = :pk AND sk BETWEEN :from AND :to",
    "pk = :pk AND sk < :from",
    "pk = :pk AND sk > :from",
    "pk = :pk AND sk >= :from",
];

/// A request: its operation, and its body.
#[must_use]
pub fn request(random: &mut Random) -> (&'static str, Value) {
    match random.below(100) {
        0..30 => ("UpdateItem", update(random)),
        30..42 => ("PutItem", put(random, Returned::Old)),
        42..50 => ("DeleteItem", delete(random, Returned::Old)),
        50..58 => ("GetItem", get(random)),
        58..76 => ("Query", query(random)),
        76..80 => ("BatchGetItem", batch_get(random)),
        80..82 => ("BatchWriteItem", batch_write(random)),
        _ => ("TransactWriteItems", transaction(random)),
    }
}

fn update(random: &mut Random) -> Value {
    let Update(set, condition, returned) = random.one_of(UPDATES);
    let mut body = json!({"TableName": "switchboard", "Key": key(random), "UpdateExpression": set});
    let all = format!("{set} {condition}");
    if !condition.is_empty() {
        body["ConditionExpression"] = json!(condition);
    }
    fill(random, &all, &mut body);
    returns(&mut body, *returned);
    body
}

fn put(random: &mut Random, returned: Returned) -> Value {
    let mut body = json!({"TableName": "switchboard", "Item": item(random)});
    conditional(random, &mut body, returned);
    body
}

fn delete(random: &mut Random, returned: Returned) -> Value {
    let mut body = json!({"TableName": "switchboard", "Key": key(random)});
    conditional(random, &mut body, returned);
    body
}

fn conditional(random: &mut Random, body: &mut Value, returned: Returned) {
    let condition = *random.one_of(CONDITIONS);
    if !condition.is_empty() {
        body["ConditionExpression"] = json!(condition);
        fill(random, condition, body);
        if random.below(2) == 0 {
            returns(body, Returned::Kept);
        }
    }
    if random.below(2) == 0 {
        returns(body, returned);
    }
}

fn returns(body: &mut Value, returned: Returned) {
    match returned {
        Returned::No => {}
        Returned::New | Returned::NewOrKept => body["ReturnValues"] = json!("ALL_NEW"),
        Returned::Old => body["ReturnValues"] = json!("ALL_OLD"),
        Returned::Kept => {}
    }
    if matches!(returned, Returned::Kept | Returned::NewOrKept) {
        body["ReturnValuesOnConditionCheckFailure"] = json!("ALL_OLD");
    }
}

fn get(random: &mut Random) -> Value {
    json!({"TableName": "switchboard", "Key": key(random), "ConsistentRead": true})
}

fn query(random: &mut Random) -> Value {
    let range = *random.one_of(RANGES);
    let mut body = json!({"TableName": "switchboard", "KeyConditionExpression": range,
                          "ConsistentRead": true});
    let mut all = range.to_owned();
    if random.below(4) == 0 {
        body["FilterExpression"] = json!("contains(#b, :word)");
        all.push_str(" contains(#b, :word)");
    }
    fill(random, &all, &mut body);
    if random.below(2) == 0 {
        body["ScanIndexForward"] = json!(false);
    }
    if random.below(3) != 0 {
        // The store never asks for none; the service refuses that.
        body["Limit"] = json!(random.below(6));
    }
    if random.below(4) == 0 {
        let start = sort(random);
        body["ExclusiveStartKey"] =
            json!({"pk": body["ExpressionAttributeValues"][":pk"], "sk": {"S": start}});
    }
    body
}

fn batch_get(random: &mut Random) -> Value {
    let keys: Vec<Value> = distinct(random, 6);
    json!({"RequestItems": {"switchboard": {"Keys": keys, "ConsistentRead": true}}})
}

fn batch_write(random: &mut Random) -> Value {
    let requests: Vec<Value> = distinct(random, 6)
        .into_iter()
        .map(|key| match random.below(2) {
            0 => json!({"DeleteRequest": {"Key": key}}),
            _ => {
                let mut item = item(random);
                item["pk"] = key["pk"].clone();
                item["sk"] = key["sk"].clone();
                json!({"PutRequest": {"Item": item}})
            }
        })
        .collect();
    json!({"RequestItems": {"switchboard": requests}})
}

/// Keys that differ, as a batch wants them; seldom none at all, or one twice.
fn distinct(random: &mut Random, most: u64) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let twice = random.below(40) == 0;
    let mut keys: Vec<Value> = Vec::new();
    for _ in 0..random.below(most + 1) {
        let key = key(random);
        if seen.insert(key.to_string()) || twice {
            keys.push(key);
        }
    }
    keys
}

/// All actions are valid by themselves: ministack, unlike DynamoDB, does not look at the values of
/// a transaction (docs/decisions/0045).
fn transaction(random: &mut Random) -> Value {
    random.tame = true;
    let made = actions(random);
    random.tame = false;
    made
}

fn actions(random: &mut Random) -> Value {
    let mut seen = BTreeSet::new();
    let twice = random.below(30) == 0;
    let mut actions = Vec::new();
    for _ in 0..=random.below(5) {
        let (kind, mut body) = match random.below(10) {
            0..5 => ("Update", update(random)),
            5..8 => ("Put", put(random, Returned::No)),
            _ => ("Delete", delete(random, Returned::No)),
        };
        if let Some(fields) = body.as_object_mut() {
            fields.remove("ReturnValues");
        }
        let place = if kind == "Put" { &body["Item"] } else { &body["Key"] };
        if seen.insert(format!("{}/{}", place["pk"], place["sk"])) || twice {
            actions.push(json!({kind: body}));
        }
    }
    json!({"TransactItems": actions})
}

fn partition(random: &mut Random) -> String {
    if random.seldom(100) {
        let length = [0, 1, 2_048, 2_049];
        return "p".repeat(*random.one_of(&length));
    }
    format!("P#{}", random.below(6))
}

fn sort(random: &mut Random) -> String {
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

fn key(random: &mut Random) -> Value {
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

fn item(random: &mut Random) -> Value {
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
fn fill(random: &mut Random, expression: &str, body: &mut Value) {
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
fn value(random: &mut Random, name: &str) -> Value {
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
