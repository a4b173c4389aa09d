//! The composition: it makes every part of the app once, and hands the parts to the rooms in
//! bundles.

use crate::contact::known::Aliases;
use crate::engine::parts::{Carrier, Door, Engine, Follow, Gate, Ground, Line, Shelf, Voice, Work};
use crate::engine::prefetch::Prefetch;
use crate::engine::push_cache::PushCache;
use crate::engine::thread_lock::ThreadLocks;
use crate::file::bucket::Bucket;
use crate::runtime::aws::{Bus, Clients, Queues, Sockets};
use crate::runtime::certificates::Certificates;
use crate::runtime::config::{self, Config};
use crate::runtime::directory::DirectoryCache;
use crate::runtime::limits::Limits;
use crate::runtime::metric::Metrics;
use crate::runtime::outside::Outside;
use crate::runtime::provider;
use crate::runtime::vault::Vault;
use crate::session::keys::Keys;
use crate::{Clock, assignment, presence, visitor};
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::effect::Effects;
use domain::{AgentId, Millis, ThreadId};
use futures_util::future::BoxFuture;
use std::sync::Arc;
use store::settings::directory::Directory;
use store::{Store, Stored};

/// Every part of a function, each made once.
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct App {
    /// The configuration of this place.
    pub config: Config,
    /// The table.
    pub store: Store,
    /// Agents' and visitors' sockets.
    pub sockets: Sockets,
    /// The outbox, timer and file queues.
    pub queues: Queues,
    /// The bus for domain events.
    pub bus: Bus,
    /// The frames that this process pushed last.
    pub push_cache: PushCache,
    /// The counters of this process.
    pub metrics: Arc<Metrics>,
    files: Bucket,
    outside: Outside,
    vault: Vault,
    clock: Clock,
    connector: SharedHttpConnector,
    directory_cache: Arc<DirectoryCache>,
    keys: Keys,
    prefetch: Prefetch,
    aliases: Aliases,
    thread_locks: Arc<ThreadLocks>,
    limits: Limits,
    certificates: Certificates,
}

impl App {
    /// Builds an app on the given configuration, clock and HTTP connector.
    #[must_use]
    pub fn new(config: Config, clock: Clock, connector: SharedHttpConnector) -> Self {
        let clients = Clients::new(&config, &connector);
        Self {
            store: Store::new(clients.table, config.table.clone()),
            sockets: Sockets::new(clients.sockets),
            queues: Queues::new(clients.queues, &config),
            bus: Bus::new(clients.bus, config.bus.clone()),
            directory_cache: Arc::new(DirectoryCache::new(config.directory_ttl)),
            keys: Keys::default(),
            push_cache: PushCache::default(),
            metrics: Arc::default(),
            prefetch: Prefetch::default(),
            aliases: Aliases::default(),
            thread_locks: Arc::new(ThreadLocks::new(config.take_turns)),
            limits: Limits::default(),
            certificates: Certificates::default(),
            files: Bucket::new(&config, connector.clone()),
            outside: Outside::new(&config.stand_in_url, connector.clone()),
            vault: Vault::new(&config, connector.clone()),
            clock,
            connector,
            config,
        }
    }

    /// Builds the app of another function in the same process. It has a configuration and a
    /// connector of its own; the two share the clock, the counters, the turns at a thread, and the
    /// directory, so that a change of it holds for all functions at once.
    #[must_use]
    pub fn beside(&self, config: Config, connector: SharedHttpConnector) -> Self {
        let mut app = Self::new(config, Arc::clone(&self.clock), connector);
        app.metrics = Arc::clone(&self.metrics);
        app.directory_cache = Arc::clone(&self.directory_cache);
        app.thread_locks = Arc::clone(&self.thread_locks);
        app.outside = app.outside.beside(&self.outside);
        app
    }

    /// The same app, which reaches addresses that strangers name over this connector. Tests alone
    /// hand one in: the app's own reaches public addresses only.
    #[must_use]
    pub fn with_outside(mut self, connector: SharedHttpConnector) -> Self {
        self.outside = self.outside.through(connector);
        self
    }

    /// Builds the app of a function that has just started elsewhere: it shares the clock and the
    /// counters, and remembers nothing.
    #[must_use]
    pub fn apart(&self, config: Config, connector: SharedHttpConnector) -> Self {
        let mut app = Self::new(config, Arc::clone(&self.clock), connector);
        app.metrics = Arc::clone(&self.metrics);
        app.outside = app.outside.beside(&self.outside);
        app
    }

    /// Builds the app of a deployed function from the environment.
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

    /// The table, the directory and the clock.
    #[must_use]
    pub fn ground(&self) -> Ground<'_> {
        Ground { store: &self.store, directory_cache: &self.directory_cache, clock: &self.clock }
    }

    /// The ground and the sockets.
    #[must_use]
    pub fn voice(&self) -> Voice<'_> {
        Voice { ground: self.ground(), sockets: &self.sockets, follow: self }
    }

    /// The voice, and the parts that carry out commands.
    #[must_use]
    pub fn engine(&self) -> Engine<'_> {
        Engine {
            voice: self.voice(),
            queues: &self.queues,
            push_cache: &self.push_cache,
            prefetch: &self.prefetch,
            aliases: &self.aliases,
            thread_locks: &self.thread_locks,
            metrics: &self.metrics,
        }
    }

    /// The ground and the bucket.
    #[must_use]
    pub fn shelf(&self) -> Shelf<'_> {
        Shelf { ground: self.ground(), bucket: &self.files }
    }

    /// The engine and the bucket.
    #[must_use]
    pub fn work(&self) -> Work<'_> {
        Work { engine: self.engine(), shelf: self.shelf() }
    }

    /// The ground, and the way to providers.
    #[must_use]
    pub fn line(&self) -> Line<'_> {
        Line {
            ground: self.ground(),
            config: &self.config,
            connector: &self.connector,
            outside: &self.outside,
            vault: &self.vault,
            limits: &self.limits,
            certificates: &self.certificates,
        }
    }

    /// The work, and the line to providers.
    #[must_use]
    pub fn carrier(&self) -> Carrier<'_> {
        Carrier { work: self.work(), line: self.line() }
    }

    /// The ground, and the keys that identify callers.
    #[must_use]
    pub fn door(&self) -> Door<'_> {
        Door {
            ground: self.ground(),
            config: &self.config,
            keys: &self.keys,
            vault: &self.vault,
            connector: &self.connector,
            limits: &self.limits,
        }
    }

    /// The ground, and the limits for anonymous callers.
    #[must_use]
    pub fn gate(&self) -> Gate<'_> {
        Gate { ground: self.ground(), limits: &self.limits, throttle: self.config.throttle }
    }

    /// The time, by the clock that the app was built with.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.ground().now()
    }

    /// Agents, teams, queues, assets and settings, at most [`Config::directory_ttl`] old.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory(&self) -> store::Result<Arc<Directory>> {
        self.ground().directory().await
    }

    /// Agents, teams, queues, assets and settings, at most a second old.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory_anew(&self) -> store::Result<Arc<Directory>> {
        self.directory_cache.get_anew(&self.store, self.now()).await
    }

    /// Forgets the directory that this process remembers, after a change to it.
    pub fn refresh_directory(&self) {
        self.directory_cache.forget();
    }

    /// A client for the table, for callers who create the table.
    #[must_use]
    pub fn table_client(&self) -> aws_sdk_dynamodb::Client {
        Clients::new(&self.config, &self.connector).table
    }

    /// Returns the newest entry of a thread, as it stands now.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn thread(&self, thread: &ThreadId) -> store::Result<Option<Stored>> {
        self.ground().thread(thread).await
    }
}

impl Follow for App {
    fn entry_written<'a>(
        &'a self,
        next: &'a Stored,
        effects: &'a Effects,
        directory: &'a Directory,
    ) -> BoxFuture<'a, ()> {
        Box::pin(assignment::match_after(self.engine(), next, effects, directory))
    }

    fn visitor_reached<'a>(&'a self, next: &'a Stored) -> BoxFuture<'a, ()> {
        Box::pin(visitor::chat::note_delivered(self.engine(), next))
    }

    fn socket_gone<'a>(
        &'a self,
        agent: &'a AgentId,
        socket: &'a str,
    ) -> BoxFuture<'a, store::Result<()>> {
        Box::pin(presence::socket_gone(self.engine(), agent, socket))
    }
}

/// Concurrent requests share the app.
const _: fn() = || {
    const fn shared<T: Send + Sync>() {}
    shared::<Arc<App>>();
};
