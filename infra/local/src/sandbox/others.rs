//! The screens and the stand-ins of the lines beside WhatsApp.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json, Router, routing};
use serde::Deserialize;
use serde_json::{Value, json};

use super::asked;
use super::lines::{self, Kind};
use super::provider::advance;
use super::{Customer, Message, now};
use crate::Platform;

/// The customers of the lines beside WhatsApp, by channel and address.
#[derive(Debug, Default)]
pub(super) struct Others(Mutex<BTreeMap<(&'static str, String), Customer>>);

impl Others {
    fn all(&self) -> MutexGuard<'_, BTreeMap<(&'static str, String), Customer>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, line: Kind, address: &str, change: impl FnOnce(&mut Customer) -> T) -> T {
        let mut all = self.all();
        let customer = all
            .entry((line.channel, address.to_owned()))
            .or_insert_with(|| Customer { address: address.to_owned(), ..Customer::default() });
        change(customer)
    }
}

/// The routes of the lines beside WhatsApp.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/sandbox/api/lines", routing::get(all_lines))
        .route("/sandbox/api/lines/{channel}/customers", routing::get(customers))
        .route("/sandbox/api/lines/{channel}/customers/{address}/messages", routing::post(write))
        .route("/sandbox/api/lines/{channel}/customers/{address}/read", routing::post(read))
        .route("/sandbox/api/lines/{channel}/webhook", routing::post(raw))
        .route("/sandbox/graph/{version}/me/messages", routing::post(meta))
        .route("/sandbox/twilio/2010-04-01/Accounts/{sid}/Messages.json", routing::post(twilio))
        .route("/sandbox/x/2/dm_conversations/with/{id}/messages", routing::post(x))
}

fn line(channel: &str) -> Result<Kind, Response> {
    lines::of(channel).ok_or_else(|| {
        let known = lines::LINES.map(|line| line.channel).join(", ");
        let message = format!("There is no line {channel:?}; the lines are {known}.");
        (StatusCode::NOT_FOUND, Json(json!({"error": message}))).into_response()
    })
}

async fn all_lines() -> Json<Value> {
    let all = lines::LINES
        .map(|line| json!({"channel": line.channel, "asset": line.asset, "account": line.account}));
    Json(json!({"lines": all}))
}

async fn customers(
    State(platform): State<Arc<Platform>>,
    Path(channel): Path<String>,
) -> Result<Json<Value>, Response> {
    let line = line(&channel)?;
    let all = platform.sandbox.others.all();
    let list: Vec<&Customer> =
        all.iter().filter(|((of, _), _)| *of == line.channel).map(|(_, c)| c).collect();
    Ok(Json(json!({"customers": list})))
}

#[derive(Deserialize)]
struct Write {
    #[serde(default)]
    name: String,
    text: String,
}

/// Sends a customer's message, signed as the provider signs it.
async fn write(
    State(platform): State<Arc<Platform>>,
    Path((channel, address)): Path<(String, String)>,
    Json(message): Json<Write>,
) -> Result<Response, Response> {
    let line = line(&channel)?;
    let at = now();
    let id = id(&platform, line);
    let name = platform.sandbox.others.with(line, &address, |customer| {
        if !message.name.is_empty() {
            customer.name.clone_from(&message.name);
        }
        let (id, text) = (id.clone(), message.text.clone());
        let (from, status) = ("customer", "sent");
        customer.messages.push(Message { id, from, text, status, at, mark: None });
        customer.name.clone()
    });
    let body = lines::message(line, &address, &name, &id, &message.text, at);
    let (status, _) = webhook(&platform, line, &body).await;
    Ok((StatusCode::CREATED, Json(json!({"id": id, "webhook_status": status}))).into_response())
}

/// Opens the chat as the customer: all messages that arrived are read.
async fn read(
    State(platform): State<Arc<Platform>>,
    Path((channel, address)): Path<(String, String)>,
) -> Result<Json<Value>, Response> {
    let line = line(&channel)?;
    let unread: Vec<String> = platform.sandbox.others.with(line, &address, |customer| {
        let arrived = |m: &&mut Message| m.from == "business" && m.status == "delivered";
        let unread = customer.messages.iter_mut().filter(arrived).map(|m| {
            m.status = "read";
            m.id.clone()
        });
        unread.collect()
    });
    for id in &unread {
        tell(&platform, line, &address, id, "read").await;
    }
    Ok(Json(json!({"read": unread.len()})))
}

/// Sends any body as the provider's webhook, signed by the sandbox's secret. The answer is that of
/// the engine.
async fn raw(
    State(platform): State<Arc<Platform>>,
    Path(channel): Path<String>,
    body: Bytes,
) -> Result<Response, Response> {
    let line = line(&channel)?;
    let body = String::from_utf8_lossy(&body).into_owned();
    let (status, answer) = webhook(&platform, line, &body).await;
    Ok(Json(json!({"webhook_status": status, "answer": answer})).into_response())
}

/// The Send API of Messenger and Instagram, as far as the engine uses it.
async fn meta(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Json(request): Json<Value>,
) -> Result<Response, Response> {
    let Some(line) = asked::line_of(&headers) else {
        let error = json!({"error": {"code": 190, "message": "Invalid OAuth access token."}});
        return Ok((StatusCode::UNAUTHORIZED, Json(error)).into_response());
    };
    let Some(address) = request["recipient"]["id"].as_str().map(str::to_owned) else {
        return Ok(refused(json!({"error": {"code": 100, "message": "(#100) No recipient"}})));
    };
    if request.get("sender_action").is_some() {
        return Ok(Json(json!({"recipient_id": address})).into_response());
    }
    if platform.sandbox.faults().fail {
        let error =
            json!({"error": {"code": 613, "message": "(#613) Calls have exceeded the rate"}});
        return Ok(refused(error));
    }
    let message = &request["message"];
    let file = message["attachment"]["payload"]["url"].as_str();
    let Some(text) = message["text"].as_str().or(file) else {
        return Ok(refused(json!({"error": {"code": 100, "message": "(#100) Empty message"}})));
    };
    let id = take(&platform, line, &address, text);
    Ok(Json(json!({"recipient_id": address, "message_id": id})).into_response())
}

/// Twilio's messages, as far as the engine uses them.
async fn twilio(
    State(platform): State<Arc<Platform>>,
    Path(sid): Path<String>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let line = line("sms")?;
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    if platform.sandbox.faults().fail {
        let error = json!({"code": 20_429, "message": "Too Many Requests", "status": 429});
        return Ok((StatusCode::TOO_MANY_REQUESTS, Json(error)).into_response());
    }
    let text = match (field("Body"), field("MediaUrl")) {
        (body, "") => body.to_owned(),
        (body, url) => format!("{body}\n{url}").trim().to_owned(),
    };
    if field("To").is_empty() || text.is_empty() {
        return Ok(refused(json!({"code": 21_602, "message": "Message body is required."})));
    }
    let id = take(&platform, line, field("To"), &text);
    let body = json!({"sid": id, "account_sid": sid, "status": "queued", "to": field("To"),
        "from": field("From"), "body": field("Body"), "error_code": null});
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// X's direct messages, as far as the engine uses them.
async fn x(
    State(platform): State<Arc<Platform>>,
    Path(address): Path<String>,
    Json(request): Json<Value>,
) -> Result<Response, Response> {
    let line = line("x")?;
    if platform.sandbox.faults().fail {
        let error = json!({"title": "Too Many Requests", "status": 429});
        return Ok((StatusCode::TOO_MANY_REQUESTS, Json(error)).into_response());
    }
    let Some(text) = request["text"].as_str() else {
        return Ok(refused(json!({"title": "Invalid Request", "status": 400})));
    };
    let id = take(&platform, line, &address, text);
    let data = json!({"data": {"dm_conversation_id": address, "dm_event_id": id}});
    Ok((StatusCode::CREATED, Json(data)).into_response())
}

fn refused(body: Value) -> Response {
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

/// An id as the provider of the line makes them. X writes the moment into the upper bits.
fn id(platform: &Platform, line: Kind) -> String {
    let own = platform.sandbox.next_id();
    match line.channel {
        "sms" => own.replace("wamid.SANDBOX", "SM"),
        "x" => {
            let since = u64::try_from(now() - 1_288_834_974_657).unwrap_or(0);
            let number = own.bytes().fold(0_u64, |sum, b| (sum * 31 + u64::from(b)) % (1 << 22));
            ((since << 22) + number).to_string()
        }
        _ => own.replace("wamid.", "m_"),
    }
}

/// Takes a message of the business, and lets it arrive.
fn take(platform: &Arc<Platform>, line: Kind, address: &str, text: &str) -> String {
    let id = id(platform, line);
    platform.sandbox.others.with(line, address, |customer| {
        let (id, text) = (id.clone(), text.to_owned());
        let (from, status) = ("business", "sent");
        customer.messages.push(Message { id, from, text, status, at: now(), mark: None });
    });
    let (platform, address, sent) = (Arc::clone(platform), address.to_owned(), id.clone());
    tokio::spawn(async move {
        let faults = platform.sandbox.faults();
        let mut steps = vec!["sent", "delivered"];
        if faults.reorder {
            steps.reverse();
        }
        for status in steps {
            tokio::time::sleep(Duration::from_millis(150)).await;
            platform.sandbox.others.with(line, &address, |c| advance(c, &sent, status));
            tell(&platform, line, &address, &sent, status).await;
        }
        if let Some(after) = faults.read_after_ms.filter(|_| line.channel != "sms") {
            tokio::time::sleep(Duration::from_millis(after)).await;
            platform.sandbox.others.with(line, &address, |c| advance(c, &sent, "read"));
            tell(&platform, line, &address, &sent, "read").await;
        }
    });
    id
}

async fn tell(platform: &Arc<Platform>, line: Kind, address: &str, id: &str, status: &str) {
    if let Some(body) = lines::report(line, address, id, status, now()) {
        webhook(platform, line, &body).await;
    }
}

/// Sends a webhook, as often and as late as the faults say, until the engine takes it. Returns the
/// status and the body of the first answer.
async fn webhook(platform: &Arc<Platform>, line: Kind, body: &str) -> (u16, String) {
    let faults = platform.sandbox.faults();
    tokio::time::sleep(Duration::from_millis(faults.delay_ms)).await;
    let first = post(platform, line, body).await;
    if faults.duplicate {
        post(platform, line, body).await;
    }
    let mut last = first.0;
    for _ in 0..5 {
        if last < 500 && last != 0 {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        last = post(platform, line, body).await.0;
    }
    first
}

async fn post(platform: &Arc<Platform>, line: Kind, body: &str) -> (u16, String) {
    let url = lines::url(&platform.sandbox.base_url, line);
    let (header, signature) = lines::signature(line.channel, &url, body);
    let mut request = HttpRequest::new(SdkBody::from(body));
    if request.set_method("POST").is_err() || request.set_uri(url).is_err() {
        return (0, String::new());
    }
    request.headers_mut().insert("content-type", lines::mime(line));
    request.headers_mut().insert(header, signature);
    match Connector::builder().build_http().call(request).await {
        Ok(response) => {
            let status = response.status().as_u16();
            let body = aws_smithy_types::byte_stream::ByteStream::new(response.into_body());
            let body = body.collect().await.map(|b| b.to_vec()).unwrap_or_default();
            (status, String::from_utf8_lossy(&body).into_owned())
        }
        Err(_) => (0, String::new()),
    }
}
