//! The reader of Twilio's webhooks: messages, and the states of sent ones.

use domain::content::{Media, Medium};
use domain::intake::Beside;
use domain::{Address, Content, DeliveryStatus};

use super::consent::wish;
use super::errors;
use super::form::{Fields, Item, items};
use crate::trim::{MESSAGE, Trim};
use crate::whatsapp::fields::{KEY, key};
use crate::{Arrival, Consent, Inbound, Malformed, Receipt, Webhook};

/// The parameter of the status callback's URL that brings our mark back.
pub(super) const MARK: &str = "mark";
/// The most files of one message.
const FILES: usize = 10;
/// The longest number or sender.
const ADDRESS: usize = 150;
/// The limit of a reference to a file; a part of one is of no use.
const REFERENCE: usize = 4_000;

/// Everything that a webhook brought, in order.
pub(super) fn webhook(webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
    let malformed = |why: &str, field| Malformed { why: why.to_owned(), field };
    let items = items(webhook.body)
        .ok_or_else(|| malformed("the body is neither a form nor JSON", None))?;
    if let [Item { event: None, fields }] = &items[..]
        && sid(fields).is_none()
        && fields.get("From").is_none()
    {
        return Err(malformed("the form names no message", Some("MessageSid")));
    }
    let mark = (webhook.query)(MARK).filter(|mark| mark.len() <= KEY);
    Ok(items.iter().flat_map(|item| read(item, mark.as_deref())).collect())
}

fn sid(fields: &Fields) -> Option<&str> {
    ["MessageSid", "SmsSid", "SmsMessageSid"].into_iter().find_map(|name| fields.get(name))
}

fn read(item: &Item, mark: Option<&str>) -> Vec<Arrival> {
    let fields = &item.fields;
    let event = item.event.as_deref().unwrap_or_default();
    let status = fields.get("MessageStatus").or_else(|| fields.get("SmsStatus"));
    let of_event = event.strip_prefix("com.twilio.messaging.message.");
    match status.or(of_event).map(str::to_ascii_lowercase).as_deref() {
        None | Some("received" | "receiving") => messages(fields),
        Some(state) => receipt(fields, state, mark).into_iter().collect(),
    }
}

fn unusable(fields: &Fields, why: String) -> Arrival {
    let payload = Some(Trim::new().raw(&fields.raw(), Content::RAW_LIMIT));
    Arrival::Unusable { why, payload }
}

/// The address of a customer: a number, or the address of another channel with its prefix.
fn address(text: &str) -> Option<String> {
    let read = if text.contains(':') { Address::user(text) } else { Address::number(text) };
    read.map(|address| address.to_string()).filter(|address| address.len() <= ADDRESS)
}

/// The account's number as admins enter it: `+` and digits, or a short code. A longer text stays
/// one that no account has: the webhook named an account.
fn account(fields: &Fields, name: &str) -> String {
    domain::words::cut(fields.get(name).unwrap_or_default().trim(), ADDRESS)
}

/// A message with its files: each file is a message of its own, and the text stands beneath the
/// first.
fn messages(fields: &Fields) -> Vec<Arrival> {
    let Some(address) = fields.get("From").and_then(address) else {
        return vec![unusable(fields, "a message names no sender".to_owned())];
    };
    let Some(sid) = sid(fields).map(key) else {
        return vec![unusable(fields, "a message has no id".to_owned())];
    };
    let account = account(fields, "To");
    let name = fields.get("ProfileName").unwrap_or_default();
    let name = Trim::new().text(name, 400);
    let inbound = |number: usize, content, shortened| {
        Arrival::Message(Inbound {
            account: account.clone(),
            address: address.clone(),
            others: Vec::new(),
            name: name.clone(),
            key: if number == 0 { sid.clone() } else { format!("{sid}:{number}") },
            // Twilio's webhooks name no time.
            sent_at: None,
            content,
            reply_to: fields.get("OriginalRepliedMessageSid").map(key),
            beside: Beside::default(),
            quiet: false,
            shortened,
        })
    };
    let contents = contents(fields).into_iter().enumerate();
    let mut all: Vec<_> =
        contents.map(|(number, (content, cut))| inbound(number, content, cut)).collect();
    let body = fields.get("Body").unwrap_or_default();
    if let Some(wish) = wish(fields.get("OptOutType"), body) {
        let (addresses, key) = (vec![address.clone()], sid.clone());
        all.push(Arrival::Consent(Consent { account: account.clone(), addresses, key, wish }));
    }
    all
}

/// The contents of a message, at least one, each with whether it lost a part.
fn contents(fields: &Fields) -> Vec<(Content, bool)> {
    let body = fields.get("Body");
    let wanted: usize = fields.get("NumMedia").and_then(|n| n.trim().parse().ok()).unwrap_or(0);
    let named = |number: usize, name: &str| fields.get(&format!("{name}{number}"));
    let present = (0..FILES).filter(|number| named(*number, "MediaUrl").is_some()).count();
    let count = wanted.min(FILES).max(present);
    if count == 0 {
        return vec![text(fields, body)];
    }
    (0..count)
        .map(|number| {
            let mut trim = Trim::new();
            let url = named(number, "MediaUrl").filter(|url| url.len() <= REFERENCE);
            let Some(url) = url else {
                let what = "file without an address".to_owned();
                let raw = trim.raw(&fields.raw(), Content::RAW_LIMIT);
                return (Content::Unsupported { what, raw }, trim.shortened);
            };
            let mime = trim.text(named(number, "MediaContentType").unwrap_or_default(), 200);
            let reference = trim.text(url, REFERENCE);
            let caption = body.filter(|_| number == 0).map(|body| trim.text(body, MESSAGE));
            let medium = medium(&mime);
            let (name, size, width, height) = (None, None, None, None);
            let media = Media { medium, reference, mime, name, caption, size, width, height };
            (Content::Media(media), trim.shortened || wanted > FILES)
        })
        .collect()
}

fn text(fields: &Fields, body: Option<&str>) -> (Content, bool) {
    let mut trim = Trim::new();
    let content = match (fields.get("ButtonText"), body) {
        (Some(title), _) => {
            let id = trim.text(fields.get("ButtonPayload").unwrap_or_default(), 1_000);
            Content::Reply { id, title: trim.text(title, 1_000), description: None }
        }
        (None, Some(body)) => Content::text(trim.text(body, MESSAGE)),
        (None, None) => Content::Unsupported {
            what: "empty message".to_owned(),
            raw: trim.raw(&fields.raw(), Content::RAW_LIMIT),
        },
    };
    (content, trim.shortened)
}

/// The medium as which clients show a file of this declared type.
pub(crate) fn medium(mime: &str) -> Medium {
    match mime.split('/').next().unwrap_or_default().trim() {
        "image" => Medium::Image,
        "video" => Medium::Video,
        "audio" => Medium::Audio,
        _ => Medium::Document,
    }
}

fn receipt(fields: &Fields, state: &str, mark: Option<&str>) -> Option<Arrival> {
    let status = match state {
        // The engine knows of these by the answer to its own request.
        "accepted" | "queued" | "scheduled" | "sending" => return None,
        "sent" => DeliveryStatus::Sent,
        "delivered" => DeliveryStatus::Delivered,
        "read" => DeliveryStatus::Read,
        "failed" | "undelivered" | "canceled" => DeliveryStatus::Failed,
        other => {
            let other = domain::words::cut(other, 40);
            return Some(unusable(fields, format!("a receipt of unknown status {other:?}")));
        }
    };
    let Some(provider_id) = sid(fields).filter(|id| id.len() <= KEY) else {
        return Some(unusable(fields, "a receipt has no message id".to_owned()));
    };
    let code = fields.get("ErrorCode").and_then(|code| code.trim().parse().ok());
    let reason = || errors::told(code, fields.get("ErrorMessage"));
    Some(Arrival::Receipt(Receipt {
        // Our own callback names the account by its address, and a messaging service may have sent
        // from another number.
        account: if mark.is_some() { String::new() } else { account(fields, "From") },
        addresses: fields.get("To").and_then(address).into_iter().collect(),
        mark: mark.map(str::to_owned),
        provider_id: provider_id.to_owned(),
        status,
        reason: (status == DeliveryStatus::Failed).then(reason),
    }))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
