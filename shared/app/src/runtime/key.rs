//! The engine's own key, of which other keys are made.

use channels::email::thread::Keys;
use domain::Millis;

use crate::runtime::vault::Vault;
use crate::{Config, Failure, Line};

/// The engine's own key: the configuration's, or else the vault's.
///
/// # Errors
/// If there is no key, or the vault fails.
pub(crate) async fn engine_key(
    config: &Config,
    vault: &Vault,
    now: Millis,
) -> Result<String, Failure> {
    let failed = |why: &str| Failure::Service { what: "the engine's key", why: why.to_owned() };
    let mut key = config.visitor_key.clone();
    if key.is_empty() {
        if config.keys_secret.is_empty() {
            return Err(failed("there is none"));
        }
        let keys = vault.keys(&config.keys_secret, now).await?;
        key = keys.get("visitor_key").cloned().unwrap_or_default();
    }
    if key.len() < 32 {
        return Err(failed("it has fewer than 32 characters"));
    }
    Ok(key)
}

/// The keys of mails, which follow from the engine's own key.
///
/// # Errors
/// If there is no key, or the vault fails.
pub(crate) async fn mail_keys(line: Line<'_>) -> Result<Keys, Failure> {
    Ok(Keys::of(&engine_key(line.config, line.vault, line.now()).await?))
}
