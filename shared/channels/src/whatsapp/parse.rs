//! What a WhatsApp webhook brings.
//!
//! Read leniently: fields come and go with Meta's versions, and what should be a text may be a
//! number. A kind that is not known is kept as unsupported; an item that belongs to nobody is set
//! aside, and the rest goes on.

use std::fmt::Write as _;

use crate::trim::Trim;
use crate::{Arrival, Inbound, Malformed, Receipt, json};
use domain::{Content, DeliveryStatus, Millis};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{content, sender};

/// A message's id that is longer than this is known by its digest.
const KEY: usize = 500;

/// Everything that a webhook brought, in order.
pub(super) fn webhook(body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
    let malformed = |why: String, field| Malformed { why, field };
    let root =
        json::read(body).map_err(|e| malformed(format!("the body is not JSON: {e}"), None))?;
    if root["object"].as_str() != Some("whatsapp_business_account") {
        return Err(malformed(
            "object is not \"whatsapp_business_account\"".to_owned(),
            Some("object"),
        ));
    }
    let Some(entries) = root["entry"].as_array() else {
        return Err(malformed("entry is not a list".to_owned(), Some("entry")));
    };
    let mut arrivals = Vec::new();
    for change in entries.iter().flat_map(|entry| list(&entry["changes"])) {
        // Other fields (template reviews, account news) come by the same address; not ours.
        match change["field"].as_str() {
            Some("messages") => value(&change["value"], &mut arrivals),
            Some("user_id_update") => {
                let value = &change["value"];
                arrivals.extend(sender::updates(&account(value), value));
            }
            _ => {}
        }
    }
    Ok(arrivals)
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// An id or name, also where it comes as a number.
pub(super) fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The provider's id of our account; empty where it is not named.
fn account(value: &Value) -> String {
    word(&value["metadata"]["phone_number_id"]).unwrap_or_default()
}

fn value(value: &Value, arrivals: &mut Vec<Arrival>) {
    let account = account(value);
    let contacts = list(&value["contacts"]);
    for item in list(&value["messages"]) {
        arrivals.push(message(&account, contacts, item));
    }
    for item in list(&value["statuses"]) {
        arrivals.extend(receipt(&account, item));
    }
    for error in list(&value["errors"]) {
        let why = format!("the account reports: {}", error["title"].as_str().unwrap_or("error"));
        arrivals.push(Arrival::Unusable { why, payload: None });
    }
}

fn message(account: &str, contacts: &[Value], item: &Value) -> Arrival {
    let unusable = |why: String| {
        let payload = Some(Trim::new().raw(item, Content::RAW_LIMIT));
        Arrival::Unusable { why, payload }
    };
    let kind = item["type"].as_str().unwrap_or("unknown");
    let shown = domain::content::cut(kind, 40);
    if kind == "system" {
        return sender::moved(account, item)
            .unwrap_or_else(|| unusable("a system message names no change".to_owned()));
    }
    let (addresses, name) = sender::of_message(item, contacts);
    let mut addresses = addresses.into_iter();
    let Some(address) = addresses.next() else {
        return unusable(format!("a {shown} message names no sender"));
    };
    let Some(id) = word(&item["id"]) else {
        return unusable(format!("a {shown} message has no id"));
    };
    let (content, shortened) = content::read(kind, item);
    Arrival::Message(Inbound {
        account: account.to_owned(),
        address,
        others: addresses.collect(),
        name,
        key: key(&id),
        sent_at: moment(&item["timestamp"]),
        content,
        reply_to: word(&item["context"]["id"]).filter(|id| id.len() <= KEY),
        quiet: content::is_quiet(kind, item),
        shortened,
    })
}

/// A message's id in a length that can be kept.
pub(super) fn key(id: &str) -> String {
    if id.len() <= KEY {
        return id.to_owned();
    }
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(id.as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Unix seconds, as text or as a number; also where they come in thousandths or finer. Nothing
/// where that is no time.
pub(super) fn moment(value: &Value) -> Option<Millis> {
    let text = word(value)?;
    let mut number = text.trim().parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0)?;
    // Seconds reach a hundred thousand million in the year 5138.
    while number >= 1e11 {
        number /= 1_000.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 10^14")]
    Some(Millis((number * 1_000.0).round() as i64))
}

fn receipt(account: &str, item: &Value) -> Option<Arrival> {
    let unusable = |why: String| Some(Arrival::Unusable { why, payload: None });
    let status = match item["status"].as_str() {
        Some("sent") => DeliveryStatus::Sent,
        Some("delivered") => DeliveryStatus::Delivered,
        // A voice note that was played has been opened.
        Some("read" | "played") => DeliveryStatus::Read,
        Some("failed") => DeliveryStatus::Failed,
        other => {
            let other = domain::content::cut(other.unwrap_or("none"), 40);
            return unusable(format!("a receipt of unknown status {other:?}"));
        }
    };
    let Some(provider_id) = word(&item["id"]).filter(|id| id.len() <= KEY) else {
        return unusable("a receipt has no message id".to_owned());
    };
    let error = &item["errors"][0];
    let text = |value: &Value| Trim::new().field(value, 500);
    let reason = text(&error["error_data"]["details"])
        .or_else(|| text(&error["message"]))
        .or_else(|| text(&error["title"]));
    Some(Arrival::Receipt(Receipt {
        account: account.to_owned(),
        addresses: sender::of_receipt(item),
        mark: word(&item["biz_opaque_callback_data"]).filter(|mark| mark.len() <= KEY),
        provider_id,
        status,
        reason: if status == DeliveryStatus::Failed { reason } else { None },
    }))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
