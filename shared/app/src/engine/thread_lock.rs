//! Locks by which the requests of one process take turns at a thread.
//!
//! The log is the lock, and needs no other: on AWS an instance serves one request at a time. In one
//! process a hundred concurrent messages of one customer would each lose most of a hundred races,
//! which costs writes and changes nothing; with these locks they wait for each other instead.

use std::sync::Arc;

use domain::ThreadId;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The number of locks; threads that share a lock merely wait a little longer.
const PLACES: usize = 256;

/// The locks of the threads at which this process works; `None`: requests do not take turns.
#[derive(Debug)]
pub(crate) struct ThreadLocks(Option<Vec<Arc<Mutex<()>>>>);

/// A turn at a thread, which ends when it is dropped.
pub(crate) type Turn = Option<OwnedMutexGuard<()>>;

impl ThreadLocks {
    pub(crate) fn new(taken: bool) -> Self {
        Self(taken.then(|| (0..PLACES).map(|_| Arc::default()).collect()))
    }

    pub(crate) async fn take(&self, thread: &ThreadId) -> Turn {
        let places = self.0.as_ref()?;
        let place = thread
            .as_str()
            .bytes()
            .fold(0_usize, |h, b| h.wrapping_mul(31).wrapping_add(usize::from(b)));
        Some(Arc::clone(&places[place % PLACES]).lock_owned().await)
    }
}
