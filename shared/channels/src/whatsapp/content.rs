//! The content of a WhatsApp message.

use crate::trim::{MESSAGE, Trim};
use domain::Content;
use domain::content::{Item, Media, Medium, Order};
use serde_json::Value;

use super::cards::card;
use super::fields::{list, word};
use super::form;

/// The limit of ids and types: nobody reads them, and shortened ones are of no use.
const ID: usize = 1_000;
const LINE: usize = 1_000;
/// The most items of one order.
const ITEMS: usize = 200;

/// The content of a message, and whether it lost a part.
pub(super) fn read(kind: &str, item: &Value) -> (Content, bool) {
    let mut trim = Trim::new();
    let content = known(kind, &item[kind], item, &mut trim);
    let content = content.unwrap_or_else(|| {
        trim = Trim::new();
        let sub = Some(&item[kind]["type"]).filter(|_| matches!(kind, "interactive" | "system"));
        let what = trim.text(sub.and_then(Value::as_str).unwrap_or(kind), 40);
        Content::Unsupported { what, raw: trim.raw(item, Content::RAW_LIMIT) }
    });
    (content, trim.shortened)
}

/// Whether a message is about another one and brings nothing new: it never opens a conversation,
/// and nobody owes it an answer.
pub(super) fn is_quiet(kind: &str, item: &Value) -> bool {
    match kind {
        "edit" | "revoke" | "system" => true,
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
                "audio" if body["voice"] == true => Medium::Voice,
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
            url: trim.field(&body["url"], LINE),
        }),
        "contacts" => {
            let contacts = trim.list(list(body), usize::MAX, |trim, value| Some(card(value, trim)));
            (!contacts.is_empty()).then_some(Content::Contacts { contacts })
        }
        "interactive" => {
            let sub = body["type"].as_str()?;
            let choice = match sub {
                "button_reply" | "list_reply" => &body[sub],
                "nfm_reply" => return form::read(&body[sub], trim),
                _ => return None,
            };
            let id = trim.text(&word(&choice["id"])?, ID);
            let title = trim.text(&word(&choice["title"])?, LINE);
            let description = trim.field(&choice["description"], LINE);
            Some(Content::Reply { id, title, description })
        }
        "button" => {
            let id = trim.text(&word(&body["payload"]).unwrap_or_default(), ID);
            let title = trim.text(&word(&body["text"])?, LINE);
            Some(Content::Reply { id, title, description: None })
        }
        "reaction" => Some(Content::Reaction {
            to: trim.text(&word(&item["reaction"]["message_id"])?, ID),
            emoji: trim.field(&body["emoji"], 64),
        }),
        "order" => order(body, trim),
        "edit" => {
            let to = trim.text(&word(&body["original_message_id"])?, ID);
            Some(Content::Edit { to, text: edited(&body["message"], trim)? })
        }
        "revoke" => {
            Some(Content::Removal { to: trim.text(&word(&body["original_message_id"])?, ID) })
        }
        _ => None,
    }
}

/// Degrees, as a number or as text.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()).filter(|n: &f64| n.is_finite())
}

fn order(body: &Value, trim: &mut Trim) -> Option<Content> {
    let note = trim.field(&body["text"], MESSAGE / 2);
    let items = trim.list(list(&body["product_items"]), ITEMS, |trim, item| {
        Some(Item {
            id: trim.text(&word(&item["product_retailer_id"])?, 200),
            name: trim.field(&item["name"], LINE),
            quantity: word(&item["quantity"]).and_then(|n| n.parse().ok()).unwrap_or(1),
            price: word(&item["item_price"]).map(|price| trim.text(&price, 40)),
            currency: trim.field(&item["currency"], 40),
        })
    });
    let catalog = word(&body["catalog_id"]).map(|id| trim.text(&id, ID));
    (!items.is_empty()).then_some(Content::Order(Order { catalog, note, items }))
}

/// The text of an edited message, or the caption of its file; a caption may be gone.
fn edited(message: &Value, trim: &mut Trim) -> Option<String> {
    let kind = message["type"].as_str()?;
    match kind {
        "text" => Some(trim.text(message["text"]["body"].as_str()?, MESSAGE)),
        "image" | "video" | "document" => {
            Some(trim.field(&message[kind]["caption"], MESSAGE).unwrap_or_default())
        }
        _ => None,
    }
}
