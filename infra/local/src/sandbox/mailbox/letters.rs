//! Mails of customers on their way in.

use std::sync::Arc;

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use channels::email::write::{Draft, File, reply_subject};
use channels::email::{Mailbox, read};
use domain::Millis;
use serde::Deserialize;
use serde_json::json;

use super::super::now;
use super::sns::{self, Arrived};
use super::{ADDRESS, ASSET, Mail, ses_url};
use crate::{Platform, files};

/// A mail that a customer writes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Write {
    #[serde(default)]
    name: String,
    /// Without a subject, the customer answers the business's last mail.
    subject: Option<String>,
    text: String,
    html: Option<String>,
    #[serde(default)]
    files: Vec<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    name: String,
    mime: String,
    /// The content, in base 64.
    content: String,
}

/// Sends a customer's mail.
pub(super) async fn write(
    State(platform): State<Arc<Platform>>,
    Path(address): Path<String>,
    Json(wanted): Json<Write>,
) -> Response {
    let mailboxes = &platform.sandbox.mailboxes;
    let Some(from) = Mailbox::new(&wanted.name, &address) else {
        return (StatusCode::BAD_REQUEST, "the address is none").into_response();
    };
    let last = mailboxes.with(&address, |customer| {
        if !wanted.name.is_empty() {
            customer.name.clone_from(&wanted.name);
        }
        customer.messages.iter().rev().find(|mail| mail.from == "business").cloned()
    });
    let answered = last.filter(|_| wanted.subject.is_none()).unwrap_or_default();
    let subject = wanted.subject.unwrap_or_else(|| reply_subject(&answered.subject));
    let to = answered.reply_to.clone().unwrap_or_else(|| ADDRESS.to_owned());
    let id = mailboxes.next_id();
    let message_id = format!("{id}@customers.test");
    let bytes: Vec<Vec<u8>> = wanted
        .files
        .iter()
        .map(|file| STANDARD.decode(&file.content).unwrap_or_default())
        .collect();
    let files: Vec<File<'_>> = wanted
        .files
        .iter()
        .zip(&bytes)
        .map(|(file, bytes)| File { name: &file.name, mime: &file.mime, bytes })
        .collect();
    let written = channels::email::write::write(&Draft {
        from: &from,
        reply_to: &from.address,
        to: &Mailbox { name: String::new(), address: to.clone() },
        subject: &subject,
        message_id: &message_id,
        in_reply_to: answered.message_id.as_deref(),
        references: &answered.references,
        date: Millis(now()),
        text: &wanted.text,
        html: wanted.html.as_deref(),
        signature: "",
        files: &files,
        automatic: false,
        installation: "",
    });
    let raw = match written {
        Ok(raw) => raw,
        Err(why) => return (StatusCode::BAD_REQUEST, why.to_string()).into_response(),
    };
    keep(&platform, &address, "customer", &id, &raw);
    let status = arrive(&platform, ASSET, &id, &address, &[to], raw).await;
    (StatusCode::CREATED, Json(json!({"id": id, "webhook_status": status}))).into_response()
}

/// Puts a mail into a customer's mailbox, as a program shows it.
pub(super) fn keep(platform: &Platform, address: &str, from: &'static str, id: &str, raw: &[u8]) {
    let Ok(letter) = read(raw) else { return };
    let mail = Mail {
        id: id.to_owned(),
        from,
        subject: letter.subject.clone(),
        text: letter.text.clone(),
        html: letter.html.clone(),
        message_id: letter.message_id.clone(),
        in_reply_to: letter.in_reply_to.first().cloned(),
        references: letter.references.clone(),
        reply_to: letter.reply_to.first().map(|one| one.address.clone()),
        files: letter.attachments.iter().map(|file| file.name.clone()).collect(),
        automatic: letter.field("auto-submitted").is_some(),
        at: now(),
        raw: String::from_utf8_lossy(&raw[..raw.len().min(100_000)]).into_owned(),
    };
    platform.sandbox.mailboxes.with(address, |customer| customer.messages.push(mail));
}

/// The envelope of a raw mail.
#[derive(Deserialize)]
pub(super) struct Envelope {
    #[serde(default)]
    source: String,
    /// The recipients, separated by commas; without any, the account's address.
    #[serde(default)]
    recipients: String,
}

/// Sends a raw mail, whatever it holds.
pub(super) async fn raw(
    State(platform): State<Arc<Platform>>,
    Path(asset): Path<String>,
    Query(envelope): Query<Envelope>,
    body: Bytes,
) -> Response {
    let directory = platform.own().directory().await;
    let account = directory.ok().and_then(|directory| {
        directory.assets.get(&asset.parse().ok()?).map(|asset| asset.account.clone())
    });
    let Some(account) = account else { return StatusCode::NOT_FOUND.into_response() };
    let mut recipients: Vec<String> =
        envelope.recipients.split(',').map(str::trim).map(str::to_owned).collect();
    recipients.retain(|one| !one.is_empty());
    if recipients.is_empty() {
        recipients.push(account);
    }
    let id = platform.sandbox.mailboxes.next_id();
    let status = arrive(&platform, &asset, &id, &envelope.source, &recipients, body.to_vec()).await;
    let answer = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    (answer, Json(json!({"id": id, "webhook_status": status}))).into_response()
}

/// Asks an account's webhook whether it wants the topic's posts.
pub(super) async fn subscribe(
    State(platform): State<Arc<Platform>>,
    Path(asset): Path<String>,
) -> Response {
    let id = platform.sandbox.mailboxes.next_id();
    let body = sns::question(&ses_url(&platform.base_url), &id, now());
    let status = post(&platform, &asset, "SubscriptionConfirmation", &body).await;
    Json(json!({"webhook_status": status})).into_response()
}

/// Lets a mail come in as Amazon brings it. Returns the status of the first answer.
pub(super) async fn arrive(
    platform: &Platform,
    asset: &str,
    id: &str,
    source: &str,
    recipients: &[String],
    raw: Vec<u8>,
) -> u16 {
    let key = format!("inbound/{id}");
    if let Err(error) = platform.files.keep(&key, &raw) {
        tracing::error!(%error, "a mail of the sandbox was not kept");
        return 507;
    }
    let place = (files::BUCKET, key.as_str());
    let message = sns::received(&Arrived { id, source, recipients, place, at: now() });
    notify(platform, asset, &message).await
}

/// Sends a notification, as often as the faults say. Like SNS, it repeats until the engine takes
/// the notification.
pub(super) async fn notify(platform: &Platform, asset: &str, message: &serde_json::Value) -> u16 {
    let id = platform.sandbox.mailboxes.next_id();
    let body = sns::notification(&ses_url(&platform.base_url), &id, now(), message);
    let mut status = post(platform, asset, "Notification", &body).await;
    if platform.sandbox.mailboxes.faults().twice {
        post(platform, asset, "Notification", &body).await;
    }
    for _ in 0..5 {
        if status < 500 && status != 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        status = post(platform, asset, "Notification", &body).await;
    }
    status
}

async fn post(platform: &Platform, asset: &str, kind: &'static str, body: &str) -> u16 {
    let mut request = HttpRequest::new(SdkBody::from(body));
    let url = format!("{}/webhooks/email/{asset}", platform.base_url);
    if request.set_method("POST").is_err() || request.set_uri(url).is_err() {
        return 0;
    }
    request.headers_mut().insert("content-type", "text/plain; charset=UTF-8");
    request.headers_mut().insert("x-amz-sns-message-type", kind);
    match Connector::builder().build_http().call(request).await {
        Ok(response) => response.status().as_u16(),
        Err(_) => 0,
    }
}
