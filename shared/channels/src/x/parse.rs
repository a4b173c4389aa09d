//! The reader of X's webhooks: those of the Account Activity API, and those of the X Activity API,
//! which wraps the same events.
//!
//! Typing notices are of no use once they are stored, so that the reader leaves them out. Encrypted
//! messages (X Chat) arrive as such: only the customer's own apps can read them.

use domain::intake::{Beside, Referral};
use domain::{Address, Content, DeliveryStatus, Millis};
use serde_json::Value;

use super::content;
use crate::trim::Trim;
use crate::whatsapp::fields::{KEY, key, list, moment, word};
use crate::{Arrival, Echo, Inbound, Malformed, Watermark, json};

/// The longest id of a user.
const ID: usize = 150;
/// The moment from which X's ids count, in milliseconds.
const EPOCH: u64 = 1_288_834_974_657;

/// Everything that a webhook brought, in order.
pub(super) fn webhook(body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
    let malformed = |why: String, field| Malformed { why, field };
    let root =
        json::read(body).map_err(|e| malformed(format!("the body is not JSON: {e}"), None))?;
    let mut all = Vec::new();
    if root["data"].is_object() {
        activity(&root["data"], &mut all);
    } else if root["data"].is_array() {
        list(&root["data"]).iter().for_each(|one| activity(one, &mut all));
    } else if root["user_event"].is_object() {
        let payload = Some(Trim::new().raw(&root, Content::RAW_LIMIT));
        let why = "the account took the app's access away".to_owned();
        all.push(Arrival::Unusable { why, payload });
    } else if let Some(account) = id(&root["for_user_id"]) {
        events(&account, &root, &mut all);
    } else {
        let why = "the webhook names no account".to_owned();
        return Err(malformed(why, Some("for_user_id")));
    }
    Ok(all)
}

fn id(value: &Value) -> Option<String> {
    word(value).filter(|id| id.len() <= ID)
}

/// One event of the X Activity API.
fn activity(data: &Value, all: &mut Vec<Arrival>) {
    let account = id(&data["filter"]["user_id"]).unwrap_or_default();
    let payload = &data["payload"];
    match data["event_type"].as_str() {
        Some("dm.received" | "dm.sent" | "dm.read" | "dm.indicate_typing") => {
            let before = all.len();
            events(&account, payload, all);
            let typing = data["event_type"] == "dm.indicate_typing";
            if all.len() == before && !typing {
                all.push(unusable("an event brings nothing that is known", data));
            }
        }
        Some("chat.received" | "chat.sent") => all.push(encrypted(&account, payload)),
        // Posts, follows and likes are not for the engine.
        Some(_) => {}
        None => all.push(unusable("an event has no type", data)),
    }
}

fn events(account: &str, root: &Value, all: &mut Vec<Arrival>) {
    for event in list(&root["direct_message_events"]) {
        match event["type"].as_str() {
            Some("message_create") => message(account, event, &root["users"], all),
            _ => all.push(unusable("a direct message event is of an unknown type", event)),
        }
    }
    for event in list(&root["direct_message_mark_read_events"]) {
        all.push(read(account, event));
    }
}

fn unusable(why: &str, item: &Value) -> Arrival {
    let payload = Some(Trim::new().raw(item, Content::RAW_LIMIT));
    Arrival::Unusable { why: why.to_owned(), payload }
}

/// The name and the user name of a user.
fn names(users: &Value, id: &str) -> (String, Option<Address>) {
    let user = &users[id];
    let user = if user["data"].is_object() { &user["data"] } else { user };
    let handle = word(&user["screen_name"]).or_else(|| word(&user["username"]));
    let name = word(&user["name"]).or_else(|| handle.clone()).unwrap_or_default();
    let handle = handle.and_then(|name| Address::username(&name));
    (Trim::new().text(&name, 400), handle.filter(|handle| handle.to_string().len() <= 48))
}

fn message(account: &str, event: &Value, users: &Value, all: &mut Vec<Arrival>) {
    let created = &event["message_create"];
    let sender = id(&created["sender_id"]);
    let recipient = id(&created["target"]["recipient_id"]);
    let Some(event_id) = word(&event["id"]).map(|id| key(&id)) else {
        return all.push(unusable("a message has no id", event));
    };
    let at = moment(&event["created_timestamp"]);
    let (content, shortened) = content::read(&created["message_data"]);
    // The account's own messages come by the same webhook.
    if sender.is_some() && sender.as_deref() == Some(account) {
        let Some(customer) = recipient.and_then(|id| Address::user(&id)) else {
            return all.push(unusable("a sent message names no customer", event));
        };
        let by = id(&created["source_app_id"]);
        let addresses = vec![customer.to_string()];
        let account = account.to_owned();
        let reply_to = None;
        let echo = Echo { account, addresses, key: event_id, at, by, reply_to, content, shortened };
        return all.push(Arrival::Echo(echo));
    }
    let Some(sender) = sender else {
        return all.push(unusable("a message names no sender", event));
    };
    let Some(address) = Address::user(&sender) else {
        return all.push(unusable("a message names no sender", event));
    };
    let account =
        if account.is_empty() { recipient.unwrap_or_default() } else { account.to_owned() };
    let (name, handle) = names(users, &sender);
    let others: Vec<String> = handle.iter().map(ToString::to_string).collect();
    all.push(Arrival::Message(Inbound {
        account,
        address: address.to_string(),
        others,
        name,
        key: event_id,
        sent_at: at,
        content,
        reply_to: None,
        beside: Beside { referral: referral(&event["initiated_via"]), ..Beside::default() },
        quiet: false,
        shortened,
    }));
}

/// The post or welcome message that led the customer here.
fn referral(via: &Value) -> Option<Referral> {
    let post = word(&via["tweet_id"]).filter(|id| id.bytes().all(|b| b.is_ascii_digit()));
    let welcome = word(&via["welcome_message_id"]);
    let kind = if post.is_some() { "post" } else { "welcome message" };
    let url = post.as_ref().map(|id| format!("https://x.com/i/status/{id}"));
    let id = post.or(welcome).map(|id| domain::words::cut(&id, 200));
    id.is_some().then(|| Referral { kind: kind.to_owned(), id, url, ..Referral::default() })
}

/// A message that only the customer's own apps can read.
fn encrypted(account: &str, payload: &Value) -> Arrival {
    let sender = id(&payload["sender_id"]);
    let (Some(sender), Some(event)) = (sender, word(&payload["id"]).map(|id| key(&id))) else {
        return unusable("an encrypted message names no sender or has no id", payload);
    };
    let mut trim = Trim::new();
    let what = "encrypted message".to_owned();
    let content = Content::Unsupported { what, raw: trim.raw(payload, Content::RAW_LIMIT) };
    let (at, shortened) = (moment(&payload["created_at_msec"]), trim.shortened);
    let account = account.to_owned();
    if sender == account {
        let parts = word(&payload["conversation_id"]).unwrap_or_default();
        let other = parts.split([':', '-']).find(|part| !part.is_empty() && *part != account);
        let addresses = other.and_then(Address::user).iter().map(ToString::to_string).collect();
        return Arrival::Echo(Echo {
            account,
            addresses,
            key: event,
            at,
            by: None,
            reply_to: None,
            content,
            shortened,
        });
    }
    let Some(address) = Address::user(&sender) else {
        return unusable("an encrypted message names no sender", payload);
    };
    Arrival::Message(Inbound {
        account,
        address: address.to_string(),
        others: Vec::new(),
        name: String::new(),
        key: event,
        sent_at: at,
        content,
        reply_to: None,
        beside: Beside::default(),
        quiet: false,
        shortened,
    })
}

/// The customer has read everything up to a message. An event by which the account itself read says
/// nothing of the customer.
fn read(account: &str, event: &Value) -> Arrival {
    let reader = id(&event["sender_id"]).filter(|reader| reader != account);
    let last = word(&event["last_read_event_id"]).filter(|id| id.len() <= KEY);
    let until = last.and_then(|id| sent_at(&id)).or_else(|| moment(&event["created_timestamp"]));
    match (reader.and_then(|id| Address::user(&id)), until) {
        (Some(customer), Some(until)) => Arrival::Watermark(Watermark {
            account: account.to_owned(),
            addresses: vec![customer.to_string()],
            status: DeliveryStatus::Read,
            until,
        }),
        _ => Arrival::Unusable {
            why: "a read notice is not of a customer".to_owned(),
            payload: None,
        },
    }
}

/// The moment of a message, which X writes into the upper bits of its id.
fn sent_at(id: &str) -> Option<Millis> {
    let id: u64 = id.parse().ok().filter(|id| *id >= 1 << 22)?;
    i64::try_from((id >> 22).checked_add(EPOCH)?).ok().map(Millis)
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
