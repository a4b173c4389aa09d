//! The parts of an app, bundled by what the rooms need: a room's functions take the smallest
//! bundle that holds it, so that a signature says what the function can reach.
//!
//! * [`Ground`]: the table, the directory, the clock. Reading, and writes that nobody is told of.
//! * [`Voice`]: and the sockets. Everything that tells somebody.
//! * [`Engine`]: and the queues, hints and locks. Everything that carries out commands.
//! * [`Shelf`]: ground and the bucket. [`Work`]: the engine and the bucket.
//! * [`Carrier`]: and what reaches providers. [`Door`]: and what proves who somebody is.
//!   [`Gate`]: and the limits for those whom nobody knows.

use std::ops::Deref;
use std::sync::Arc;

use crate::Clock;
use crate::contact::person::Aliases;
use crate::engine::load::Hints;
use crate::engine::push_cache::PushCache;
use crate::engine::thread_lock::ThreadLocks;
use crate::file::bucket::Bucket;
use crate::limit::Limits;
use crate::runtime::aws::{Queues, Sockets};
use crate::runtime::config::Config;
use crate::runtime::directory::DirectoryCache;
use crate::session::identity::Keys;
use aws_smithy_runtime_api::client::http::SharedHttpConnector;
use domain::effect::Effects;
use domain::{AgentId, Millis, ThreadId};
use futures_util::future::BoxFuture;
use store::directory::Directory;
use store::{Store, Stored};

/// The table, the directory and the clock.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Ground<'a> {
    /// The table.
    pub store: &'a Store,
    pub(crate) roster: &'a DirectoryCache,
    pub(crate) clock: &'a Clock,
}

impl Ground<'_> {
    /// The time, by the clock that was handed in.
    #[must_use]
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// Agents, teams, queues, assets and settings, at most [`Config::directory_ttl`] old.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn directory(&self) -> store::Result<Arc<Directory>> {
        self.roster.get(self.store, self.now()).await
    }

    /// Forgets the directory that this process remembers, after a change to it.
    pub fn refresh_directory(&self) {
        self.roster.forget();
    }

    /// The newest entry of a thread, as it stands now.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn thread(&self, thread: &ThreadId) -> store::Result<Option<Stored>> {
        self.store.newest(thread, true).await
    }
}

/// What follows from the engine's work and is none of its business: the rooms do it. The
/// composition ([`crate::App`]) hands the rooms in, so that no room and the engine need each other.
pub(crate) trait Follow: Send + Sync {
    /// An entry was written: others may get a conversation now.
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

/// The voice, and what carrying out a command needs besides.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients")]
pub struct Engine<'a> {
    /// The ground and the sockets.
    pub voice: Voice<'a>,
    pub(crate) queues: &'a Queues,
    pub(crate) told: &'a PushCache,
    pub(crate) hints: &'a Hints,
    pub(crate) aliases: &'a Aliases,
    pub(crate) turns: &'a ThreadLocks,
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

/// The work, and what reaches providers.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds clients and secrets")]
pub struct Carrier<'a> {
    /// The engine and the files.
    pub work: Work<'a>,
    pub(crate) config: &'a Config,
    pub(crate) connector: &'a SharedHttpConnector,
}

/// The ground, and what proves who somebody is.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds secrets")]
pub struct Door<'a> {
    /// The table, the directory, the clock.
    pub ground: Ground<'a>,
    pub(crate) config: &'a Config,
    pub(crate) keys: &'a Keys,
    pub(crate) connector: &'a SharedHttpConnector,
}

/// The ground, and the limits for those whom nobody knows.
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
    Carrier => work: Work;
    Door => ground: Ground;
    Gate => ground: Ground;
}
