//! A stand-in for Amazon SES: it takes the engine's mails, and reports what becomes of them.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::now;
use super::sns::{Fate, event};
use super::{ASSET, answers, letters};
use crate::Platform;

/// `POST /v2/email/outbound-emails` (SendEmail of SESv2), as far as the engine uses it.
pub(super) async fn send(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Json(request): Json<Value>,
) -> Response {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if !is_signed(header("authorization").unwrap_or_default(), header("x-amz-date")) {
        let why = "The request signature we calculated does not match the signature you provided.";
        return refused(StatusCode::FORBIDDEN, "UnrecognizedClientException", why);
    }
    let faults = platform.sandbox.mailboxes.faults();
    if faults.throttle {
        let why = "Maximum sending rate exceeded.";
        return refused(StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsException", why);
    }
    let data = request["Content"]["Raw"]["Data"].as_str().unwrap_or_default();
    let recipient = request["Destination"]["ToAddresses"][0].as_str().unwrap_or_default();
    let raw = STANDARD.decode(data).unwrap_or_default();
    if raw.is_empty() || !recipient.contains('@') {
        return refused(StatusCode::BAD_REQUEST, "BadRequestException", "Bad content.");
    }
    let id = platform.sandbox.mailboxes.next_id();
    let mark = request["EmailTags"][0]["Value"].as_str().unwrap_or_default().to_owned();
    // SES gives each mail an id of its own, and leaves the other fields alone.
    let raw = with_id(&raw, &format!("{id}@eu-central-1.amazonses.com"));
    if !faults.bounce {
        letters::keep(&platform, recipient, "business", &id, &raw);
    }
    tokio::spawn(carry(Arc::clone(&platform), recipient.to_owned(), id.clone(), mark, raw));
    if faults.fail_after {
        return refused(StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure", "");
    }
    Json(json!({"MessageId": id})).into_response()
}

/// Whether a request has the form of AWS's Signature Version 4 for SES.
fn is_signed(authorization: &str, date: Option<&str>) -> bool {
    let Some(rest) = authorization.strip_prefix("AWS4-HMAC-SHA256 ") else { return false };
    let field = |name: &str| {
        rest.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
    };
    let scope = field("Credential").unwrap_or_default();
    let signed = field("SignedHeaders").unwrap_or_default();
    let signature = field("Signature").unwrap_or_default();
    date.is_some_and(|date| date.len() == 16)
        && scope.ends_with("/ses/aws4_request")
        && signed.split(';').any(|name| name == "host")
        && signed.split(';').any(|name| name == "x-amz-date")
        && signature.len() == 64
}

fn refused(status: StatusCode, kind: &'static str, why: &str) -> Response {
    (status, [("x-amzn-errortype", kind)], Json(json!({"message": why}))).into_response()
}

/// A mail under another id.
fn with_id(raw: &[u8], id: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(raw);
    let (header, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let mut lines: Vec<&str> = Vec::new();
    let mut dropped = false;
    for line in header.split("\r\n") {
        let folded = line.starts_with([' ', '\t']);
        dropped = if folded { dropped } else { line.to_lowercase().starts_with("message-id:") };
        if !dropped {
            lines.push(line);
        }
    }
    format!("Message-ID: <{id}>\r\n{}\r\n\r\n{body}", lines.join("\r\n")).into_bytes()
}

/// Reports what becomes of a mail.
async fn carry(platform: Arc<Platform>, recipient: String, id: String, mark: String, raw: Vec<u8>) {
    let faults = platform.sandbox.mailboxes.faults();
    let mut fates = Vec::new();
    if faults.delay {
        fates.push(Fate::Delayed);
    }
    fates.push(if faults.bounce { Fate::Bounced } else { Fate::Delivered });
    if faults.complaint {
        fates.push(Fate::Complained);
    }
    for fate in fates {
        tokio::time::sleep(Duration::from_millis(150)).await;
        letters::notify(&platform, ASSET, &event(fate, &id, &mark, &recipient, now())).await;
    }
    if faults.auto_reply {
        answers::absence(&platform, &recipient, &raw).await;
    }
}
