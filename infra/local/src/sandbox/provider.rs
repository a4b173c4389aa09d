//! The provider’s side: it takes messages and sends webhooks.

use crate::Platform;
use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use channels::whatsapp::{SIGNATURE_HEADER, signature};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::*;

/// `POST /{phone-number-id}/messages`, as far as the engine uses it.
pub(super) async fn graph(
    State(platform): State<Arc<Platform>>,
    Path((_, account)): Path<(String, String)>,
    headers: HeaderMap,
    Json(request): Json<Value>,
) -> Response {
    let error = |status: StatusCode, code: i64, message: &str| {
        let body = json!({"error": {"message": message, "type": "OAuthException", "code": code,
            "error_data": {"messaging_product": "whatsapp", "details": message},
            "fbtrace_id": "sandbox"}});
        (status, Json(body)).into_response()
    };
    if !knows_token(&headers) {
        return error(StatusCode::UNAUTHORIZED, 190, "Invalid OAuth access token.");
    }
    if platform.sandbox.faults().fail {
        return error(StatusCode::BAD_REQUEST, 130_429, "(#130429) Rate limit hit");
    }
    let recipient = request["to"].as_str().map(|to| to.trim_start_matches('+').to_owned());
    let recipient = recipient.or_else(|| request["recipient"].as_str().map(str::to_owned));
    let kind = request["type"].as_str().unwrap_or_default();
    let text = match kind {
        "text" => request["text"]["body"].as_str().map(str::to_owned),
        "template" => match approved(&platform, &request["template"]).await {
            Ok(text) => Some(text),
            Err((code, message)) => return error(StatusCode::BAD_REQUEST, code, message),
        },
        "image" | "video" | "document" => picture(kind, &request[kind]),
        _ => None,
    };
    let (Some(address), Some(text)) = (recipient, text) else {
        return error(StatusCode::BAD_REQUEST, 100, "(#100) Invalid parameter");
    };
    if request["messaging_product"] != "whatsapp"
        || account != Sandbox::look(&platform).await.account
    {
        return error(StatusCode::BAD_REQUEST, 100, "(#100) Invalid parameter");
    }
    let id = platform.sandbox.next_id();
    let mark = request["biz_opaque_callback_data"].as_str().map(str::to_owned);
    platform.sandbox.with(&address, |customer| {
        let (id, mark) = (id.clone(), mark.clone());
        let (from, status) = ("business", "sent");
        customer.messages.push(Message { id, from, text, status, at: now(), mark });
    });
    tokio::spawn(carry(Arc::clone(&platform), address.clone(), id.clone(), mark));
    Json(json!({
        "messaging_product": "whatsapp",
        "contacts": [{"input": format!("+{address}"), "wa_id": address}],
        "messages": [{"id": id}],
    }))
    .into_response()
}

/// The Graph API's answer about a phone number, about a token (`debug_token`) or about a file, as far
/// as the engine asks.
pub(super) async fn told(
    State(platform): State<Arc<Platform>>,
    Path((_, node)): Path<(String, String)>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let error = |status: StatusCode, code: i64, message: &str| {
        let body = json!({"error": {"message": message, "type": "OAuthException", "code": code,
            "fbtrace_id": "sandbox"}});
        (status, Json(body)).into_response()
    };
    if let Some(line) = asked::line_of(&headers) {
        return asked::meta(line, &node, query.get("appsecret_proof"));
    }
    if !knows_token(&headers) {
        return error(StatusCode::UNAUTHORIZED, 190, "Invalid OAuth access token.");
    }
    if node == "debug_token" {
        return Json(json!({"data": {"is_valid": true, "expires_at": 0, "type": "SYSTEM_USER",
            "scopes": ["whatsapp_business_management", "whatsapp_business_messaging"]}}))
        .into_response();
    }
    if let Some(file) = media::look_up(&platform, &node) {
        return Json(file).into_response();
    }
    let proof = signature(APP_SECRET, ACCESS_TOKEN.as_bytes());
    if query.get("appsecret_proof").is_some_and(|given| proof != format!("sha256={given}")) {
        let message = "Invalid appsecret_proof provided in the API argument";
        return error(StatusCode::BAD_REQUEST, 100, message);
    }
    if node != Sandbox::look(&platform).await.account {
        let message = format!("Unsupported get request. Object with ID '{node}' does not exist");
        return error(StatusCode::BAD_REQUEST, 100, &message);
    }
    Json(json!({"id": node, "display_phone_number": "+1 555-078-3881",
        "verified_name": "Acme", "quality_rating": "GREEN", "name_status": "APPROVED"}))
    .into_response()
}

/// The apps that get the webhooks of a business account.
pub(super) async fn subscribed(headers: HeaderMap) -> Response {
    if asked::line_of(&headers).is_some() {
        return Json(asked::subscribed()).into_response();
    }
    if !knows_token(&headers) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Json(json!({"data": [{"whatsapp_business_api_data":
        {"id": "67084112", "name": "Sandbox", "link": "https://example.com"}}]}))
    .into_response()
}

pub(super) fn knows_token(headers: &HeaderMap) -> bool {
    let token = headers.get("authorization").and_then(|h| h.to_str().ok()).unwrap_or_default();
    token == format!("Bearer {ACCESS_TOKEN}")
}

/// Sends any body as WhatsApp's webhook, signed by the sandbox's secret. The answer tells the
/// status of the engine's.
pub(super) async fn raw(State(platform): State<Arc<Platform>>, body: String) -> Json<Value> {
    Sandbox::look(&platform).await;
    Json(json!({"webhook_status": post(&platform.sandbox, &body).await}))
}

/// Sends the receipts of a message on its way.
pub(super) async fn carry(
    platform: Arc<Platform>,
    address: String,
    id: String,
    mark: Option<String>,
) {
    let sandbox = &platform.sandbox;
    let faults = sandbox.faults();
    let mut steps = vec!["sent", "delivered"];
    if faults.reorder {
        steps.reverse();
    }
    for status in steps {
        tokio::time::sleep(Duration::from_millis(150)).await;
        sandbox.with(&address, |customer| advance(customer, &id, status));
        receipt(sandbox, &address, &id, mark.as_deref(), status).await;
    }
    if let Some(after) = faults.read_after_ms {
        tokio::time::sleep(Duration::from_millis(after)).await;
        sandbox.with(&address, |customer| advance(customer, &id, "read"));
        receipt(sandbox, &address, &id, mark.as_deref(), "read").await;
    }
}

pub(super) fn advance(customer: &mut Customer, id: &str, status: &'static str) {
    if let Some(message) = customer.messages.iter_mut().find(|m| m.id == id) {
        message.status = status;
    }
}

pub(super) async fn receipt(
    sandbox: &Sandbox,
    address: &str,
    id: &str,
    mark: Option<&str>,
    status: &str,
) {
    let mut item = json!({"id": id, "status": status, "timestamp": (now() / 1_000).to_string(),
                          "recipient_id": address});
    if let Some(mark) = mark {
        item["biz_opaque_callback_data"] = json!(mark);
    }
    webhook(sandbox, json!({"statuses": [item]})).await;
}

/// Sends a webhook, as often and as late as the faults say. Returns the status of the first answer.
/// Like Meta, it repeats the webhook until the engine takes it.
pub(super) async fn webhook(sandbox: &Sandbox, value: Value) -> u16 {
    let faults = sandbox.faults();
    if faults.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(faults.delay_ms)).await;
    }
    let mut whole = value;
    whole["messaging_product"] = json!("whatsapp");
    whole["metadata"] =
        json!({"display_phone_number": "15550783881", "phone_number_id": sandbox.line().account});
    let body = json!({"object": "whatsapp_business_account", "entry": [
        {"id": "102290129340398", "changes": [{"field": "messages", "value": whole}]}
    ]})
    .to_string();
    let mut status = post(sandbox, &body).await;
    if faults.duplicate {
        post(sandbox, &body).await;
    }
    for _ in 0..5 {
        if status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        status = post(sandbox, &body).await;
    }
    status
}

pub(super) async fn post(sandbox: &Sandbox, body: &str) -> u16 {
    let mut request = HttpRequest::new(SdkBody::from(body));
    let url = format!("{}/webhooks/whatsapp/{}", sandbox.base_url, sandbox.line().asset);
    if request.set_method("POST").is_err() || request.set_uri(url).is_err() {
        return 0;
    }
    request.headers_mut().insert("content-type", "application/json");
    request.headers_mut().insert(SIGNATURE_HEADER, signature(APP_SECRET, body.as_bytes()));
    match Connector::builder().build_http().call(request).await {
        Ok(response) => response.status().as_u16(),
        Err(_) => 0,
    }
}
