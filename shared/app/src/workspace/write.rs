//! The writing of records: each with its entry in the log, and no two at once that the rules would
//! have to look at together.

use crate::engine::pause;
use crate::settings::difference;
use crate::{Engine, Failure};
use domain::workspace::ApiKey;
use domain::{Millis, Profile};
use futures_util::future::BoxFuture;
use protocol::Refused;
use serde_json::{Map, Value};
use store::settings::asset_secrets::{AssetSecrets, Entered};
use store::settings::directory::{Directory, Record, Stamp};
use store::settings::overrides::{Changed, Scope};
use store::settings::record::Wrote;

/// How often a change is tried again that met other changes.
pub(crate) const TRIES: u32 = 12;

/// Tries a change of records again while others come between its look at them and its write.
///
/// # Errors
/// As `attempt`; [`Failure::Busy`] if others were faster every time.
pub(crate) async fn in_turn<'a, T>(
    mut attempt: impl FnMut() -> BoxFuture<'a, Result<T, Failure>>,
) -> Result<T, Failure> {
    for tries in 0..TRIES {
        match attempt().await {
            Err(Failure::Busy) => pause::pause(tries).await,
            outcome => return outcome,
        }
    }
    Err(Failure::Busy)
}

/// Writes a record with its entry in the log, unless nothing differs. The rules look at several
/// records, so that a write counts only if no other record changed since the directory was read.
///
/// # Errors
/// [`Failure::Busy`] if another record changed meanwhile; `version_conflict` if the caller has not read the record as it stands, but not for a caller who
/// repeats a change after a lost answer; the refusal of `allow`; or if the table fails.
pub(crate) async fn write(
    engine: Engine<'_>,
    me: &Profile,
    directory: &Directory,
    (before, after): (Option<Record>, Record),
    read: u64,
    allow: impl FnOnce() -> Result<(), Refused>,
) -> Result<Stamp, Failure> {
    let stands = directory.stamp(&after);
    if stands.version != read {
        let mine = stands.by.as_ref() == Some(&me.id) && stands.version == read.saturating_add(1);
        return if mine && before.as_ref() == Some(&after) { Ok(stands) } else { Err(outrun()) };
    }
    let at = engine.now();
    // A new record differs in everything from none at all.
    let changed = changed(me, at, before.filter(|_| read > 0).as_ref(), &after);
    if changed.changes.is_empty() {
        return Ok(stands);
    }
    allow()?;
    // No rule binds these to other records.
    let alone = matches!(after, Record::Workspace(_) | Record::Secrets(_));
    let turn = (!alone).then_some(directory.turn);
    match engine.store.put_record(&after, read, &changed, turn).await? {
        Wrote::Done => {}
        Wrote::Outrun => return Err(outrun()),
        Wrote::Overtaken => return Err(Failure::Busy),
    }
    engine.refresh_directory();
    Ok(Stamp { version: read.saturating_add(1), by: Some(me.id.clone()), at: Some(at) })
}

/// The entry of a change in the log.
pub(crate) fn changed(
    me: &Profile,
    at: Millis,
    before: Option<&Record>,
    after: &Record,
) -> Changed {
    let changes = difference(&before.map(body).unwrap_or_default(), &body(after));
    Changed { at, by: me.id.clone(), scope: place(after), changes }
}

fn place(record: &Record) -> Scope {
    match record {
        Record::Workspace(_) => Scope::Workspace,
        Record::Agent(agent) => Scope::Agent(agent.profile.id.clone()),
        Record::Team(team) => Scope::Team(team.id.clone()),
        Record::Queue(queue) => Scope::Queue(queue.id.clone()),
        Record::Asset(asset) => Scope::Asset(asset.id.clone()),
        Record::Secrets(secrets) => Scope::Asset(secrets.asset.clone()),
        Record::Key(key) => Scope::Key(key.id.clone()),
    }
}

/// The fields that the log compares: all but the id, which never changes.
fn body(record: &Record) -> Map<String, Value> {
    let value = match record {
        Record::Workspace(workspace) => serde_json::to_value(workspace),
        Record::Agent(agent) => serde_json::to_value(agent),
        Record::Team(team) => serde_json::to_value(team),
        Record::Queue(queue) => serde_json::to_value(queue),
        Record::Asset(asset) => serde_json::to_value(asset),
        Record::Secrets(secrets) => return masked(secrets),
        Record::Key(key) => return hinted(key),
    };
    let Ok(Value::Object(mut fields)) = value else { return Map::new() };
    fields.remove("id");
    fields
}

/// The fields of an asset's provider, each as people see it.
fn masked(secrets: &AssetSecrets) -> Map<String, Value> {
    let shown = |(name, entered): (&String, &Entered)| (name.clone(), entered.shown.clone().into());
    secrets.fields.iter().map(shown).collect()
}

/// The fields of a key; of its tokens only the hints.
fn hinted(key: &ApiKey) -> Map<String, Value> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(key) else { return Map::new() };
    fields.remove("id");
    let hints = key.tokens.iter().map(|token| Value::from(token.hint.as_str())).collect();
    fields.insert("tokens".to_owned(), Value::Array(hints));
    fields
}

/// The refusal of a change to a record that somebody else changed first.
pub(crate) fn outrun() -> Failure {
    Failure::rejected(
        "version_conflict",
        "Somebody else changed this record since you read it, or there is one with this id already.",
        "Read it again and repeat your change.",
    )
}
