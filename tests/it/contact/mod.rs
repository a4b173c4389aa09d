//! Contacts: the customers, and the addresses at which agents answer them.

mod address;
mod identity;
mod numbers;
mod record;

use crate::world::World;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::ThreadId;
use serde_json::{Value, json};

/// A message as WhatsApp sends it since 2026: the sender by user id, by number, or by both.
pub(crate) fn message(user: Option<&str>, number: Option<&str>, id: &str, text: &str) -> Value {
    let mut message = json!({"id": id, "timestamp": "1767688201", "type": "text",
                             "text": {"body": text}});
    if let Some(user) = user {
        message["from_user_id"] = json!(user);
    }
    if let Some(number) = number {
        message["from"] = json!(number);
    }
    message
}

pub(crate) async fn texts(world: &World, thread: &ThreadId) -> Vec<String> {
    crate::intake::webhooks::texts_of(world, thread).await
}

/// Stores that an address leads to a thread, as older tables may hold it.
pub(crate) async fn note(world: &World, from: &ThreadId, to: &ThreadId) {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    world
        .app
        .table_client()
        .put_item()
        .table_name("switchboard")
        .item("pk", text(&format!("T#{from}")))
        .item("sk", text("ALIAS"))
        .item("to", text(to.as_str()))
        .send()
        .await
        .unwrap();
}

/// A notice of changed addresses. `old`: the sender that the notice itself names.
pub(crate) fn change(id: &str, seconds: i64, old: Value, system: Value) -> Value {
    let mut notice = json!({"id": id, "timestamp": seconds.to_string(), "type": "system",
                            "system": system});
    for (name, value) in old.as_object().unwrap() {
        notice[name] = value.clone();
    }
    notice
}

pub(crate) fn number_change(id: &str, seconds: i64, from: &str, to: &str) -> Value {
    let system = json!({"type": "user_changed_number", "wa_id": to, "body": "changed"});
    change(id, seconds, json!({"from": from}), system)
}

pub(crate) fn at(mut message: Value, seconds: i64) -> Value {
    message["timestamp"] = json!(seconds.to_string());
    message
}

/// Brings each of `all` in a webhook of its own.
pub(crate) async fn one_by_one(world: &World, all: &[Value]) {
    for message in all {
        let answer = world.webhook(&json!({"messages": [message]})).await;
        assert_eq!(answer["statusCode"], 200, "{message}");
    }
}

/// Every thread that has a log, with its texts.
pub(crate) async fn threads(world: &World, addresses: &[&str]) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for address in addresses {
        all.push(texts(world, &world.thread(address)).await);
    }
    all.retain(|texts| !texts.is_empty());
    all
}

pub(crate) const A: &str = "4917600000001";

pub(crate) const B: &str = "4917600000002";

pub(crate) const C: &str = "4917600000003";

/// A second of the morning on which the stories begin.
pub(crate) const T: i64 = 1_767_688_100;

/// The thread in which the customer goes on: the one that points to no other.
pub(crate) async fn head(world: &World, addresses: &[&str]) -> domain::Thread {
    for address in addresses {
        if let Some(stored) = world.app.thread(&world.thread(address)).await.unwrap()
            && stored.thread.known.elsewhere.is_none()
        {
            return stored.thread;
        }
    }
    panic!("nobody goes on at {addresses:?}");
}

pub(crate) fn user_change(id: &str, seconds: i64, from: &str, to: &str) -> Value {
    let system = json!({"type": "user_changed_user_id", "user_id": to, "body": "changed"});
    change(id, seconds, json!({"from_user_id": from}), system)
}
