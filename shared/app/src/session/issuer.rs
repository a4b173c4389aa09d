//! The sign-in service: its keys, by which this process verifies tokens.
//!
//! An issuer that is down ends no session: its keys go on for a day. New keys wait until it answers.

use std::sync::Arc;
use std::time::Duration;

use domain::Millis;
use jsonwebtoken::jwk::{Jwk, JwkSet};
use protocol::Refused;
use serde::Deserialize;

use crate::runtime::failure::{SIGN_IN, SIGN_IN_NEVER};
use crate::runtime::provider;
use crate::session::keys::{KeysById, Known};
use crate::session::refused::unauthenticated;
use crate::{Door, Failure};

/// The time after which a process asks for the keys again.
const FRESH: Millis = Millis::hours(1);
/// The time for which keys serve while the issuer does not answer.
const LONGEST: Millis = Millis::hours(24);
/// The least time between two fetches for keys that serve longer.
const AGAIN: Millis = Millis::minutes(1);
/// The least time between two fetches for tokens that an unknown key signed, in seconds: a stream of made-up
/// tokens makes no stream of fetches, and a key that the issuer just began to use waits no longer.
const NEW_KEY: u32 = 5;
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
/// `unauthenticated` if the issuer has no such key; `unavailable` if it was asked a moment ago and
/// did not name the key; a failure if the issuer does not answer and the key is not remembered.
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
        None if within(known.fetched, Millis::seconds(i64::from(NEW_KEY))) => return Err(not_yet()),
        None if within(known.failed, PAUSE) => {
            return Err(down(&known, "it did not answer a moment ago".to_owned()));
        }
        _ => {}
    }
    door.keys.known().asked = Some(now);
    let fetched = fetch(door).await;
    match (fetched, remembered) {
        (Ok(keys), _) => {
            let keys = Arc::new(keys);
            let found = keys.get(kid).cloned();
            *door.keys.known() = Known { keys, fetched: Some(now), asked: Some(now), failed: None };
            found.ok_or_else(unknown)
        }
        (Err(why), Some(key)) => {
            tracing::warn!(%why, "the issuer's keys from before go on");
            Ok(key)
        }
        (Err(why), None) => {
            door.keys.known().failed = Some(now);
            Err(down(&known, why))
        }
    }
}

/// A key that the issuer did not name a moment ago may be one that it has begun to use since.
fn not_yet() -> Failure {
    Failure::Rejected(Box::new(Refused {
        retry_after: Some(NEW_KEY),
        ..Refused::new(
            "unavailable",
            "The token is signed by a key that the sign-in service did not name a moment ago.",
            "Try again in a few seconds, then sign in again.",
        )
    }))
}

/// The failure of an issuer that does not answer. A process that has never reached it knows no keys,
/// so that nobody goes on.
fn down(known: &Known, why: String) -> Failure {
    let what = if known.fetched.is_some() { SIGN_IN } else { SIGN_IN_NEVER };
    Failure::Service { what, why }
}

/// Asks the issuer for its keys, as the first sign-in will: a wrong address, an issuer that is down
/// and one that calls itself otherwise show themselves before anybody signs in.
///
/// # Errors
/// What is wrong, in words.
pub async fn reach(door: Door<'_>) -> Result<(), String> {
    let keys = fetch(door).await?;
    let now = Some(door.now());
    *door.keys.known() = Known { keys: Arc::new(keys), fetched: now, asked: now, failed: None };
    Ok(())
}

async fn fetch(door: Door<'_>) -> Result<KeysById, String> {
    let late = |_| Err("it did not answer in time".to_owned());
    tokio::time::timeout(PATIENCE, ask(door)).await.unwrap_or_else(late)
}

async fn ask(door: Door<'_>) -> Result<KeysById, String> {
    let issuer = &door.config.issuer;
    let get = async |url: &str| -> Result<Vec<u8>, String> {
        let answer = provider::call(door.connector, "GET", url, &[], Vec::new()).await?;
        match answer.status {
            200 => Ok(answer.body),
            status => Err(format!("{url} answered {status}")),
        }
    };
    // Some issuers end in a slash, which the address of the discovery document does not repeat.
    let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let discovery: Discovery =
        serde_json::from_slice(&get(&url).await?).map_err(|e| format!("{url}: {e}"))?;
    if discovery.issuer != *issuer {
        return Err(format!("it calls itself {}, and not {issuer}", discovery.issuer));
    }
    let set: JwkSet = serde_json::from_slice(&get(&discovery.jwks_uri).await?)
        .map_err(|e| format!("{}: {e}", discovery.jwks_uri))?;
    let named = set.keys.into_iter().filter_map(|k| Some((k.common.key_id.clone()?, k)));
    Ok(named.collect())
}
