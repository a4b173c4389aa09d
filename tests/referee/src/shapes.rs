//! Random requests of the shapes that the store sends: its expressions, word for word, with random
//! keys and values, some of which no table takes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::random::Random;
use crate::values::{fill, item, key, sort};

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

/// The store's updates. `#x` is the attribute `x`, and `:x` a value of the kind in `values.rs`.
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
