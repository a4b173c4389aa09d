//! Load ► decide ► commit ► push: the only place where effects are put in order.
//!
//! Every function handles its events with an [`App`]. On AWS it is built from the environment; the
//! local platform and the tests hand in their own [`Config`], clock and HTTP connector, and
//! nothing else differs.

mod agents;
mod attachment;
pub mod away;
mod aws;
mod board;
mod canned;
mod config;
mod contact;
mod crash;
mod customer;
mod direct;
mod directory;
mod discussion;
mod draft;
pub mod earlier;
mod execute;
mod failure;
pub mod files;
pub mod frame;
pub mod hours;
pub mod identity;
mod known;
pub mod limit;
mod matching;
mod mention;
pub mod metric;
mod nudge;
pub mod outbox;
mod past;
mod person;
mod preferences;
mod presence;
mod provider;
mod push;
mod reach;
mod reading;
pub mod session;
pub mod settings;
mod sign_in;
mod sniff;
pub mod socket;
pub mod sync;
mod template;
pub mod timer;
pub mod today;
mod told;
mod turn;
mod upload;
pub mod view;
pub mod visitor;
pub mod web;

use std::sync::Arc;

use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::{Millis, ThreadId};
use store::Store;

pub use aws::{Bus, Posted, Queues, Sockets};
pub use config::{Config, Credentials};
pub use directory::Roster;
pub use execute::{Executed, Once, Question, Request, Since};
pub use failure::Failure;
pub use nudge::{DueMessage, OutboxMessage};
pub use person::Found;
pub use told::Told;

/// Tells the time. Handed in, so that tests can pin it.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// Everything that a function needs.
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct App {
    /// What is configured for this place.
    pub config: Config,
    /// The table.
    pub store: Store,
    /// Agents' and visitors' sockets.
    pub sockets: Sockets,
    /// The outbox and timer queues.
    pub queues: Queues,
    /// The bus for domain events.
    pub bus: Bus,
    /// What this process has told last.
    pub told: Told,
    /// What has been counted here.
    pub metrics: metric::Metrics,
    files: files::Files,
    clock: Clock,
    connector: SharedHttpConnector,
    roster: Roster,
    keys: identity::Keys,
    hints: execute::Hints,
    aliases: person::Aliases,
    turns: turn::Turns,
    limits: limit::Limits,
}

impl App {
    /// An app on the given configuration, clock and HTTP connector.
    #[must_use]
    pub fn new(config: Config, clock: Clock, connector: SharedHttpConnector) -> Self {
        let clients = aws::Clients::new(&config, &connector);
        Self {
            store: Store::new(clients.table, config.table.clone()),
            sockets: Sockets::new(clients.sockets),
            queues: Queues::new(
                clients.queues,
                config.outbox_queue_url.clone(),
                config.timer_queue_url.clone(),
            ),
            bus: Bus::new(clients.bus, config.bus.clone()),
            roster: Roster::new(config.directory_ttl),
            keys: identity::Keys::default(),
            told: Told::default(),
            metrics: metric::Metrics::default(),
            hints: execute::Hints::default(),
            aliases: person::Aliases::default(),
            turns: turn::Turns::new(config.take_turns),
            limits: limit::Limits::default(),
            files: files::Files::new(&config, connector.clone()),
            clock,
            connector,
            config,
        }
    }

    /// The app of a deployed function: everything from the environment.
    ///
    /// # Errors
    /// If a variable is missing or malformed; the message names it.
    pub fn from_env() -> Result<Self, config::Missing> {
        let config = Config::from_env(|name| std::env::var(name).ok())?;
        let clock: Clock = Arc::new(|| {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            Millis(since.ok().and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or(0))
        });
        Ok(Self::new(config, clock, provider::https_connector()))
    }

    /// The time, by the clock that was handed in.
    #[must_use]
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// What is configured: agents, teams, queues, assets, settings. At most
    /// [`Config::directory_ttl`] old.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory(&self) -> store::Result<Arc<store::directory::Directory>> {
        self.roster.get(&self.store, self.now()).await
    }

    /// Forgets what is remembered of the directory, after it was changed here.
    pub fn refresh_directory(&self) {
        self.roster.forget();
    }

    /// A client for the table, for those who create it.
    #[must_use]
    pub fn table_client(&self) -> aws_sdk_dynamodb::Client {
        aws::Clients::new(&self.config, &self.connector).table
    }

    /// The newest entry of a thread, as it stands now.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn thread(&self, thread: &ThreadId) -> store::Result<Option<store::Stored>> {
        self.store.newest(thread, true).await
    }
}

/// Logs as JSON lines to standard error, at the level that `RUST_LOG` names. For functions' mains.
pub fn init_logging() {
    metric::write_to_log();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .init();
}
