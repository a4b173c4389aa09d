//! The content of a WhatsApp message.

use crate::trim::{MESSAGE, Trim};
use domain::Content;
use domain::content::{Card, Media, Medium};
use serde_json::Value;

use super::fields::{list, word};

/// The limit of ids and types: nobody reads them, and shortened ones are of no use.
const ID: usize = 1_000;
const LINE: usize = 1_000;

/// The content of a message, and whether it lost a part.
pub(super) fn read(kind: &str, item: &Value) -> (Content, bool) {
    let mut trim = Trim::new();
    let content = known(kind, &item[kind], item, &mut trim);
    let content = content.unwrap_or_else(|| {
        trim = Trim::new();
        let sub = Some(&item[kind]["type"]).filter(|_| kind == "interactive");
        let what = trim.text(sub.and_then(Value::as_str).unwrap_or(kind), 40);
        Content::Unsupported { what, raw: trim.raw(item, Content::RAW_LIMIT) }
    });
    (content, trim.shortened)
}

/// Whether a message is about another one and brings nothing new: it never opens a conversation,
/// and nobody owes it an answer.
pub(super) fn is_quiet(kind: &str, item: &Value) -> bool {
    match kind {
        "edit" | "revoke" => true,
        "reaction" => word(&item["reaction"]["emoji"]).is_none(),
        "interactive" => item["interactive"]["type"] == "call_permission_reply",
        _ => false,
    }
}

/// The content, if the kind and its form are known.
fn known(kind: &str, body: &Value, item: &Value, trim: &mut Trim) -> Option<Content> {
    match kind {
        "text" => Some(Content::text(trim.text(body["body"].as_str()?, MESSAGE))),
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
                reference: trim.text(&word(&body["id"])?, ID),
                mime: trim.field(&body["mime_type"], 200).unwrap_or_default(),
                name: trim.field(&body["filename"], 400),
                caption: trim.field(&body["caption"], MESSAGE),
                size: None,
                width: None,
                height: None,
            }))
        }
        "location" => Some(Content::Location {
            latitude: number(&body["latitude"])?,
            longitude: number(&body["longitude"])?,
            name: trim.field(&body["name"], LINE),
            address: trim.field(&body["address"], LINE),
        }),
        "contacts" => {
            let contacts = trim.list(list(body), usize::MAX, |trim, value| Some(card(value, trim)));
            (!contacts.is_empty()).then_some(Content::Contacts { contacts })
        }
        "interactive" => {
            let sub = body["type"].as_str()?;
            let choice = match sub {
                "button_reply" | "list_reply" => &body[sub],
                _ => return None,
            };
            let id = trim.text(&word(&choice["id"])?, ID);
            Some(Content::Reply { id, title: trim.text(&word(&choice["title"])?, LINE) })
        }
        "button" => {
            let id = trim.text(&word(&body["payload"]).unwrap_or_default(), ID);
            Some(Content::Reply { id, title: trim.text(&word(&body["text"])?, LINE) })
        }
        "reaction" => Some(Content::Reaction {
            to: trim.text(&word(&item["reaction"]["message_id"])?, ID),
            emoji: trim.field(&body["emoji"], 64),
        }),
        _ => None,
    }
}

/// Degrees, as a number or as text.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|n: &f64| n.is_finite())
}

fn card(contact: &Value, trim: &mut Trim) -> Card {
    let name = &contact["name"];
    Card {
        name: trim
            .field(&name["formatted_name"], 200)
            .or_else(|| trim.field(&name["first_name"], 200))
            .unwrap_or_default(),
        phones: trim.list(list(&contact["phones"]), 20, |trim, v| trim.field(&v["phone"], 200)),
        emails: trim.list(list(&contact["emails"]), 20, |trim, v| trim.field(&v["email"], 200)),
    }
}
