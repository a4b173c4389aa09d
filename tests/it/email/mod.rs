//! E-mail: mails come as Amazon brings them, and go out as Amazon takes them.

mod hostile;
mod inbound;
mod outbound;
mod thread;

use std::sync::atomic::{AtomicU32, Ordering};

use domain::content::Email;
use domain::{Content, Event, ThreadId};
use platform::sandbox::mailbox::sns::{self, Arrived};
use platform::sandbox::mailbox::{ADDRESS, ASSET};
use serde_json::{Value, json};

use crate::world::{SES, World, http_event};

/// A customer.
const ADA: &str = "ada@example.com";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A mail of a customer.
fn mail(from: &str, subject: &str, text: &str) -> String {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!(
        "From: Ada <{from}>\r\nTo: {ADDRESS}\r\nSubject: {subject}\r\n\
         Message-ID: <m{number}@example.com>\r\nDate: Tue, 06 Jan 2026 08:30:00 +0000\r\n\r\n{text}\r\n"
    )
}

/// A post of SNS to the webhook of an account.
fn post(asset: &str, body: &str) -> Value {
    let mut event = http_event("POST", "/webhooks/{channel}/{asset}", body);
    event["pathParameters"] = json!({"channel": "email", "asset": asset});
    event["headers"]["content-type"] = json!("text/plain; charset=UTF-8");
    event["headers"]["x-amz-sns-message-type"] = json!("Notification");
    event
}

/// The notification that a raw mail lies in the bucket, where this puts it.
fn notified(world: &World, raw: &[u8], recipients: &[&str]) -> Value {
    let id = format!("ses{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let key = format!("inbound/{id}");
    world.wires.keeps_mail(&key, raw);
    let recipients: Vec<String> = recipients.iter().map(|one| (*one).to_owned()).collect();
    let place = (platform::files::BUCKET, key.as_str());
    let at = world.now().0;
    let (id, source) = (id.as_str(), "");
    sns::received(&Arrived { id, source, recipients: &recipients, place, at })
}

/// A signed post for the webhook with a message of SES.
fn signed(world: &World, message: &Value) -> Value {
    let id = format!("n{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    post(ASSET, &sns::notification(SES, &id, world.now().0, message))
}

/// A raw mail arrives; answers the webhook's status.
async fn arrives(world: &World, raw: impl AsRef<[u8]>) -> i64 {
    arrives_at(world, raw, &[ADDRESS]).await
}

async fn arrives_at(world: &World, raw: impl AsRef<[u8]>, recipients: &[&str]) -> i64 {
    let event = signed(world, &notified(world, raw.as_ref(), recipients));
    world.call("ingest", event).await["statusCode"].as_i64().unwrap()
}

/// The thread of a customer's address.
fn thread(address: &str) -> ThreadId {
    store::key::thread(&ASSET.parse().unwrap(), address)
}

/// The mails of a customer in the log.
async fn mails(world: &World, address: &str) -> Vec<Email> {
    let log = world.log(&thread(address)).await;
    log.into_iter()
        .flat_map(|entry| entry.events)
        .filter_map(|event| match event {
            Event::CustomerMessage(message) => match message.content {
                Content::Email(email) => Some(email),
                other => panic!("a mail became {}", other.kind()),
            },
            _ => None,
        })
        .collect()
}

/// The reasons for which mails were set aside.
async fn set_aside(world: &World) -> Vec<String> {
    let all = world.app.store.aside(world.now(), 1_000).await.unwrap();
    all.into_iter().map(|aside| aside.why).collect()
}

/// The states of the messages in a thread, in the order of the log.
async fn states(world: &World, address: &str) -> Vec<String> {
    let log = world.log(&thread(address)).await;
    log.iter()
        .flat_map(|entry| &entry.events)
        .filter_map(|event| match event {
            Event::Delivery(delivery) => Some(format!("{:?}", delivery.status)),
            _ => None,
        })
        .collect()
}

/// Mark accepts a customer's conversation and answers it; the mail goes out.
async fn answered(world: &World, address: &str, text: &str) -> channels::email::Letter {
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", thread(address));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": text}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.wires.mail.lock().unwrap().last()
}
