//! The reader of a WhatsApp webhook.
//!
//! It reads leniently: fields come and go with Meta's versions, and a number may stand where a text
//! should. The reader keeps an unknown kind as unsupported, sets aside an item that belongs to
//! nobody, and goes on with the rest.

use crate::whatsapp::fields::{KEY, key, list, moment, word};

use crate::trim::Trim;
use crate::{Arrival, Consent, Inbound, Malformed, Receipt, Wish, json};
use domain::{Content, DeliveryStatus};
use serde_json::Value;

use super::{beside, calls, content, echo, news, sender};

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
        let value = &change["value"];
        match change["field"].as_str() {
            Some("messages") => messages(value, &mut arrivals),
            Some("user_id_update") => arrivals.extend(sender::updates(&account(value), value)),
            Some("smb_message_echoes" | "message_echoes") => {
                let echoes = list(&value["message_echoes"]).iter();
                arrivals.extend(echoes.map(|item| echo::read(&account(value), item)));
            }
            Some("calls") => {
                let (account, contacts) = (account(value), list(&value["contacts"]));
                let calls = list(&value["calls"]).iter();
                arrivals.extend(calls.filter_map(|item| calls::over(&account, contacts, item)));
            }
            Some("user_preferences") => {
                let wishes = list(&value["user_preferences"]).iter();
                arrivals.extend(wishes.filter_map(|item| preference(&account(value), item)));
            }
            // Other fields come by the same address and are not for the engine.
            Some(field) => arrivals.extend(news::read(field, value)),
            None => {}
        }
    }
    Ok(arrivals)
}

/// The provider's id of the business's account; empty if the webhook does not name it.
fn account(value: &Value) -> String {
    word(&value["metadata"]["phone_number_id"]).unwrap_or_default()
}

fn messages(value: &Value, arrivals: &mut Vec<Arrival>) {
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
    let shown = domain::words::cut(kind, 40);
    if kind == "system"
        && let Some(moved) = sender::moved(account, item)
    {
        return moved;
    }
    let (addresses, mut name) = sender::of_message(item, contacts);
    let mut beside = beside::read(item);
    let group = beside::group(item);
    let addresses = match group {
        // Everybody in a group shares one thread, and each message names its author.
        Some(group) => {
            beside.member = Some(name).filter(|n| !n.is_empty()).or(addresses.into_iter().next());
            name = "WhatsApp group".to_owned();
            vec![group]
        }
        None => addresses,
    };
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
        beside,
        quiet: content::is_quiet(kind, item),
        shortened,
    })
}

/// The customer's wish about advertisements.
fn preference(account: &str, item: &Value) -> Option<Arrival> {
    let addresses = sender::of_contact(item);
    let wish = match item["value"].as_str()? {
        "stop" => Wish::Stop,
        "resume" => Wish::Start,
        _ => return None,
    };
    let key = key(&item.to_string());
    (!addresses.is_empty())
        .then(|| Arrival::Consent(Consent { account: account.to_owned(), addresses, key, wish }))
}

fn receipt(account: &str, item: &Value) -> Option<Arrival> {
    let unusable = |why: String| Some(Arrival::Unusable { why, payload: None });
    let status = match item["status"].as_str() {
        Some("sent") => DeliveryStatus::Sent,
        Some("delivered") => DeliveryStatus::Delivered,
        // A customer who played a voice note has opened it.
        Some("read" | "played") => DeliveryStatus::Read,
        Some("failed") => DeliveryStatus::Failed,
        other => {
            let other = domain::words::cut(other.unwrap_or("none"), 40);
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

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod kinds_tests;
