//! The sign-in service: its keys, by which this process verifies tokens.
//!
//! An issuer that is down ends no session: its keys go on for a day. New keys wait until it answers.

use std::sync::Arc;
use std::time::Duration;

use domain::Millis;
use jsonwebtoken::jwk::{Jwk, JwkSet};
use serde::Deserialize;

use crate::runtime::failure::SIGN_IN;
use crate::runtime::provider;
use crate::session::keys::{KeysById, Known};
use crate::session::refused::unauthenticated;
use crate::{Door, Failure};

/// The time after which a process asks for the keys again.
const FRESH: Millis = Millis::hours(1);
/// The time for which keys serve while the issuer does not answer.
const LONGEST: Millis = Millis::hours(24);
/// The least time between two fetches: for tokens that an unknown key signed, and for keys that
/// serve longer.
const AGAIN: Millis = Millis::minutes(1);
/// The time for which an issuer that did not answer is not asked again for unknown keys.
const PAUSE: Millis = Millis::seconds(10);
/// How long an issuer may take, whatever the connector allows.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Deserialize)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
}

/// Returns the key with an id.
///
/// # Errors
/// `unauthenticated` if the issuer has no such key; a failure if the issuer does not answer and the
/// key is not remembered.
pub(crate) async fn key(door: Door<'_>, kid: &str) -> Result<Jwk, Failure> {
    let now = door.now();
    let within = |moment: Option<Millis>, span| moment.is_some_and(|moment| now - moment < span);
    let unknown = || unauthenticated("The token is signed by a key we do not know.");
    let known = door.keys.known().clone();
    let remembered = known.keys.get(kid).filter(|_| within(known.fetched, LONGEST)).cloned();
    match &remembered {
        // One request in a minute asks for fresh keys; the others go on meanwhile.
        Some(key) if within(known.fetched, FRESH) || within(known.asked, AGAIN) => {
            return Ok(key.clone());
        }
        None if within(known.fetched, AGAIN) => return Err(unknown()),
        None if within(known.failed, PAUSE) => {
            let why = "it did not answer a moment ago".to_owned();
            return Err(Failure::Service { what: SIGN_IN, why });
        }
        _ => {}
    }
    door.keys.known().asked = Some(now);
    let late = |_| {
        let why = "it did not answer in time".to_owned();
        Err(Failure::Service { what: SIGN_IN, why })
    };
    let fetched = tokio::time::timeout(PATIENCE, fetch(door)).await.unwrap_or_else(late);
    match (fetched, remembered) {
        (Ok(keys), _) => {
            let keys = Arc::new(keys);
            let found = keys.get(kid).cloned();
            *door.keys.known() = Known { keys, fetched: Some(now), asked: Some(now), failed: None };
            found.ok_or_else(unknown)
        }
        (Err(failure), Some(key)) => {
            tracing::warn!(%failure, "the issuer's keys from before go on");
            Ok(key)
        }
        (Err(failure), None) => {
            door.keys.known().failed = Some(now);
            Err(failure)
        }
    }
}

async fn fetch(door: Door<'_>) -> Result<KeysById, Failure> {
    let failed = |why: String| Failure::Service { what: SIGN_IN, why };
    let issuer = &door.config.issuer;
    let get = async |url: &str| -> Result<Vec<u8>, Failure> {
        let answer =
            provider::call(door.connector, "GET", url, &[], Vec::new()).await.map_err(&failed)?;
        match answer.status {
            200 => Ok(answer.body),
            status => Err(failed(format!("{url} answered {status}"))),
        }
    };
    // Some issuers end in a slash, which the address of the discovery document does not repeat.
    let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let discovery: Discovery =
        serde_json::from_slice(&get(&url).await?).map_err(|e| failed(e.to_string()))?;
    if discovery.issuer != *issuer {
        return Err(failed(format!("it calls itself {}", discovery.issuer)));
    }
    let set: JwkSet = serde_json::from_slice(&get(&discovery.jwks_uri).await?)
        .map_err(|e| failed(e.to_string()))?;
    let named = set.keys.into_iter().filter_map(|k| Some((k.common.key_id.clone()?, k)));
    Ok(named.collect())
}
