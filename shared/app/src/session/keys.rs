//! The issuer’s keys, as this process remembers them.

use domain::Millis;
use jsonwebtoken::jwk::Jwk;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// The sign-in service's public keys, remembered for a while.
#[derive(Debug, Default)]
pub(crate) struct Keys(pub(crate) Mutex<Option<(Millis, Arc<KeysById>)>>);

pub(crate) type KeysById = HashMap<String, Jwk>;
