//! An asset's connection as admins see and change it.

use std::collections::BTreeMap;

use crate::runtime::random::random_text;
use crate::session::state::person;
use crate::workspace::{self, shown};
use crate::{Engine, Failure, Line};
use channels::{Channel, Field};
use domain::workspace::Right;
use domain::{AssetId, Profile, Refusal};
use protocol::Refused;
use protocol::asset as wire;
use protocol::settings::Given;
use store::asset::Health;
use store::settings::asset_secrets::{AssetSecrets, Entered};
use store::settings::directory::{Asset, Directory, Record};

/// The longest value of a field, in characters.
const LONGEST: usize = 4_096;
/// The characters before the shown end of a mask.
const MASK: &str = "••••••••";

/// The channel of an asset.
///
/// # Errors
/// If this program does not know the channel.
pub(super) fn channel(asset: &Asset) -> Result<&'static dyn Channel, Refusal> {
    channels::channel(&asset.channel).ok_or(Refusal::NotFound { what: "channel" })
}

/// Returns an asset's connection: its fields, its webhook's path, its health.
///
/// # Errors
/// If the caller may not, there is no such asset, or the table fails.
pub async fn show(
    line: Line<'_>,
    me: &Profile,
    asset: &AssetId,
) -> Result<wire::AssetConnection, Failure> {
    me.may(Right::ChangeSecrets, &[])?;
    let directory = line.store.directory().await?;
    let health = line.store.health().await?.remove(asset).unwrap_or_default();
    connection(line, &directory, asset, &health)
}

/// Enters, replaces or removes values of an asset's fields.
///
/// The vault gets the secrets first, as a new version, and then the record names that version: who
/// reads the record finds the secrets, and of two admins at once the second is told.
///
/// # Errors
/// If the caller may not or is a program, a field is unknown or too long, somebody else was faster,
/// or the table or the vault fails.
pub async fn enter(
    engine: Engine<'_>,
    line: Line<'_>,
    me: &Profile,
    asset: &AssetId,
    change: &wire::AssetSecretsChange,
) -> Result<wire::AssetConnection, Failure> {
    me.may(Right::ChangeSecrets, &[])?;
    let mut directory = line.store.directory().await?;
    person(&directory, me)?;
    let channel = channel(directory.assets.get(asset).ok_or(Refusal::NotFound { what: "asset" })?)?;
    let before = directory.secrets.get(asset).cloned();
    let record = before.clone().unwrap_or_else(|| AssetSecrets {
        asset: asset.clone(),
        fields: BTreeMap::new(),
        vault: None,
    });
    let stands = directory.stamp(&Record::Secrets(record.clone()));
    if stands.version != change.version {
        // Somebody else was faster, or the first answer to this very request got lost.
        let mine = stands.by.as_ref() == Some(&me.id) && stands.version == change.version + 1;
        if !(mine && stands_entered(channel.fields(), &record, &change.values)) {
            return Err(workspace::outrun());
        }
        let health = line.store.health().await?.remove(asset).unwrap_or_default();
        return connection(line, &directory, asset, &health);
    }
    let values = read(channel.fields(), &record, &change.values)?;
    let wanted = fill(line, me, channel.fields(), record, values).await?;
    let records = (before.map(Record::Secrets), Record::Secrets(wanted.clone()));
    workspace::write(engine, me, &directory, records, change.version, || Ok(())).await?;
    directory = line.store.directory().await?;
    let health = line.store.health().await?.remove(asset).unwrap_or_default();
    connection(line, &directory, asset, &health)
}

/// Reads the values of a change: only those that differ. A mask that came back differs in nothing.
fn read(
    fields: &'static [Field],
    record: &AssetSecrets,
    values: &Given<BTreeMap<String, Option<String>>>,
) -> Result<BTreeMap<&'static str, Option<String>>, Refused> {
    let mut read = BTreeMap::new();
    for (name, value) in values.0.iter().flatten() {
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
            let message = format!("The channel has no field \"{}\".", domain::words::cut(name, 40));
            let remedy = match known.as_slice() {
                [] => "This channel needs no values.".to_owned(),
                known => format!("Use {}.", known.join(", ")),
            };
            return Err(Refused::new("frame_invalid", message, remedy).at("values"));
        };
        let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty());
        if let Some(value) = value {
            if value.chars().count() > LONGEST {
                let message = format!("{} has more than {LONGEST} characters.", field.name);
                let remedy = "Copy the value once more from the provider's page.";
                return Err(Refused::new("setting_out_of_range", message, remedy).at(field.name));
            }
            if !value.chars().all(|c| c.is_ascii_graphic()) && !value.contains('•') {
                let message =
                    format!("{} has spaces or characters that no such value has.", field.name);
                let remedy = "Copy the value once more, without what stands before and after it.";
                return Err(Refused::new("setting_out_of_range", message, remedy).at(field.name));
            }
        }
        let is_mask = |value: &str| value.contains('•') || value.chars().all(|c| "*.".contains(c));
        let stands = record.fields.get(field.name).map(|entered| entered.shown.as_str());
        match value {
            Some(value) if Some(value) == stands => {}
            Some(value) if is_mask(value) => {
                let message =
                    format!("{} is a mask, and not the one that stands there.", field.name);
                let remedy = "Enter the whole value, or leave the field out.";
                return Err(Refused::new("setting_out_of_range", message, remedy).at(field.name));
            }
            None if stands.is_none() => {}
            value => {
                read.insert(field.name, value.map(str::to_owned));
            }
        }
    }
    Ok(read)
}

/// Whether the record shows every value of a change, as far as a mask can tell.
fn stands_entered(
    fields: &'static [Field],
    record: &AssetSecrets,
    values: &Given<BTreeMap<String, Option<String>>>,
) -> bool {
    values.0.iter().flatten().all(|(name, value)| {
        let secret = fields.iter().any(|field| field.name == name && field.secret);
        let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty());
        let shown = value.map(|value| if secret { mask(value) } else { value.to_owned() });
        record.fields.get(name).map(|entered| &entered.shown) == shown.as_ref()
    })
}

/// Puts values into the record, the secret ones into the vault, and makes those that are made here.
async fn fill(
    line: Line<'_>,
    me: &Profile,
    fields: &'static [Field],
    mut record: AssetSecrets,
    mut values: BTreeMap<&'static str, Option<String>>,
) -> Result<AssetSecrets, Failure> {
    let now = line.now();
    for field in fields.iter().filter(|field| field.made_here) {
        let has = record.fields.contains_key(field.name);
        match values.get(field.name) {
            Some(Some(_)) => {}
            None if has => {}
            _ => {
                values.insert(field.name, Some(random_text()?));
            }
        }
    }
    let secret = |name: &str| fields.iter().any(|field| field.name == name && field.secret);
    if values.keys().any(|name| secret(name)) {
        let mut kept = match &record.vault {
            Some(version) => (*line.vault.read(&record.asset, version, now).await?).clone(),
            None => BTreeMap::new(),
        };
        for (name, value) in values.iter().filter(|(name, _)| secret(name)) {
            match value {
                Some(value) => kept.insert((*name).to_owned(), value.clone()),
                None => kept.remove(*name),
            };
        }
        record.vault = Some(line.vault.keep(&record.asset, kept, now).await?);
    }
    for (name, value) in values {
        match value {
            Some(value) => {
                let shown = if secret(name) { mask(&value) } else { value };
                let entered = Entered { shown, by: me.id.clone(), at: now };
                record.fields.insert(name.to_owned(), entered);
            }
            None => {
                record.fields.remove(name);
            }
        }
    }
    Ok(record)
}

/// The part of a secret that people see: its last four characters, if that leaves most of it unseen.
fn mask(value: &str) -> String {
    let count = value.chars().count();
    let end: String =
        if count >= 16 { value.chars().skip(count - 4).collect() } else { String::new() };
    format!("{MASK}{end}")
}

fn connection(
    line: Line<'_>,
    directory: &Directory,
    id: &AssetId,
    health: &Health,
) -> Result<wire::AssetConnection, Failure> {
    let asset = directory.assets.get(id).ok_or(Refusal::NotFound { what: "asset" })?;
    let channel = channel(asset)?;
    let record = directory.secrets.get(id);
    let base = line.config.secrets_of(&asset.channel);
    let version =
        record.map_or(0, |record| directory.stamp(&Record::Secrets(record.clone())).version);
    let field = |field: &Field| {
        let entered = record.and_then(|record| record.fields.get(field.name));
        let given = Some(base.get(field.name)).filter(|value| !value.is_empty());
        let given = given.map(|value| if field.secret { mask(value) } else { value.to_owned() });
        wire::AssetField {
            name: field.name.to_owned(),
            secret: field.secret,
            required: field.required,
            made_here: field.made_here,
            from_environment: entered.is_none() && given.is_some(),
            value: entered.map(|entered| entered.shown.clone()).or(given),
            changed_by: entered.map(|entered| entered.by.to_string()),
            changed_at: entered.map(|entered| entered.at.0),
        }
    };
    let trouble = |trouble: &store::asset::Trouble| wire::Trouble {
        at: trouble.at.0,
        why: trouble.why.clone(),
    };
    let fields: Vec<wire::AssetField> = channel.fields().iter().map(field).collect();
    Ok(wire::AssetConnection {
        asset: shown::asset(asset, &directory.stamp(&Record::Asset(asset.clone()))),
        webhook_path: channel
            .capabilities()
            .provider
            .then(|| format!("/webhooks/{}/{id}", asset.channel)),
        version,
        fields,
        health: wire::AssetHealth {
            webhook: health.webhook.map(|at| at.0),
            sent: health.sent.map(|at| at.0),
            refused: health.refused.as_ref().map(trouble),
            failed: health.failed.as_ref().map(trouble),
            checked: health.checked.as_ref().map(|checked| checked.at.0),
            findings: health.checked.as_ref().map_or_else(Vec::new, super::health::findings),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_shows_the_end_of_a_long_value_and_nothing_of_a_short_one() {
        assert_eq!(mask("EAAGm0PX4ZCpsBAKZCm1"), "••••••••ZCm1");
        assert_eq!(mask("short-secret"), MASK);
    }
}
