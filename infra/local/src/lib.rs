//! The local platform: everything around the functions on AWS, in one process.
//!
//! Each role of the real service has one file: [`engine`] is DynamoDB, [`gateway`] the WebSocket
//! API, [`http_api`] the HTTP API, [`queue`] SQS, [`stream`] the table's stream, [`clock`]
//! EventBridge's schedules, [`issuer`] the sign-in service, [`sandbox`] the outside world, [`lab`]
//! the faults on purpose. Routes, filters, queues and schedules come from `infra/template.yaml`
//! through [`template`].

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]

pub mod admin_link;
pub mod aws;
pub mod backup;
pub mod canned;
pub mod clock;
pub mod command;
pub mod connector;
pub mod console;
pub mod dead_letters;
pub mod demo;
mod demo_files;
pub mod engine;
pub mod environment;
pub mod files;
pub mod first;
pub mod folder;
pub mod function;
pub mod furnish;
pub mod gateway;
pub mod greeting;
pub mod health;
pub mod http_api;
pub(crate) mod ids;
pub mod issuer;
pub mod lab;
pub mod mail;
pub mod mailbox;
pub mod operations;
pub mod options;
pub mod pages;
pub mod queue;
pub mod sandbox;
pub mod server;
pub(crate) mod sqs;
pub mod start;
pub mod stream;
pub mod template;
pub mod templates;
pub mod vault;
pub mod wall;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::function::Functions;
use app::{App, Clock, Config};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use channels::Secrets;
use domain::Millis;

/// WhatsApp's Graph API.
const GRAPH_URL: &str = "https://graph.facebook.com/v26.0";

/// The table's name on this platform.
pub const TABLE: &str = "switchboard";

/// The region's name on this platform.
pub const REGION: &str = "local";

/// The beginning of the names of secrets on this platform.
pub const SECRETS: &str = "switchboard/assets/";

/// The keys with which the functions sign. They belong to this data folder, so that nobody else can
/// sign a link to a file. Functions outside this process know only the key in `tools/watch.sh`.
#[must_use]
pub fn keys(issuer: &issuer::Issuer, open_aws: bool) -> app::Credentials {
    let secret = if open_aws { "local" } else { &issuer.visitor_key };
    app::Credentials { key_id: "local".to_owned(), secret: secret.to_owned(), token: None }
}

/// The parts of the platform, and their connections.
#[expect(missing_debug_implementations, reason = "holds a database")]
pub struct Platform {
    /// DynamoDB.
    pub engine: engine::Engine,
    /// The connections between functions, routes, queues and schedules.
    pub wiring: template::Wiring,
    /// The WebSocket API's open sockets.
    pub gateway: gateway::Gateway,
    /// SQS.
    pub queues: queue::Queues,
    /// The bucket for files.
    pub files: files::Files,
    /// Whether functions run outside this process and reach AWS's APIs by HTTP.
    pub open_aws: bool,
    /// The table's stream.
    pub stream: stream::Stream,
    /// The event bus.
    pub bus: aws::Bus,
    /// Secrets Manager.
    vault: OnceLock<vault::Vault>,
    /// The sign-in service.
    pub issuer: issuer::Issuer,
    /// The outside world.
    pub sandbox: sandbox::Sandbox,
    /// The platform's address: `http://localhost:8787`.
    pub base_url: String,
    /// Whether this is a workplace in earnest: no sandbox, no lab, real providers.
    earnest: OnceLock<()>,
    stopping: AtomicBool,
    functions: OnceLock<Functions>,
    linked: OnceLock<Functions>,
    own: OnceLock<Arc<App>>,
}

impl Platform {
    /// Puts the parts together. Functions come later, because they need the platform themselves.
    #[must_use]
    pub fn new(
        engine: engine::Engine,
        wiring: template::Wiring,
        issuer: issuer::Issuer,
        files: files::Files,
        open_aws: bool,
        base_url: String,
    ) -> Arc<Self> {
        Arc::new(Self {
            engine,
            files,
            open_aws,
            gateway: gateway::Gateway::default(),
            queues: queue::Queues::new(&wiring),
            stream: stream::Stream::default(),
            bus: aws::Bus::default(),
            vault: OnceLock::new(),
            sandbox: sandbox::Sandbox::new(&base_url),
            issuer,
            wiring,
            base_url,
            earnest: OnceLock::new(),
            stopping: AtomicBool::new(false),
            functions: OnceLock::new(),
            linked: OnceLock::new(),
            own: OnceLock::new(),
        })
    }

    /// Installs the functions. Only the first call counts.
    pub fn install(&self, functions: Functions) {
        // A second call would only name the same functions again.
        let _ = self.functions.set(functions);
    }

    /// Keeps secrets in a vault on disk, before anything else asks.
    pub fn keep_secrets_in(&self, vault: vault::Vault) {
        // A second call would only open the same vault again.
        let _ = self.vault.set(vault);
    }

    /// The vault; in memory, unless there is one on disk.
    pub fn vault(&self) -> &vault::Vault {
        self.vault.get_or_init(vault::Vault::default)
    }

    /// Makes this a workplace in earnest, before anything else asks.
    pub fn in_earnest(&self) {
        // A second call would only say the same again.
        let _ = self.earnest.set(());
    }

    /// Whether this is a workplace in earnest.
    #[must_use]
    pub fn is_earnest(&self) -> bool {
        self.earnest.get().is_some()
    }

    /// Tells whoever asks that this process takes no new work.
    pub fn stopping(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the process was told to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Whether the functions run in another process.
    #[must_use]
    pub fn elsewhere(&self) -> bool {
        matches!(self.functions.get(), Some(Functions::Watched(_)))
    }

    /// Calls a function.
    ///
    /// # Errors
    /// If the function fails, or none are installed yet.
    pub async fn invoke(
        &self,
        name: &str,
        event: serde_json::Value,
    ) -> Result<serde_json::Value, function::Crashed> {
        match self.functions.get() {
            Some(functions) => {
                let met = &self.gateway.lab.met;
                let instance = match (met.is_cold(), met.is_frozen()) {
                    (true, _) => function::Instance::Cold,
                    (_, true) => function::Instance::Frozen,
                    _ => function::Instance::Warm,
                };
                functions.invoke_on(instance, name, event).await
            }
            None => Err(function::Crashed("the functions are not installed yet".to_owned())),
        }
    }

    /// The functions' configuration on this platform.
    #[must_use]
    pub fn config(&self) -> Config {
        let base = &self.base_url;
        let stage = &self.wiring.stage;
        Config {
            table: TABLE.to_owned(),
            region: REGION.to_owned(),
            files_url: self.files.url().to_owned(),
            files_bucket: files::BUCKET.to_owned(),
            endpoint: Some(format!("{base}/aws")),
            credentials: keys(&self.issuer, self.open_aws),
            sockets_url: format!("{base}/aws/{stage}"),
            public_sockets_url: format!("{}/{stage}", base.replacen("http", "ws", 1)),
            outbox_queue_url: format!("{base}/aws/queue/OutboxQueue"),
            timer_queue_url: format!("{base}/aws/queue/TimerQueue"),
            file_queue_url: format!("{base}/aws/queue/FileQueue"),
            stand_in_url: if self.is_earnest() {
                String::new()
            } else {
                format!("{base}/sandbox/")
            },
            bus: "DomainBus".to_owned(),
            issuer: self.issuer.url.clone(),
            client_id: self.issuer.client_id.clone(),
            trust_unverified_email: false,
            // The console of this platform, by both names of this machine, and its development
            // server.
            allowed_origins: if self.is_earnest() {
                vec![base.clone()]
            } else {
                vec![
                    base.clone(),
                    base.replace("localhost", "127.0.0.1"),
                    "http://localhost:5173".to_owned(),
                ]
            },
            admin_email: String::new(),
            visitor_key: self.issuer.visitor_key.clone(),
            keys_secret: String::new(),
            edge_key: String::new(),
            secrets: self.secrets(),
            secrets_prefix: SECRETS.to_owned(),
            directory_ttl: Millis::seconds(2),
            throttle: true,
            take_turns: true,
        }
    }

    /// The values for the channels' providers: real ones in earnest, else the sandbox's.
    fn secrets(&self) -> BTreeMap<String, Secrets> {
        let base = &self.base_url;
        let mut all = if self.is_earnest() {
            Config::provider_secrets(|name| {
                let real = || (name == "SWITCHBOARD_GRAPH_URL").then(|| GRAPH_URL.to_owned());
                std::env::var(name).ok().filter(|value| !value.is_empty()).or_else(real)
            })
        } else {
            sandbox::all_secrets(base)
        };
        let email = all.entry("email".to_owned()).or_default();
        *email = mailbox::secrets(email, base, &self.issuer.visitor_key);
        all
    }

    /// The platform's own app, for sign-in and demo data.
    pub fn own(self: &Arc<Self>) -> Arc<App> {
        Arc::clone(self.own.get_or_init(|| Arc::new(self.app(wall_clock()))))
    }

    /// The functions, linked into this process, each within the walls that the template gives it.
    ///
    /// # Errors
    /// If the template sets a variable that this platform does not know.
    pub fn functions(self: &Arc<Self>) -> Result<Functions, environment::Unknown> {
        if let Some(linked) = self.linked.get() {
            return Ok(linked.clone());
        }
        let (whole, own) = (self.config(), self.own());
        let apps = function::Apps::new(&self.wiring, |name, wall| {
            let config = environment::within(&whole, name, wall)?;
            let connector = connector::Local::new(Arc::clone(self), Some(name));
            Ok(Arc::new(own.beside(config, SharedHttpConnector::new(connector))))
        })?;
        let this = Arc::clone(self);
        let apps = apps.with_fresh(move |name| {
            let wall = this.wiring.walls.get(name)?;
            let config = environment::within(&this.config(), name, wall).ok()?;
            let connector = connector::Local::new(Arc::clone(&this), Some(name));
            Some(Arc::new(this.own().apart(config, SharedHttpConnector::new(connector))))
        });
        Ok(self.linked.get_or_init(|| Functions::Here(Arc::new(apps))).clone())
    }

    /// Whether the function that signed a link to a file may do itself what the link is for.
    pub(crate) fn allows_link(&self, signer: &str, ask: &files::Ask<'_>) -> bool {
        let Some(wall) = self.wiring.walls.get(signer) else { return true };
        wall::refused(wall, &wall::objects(ask.method, ask.key, None)).is_none()
    }

    /// Builds an app that writes the past: its messages count as delivered long ago, so that no
    /// provider gets them again.
    #[must_use]
    pub fn app_of_the_past(self: &Arc<Self>, clock: Clock) -> App {
        let connector = connector::Local::new(Arc::clone(self), None);
        let mut config = self.config();
        config.outbox_queue_url = format!("{}/aws/queue/{}", self.base_url, queue::NOWHERE);
        App::new(config, clock, SharedHttpConnector::new(connector))
    }

    /// Builds an app on this platform.
    #[must_use]
    pub fn app(self: &Arc<Self>, clock: Clock) -> App {
        let connector = connector::Local::new(Arc::clone(self), None);
        App::new(self.config(), clock, SharedHttpConnector::new(connector))
    }
}

/// The wall clock, plus the lab's lead on it.
#[must_use]
pub fn wall_clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX).saturating_add(lab::ahead()))
    })
}
