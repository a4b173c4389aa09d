//! The issuer's keys, as this process remembers them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Millis;
use jsonwebtoken::jwk::Jwk;

/// The sign-in service's public keys, remembered for a while.
#[derive(Debug, Default)]
pub(crate) struct Keys(Mutex<Known>);

#[derive(Debug, Default, Clone)]
pub(crate) struct Known {
    pub(crate) keys: Arc<KeysById>,
    /// The moment at which the keys came.
    pub(crate) fetched: Option<Millis>,
    /// The moment at which the last fetch began.
    pub(crate) asked: Option<Millis>,
    /// The moment at which the last fetch failed, if it did.
    pub(crate) failed: Option<Millis>,
}

pub(crate) type KeysById = HashMap<String, Jwk>;

impl Keys {
    pub(crate) fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
