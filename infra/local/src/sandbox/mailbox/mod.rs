//! Customers who write e-mails. Their mails go in as Amazon brings them: the raw mail into the
//! bucket, and a signed notification to the webhook. The engine's mails arrive at a stand-in for
//! Amazon SES. Faults let them bounce, come late or twice, and be answered by programs.

mod answers;
mod letters;
mod ses;
pub mod sns;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{DefaultBodyLimit, State};
use axum::{Json, Router, routing};
use channels::Secrets;
use channels::email::channel;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Platform;

/// The demo's account for e-mail.
pub const ASSET: &str = "mail-demo";
/// The address of that account.
pub const ADDRESS: &str = "support@acme.test";
/// The configuration set that the demo's account names.
pub const CONFIGURATION_SET: &str = "sandbox";
/// The longest mail that goes in, in bytes: a little more than Amazon takes.
const LONGEST: usize = 45 * 1024 * 1024;

/// The address of the sandbox's SES.
#[must_use]
pub fn ses_url(base_url: &str) -> String {
    format!("{base_url}/sandbox/ses")
}

/// The installation's values for the sandbox; the topic stands at the account.
#[must_use]
pub fn secrets(base_url: &str) -> Secrets {
    Secrets::default().with(channel::API_URL, ses_url(base_url))
}

/// The faults on purpose.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Mails of the business come back.
    bounce: bool,
    /// Customers call the business's mails spam.
    complaint: bool,
    /// Mails of the business are late.
    delay: bool,
    /// A program answers each mail of the business.
    auto_reply: bool,
    /// Every notification comes twice.
    twice: bool,
    /// SES throttles: it refuses each mail, and the engine has to try again.
    throttle: bool,
    /// SES takes a mail, and its answer is an error.
    fail_after: bool,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Customer {
    address: String,
    name: String,
    messages: Vec<Mail>,
}

/// A mail in a customer's mailbox.
#[derive(Debug, Clone, Default, Serialize)]
struct Mail {
    id: String,
    from: &'static str,
    subject: String,
    text: String,
    html: Option<String>,
    message_id: Option<String>,
    in_reply_to: Option<String>,
    references: Vec<String>,
    reply_to: Option<String>,
    files: Vec<String>,
    automatic: bool,
    at: i64,
    raw: String,
}

/// The mailboxes of all customers.
#[derive(Debug, Default)]
pub(super) struct Mailboxes {
    customers: Mutex<BTreeMap<String, Customer>>,
    faults: Mutex<Faults>,
    sent: AtomicU64,
}

impl Mailboxes {
    fn customers(&self) -> MutexGuard<'_, BTreeMap<String, Customer>> {
        self.customers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn faults(&self) -> Faults {
        *self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_id(&self) -> String {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        format!("sandbox{:x}{number:04x}", super::now())
    }

    fn with<T>(&self, address: &str, change: impl FnOnce(&mut Customer) -> T) -> T {
        let address = address.to_lowercase();
        let mut customers = self.customers();
        let customer = customers
            .entry(address.clone())
            .or_insert_with(|| Customer { address, ..Customer::default() });
        change(customer)
    }
}

/// The routes of the mailboxes.
pub(super) fn routes() -> Router<Arc<Platform>> {
    let raw = routing::post(letters::raw).layer(DefaultBodyLimit::max(LONGEST));
    let send = routing::post(ses::send).layer(DefaultBodyLimit::max(2 * LONGEST));
    Router::new()
        .route("/sandbox/email/customers", routing::get(customers))
        .route("/sandbox/email/customers/{address}", routing::get(customer))
        .route("/sandbox/email/customers/{address}/messages", routing::post(letters::write))
        .route("/sandbox/email/faults", routing::get(faults).put(set_faults))
        .route("/sandbox/email/{asset}/raw", raw)
        .route("/sandbox/email/{asset}/subscription", routing::post(letters::subscribe))
        .route("/sandbox/ses/v2/email/outbound-emails", send)
        .route("/sandbox/ses/confirm", routing::get(|| async { "<ConfirmSubscriptionResponse/>" }))
        .route(
            &format!("/sandbox/ses/{}", sns::CERTIFICATE_NAME),
            routing::get(|| async { sns::CERTIFICATE }),
        )
}

async fn customers(State(platform): State<Arc<Platform>>) -> Json<Value> {
    let customers = platform.sandbox.mailboxes.customers();
    let list: Vec<Value> = customers
        .values()
        .map(|one| json!({"address": one.address, "name": one.name, "mails": one.messages.len()}))
        .collect();
    Json(json!({"customers": list}))
}

async fn customer(
    State(platform): State<Arc<Platform>>,
    axum::extract::Path(address): axum::extract::Path<String>,
) -> Json<Customer> {
    let found = platform.sandbox.mailboxes.customers().get(&address.to_lowercase()).cloned();
    Json(found.unwrap_or_else(|| Customer { address, ..Customer::default() }))
}

async fn faults(State(platform): State<Arc<Platform>>) -> Json<Faults> {
    Json(platform.sandbox.mailboxes.faults())
}

async fn set_faults(
    State(platform): State<Arc<Platform>>,
    Json(wanted): Json<Faults>,
) -> Json<Faults> {
    let mailboxes = &platform.sandbox.mailboxes;
    *mailboxes.faults.lock().unwrap_or_else(PoisonError::into_inner) = wanted;
    Json(wanted)
}
