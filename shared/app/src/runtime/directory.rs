//! The directory, which a process remembers for a while.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Millis;
use store::settings::directory::Directory;
use store::{Result, Store};

/// The time for which even a "no" rests on the remembered directory: strangers could have the table
/// read for each of their requests otherwise.
const ANEW: Millis = Millis::seconds(1);

/// Remembers the directory for a while, because every decision needs it and it changes rarely.
#[derive(Debug)]
pub struct DirectoryCache {
    ttl: Millis,
    known: Mutex<Known>,
    /// The lock of the request that reads: a hundred requests that find the directory too old make
    /// one read of it.
    reading: tokio::sync::Mutex<()>,
}

#[derive(Debug, Clone, Default)]
struct Known {
    /// The number of times that the process forgot the directory: a read that began before the last
    /// one does not count.
    forgotten: u64,
    /// The moment of the last read, and its result.
    read: Option<(Millis, Arc<Directory>)>,
}

impl DirectoryCache {
    pub(crate) fn new(ttl: Millis) -> Self {
        Self { ttl, known: Mutex::default(), reading: tokio::sync::Mutex::default() }
    }

    pub(crate) async fn get(&self, store: &Store, now: Millis) -> Result<Arc<Directory>> {
        self.get_within(store, now, self.ttl).await
    }

    /// As [`DirectoryCache::get`], for a caller to whom a remembered directory said "no".
    pub(crate) async fn get_anew(&self, store: &Store, now: Millis) -> Result<Arc<Directory>> {
        self.get_within(store, now, ANEW.min(self.ttl)).await
    }

    async fn get_within(&self, store: &Store, now: Millis, ttl: Millis) -> Result<Arc<Directory>> {
        let before = self.known().clone();
        if let Some((at, directory)) = &before.read
            && now - *at < ttl
            && now >= *at
        {
            return Ok(Arc::clone(directory));
        }
        let _turn = self.reading.lock().await;
        let known = self.known().clone();
        if let Some((_, directory)) = &known.read
            && before.read.is_none_or(|(_, old)| !Arc::ptr_eq(&old, directory))
        {
            // Another request read the directory while this one waited.
            return Ok(Arc::clone(directory));
        }
        let directory = Arc::new(store.directory().await?);
        let mut after = self.known();
        if after.forgotten == known.forgotten {
            after.read = Some((now, Arc::clone(&directory)));
        }
        Ok(directory)
    }

    /// Remembers a directory that a caller read from the table for itself.
    pub(crate) fn keep(&self, now: Millis, directory: Directory) {
        self.known().read = Some((now, Arc::new(directory)));
    }

    pub(crate) fn forget(&self) {
        let mut known = self.known();
        known.forgotten += 1;
        known.read = None;
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // A poisoned lock only means that another task died between two assignments.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
