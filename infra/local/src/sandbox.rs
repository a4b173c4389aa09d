//! The outside world: customers on WhatsApp. Their messages enter by the real signed webhook, and
//! what the engine sends to the Graph API arrives here. It can be told to double, reorder, delay
//! and fail.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::HttpConnector as _;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use channels::Secrets;
use channels::whatsapp::{SIGNATURE_HEADER, signature};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Platform;

/// Signs the sandbox's webhooks. No secret: it stands in the README, and opens nothing but this.
pub const APP_SECRET: &str = "demo-app-secret";
/// Answers the webhook handshake.
pub const VERIFY_TOKEN: &str = "demo-verify-token";
/// What the engine shows to the sandbox's Graph API.
pub const ACCESS_TOKEN: &str = "demo-access-token";
/// The demo business's phone number id: the one of Meta's documented examples.
pub const PHONE_NUMBER_ID: &str = "106540352242922";
/// The demo business's asset.
pub const ASSET: &str = "wa-demo";

/// What opens the sandbox.
#[must_use]
pub fn secrets(base_url: &str) -> Secrets {
    Secrets {
        whatsapp_app_secret: APP_SECRET.to_owned(),
        whatsapp_verify_token: VERIFY_TOKEN.to_owned(),
        whatsapp_access_token: ACCESS_TOKEN.to_owned(),
        graph_url: format!("{base_url}/sandbox/graph/v26.0"),
    }
}

/// What goes wrong on purpose.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Every webhook comes twice.
    duplicate: bool,
    /// Receipts come in the wrong order.
    reorder: bool,
    /// Every webhook is late by this much.
    delay_ms: u64,
    /// The Graph API answers with a throttle.
    fail: bool,
    /// Customers open what they get after this much; `None`: only when told to.
    read_after_ms: Option<u64>,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            duplicate: false,
            reorder: false,
            delay_ms: 0,
            fail: false,
            read_after_ms: Some(2_000),
        }
    }
}

#[derive(Debug, Clone, Default, Serialize)]
struct Customer {
    address: String,
    name: String,
    messages: Vec<Message>,
}

#[derive(Debug, Clone, Serialize)]
struct Message {
    id: String,
    from: &'static str,
    text: String,
    status: &'static str,
    at: i64,
    #[serde(skip)]
    mark: Option<String>,
}

/// The customers, and what goes wrong.
#[derive(Debug)]
pub struct Sandbox {
    base_url: String,
    customers: Mutex<BTreeMap<String, Customer>>,
    faults: Mutex<Faults>,
    sent: AtomicU64,
}

impl Sandbox {
    pub(crate) fn new(base_url: &str) -> Self {
        Self {
            base_url: base_url.to_owned(),
            customers: Mutex::default(),
            faults: Mutex::default(),
            sent: AtomicU64::new(0),
        }
    }

    fn faults(&self) -> Faults {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, address: &str, change: impl FnOnce(&mut Customer) -> T) -> T {
        let mut customers = self.customers.lock().unwrap_or_else(PoisonError::into_inner);
        let customer = customers
            .entry(address.to_owned())
            .or_insert_with(|| Customer { address: address.to_owned(), ..Customer::default() });
        change(customer)
    }

    fn next_id(&self) -> String {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        format!("wamid.SANDBOX{:x}{number:04x}", now())
    }

    /// How many messages the Graph API has taken.
    pub fn taken(&self) -> u64 {
        let customers = self.customers.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = customers.values().flat_map(|c| &c.messages).filter(|m| m.from == "business");
        ours.count() as u64
    }
}

fn now() -> i64 {
    (crate::wall_clock())().0
}

/// The sandbox's routes.
pub fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/sandbox/api/customers", routing::get(customers))
        .route("/sandbox/api/customers/{address}/messages", routing::post(write))
        .route("/sandbox/api/customers/{address}/read", routing::post(read))
        .route("/sandbox/api/faults", routing::get(faults).put(set_faults))
        .route("/sandbox/graph/{version}/{account}/messages", routing::post(graph))
}

async fn customers(State(platform): State<Arc<Platform>>) -> Json<Value> {
    know_by_name(&platform).await;
    let customers = platform.sandbox.customers.lock().unwrap_or_else(PoisonError::into_inner);
    let list: Vec<&Customer> = customers.values().collect();
    Json(json!({"customers": list}))
}

/// Gives those a name whom the engine knows by one: customers of the demo's past, and of before this
/// process began, have only been written to here.
async fn know_by_name(platform: &Arc<Platform>) {
    let nameless: Vec<String> = {
        let customers = platform.sandbox.customers.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = customers.values().filter(|customer| customer.name.is_empty());
        unknown.map(|customer| customer.address.clone()).collect()
    };
    let asset: domain::AssetId = crate::demo::id(ASSET);
    for address in nameless {
        let thread = store::key::thread(&asset, &address);
        if let Ok(Some(stored)) = platform.own().thread(&thread).await {
            let name = stored.thread.name;
            platform.sandbox.with(&address, |customer| customer.name = name);
        }
    }
}

async fn faults(State(platform): State<Arc<Platform>>) -> Json<Faults> {
    Json(platform.sandbox.faults())
}

async fn set_faults(
    State(platform): State<Arc<Platform>>,
    Json(wanted): Json<Faults>,
) -> Json<Faults> {
    *platform.sandbox.faults.lock().unwrap_or_else(PoisonError::into_inner) = wanted;
    Json(wanted)
}

#[derive(Deserialize)]
struct Write {
    #[serde(default)]
    name: String,
    text: String,
}

/// A customer writes: the payload that Meta documents, signed as Meta signs it.
async fn write(
    State(platform): State<Arc<Platform>>,
    Path(address): Path<String>,
    Json(message): Json<Write>,
) -> Response {
    let id = platform.sandbox.next_id();
    let at = now();
    let name = platform.sandbox.with(&address, |customer| {
        if !message.name.is_empty() {
            customer.name.clone_from(&message.name);
        }
        let text = message.text.clone();
        let (id, from, status) = (id.clone(), "customer", "sent");
        customer.messages.push(Message { id, from, text, status, at, mark: None });
        customer.name.clone()
    });
    let status = webhook(
        &platform.sandbox,
        json!({
            "contacts": [{"profile": {"name": name}, "wa_id": address}],
            "messages": [{"from": address, "id": id, "timestamp": (at / 1_000).to_string(),
                          "type": "text", "text": {"body": message.text}}],
        }),
    )
    .await;
    (StatusCode::CREATED, Json(json!({"id": id, "webhook_status": status}))).into_response()
}

/// The customer opens the chat: what arrived is read.
async fn read(State(platform): State<Arc<Platform>>, Path(address): Path<String>) -> Json<Value> {
    let unread: Vec<(String, Option<String>)> = platform.sandbox.with(&address, |customer| {
        let delivered = |m: &&mut Message| m.from == "business" && m.status == "delivered";
        customer
            .messages
            .iter_mut()
            .filter(delivered)
            .map(|m| {
                m.status = "read";
                (m.id.clone(), m.mark.clone())
            })
            .collect()
    });
    for (id, mark) in &unread {
        receipt(&platform.sandbox, &address, id, mark.as_deref(), "read").await;
    }
    Json(json!({"read": unread.len()}))
}

/// What the sandbox shows of a file: its kind, its name, what stands beneath it and where it is.
fn picture(kind: &str, file: &Value) -> Option<String> {
    let link = file["link"].as_str()?;
    let said = [file["filename"].as_str(), file["caption"].as_str(), Some(link)];
    Some(format!("[{kind}] {}", said.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

/// What the customer reads of a template, or how Meta refuses it: the provider has the declaration,
/// and the message only names it.
async fn approved(platform: &Arc<Platform>, sent: &Value) -> Result<String, (i64, &'static str)> {
    const UNKNOWN: (i64, &str) =
        (132_001, "(#132001) Template name does not exist in the translation");
    const VALUES: (i64, &str) =
        (132_000, "(#132000) Number of parameters does not match the expected number of params");
    let (name, language) = (sent["name"].as_str(), sent["language"]["code"].as_str());
    let name = name.filter(|name| domain::template::is_name(name)).ok_or(UNKNOWN)?;
    let known = platform.own().store.templates_named(&crate::demo::id(ASSET), name).await;
    let known = known.map_err(|_| UNKNOWN)?;
    let template = known.into_iter().map(|kept| kept.template).find(|t| {
        language == Some(t.language.as_str()) && t.status == domain::template::Status::Approved
    });
    let template = template.ok_or(UNKNOWN)?;
    let components = sent["components"].as_array().cloned().unwrap_or_default();
    let given = |part: &str| {
        let component = components.iter().find(|c| c["type"] == part);
        component.and_then(|c| c["parameters"].as_array()).cloned().unwrap_or_default()
    };
    let value = |p: &domain::template::Placeholder<'_>| {
        let values = given(p.part.name());
        let found = match p.name.parse::<usize>() {
            Ok(number) => values.get(number.checked_sub(1)?),
            Err(_) => values.iter().find(|v| v["parameter_name"] == p.name),
        };
        found?["text"].as_str().map(str::to_owned)
    };
    let values: Option<Vec<String>> = template.placeholders().iter().map(value).collect();
    match template.fill(&values.ok_or(VALUES)?) {
        Ok(domain::Content::Template { text: Some(text), buttons, .. }) => {
            let buttons = buttons.iter().map(|button| format!("[{button}]"));
            Ok(std::iter::once(text).chain(buttons).collect::<Vec<_>>().join("\n"))
        }
        _ => Err(VALUES),
    }
}

/// `POST /{phone-number-id}/messages`, as far as the engine uses it.
async fn graph(
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
    let token = headers.get("authorization").and_then(|h| h.to_str().ok()).unwrap_or_default();
    if token != format!("Bearer {ACCESS_TOKEN}") {
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
    if request["messaging_product"] != "whatsapp" || account != PHONE_NUMBER_ID {
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

/// What the provider reports while a message travels.
async fn carry(platform: Arc<Platform>, address: String, id: String, mark: Option<String>) {
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

fn advance(customer: &mut Customer, id: &str, status: &'static str) {
    if let Some(message) = customer.messages.iter_mut().find(|m| m.id == id) {
        message.status = status;
    }
}

async fn receipt(sandbox: &Sandbox, address: &str, id: &str, mark: Option<&str>, status: &str) {
    let mut item = json!({"id": id, "status": status, "timestamp": (now() / 1_000).to_string(),
                          "recipient_id": address});
    if let Some(mark) = mark {
        item["biz_opaque_callback_data"] = json!(mark);
    }
    webhook(sandbox, json!({"statuses": [item]})).await;
}

/// Sends a webhook, as often and as late as the faults say. Tells the first answer's status; like
/// Meta, it comes again until it is taken.
async fn webhook(sandbox: &Sandbox, value: Value) -> u16 {
    let faults = sandbox.faults();
    if faults.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(faults.delay_ms)).await;
    }
    let mut whole = value;
    whole["messaging_product"] = json!("whatsapp");
    whole["metadata"] =
        json!({"display_phone_number": "15550783881", "phone_number_id": PHONE_NUMBER_ID});
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

async fn post(sandbox: &Sandbox, body: &str) -> u16 {
    let mut request = HttpRequest::new(SdkBody::from(body));
    let url = format!("{}/webhooks/whatsapp/{ASSET}", sandbox.base_url);
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
