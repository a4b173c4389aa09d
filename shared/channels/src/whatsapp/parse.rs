//! What a WhatsApp webhook brings.
//!
//! Read leniently: fields come and go with Meta's versions. A kind that is not known is kept as
//! unsupported; an item that belongs to nobody is set aside, and the rest goes on.

use domain::content::{Card, Media, Medium, cut};
use domain::{Content, DeliveryStatus, Millis};
use serde_json::Value;

use crate::{Arrival, Inbound, Malformed, Receipt};

/// Text beyond this many bytes is not even carried to the rules, which keep less and say so.
/// WhatsApp's own limit is 4,096 characters.
const TEXT_BYTES: usize = 2 * domain::wire::KEPT;

/// Everything that a webhook brought, in order.
pub(super) fn webhook(body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
    let malformed = |why: String, field| Malformed { why, field };
    let root: Value = serde_json::from_slice(body)
        .map_err(|e| malformed(format!("the body is not JSON: {e}"), None))?;
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
        if change["field"].as_str() == Some("messages") {
            value(&change["value"], &mut arrivals);
        }
    }
    Ok(arrivals)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|t| !t.is_empty()).map(str::to_owned)
}

fn value(value: &Value, arrivals: &mut Vec<Arrival>) {
    let account = text(&value["metadata"]["phone_number_id"]).unwrap_or_default();
    let contacts = list(&value["contacts"]);
    for item in list(&value["messages"]) {
        arrivals.push(message(&account, contacts, item));
    }
    for item in list(&value["statuses"]) {
        arrivals.extend(receipt(&account, item));
    }
    for error in list(&value["errors"]) {
        let why = format!("the account reports: {}", error["title"].as_str().unwrap_or("error"));
        arrivals.push(Arrival::Unusable { why });
    }
}

fn message(account: &str, contacts: &[Value], item: &Value) -> Arrival {
    // Since 2026 either may be missing; the business-scoped user id outlives a phone number.
    let (user, phone) = (text(&item["from_user_id"]), text(&item["from"]));
    let kind = item["type"].as_str().unwrap_or("unknown");
    if kind == "system" {
        return moved(account, item, user.as_deref().or(phone.as_deref()));
    }
    let contact = contacts
        .iter()
        .find(|c| {
            (user.is_some() && text(&c["user_id"]) == user)
                || (phone.is_some() && text(&c["wa_id"]) == phone)
        })
        .or_else(|| contacts.first().filter(|_| contacts.len() == 1));
    let user = user.or_else(|| contact.and_then(|c| text(&c["user_id"])));
    let phone = phone.or_else(|| contact.and_then(|c| text(&c["wa_id"])));
    let (Some(address), other_address) = (match user {
        Some(user) => (Some(user), phone),
        None => (phone, None),
    }) else {
        return Arrival::Unusable { why: format!("a {kind} message names no sender") };
    };
    let Some(key) = text(&item["id"]) else {
        return Arrival::Unusable { why: format!("a {kind} message has no id") };
    };
    if account.is_empty() || address.len() > 150 || key.len() > 500 {
        return Arrival::Unusable {
            why: format!("a {kind} message has an account or id of no use"),
        };
    }
    let name = contact
        .and_then(|c| text(&c["profile"]["name"]).or_else(|| text(&c["profile"]["username"])))
        .unwrap_or_default();
    Arrival::Message(Inbound {
        account: account.to_owned(),
        address,
        other_address,
        name,
        key,
        sent_at: seconds(&item["timestamp"]),
        content: content(kind, item),
        reply_to: text(&item["context"]["id"]),
    })
}

/// A string of Unix seconds. What is missing or damaged counts as long ago, which only makes the
/// search for a duplicate more thorough.
fn seconds(value: &Value) -> Millis {
    let seconds = value.as_str().and_then(|s| s.parse::<i64>().ok()).or_else(|| value.as_i64());
    Millis::seconds(seconds.unwrap_or(0).clamp(0, 4_000_000_000))
}

/// A changed phone number or user id. What came before stays theirs.
fn moved(account: &str, item: &Value, sender: Option<&str>) -> Arrival {
    let system = &item["system"];
    let from = text(&system["previous_user_id"]).or_else(|| sender.map(str::to_owned));
    let to = text(&system["user_id"])
        .or_else(|| text(&system["wa_id"]))
        .or_else(|| text(&system["new_wa_id"]));
    match (from, to) {
        (Some(from), Some(to)) if from != to => {
            Arrival::Moved { account: account.to_owned(), from, to }
        }
        _ => Arrival::Unusable { why: "a system message names no change".to_owned() },
    }
}

fn content(kind: &str, item: &Value) -> Content {
    known(kind, &item[kind], item)
        .unwrap_or_else(|| Content::unsupported(cut(kind, 40), &item.to_string()))
}

/// The content, if the kind and its form are known.
fn known(kind: &str, body: &Value, item: &Value) -> Option<Content> {
    match kind {
        "text" => Some(Content::text(cut(body["body"].as_str()?, TEXT_BYTES))),
        "image" | "video" | "audio" | "document" | "sticker" => {
            let medium = match kind {
                "image" => Medium::Image,
                "video" => Medium::Video,
                "audio" => Medium::Audio,
                "sticker" => Medium::Sticker,
                _ => Medium::Document,
            };
            Some(Content::Media(Media {
                medium,
                reference: text(&body["id"])?,
                mime: text(&body["mime_type"]).unwrap_or_default(),
                name: text(&body["filename"]).map(|n| cut(&n, 400)),
                caption: text(&body["caption"]).map(|c| cut(&c, TEXT_BYTES)),
                size: None,
                width: None,
                height: None,
            }))
        }
        "location" => Some(Content::Location {
            latitude: body["latitude"].as_f64()?,
            longitude: body["longitude"].as_f64()?,
            name: text(&body["name"]).map(|n| cut(&n, 1_000)),
            address: text(&body["address"]).map(|a| cut(&a, 1_000)),
        }),
        "contacts" => {
            let contacts: Vec<Card> = list(body).iter().take(50).map(card).collect();
            (!contacts.is_empty()).then_some(Content::Contacts { contacts })
        }
        "interactive" => {
            let sub = body["type"].as_str()?;
            let choice = match sub {
                "button_reply" | "list_reply" => &body[sub],
                _ => return None,
            };
            Some(Content::Reply { id: text(&choice["id"])?, title: text(&choice["title"])? })
        }
        "button" => Some(Content::Reply {
            id: text(&body["payload"]).unwrap_or_default(),
            title: text(&body["text"])?,
        }),
        "reaction" => Some(Content::Reaction {
            to: text(&item["reaction"]["message_id"])?,
            emoji: text(&body["emoji"]).map(|e| cut(&e, 64)),
        }),
        _ => None,
    }
}

fn card(contact: &Value) -> Card {
    let each = |field: &str, inner: &str| {
        list(&contact[field])
            .iter()
            .take(20)
            .filter_map(|v| text(&v[inner]))
            .map(|t| cut(&t, 200))
            .collect()
    };
    Card {
        name: text(&contact["name"]["formatted_name"])
            .or_else(|| text(&contact["name"]["first_name"]))
            .map(|n| cut(&n, 200))
            .unwrap_or_default(),
        phones: each("phones", "phone"),
        emails: each("emails", "email"),
    }
}

fn receipt(account: &str, item: &Value) -> Option<Arrival> {
    let status = match item["status"].as_str() {
        Some("sent") => DeliveryStatus::Sent,
        Some("delivered") => DeliveryStatus::Delivered,
        // A voice note that was played has been opened.
        Some("read" | "played") => DeliveryStatus::Read,
        Some("failed") => DeliveryStatus::Failed,
        other => {
            let why = format!("a receipt of unknown status {other:?}");
            return Some(Arrival::Unusable { why });
        }
    };
    let Some(provider_id) = text(&item["id"]) else {
        return Some(Arrival::Unusable { why: "a receipt has no message id".to_owned() });
    };
    let error = &item["errors"][0];
    let reason = text(&error["error_data"]["details"])
        .or_else(|| text(&error["message"]))
        .or_else(|| text(&error["title"]))
        .map(|r| cut(&r, 500));
    Some(Arrival::Receipt(Receipt {
        account: account.to_owned(),
        address: text(&item["recipient_user_id"]).or_else(|| text(&item["recipient_id"])),
        mark: text(&item["biz_opaque_callback_data"]),
        provider_id,
        status,
        reason: if status == DeliveryStatus::Failed { reason } else { None },
    }))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
