//! The stage: the real handlers over an embedded table, with a pinned clock, recorded sockets,
//! queues that move when told to, and a provider that answers as the test tells it.

mod events;
mod home;
mod people;
pub mod scene;
pub mod story;
mod wires;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::{App, Clock, Config};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::Millis;
use platform::engine::Engine;
use platform::function::{Apps, Functions};
use platform::sandbox;
use serde_json::{Value, json};

pub use events::{http_event, sqs};
pub use people::{Agent, Visitor};
pub use platform::files::Answer as Fetched;
pub use wires::{CrashPoint, Fault, Meter, SES, Served, Wires};

/// A Tuesday morning.
const MORNING: i64 = 1_767_688_200_000;

pub struct World {
    pub app: Arc<App>,
    pub wires: Arc<Wires>,
    /// The functions, each within the walls that the template gives it.
    functions: Functions,
    now: Arc<AtomicI64>,
    /// The number of panics that a test has asked for; any other panic fails the test.
    panics: AtomicU64,
}

impl World {
    pub async fn new() -> Self {
        let now = Arc::new(AtomicI64::new(MORNING));
        let wires = Wires::new(Engine::memory().unwrap());
        let reading = Arc::clone(&now);
        let clock: Clock = Arc::new(move || Millis(reading.load(Ordering::SeqCst)));
        let connector = SharedHttpConnector::new(wires::Connector::new(&wires, None));
        let outside = connector.clone();
        let app = Arc::new(App::new(config(), clock, connector).with_outside(outside));
        store::table::create(&app.table_client(), "switchboard").await.unwrap();
        people::furnish(&app.store).await;
        // Everybody has signed in before; `session/sign_in.rs` tells of the first time.
        for agent in app.store.directory().await.unwrap().agents.keys() {
            app.store.bind_sign_in(agent, &account(agent.as_str())).await.unwrap();
        }
        app.refresh_directory();
        let functions = functions(&app, &wires);
        Self { functions, app, wires, now, panics: AtomicU64::new(0) }
    }

    /// The same world, whose functions are started anew with another configuration.
    pub fn with_config(self, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = self.app.config.clone();
        change(&mut config);
        let connector = SharedHttpConnector::new(wires::Connector::new(&self.wires, None));
        let outside = connector.clone();
        let app = Arc::new(App::new(config, self.clock(), connector).with_outside(outside));
        Self { functions: functions(&app, &self.wires), app, ..self }
    }

    /// The clock that a function reads.
    pub fn clock(&self) -> Clock {
        let reading = Arc::clone(&self.now);
        Arc::new(move || Millis(reading.load(Ordering::SeqCst)))
    }

    /// The clock's hand, for whoever takes time.
    pub fn hand(&self) -> Arc<AtomicI64> {
        Arc::clone(&self.now)
    }

    /// The way of a function to AWS, within its walls.
    pub fn connector_of(&self, function: &str) -> SharedHttpConnector {
        SharedHttpConnector::new(wires::Connector::new(&self.wires, Some(function)))
    }

    /// Lets time go by, and everything that falls due act.
    pub async fn pass(&self, span: Millis) {
        let end = self.now() + span;
        while let Some((due, body)) = self.wires.next_timer(end) {
            self.now.store(due.max(self.now()).0, Ordering::SeqCst);
            self.call("timers", sqs(&body)).await;
        }
        self.now.store(end.0, Ordering::SeqCst);
        self.call("timers", json!({"source": "aws.events"})).await;
        while let Some((_, body)) = self.wires.next_timer(end) {
            self.call("timers", sqs(&body)).await;
        }
    }

    /// Moves the clock's hand, and lets nothing act.
    pub fn stand_still_until(&self, moment: Millis) {
        self.now.store(moment.0, Ordering::SeqCst);
    }

    pub fn now(&self) -> Millis {
        Millis(self.now.load(Ordering::SeqCst))
    }

    /// Calls a function, which must not crash.
    pub async fn call(&self, function: &str, event: Value) -> Value {
        let answer = self.functions.invoke(function, event).await.unwrap();
        assert_eq!(self.wires.denied(), [""; 0], "calls that the template does not allow");
        let panics = self.app.metrics.counted(app::runtime::metric::Metric::Panics);
        assert_eq!(panics, self.panics.load(Ordering::SeqCst), "{function} panicked");
        answer
    }

    /// Calls a function that meets a mistake of ours: the next write to the table panics.
    pub async fn call_that_panics(&self, function: &str, event: Value) -> Value {
        self.wires.break_writes(&[Fault::Panic]);
        self.panics.fetch_add(1, Ordering::SeqCst);
        self.call(function, event).await
    }

    /// Calls a function that may end in the middle; `None`: it did.
    pub async fn call_or_crash(&self, function: &str, event: Value) -> Option<Value> {
        tokio::select! {
            biased;
            () = self.wires.crashed() => None,
            answer = self.functions.invoke(function, event) => Some(answer.unwrap()),
        }
    }

    /// A customer writes on WhatsApp. Returns the message's id.
    pub async fn customer_writes(&self, address: &str, text: &str) -> String {
        let id = format!("wamid.{}", uuid::Uuid::now_v7().simple());
        let answer = self.webhook(&self.text_message(address, text, &id)).await;
        assert_eq!(answer["statusCode"], 200, "{answer}");
        id
    }

    /// A customer writes to another account of the business than the demo's.
    pub async fn customer_writes_to(&self, account: &str, address: &str, text: &str) {
        let id = format!("wamid.{}", uuid::Uuid::now_v7().simple());
        let mut value = self.text_message(address, text, &id);
        value["metadata"] = json!({"phone_number_id": account});
        let answer = self.webhook(&value).await;
        assert_eq!(answer["statusCode"], 200, "{answer}");
    }

    pub async fn customer_writes_owned(&self, address: &str, text: String) {
        self.customer_writes(address, &text).await;
    }

    pub fn text_message(&self, address: &str, text: &str, id: &str) -> Value {
        json!({
            "contacts": [{"profile": {"name": "Smith"}, "wa_id": address}],
            "messages": [{"from": address, "id": id, "type": "text", "text": {"body": text},
                          "timestamp": (self.now().0 / 1_000).to_string()}],
        })
    }

    /// A signed WhatsApp webhook with this value.
    pub async fn webhook(&self, value: &Value) -> Value {
        let (body, signature) = Self::signed(value);
        self.post_webhook(&body, Some(&signature)).await
    }

    /// The same as an event for `ingest`.
    pub fn webhook_event(value: &Value) -> Value {
        let (body, signature) = Self::signed(value);
        events::webhook_event(&body, Some(&signature))
    }

    fn signed(value: &Value) -> (String, String) {
        let mut value = value.clone();
        value["messaging_product"] = json!("whatsapp");
        if value["metadata"].is_null() {
            value["metadata"] = json!({"phone_number_id": sandbox::PHONE_NUMBER_ID});
        }
        let body = json!({"object": "whatsapp_business_account", "entry": [
            {"id": "1", "changes": [{"field": "messages", "value": value}]}
        ]})
        .to_string();
        let signature = channels::whatsapp::signature(sandbox::APP_SECRET, body.as_bytes());
        (body, signature)
    }

    pub async fn post_webhook(&self, body: &str, signature: Option<&str>) -> Value {
        self.call("ingest", events::webhook_event(body, signature)).await
    }

    /// An agent with one open socket who has said hello.
    pub async fn agent(&self, id: &str) -> Agent<'_> {
        Agent::connect(self, id).await
    }

    /// Hands everything in the outbox over, and lets the provider's answers take effect.
    pub async fn deliver(&self) {
        while let Some(body) = self.wires.next_outbox() {
            let answer = self.call("deliver", sqs(&body)).await;
            assert_eq!(answer["batchItemFailures"], json!([]));
        }
    }

    /// Gets every file that waits in the file queue, and those whose next try waits there: the clock
    /// goes on until it is due.
    pub async fn fetch_files(&self) {
        while let Some((delay, body)) = self.wires.next_file() {
            self.stand_still_until(self.now() + Millis::seconds(delay));
            let answer = self.call("deliver", sqs(&body)).await;
            assert_eq!(answer["batchItemFailures"], json!([]));
        }
    }

    /// Reads the table's stream into `projection`, as the event source mapping would.
    pub async fn project(&self) {
        self.stream("projection").await;
    }

    /// Reads the table's stream into `fanout`, as the event source mapping would.
    pub async fn fan_out(&self) {
        self.stream("fanout").await;
    }

    async fn stream(&self, function: &str) {
        for event in self.wires.stream_batches(function) {
            let answer = self.call(function, event).await;
            assert_eq!(answer["batchItemFailures"], json!([]));
        }
    }

    /// The WhatsApp thread of an address.
    pub fn thread(&self, address: &str) -> domain::ThreadId {
        store::key::thread(&sandbox::ASSET.parse().unwrap(), address)
    }

    /// The log of a thread.
    pub async fn log(&self, thread: &domain::ThreadId) -> Vec<domain::Entry> {
        self.app.store.entries_after(thread, 0, 10_000).await.unwrap().entries
    }

    /// The state of a thread.
    pub async fn state(&self, thread: &domain::ThreadId) -> domain::Thread {
        self.app.thread(thread).await.unwrap().unwrap().thread
    }

    /// The HTTP API, as `agent`.
    pub async fn api(&self, agent: &str, method: &str, route: &str, body: &str) -> Value {
        let token = self.wires.token(agent, self.now(), |_| {});
        self.api_with(&token, method, route, body).await
    }

    pub async fn api_with(&self, token: &str, method: &str, route: &str, body: &str) -> Value {
        let mut event = http_event(method, route, body);
        event["headers"]["authorization"] = json!(format!("Bearer {token}"));
        let key = event["routeKey"].as_str().unwrap().to_owned();
        let answer = self.call("api", event).await;
        documented(&key, &answer);
        answer
    }
}

impl World {
    /// Follows a link to a file, as a browser or provider would: status, headers and bytes.
    pub fn follows(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Fetched {
        self.wires.follows(self.now(), method, url, headers, body)
    }

    /// Hands a file in as its announcement says, and returns the status.
    pub fn hands_in(&self, announced: &Value, bytes: &[u8]) -> u16 {
        let length = bytes.len().to_string();
        let mut headers = vec![("content-length", length.as_str())];
        for line in announced["headers"].as_array().unwrap() {
            headers.push((line["name"].as_str().unwrap(), line["value"].as_str().unwrap()));
        }
        let (method, url) = (&announced["method"], &announced["url"]);
        self.follows(method.as_str().unwrap(), url.as_str().unwrap(), &headers, bytes).status
    }
}

/// Checks that a route's refusals have only codes that its document lists.
fn documented(route: &str, answer: &Value) {
    let Some(codes) = protocol::openapi::refusals_of(route) else { return };
    let body: Value =
        serde_json::from_str(answer["body"].as_str().unwrap_or_default()).unwrap_or_default();
    if let Some(code) = body["error"]["code"].as_str() {
        assert!(codes.contains(&code), "{route} is refused with {code}, which is not listed");
    }
}

/// Calls the API, and returns the status and the body.
pub async fn asks(
    world: &World,
    who: &str,
    method: &str,
    route: &str,
    body: Value,
) -> (i64, Value) {
    let text = if body.is_null() { String::new() } else { body.to_string() };
    let answer = world.api(who, method, route, &text).await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), body)
}

/// Reads a route that must answer with 200.
pub async fn reads(world: &World, who: &str, route: &str) -> Value {
    let (status, body) = asks(world, who, "GET", route, Value::Null).await;
    assert_eq!(status, 200, "{route}: {body}");
    body
}

/// The account of one of the demo's people at the sign-in service.
pub fn account(agent: &str) -> store::SignIn {
    store::SignIn { issuer: ISSUER.to_owned(), subject: agent.to_owned() }
}

const ISSUER: &str = "http://issuer.test";

/// The functions of a world, each with its own app.
fn functions(app: &App, wires: &Arc<Wires>) -> Functions {
    let apps = Apps::new(wires.wiring(), |name, wall| {
        let config = platform::environment::within(&app.config, name, wall)?;
        let connector = SharedHttpConnector::new(wires::Connector::new(wires, Some(name)));
        Ok::<_, platform::environment::Unknown>(Arc::new(app.beside(config, connector)))
    });
    Functions::Here(Arc::new(apps.unwrap()))
}

fn config() -> Config {
    Config {
        table: "switchboard".to_owned(),
        region: "local".to_owned(),
        endpoint: Some("http://aws.test".to_owned()),
        credentials: wires::keys(),
        sockets_url: "http://sockets.test/live".to_owned(),
        public_sockets_url: "ws://sockets.test/live".to_owned(),
        outbox_queue_url: "http://aws.test/queue/OutboxQueue".to_owned(),
        timer_queue_url: "http://aws.test/queue/TimerQueue".to_owned(),
        file_queue_url: "http://aws.test/queue/FileQueue".to_owned(),
        stand_in_url: "http://provider.test/".to_owned(),
        files_url: wires::FILES.to_owned(),
        files_bucket: platform::files::BUCKET.to_owned(),
        bus: "DomainBus".to_owned(),
        issuer: ISSUER.to_owned(),
        client_id: "console".to_owned(),
        trust_unverified_email: false,
        allowed_origins: vec!["https://console.test".to_owned()],
        admin_email: String::new(),
        visitor_key: "0123456789abcdef0123456789abcdef".to_owned(),
        keys_secret: String::new(),
        edge_key: String::new(),
        secrets: [
            ("whatsapp".to_owned(), sandbox::secrets("http://provider.test")),
            ("email".to_owned(), channels::Secrets::default().with("api_url", wires::SES)),
        ]
        .into(),
        secrets_prefix: platform::SECRETS.to_owned(),
        directory_ttl: Millis::hours(1_000),
        // The tests are about races.
        take_turns: false,
        // Stories go faster than people write; `visitor/limits.rs` tests the limits.
        throttle: false,
    }
}
