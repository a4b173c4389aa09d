//! The directory, remembered for a while.

use std::sync::{Arc, Mutex, PoisonError};

use domain::Millis;
use store::directory::Directory;
use store::{Result, Store};

/// Remembers the directory for a while, since every decision needs it and it changes rarely.
#[derive(Debug)]
pub struct Roster {
    ttl: Millis,
    known: Mutex<Option<(Millis, Arc<Directory>)>>,
}

impl Roster {
    pub(crate) const fn new(ttl: Millis) -> Self {
        Self { ttl, known: Mutex::new(None) }
    }

    pub(crate) async fn get(&self, store: &Store, now: Millis) -> Result<Arc<Directory>> {
        // A poisoned lock only means that another task died between two assignments.
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((read_at, directory)) if now - read_at < self.ttl && now >= read_at => {
                Ok(directory)
            }
            _ => {
                let directory = Arc::new(store.directory().await?);
                *self.known.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some((now, Arc::clone(&directory)));
                Ok(directory)
            }
        }
    }

    pub(crate) fn forget(&self) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
