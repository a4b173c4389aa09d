//! The values of an asset's fields, for those who talk to its provider.
//!
//! The installation's configuration comes first, what an admin entered stands over it. The record
//! in the directory names the version in the vault, so that every process has a new value as soon
//! as it has read the directory again, without a deployment.

use std::borrow::Cow;

use crate::{Failure, Line};
use channels::{Channel, Secrets};
use store::settings::directory::{Asset, Directory};

/// The values of an asset's fields.
///
/// # Errors
/// If the vault fails.
pub async fn of<'a>(
    line: Line<'a>,
    directory: &Directory,
    asset: &Asset,
) -> Result<Cow<'a, Secrets>, Failure> {
    let base = line.config.secrets_of(&asset.channel);
    let Some(record) = directory.secrets.get(&asset.id) else { return Ok(base) };
    let mut secrets = base.into_owned();
    let fields = channels::channel(&asset.channel).map_or(&[][..], Channel::fields);
    for field in fields.iter().filter(|field| !field.secret) {
        if let Some(entered) = record.fields.get(field.name) {
            secrets.set(field.name, &entered.shown);
        }
    }
    if let Some(version) = &record.vault {
        for (name, value) in line.vault.read(&asset.id, version, line.now()).await?.iter() {
            secrets.set(name, value);
        }
    }
    Ok(Cow::Owned(secrets))
}

/// Whether a webhook that came to the address of `named` may bring items for `other`: one app of
/// the provider serves both, which shows in the same signing secret. Otherwise the admin of one
/// account could speak for the customers of another.
///
/// # Errors
/// If the vault fails.
pub async fn vouches(
    line: Line<'_>,
    directory: &Directory,
    named: &Asset,
    other: &Asset,
) -> Result<bool, Failure> {
    if named.id == other.id {
        return Ok(true);
    }
    let Some(channel) = channels::channel(&named.channel) else { return Ok(false) };
    let (ours, theirs) = (of(line, directory, named).await?, of(line, directory, other).await?);
    Ok(channel.signs_by(&ours) == channel.signs_by(&theirs))
}
