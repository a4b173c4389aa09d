//! The parts of an app, in bundles for the rooms: a function takes the smallest bundle that holds
//! what it needs, so that its signature says what it can reach.
//!
//! * [`Ground`]: the table, the directory, the clock. For reads, and for writes that notify nobody.
//! * [`Voice`]: the ground and the sockets. For functions that notify somebody.
//! * [`Engine`]: the voice and the queues, prefetch and locks. For functions that carry out
//!   commands.
//! * [`Shelf`]: the ground and the bucket. [`Work`]: the engine and the bucket.
//! * [`Line`]: the ground and the way to providers. [`Carrier`]: the work and the line.
//! * [`Door`]: the ground and the keys that identify callers. [`Gate`]: the ground and the limits
//!   for anonymous callers.

use std::ops::Deref;
use std::sync::Arc;

use crate::Clock;
use crate::contact::known::Aliases;
use crate::engine::prefetch::Prefetch;
use crate::engine::push_cache::PushCache;
use crate::engine::thread_lock::ThreadLocks;
use crate::file::bucket::Bucket;
use crate::runtime::aws::{Queues, Sockets};
use crate::runtime::certificates::Certificates;
use crate::runtime::config::Config;
use crate::runtime::directory::DirectoryCache;
use crate::runtime::limits::Limits;
use crate::runtime::metric::Metrics;
use crate::runtime::outside::Outside;
use crate::runtime::vault::Vault;
use crate::session::keys::Keys;
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::effect::Effects;
use domain::{AgentId, Millis, ThreadId};
use futures_util::future::BoxFuture;
use store::settings::directory::Directory;
use store::{Store, Stored};

/// The table, the directory and the clock.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Ground<'a> {
    /// The table.
    pub store: &'a Store,
    pub(crate) directory_cache: &'a DirectoryCache,
    pub(crate) clock: &'a Clock,
}

impl Ground<'_> {
    /// The time, by the clock that the app was built with.
    #[must_use]
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// Agents, teams, queues, assets and settings, at most [`Config::directory_ttl`] old.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory(&self) -> store::Result<Arc<Directory>> {
        self.directory_cache.get(self.store, self.now()).await
    }

    /// Forgets the directory that this process remembers, after a change to it.
    pub fn refresh_directory(&self) {
        self.directory_cache.forget();
    }

    /// Returns the newest entry of a thread, as it stands now.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn thread(&self, thread: &ThreadId) -> store::Result<Option<Stored>> {
        self.store.newest(thread, true).await
    }
}

/// The steps that follow the engine's work and belong to the rooms. The composition
/// ([`crate::App`]) implements them, so that no room and the engine need each other.
pub(crate) trait Follow: Send + Sync {
    /// The engine wrote an entry: other agents may get a conversation now.
    fn entry_written<'a>(
        &'a self,
        next: &'a Stored,
        effects: &'a Effects,
        directory: &'a Directory,
    ) -> BoxFuture<'a, ()>;

    /// The visitor's socket took the message in an entry.
    fn visitor_reached<'a>(&'a self, next: &'a Stored) -> BoxFuture<'a, ()>;

    /// The gateway no longer knows an agent's socket.
    fn socket_gone<'a>(
        &'a self,
        agent: &'a AgentId,
        socket: &'a str,
    ) -> BoxFuture<'a, store::Result<()>>;
}

/// The ground, and the sockets of agents and visitors.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Voice<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    /// Agents' and visitors' sockets.
    pub sockets: &'a Sockets,
    pub(crate) follow: &'a dyn Follow,
}

/// The voice, and the other parts that carrying out a command needs.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Engine<'a> {
    /// The ground and the sockets.
    pub voice: Voice<'a>,
    pub(crate) queues: &'a Queues,
    pub(crate) push_cache: &'a PushCache,
    pub(crate) prefetch: &'a Prefetch,
    pub(crate) aliases: &'a Aliases,
    pub(crate) thread_locks: &'a ThreadLocks,
    pub(crate) metrics: &'a Metrics,
}

/// The ground and the bucket of files.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Shelf<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    pub(crate) bucket: &'a Bucket,
}

/// The engine and the bucket of files.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Work<'a> {
    /// Carries out commands.
    pub engine: Engine<'a>,
    /// Reads and signs files.
    pub shelf: Shelf<'a>,
}

/// The ground, and the way to assets' providers: the connector, the vault, the notes of health.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct Line<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    pub(crate) config: &'a Config,
    pub(crate) connector: &'a SharedHttpConnector,
    pub(crate) outside: &'a Outside,
    pub(crate) vault: &'a Vault,
    pub(crate) limits: &'a Limits,
    pub(crate) certificates: &'a Certificates,
}

/// The work, and the line to providers.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct Carrier<'a> {
    /// The engine and the files.
    pub work: Work<'a>,
    /// The way to providers.
    pub line: Line<'a>,
}

/// The ground, and the keys that identify callers.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds secrets")]
pub struct Door<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    pub(crate) config: &'a Config,
    pub(crate) keys: &'a Keys,
    pub(crate) vault: &'a Vault,
    pub(crate) connector: &'a SharedHttpConnector,
    pub(crate) limits: &'a Limits,
}

/// The ground, and the limits for anonymous callers.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Gate<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    pub(crate) limits: &'a Limits,
    pub(crate) throttle: bool,
}

macro_rules! rests_on {
    ($($upper:ident => $field:ident: $lower:ident;)*) => {$(
        impl<'a> Deref for $upper<'a> {
            type Target = $lower<'a>;
            fn deref(&self) -> &$lower<'a> {
                &self.$field
            }
        }
    )*};
}

rests_on! {
    Voice => ground: Ground;
    Engine => voice: Voice;
    Shelf => ground: Ground;
    Work => engine: Engine;
    Line => ground: Ground;
    Carrier => work: Work;
    Door => ground: Ground;
    Gate => ground: Ground;
}
