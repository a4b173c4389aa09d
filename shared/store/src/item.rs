//! Reading and writing attributes.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::types::AttributeValue;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Error, Result};

pub(crate) type Item = HashMap<String, AttributeValue>;

/// Partition key.
pub(crate) const PK: &str = "pk";
/// Sort key.
pub(crate) const SK: &str = "sk";
/// The moment at which the item expires, in seconds since the epoch.
pub(crate) const TTL: &str = "ttl";
/// The version, which goes up with every change, so that no change undoes another unseen.
pub(crate) const VERSION: &str = "version";
/// The one JSON value of an item.
pub(crate) const BODY: &str = "b";

pub(crate) fn s(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

pub(crate) fn n(number: impl ToString) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

pub(crate) fn set<T: ToString>(members: impl IntoIterator<Item = T>) -> AttributeValue {
    AttributeValue::Ss(members.into_iter().map(|m| m.to_string()).collect())
}

/// The key of an item.
pub(crate) fn key(pk: impl Into<String>, sk: impl Into<String>) -> Item {
    HashMap::from([(PK.to_owned(), s(pk)), (SK.to_owned(), s(sk))])
}

/// Returns a value as stored JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::damaged("(unwritten)", e))
}

/// Reads an item in the stream's form: DynamoDB's JSON. The function skips types that we do not
/// write.
pub(crate) fn from_json(image: &serde_json::Value) -> Item {
    let text = |v: &serde_json::Value| v.as_str().map(str::to_owned);
    image
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, typed)| {
            let (kind, value) = typed.as_object()?.iter().next()?;
            let value = match kind.as_str() {
                "S" => s(value.as_str()?),
                "N" => n(value.as_str()?),
                "BOOL" => AttributeValue::Bool(value.as_bool()?),
                "SS" => AttributeValue::Ss(value.as_array()?.iter().filter_map(text).collect()),
                _ => return None,
            };
            Some((name.clone(), value))
        })
        .collect()
}

/// The key of an item as error texts name it.
pub(crate) fn name(item: &Item) -> String {
    format!("{}/{}", text(item, PK).unwrap_or("?"), text(item, SK).unwrap_or("?"))
}

pub(crate) fn text<'a>(item: &'a Item, attribute: &str) -> Option<&'a str> {
    item.get(attribute)?.as_s().ok().map(String::as_str)
}

/// Whether an item has not expired, even if DynamoDB has not removed it yet.
pub(crate) fn is_alive(item: &Item, now: domain::Millis) -> bool {
    number(item, TTL).is_none_or(|ttl| ttl > now.0 / 1_000)
}

pub(crate) fn number(item: &Item, attribute: &str) -> Option<i64> {
    item.get(attribute)?.as_n().ok()?.parse().ok()
}

/// Returns a set. DynamoDB stores no empty set, so that a missing one is empty.
pub(crate) fn members(item: &Item, attribute: &str) -> BTreeSet<String> {
    item.get(attribute)
        .and_then(|v| v.as_ss().ok())
        .map(|all| all.iter().cloned().collect())
        .unwrap_or_default()
}

/// Reads the JSON value in `attribute`.
pub(crate) fn body<T: DeserializeOwned>(item: &Item, attribute: &str) -> Result<T> {
    let json = text(item, attribute)
        .ok_or_else(|| Error::damaged(name(item), format!("no attribute {attribute}")))?;
    serde_json::from_str(json).map_err(|e| Error::damaged(name(item), e))
}

/// Returns one of many items, without failing for a damaged one: it must not keep the others from
/// their readers, and the log tells the operators.
pub(crate) fn readable<T>(read: Result<T>) -> Option<T> {
    read.inspect_err(|error| {
        tracing::error!(metric = "unreadable_record", %error, "a record cannot be read");
    })
    .ok()
}
