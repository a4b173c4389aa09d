//! The outside world: customers on WhatsApp. Their messages enter by the real signed webhook, and
//! the engine's requests to the Graph API arrive here. Faults can double, reorder, delay and fail
//! them.

mod asked;
pub mod lines;
pub mod mailbox;
mod media;
mod others;
mod provider;

use provider::{graph, receipt, subscribed, told, webhook};

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use channels::{Secrets, whatsapp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use store::settings::directory::{Asset, Directory};

use crate::Platform;

/// The secret that signs the sandbox's webhooks. It is public: the README names it, and it opens
/// only the sandbox.
pub const APP_SECRET: &str = "demo-app-secret";
/// The token that answers the webhook handshake.
pub const VERIFY_TOKEN: &str = "demo-verify-token";
/// The token that the engine shows to the sandbox's Graph API.
pub const ACCESS_TOKEN: &str = "demo-access-token";
/// The demo business's phone number id: the one of Meta's documented examples.
pub const PHONE_NUMBER_ID: &str = "106540352242922";
/// The demo business's asset.
pub const ASSET: &str = "wa-demo";

/// The secrets that open the sandbox.
#[must_use]
pub fn secrets(base_url: &str) -> Secrets {
    Secrets::default()
        .with(whatsapp::APP_SECRET, APP_SECRET)
        .with(whatsapp::VERIFY_TOKEN, VERIFY_TOKEN)
        .with(whatsapp::ACCESS_TOKEN, ACCESS_TOKEN)
        .with(whatsapp::GRAPH_URL, format!("{base_url}/sandbox/graph/v26.0"))
}

/// The values of the installation for every line of the sandbox, by channel.
#[must_use]
pub fn all_secrets(base_url: &str) -> BTreeMap<String, Secrets> {
    let mut all = lines::addresses(base_url);
    all.insert("whatsapp".to_owned(), secrets(base_url));
    all.insert("email".to_owned(), mailbox::secrets(base_url));
    all
}

/// The sandbox's faults on purpose.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Every webhook comes twice.
    duplicate: bool,
    /// Receipts come in the wrong order.
    reorder: bool,
    /// The delay of every webhook, in milliseconds.
    delay_ms: u64,
    /// The Graph API answers with a throttle.
    fail: bool,
    /// The fault of the provider's store of files.
    media: media::MediaFault,
    /// The time after which customers open a message, in milliseconds; `None`: only on request.
    read_after_ms: Option<u64>,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            duplicate: false,
            reorder: false,
            delay_ms: 0,
            fail: false,
            media: media::MediaFault::None,
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

/// The account at which the sandbox's customers write.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    asset: String,
    account: String,
}

impl Line {
    /// The demo's account if it is in use, or else the first one on WhatsApp.
    fn find(directory: &Directory) -> Option<Self> {
        let whatsapp = |a: &&Asset| !a.retired && a.channel == "whatsapp";
        let all = || directory.assets.values().filter(whatsapp);
        let ours = all().find(|asset| asset.account == PHONE_NUMBER_ID).or_else(|| all().next())?;
        Some(Self { asset: ours.id.to_string(), account: ours.account.clone() })
    }
}

impl Default for Line {
    fn default() -> Self {
        Self { asset: ASSET.to_owned(), account: PHONE_NUMBER_ID.to_owned() }
    }
}

/// The customers, and the faults.
#[derive(Debug)]
pub struct Sandbox {
    pub(crate) base_url: String,
    line: Mutex<Line>,
    customers: Mutex<BTreeMap<String, Customer>>,
    others: others::Others,
    faults: Mutex<Faults>,
    /// The customers' files, by the ids that webhooks name.
    store: Mutex<BTreeMap<String, media::Kept>>,
    sent: AtomicU64,
    mailboxes: mailbox::Mailboxes,
}

impl Sandbox {
    pub(crate) fn new(base_url: &str) -> Self {
        Self {
            base_url: base_url.to_owned(),
            line: Mutex::default(),
            customers: Mutex::default(),
            others: others::Others::default(),
            faults: Mutex::default(),
            store: Mutex::default(),
            sent: AtomicU64::new(0),
            mailboxes: mailbox::Mailboxes::default(),
        }
    }

    /// The account at which customers write, as it was when somebody last looked.
    fn line(&self) -> Line {
        self.line.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks for the account at which customers write: an admin may have made or retired it.
    async fn look(platform: &Arc<Platform>) -> Line {
        let directory = platform.own().directory().await;
        let found = directory.ok().and_then(|directory| Line::find(&directory));
        let mut line = platform.sandbox.line.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = found {
            *line = found;
        }
        line.clone()
    }

    fn store(&self) -> MutexGuard<'_, BTreeMap<String, media::Kept>> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// The number of messages that the Graph API has taken.
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
    others::routes()
        .merge(asked::routes())
        .route("/sandbox/api/customers", routing::get(customers))
        .route("/sandbox/api/customers/{address}/messages", routing::post(write))
        .route("/sandbox/api/customers/{address}/files", routing::post(media::send))
        .route("/sandbox/media/{id}", routing::get(media::hand_out))
        .route("/sandbox/api/customers/{address}/read", routing::post(read))
        .route("/sandbox/api/webhook", routing::post(provider::raw))
        .route("/sandbox/api/faults", routing::get(faults).put(set_faults))
        .route("/sandbox/graph/{version}/{account}/messages", routing::post(graph))
        .route("/sandbox/graph/{version}/{node}", routing::get(told))
        .route("/sandbox/graph/{version}/{business}/subscribed_apps", routing::get(subscribed))
        .merge(mailbox::routes())
}

async fn customers(State(platform): State<Arc<Platform>>) -> Json<Value> {
    know_by_name(&platform).await;
    let customers = platform.sandbox.customers.lock().unwrap_or_else(PoisonError::into_inner);
    let list: Vec<&Customer> = customers.values().collect();
    Json(json!({"customers": list}))
}

/// Names the customers whose names the engine knows. The sandbox knows customers of the demo's
/// past, and of earlier processes, only by their addresses.
async fn know_by_name(platform: &Arc<Platform>) {
    let nameless: Vec<String> = {
        let customers = platform.sandbox.customers.lock().unwrap_or_else(PoisonError::into_inner);
        let unknown = customers.values().filter(|customer| customer.name.is_empty());
        unknown.map(|customer| customer.address.clone()).collect()
    };
    let Ok(asset) = Sandbox::look(platform).await.asset.parse::<domain::AssetId>() else { return };
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

/// Sends a customer's message: the payload that Meta documents, signed as Meta signs it.
async fn write(
    State(platform): State<Arc<Platform>>,
    Path(address): Path<String>,
    Json(message): Json<Write>,
) -> Response {
    Sandbox::look(&platform).await;
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

/// Opens the chat as the customer: all messages that arrived are read.
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

/// Describes a file: its kind, its name, its caption and its link.
fn picture(kind: &str, file: &Value) -> Option<String> {
    let link = file["link"].as_str()?;
    let said = [file["filename"].as_str(), file["caption"].as_str(), Some(link)];
    Some(format!("[{kind}] {}", said.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
}

/// Returns the text that the customer reads of a template, or Meta's refusal: the provider has the
/// declaration, and the message only names it.
async fn approved(platform: &Arc<Platform>, sent: &Value) -> Result<String, (i64, &'static str)> {
    const UNKNOWN: (i64, &str) =
        (132_001, "(#132001) Template name does not exist in the translation");
    const VALUES: (i64, &str) =
        (132_000, "(#132000) Number of parameters does not match the expected number of params");
    let (name, language) = (sent["name"].as_str(), sent["language"]["code"].as_str());
    let name = name.filter(|name| domain::template::is_name(name)).ok_or(UNKNOWN)?;
    let asset = Sandbox::look(platform).await.asset.parse().map_err(|_| UNKNOWN)?;
    let known = platform.own().store.templates_named(&asset, name).await;
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
