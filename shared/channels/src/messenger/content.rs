//! The contents of a message of Messenger or Instagram: its text, and each of its attachments.

use domain::Content;
use domain::content::{Media, Medium};
use serde_json::Value;

use crate::trim::{MESSAGE, Trim};
use crate::whatsapp::fields::{list, word};

/// The limit of ids and titles.
const LINE: usize = 1_000;
/// The limit of a file's address; a part of one is of no use.
const REFERENCE: usize = 4_000;
/// How many attachments of one message the reader takes.
const ATTACHMENTS: usize = 30;

/// A content, and whether it lost a part.
pub(super) type Read = (Content, bool);

/// The contents of a message, in order, at least one. The text stands beneath the first file.
pub(super) fn of_message(message: &Value) -> Vec<Read> {
    let mut text = word(&message["text"]);
    if let Some(payload) = word(&message["quick_reply"]["payload"]) {
        return vec![reply(&payload, text.as_deref().unwrap_or(&payload))];
    }
    let mut all: Vec<Read> = Vec::new();
    for attachment in attachments(message) {
        let Some(read) = of_attachment(attachment, &mut text) else { continue };
        all.push(read);
    }
    if let Some(text) = text {
        let mut trim = Trim::new();
        let content = Content::text(trim.text(&text, MESSAGE));
        all.insert(0, (content, trim.shortened));
    }
    if all.is_empty() {
        // Meta says so of kinds that its own interface does not carry.
        let what = if message["is_unsupported"] == true { "unsupported" } else { "message" };
        all.push(unsupported(what, message));
    }
    all
}

/// The attachments, without the image that doubles a sticker: until August 2026 Meta sent both.
fn attachments(message: &Value) -> Vec<&Value> {
    let all = list(&message["attachments"]);
    let sticker = |one: &Value| word(&one["payload"]["sticker_id"]);
    let doubled = |one: &Value| {
        let same = |other: &Value| other["type"] == "sticker" && sticker(other) == sticker(one);
        one["type"] == "image" && sticker(one).is_some() && all.iter().any(same)
    };
    all.iter().filter(|one| !doubled(one)).take(ATTACHMENTS).collect()
}

/// The content of an attachment; `None` if the message's text says it already. `text`: a file takes
/// it as its caption.
fn of_attachment(attachment: &Value, text: &mut Option<String>) -> Option<Read> {
    let kind = attachment["type"].as_str().unwrap_or("attachment");
    let payload = &attachment["payload"];
    let url = word(&payload["url"]).filter(|url| url.len() <= REFERENCE);
    let medium = match kind {
        "image" if !payload["sticker_id"].is_null() => Some(Medium::Sticker),
        "image" => Some(Medium::Image),
        "sticker" => Some(Medium::Sticker),
        "video" => Some(Medium::Video),
        "audio" => Some(Medium::Audio),
        "file" => Some(Medium::Document),
        _ => None,
    };
    if let (Some(medium), Some(url)) = (medium, &url) {
        let mut trim = Trim::new();
        let reference = trim.text(url, REFERENCE);
        let caption = text.take().map(|text| trim.text(&text, MESSAGE));
        let name = trim.field(&payload["title"], 400);
        let (mime, size, width, height) = (String::new(), None, None, None);
        let media = Media { medium, reference, mime, name, caption, size, width, height };
        return Some((Content::Media(media), trim.shortened));
    }
    let title = word(&payload["title"]).or_else(|| word(&attachment["title"]));
    let url = url.or_else(|| word(&attachment["url"]));
    match (kind, url) {
        // A link, with its title: a shared post, reel or page.
        ("fallback" | "share" | "reel" | "ig_reel" | "post" | "ig_post", Some(url)) => {
            if text.as_ref().is_some_and(|text| text.contains(&url)) {
                return None;
            }
            let mut trim = Trim::new();
            let lines: Vec<String> = title.into_iter().chain([url]).collect();
            Some((Content::text(trim.text(&lines.join("\n"), MESSAGE)), trim.shortened))
        }
        ("location", _) => {
            let coordinates = &payload["coordinates"];
            let degrees = |name: &str| coordinates[name].as_f64().filter(|n| n.is_finite());
            let (Some(latitude), Some(longitude)) = (degrees("lat"), degrees("long")) else {
                return Some(unsupported(kind, attachment));
            };
            let name = Trim::new().field(&attachment["title"], LINE);
            Some((Content::Location { latitude, longitude, name, address: None, url: None }, false))
        }
        _ => Some(unsupported(kind, attachment)),
    }
}

/// A tap on something that the business had offered.
pub(super) fn reply(payload: &str, title: &str) -> Read {
    let mut trim = Trim::new();
    let id = trim.text(payload, LINE);
    let title = trim.text(title, LINE);
    (Content::Reply { id, title, description: None }, trim.shortened)
}

/// A kind that has no form of its own, with everything that came.
pub(super) fn unsupported(what: &str, value: &Value) -> Read {
    let mut trim = Trim::new();
    let what = trim.text(what, 40);
    let content = Content::Unsupported { what, raw: trim.raw(value, Content::RAW_LIMIT) };
    (content, trim.shortened)
}
