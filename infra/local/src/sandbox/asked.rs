//! The stand-ins' answers to the checks of an account.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use channels::messenger;
use serde_json::{Value, json};

use super::lines::{self, Kind, SECRET};
use crate::Platform;

/// The routes that checks ask.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/sandbox/twilio/2010-04-01/Accounts/{sid}", routing::get(twilio))
        .route(
            "/sandbox/twilio/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers.json",
            routing::get(numbers),
        )
        .route("/sandbox/x/2/users/me", routing::get(x))
}

/// The line whose token a request shows.
pub(super) fn line_of(headers: &HeaderMap) -> Option<Kind> {
    let shown = headers.get("authorization").and_then(|h| h.to_str().ok())?;
    lines::LINES.into_iter().find(|line| shown == format!("Bearer {}", lines::token(*line)))
}

/// The Graph API's answer about a Page or an Instagram account; `node`: its id, or `me`.
pub(super) fn meta(line: Kind, node: &str, proof: Option<&String>) -> Response {
    let error = |message: String| {
        let body = json!({"error": {"message": message, "type": "OAuthException", "code": 100}});
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    };
    let right = messenger::signature(SECRET, lines::token(line).as_bytes());
    if proof.is_some_and(|given| right != format!("sha256={given}")) {
        return error("Invalid appsecret_proof provided in the API argument".to_owned());
    }
    if node != "me" && node != line.account {
        return error(format!("Unsupported get request. Object with ID '{node}' does not exist"));
    }
    Json(json!({"id": line.account, "name": line.name, "username": "acme"})).into_response()
}

/// The apps that get a Page's webhooks.
pub(super) fn subscribed() -> Value {
    json!({"data": [{"name": "Sandbox", "id": "67084112", "subscribed_fields": [
        "messages", "messaging_postbacks", "message_reactions", "message_edits", "message_reads",
        "message_deliveries", "message_echoes", "messaging_referrals", "standby"]}]})
}

async fn twilio() -> Json<Value> {
    Json(json!({"sid": "ACdemo", "friendly_name": "Sandbox", "status": "active", "type": "Full"}))
}

async fn numbers() -> Json<Value> {
    let number = lines::of("sms").map_or("", |line| line.account);
    Json(json!({"incoming_phone_numbers": [{"phone_number": number, "sms_url": "sandbox",
        "capabilities": {"sms": true, "mms": true, "SMS": true, "MMS": true}}]}))
}

async fn x() -> Json<Value> {
    let id = lines::of("x").map_or("", |line| line.account);
    Json(json!({"data": {"id": id, "name": "Acme", "username": "acme"}}))
}
