//! The settings: the rights to change them, their bounds, and the log of changes.

pub(crate) mod size;
use crate::settings::size::SETTINGS_BYTES;
pub(crate) mod refused;
use crate::session::read;
mod conflict;
pub(crate) mod fields;
pub mod hours;
mod origins;

use crate::{Engine, Failure, Ground, assignment};
use domain::workspace::Right;
use domain::{Millis, Mode, Profile, QueueId, Refusal};
use std::collections::BTreeSet;

use protocol::settings as wire;
use protocol::settings::{FIELDS, Given, Overrides};
use protocol::{Refused, Time};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use store::settings::directory::Directory;
use store::settings::overrides::{Change, Changed, Document, Scope};

/// Reads the body of `PUT /v1/settings`: the new values, and the version that the caller read.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn workspace_change(mut body: Value) -> Result<(Overrides, u64), Refused> {
    let version = version(&body)?;
    if let Value::Object(fields) = &mut body {
        // A client may send back what `GET` returned: its read-only fields are dropped.
        fields.retain(|name, _| {
            !["version", "changed_by", "changed_at", "attention"].contains(&name.as_str())
        });
    }
    Ok((by_field(body, FIELDS)?, version))
}

/// Reads the body of `PUT` for a team or queue.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn scoped_change(mut body: Value) -> Result<(Overrides, u64), Refused> {
    let version = version(&body)?;
    let own = body.as_object_mut().and_then(|body| body.remove("own"));
    let Some(own @ Value::Object(_)) = own else {
        return Err(misfit("own", "own must be an object with what is said otherwise."));
    };
    let rest: Vec<&String> = body.as_object().into_iter().flat_map(Map::keys).collect();
    if let Some(name) = rest.into_iter().find(|name| *name != "version") {
        let name = domain::words::cut(name, 60);
        return Err(misfit(&name, &format!("There is no field {name}.")));
    }
    Ok((by_field(own, FIELDS)?, version))
}

fn version(body: &Value) -> Result<u64, Refused> {
    body["version"]
        .as_u64()
        .ok_or_else(|| misfit("version", "version must be the one that was read: a whole number."))
}

/// Reads an object whose fields are all optional, one by one, so that a refusal names the field.
///
/// # Errors
/// `frame_invalid`, if a field is unknown or of the wrong type.
pub fn by_field<T: DeserializeOwned>(body: Value, known: &[&str]) -> Result<T, Refused> {
    for (name, value) in body.as_object().into_iter().flatten() {
        let name = domain::words::cut(name, 60);
        if !known.contains(&name.as_str()) {
            return Err(misfit(&name, &format!("There is no field {name}.")));
        }
        let alone = Map::from_iter([(name.clone(), value.clone())]);
        read::typed::<T>(Value::Object(alone)).map_err(|refused| refused.at(name))?;
    }
    read::typed(body)
}

fn misfit(field: &str, message: &str) -> Refused {
    Refused::new("frame_invalid", message, "Compare it with docs/protocol.").at(field)
}

/// Returns the workspace's settings.
#[must_use]
pub fn workspace(directory: &Directory) -> wire::Settings {
    let document = directory.settings.of(&Scope::Workspace);
    wire::Settings {
        rules: fields::rules(&directory.settings.workspace()),
        version: document.version,
        changed_by: document.changed_by.map(|by| by.to_string()),
        changed_at: document.changed_at.map(|at| at.0),
        attention: None,
    }
}

/// The most set-aside items that admins see.
const SET_ASIDE: usize = 50;

/// Returns the problems that need an admin: records that the server cannot read, and webhook items
/// that no account takes.
///
/// # Errors
/// If the table fails.
pub async fn attention(
    ground: Ground<'_>,
    directory: &Directory,
) -> Result<wire::Attention, Failure> {
    let aside = ground.store.aside(ground.now(), SET_ASIDE).await?;
    Ok(wire::Attention {
        unreadable: directory
            .unreadable
            .iter()
            .map(|u| wire::Unreadable { record: u.record.clone(), why: u.why.clone() })
            .collect(),
        set_aside: aside
            .into_iter()
            .map(|a| wire::SetAside {
                at: a.at.0,
                channel: a.channel,
                account: a.account,
                why: a.why,
                payload: a.payload,
            })
            .collect(),
    })
}

/// Returns the settings of a team or queue.
///
/// # Errors
/// `not_found`, if there is no such team or queue.
pub fn scoped(directory: &Directory, scope: &Scope) -> Result<wire::ScopedSettings, Refusal> {
    let rules = match scope {
        Scope::Workspace => directory.settings.workspace(),
        Scope::Team(team) => {
            directory.teams.get(team).ok_or(Refusal::NotFound { what: "team" })?;
            directory.settings.team(team)
        }
        Scope::Queue(queue) => {
            directory.queues.get(queue).ok_or(Refusal::NotFound { what: "queue" })?;
            directory.rules(queue).clone()
        }
        _ => return Err(Refusal::NotFound { what: "settings" }),
    };
    let document = directory.settings.of(scope);
    Ok(wire::ScopedSettings {
        scope: shown(scope),
        own: fields::shown(&document.own),
        effective: fields::rules(&rules),
        version: document.version,
        changed_by: document.changed_by.map(|by| by.to_string()),
        changed_at: document.changed_at.map(|at| at.0),
    })
}

fn shown(scope: &Scope) -> wire::Scope {
    match scope {
        Scope::Workspace => wire::Scope::Workspace,
        Scope::Team(team) => wire::Scope::Team(team.to_string()),
        Scope::Queue(queue) => wire::Scope::Queue(queue.to_string()),
        Scope::Agent(agent) => wire::Scope::Agent(agent.to_string()),
        Scope::Asset(asset) => wire::Scope::Asset(asset.to_string()),
        Scope::Key(key) => wire::Scope::Key(key.to_string()),
        Scope::Canned(id) => wire::Scope::Canned(id.clone()),
        Scope::Template(id) => wire::Scope::Template(id.clone()),
    }
}

/// Puts new settings in force: for the workspace the given fields, for a team or queue exactly the
/// given overrides. Returns the directory after the change.
///
/// Two changes in different documents at the same moment do not see each other's check.
///
/// # Errors
/// If the caller may not, a value is out of bounds, settings contradict each other in a queue where
/// they hold, or somebody else was faster.
pub async fn change_settings(
    engine: Engine<'_>,
    me: &Profile,
    scope: &Scope,
    own: &Overrides,
    read: u64,
) -> Result<Directory, Failure> {
    let mut directory = engine.store.directory().await?;
    may_change(me, scope, &directory)?;
    let own = fields::read(own)?;
    let before = directory.settings.of(scope);
    if before.version != read {
        // A client that lost the answer repeats the same change.
        let mine = before.changed_by.as_ref() == Some(&me.id);
        let next = before.version == read.saturating_add(1);
        let same = match scope {
            Scope::Workspace => own.or(before.own.clone()) == before.own,
            _ => own == before.own,
        };
        return if mine && next && same { Ok(directory) } else { Err(outrun()) };
    }
    let document = Document {
        own: if *scope == Scope::Workspace { own.or(before.own.clone()) } else { own },
        version: read.saturating_add(1),
        changed_by: Some(me.id.clone()),
        changed_at: Some(engine.now()),
    };
    let old = said(&directory, scope);
    let given_out = |directory: &Directory| -> BTreeSet<QueueId> {
        let gives = |queue: &&QueueId| directory.policy(queue).mode == Mode::Auto;
        directory.queues.keys().filter(gives).cloned().collect()
    };
    let gave = given_out(&directory);
    directory.set(scope.clone(), document.clone());
    conflict::check(&directory, scope)?;
    let new = said(&directory, scope);
    let mut changes = difference(&old, &new);
    changes.sort_by_key(|change| FIELDS.iter().position(|field| *field == change.field));
    not_too_large(&new, &changes)?;
    if changes.is_empty() {
        directory.set(scope.clone(), before);
        return Ok(directory);
    }
    let at = engine.now();
    let changed = Changed { at, by: me.id.clone(), scope: scope.clone(), changes };
    if !engine.store.put_settings(&document, read, &changed).await? {
        return Err(outrun());
    }
    engine.refresh_directory();
    // A queue that turns to automatic assignment gives out its waiting conversations now, not with
    // the next round.
    for queue in given_out(&directory).difference(&gave) {
        assignment::match_now(engine, queue, &directory).await;
    }
    Ok(directory)
}

/// Returns the log of settings and records, newest change first, for managers and admins: all of
/// it, or the changes of one place.
///
/// # Errors
/// If the caller is an agent, or the table fails.
pub async fn settings_log(
    ground: Ground<'_>,
    me: &Profile,
    of: Option<&Scope>,
    limit: usize,
) -> Result<wire::SettingsLog, Failure> {
    me.may(Right::ReadHistory, &[])?;
    let changes = ground.store.settings_changes(of, limit).await?;
    Ok(wire::SettingsLog { changes: changes.into_iter().map(logged).collect() })
}

fn may_change(me: &Profile, scope: &Scope, directory: &Directory) -> Result<(), Refusal> {
    match scope {
        Scope::Workspace => me.may(Right::ChangeWorkspaceSettings, &[]),
        Scope::Team(team) => {
            let team = directory.teams.get(team).ok_or(Refusal::NotFound { what: "team" })?;
            me.may(Right::ChangeTeamSettings, std::slice::from_ref(&team.id))
        }
        Scope::Queue(queue) => {
            let team = directory.team_of(queue).ok_or(Refusal::NotFound { what: "queue" })?;
            me.may(Right::ChangeQueueSettings, std::slice::from_ref(team))
        }
        _ => Err(Refusal::NotFound { what: "settings" }),
    }
}

/// Refuses a change that makes the settings larger than a client can receive, and names the largest
/// of the changed fields. A change may make settings smaller that are already too large.
fn not_too_large(new: &Map<String, Value>, changes: &[Change]) -> Result<(), Refused> {
    let bytes = |value: &Value| crate::engine::encode::encode(value).len();
    let size = new.values().map(bytes).sum::<usize>();
    let grown = |c: &&Change| c.to.as_ref().map_or(0, bytes) > c.from.as_ref().map_or(0, bytes);
    let grown = changes.iter().filter(grown);
    let largest = grown.max_by_key(|c| c.to.as_ref().map_or(0, bytes));
    match largest.filter(|_| size > SETTINGS_BYTES) {
        None => Ok(()),
        Some(change) => Err(refused::out_of_range(
            &change.field,
            format!("The settings would take {size} bytes; at most {SETTINGS_BYTES} are taken."),
            "Shorten texts, or remove entries.",
        )),
    }
}

fn outrun() -> Failure {
    Failure::rejected(
        "version_conflict",
        "Somebody else changed the settings since you read them.",
        "Read them again and repeat your change.",
    )
}

/// Returns the values that the change log compares: the rules in force for the workspace, the
/// overrides for a team or queue.
fn said(directory: &Directory, scope: &Scope) -> Map<String, Value> {
    match scope {
        Scope::Workspace => object(&fields::rules(&directory.settings.workspace())),
        scope => object(&fields::shown(&directory.settings.of(scope).own)),
    }
}

/// Turns a struct of the protocol into a JSON object.
pub(crate) fn object<T: Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Returns the fields that differ, by name.
pub(crate) fn difference(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<Change> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |field: &String| Change {
        field: field.clone(),
        from: old.get(field).cloned(),
        to: new.get(field).cloned(),
    };
    names.into_iter().map(change).filter(|change| change.from != change.to).collect()
}

fn logged(changed: Changed) -> wire::SettingsChanged {
    let Millis(at) = changed.at;
    let at: Time = at;
    let change =
        |c: Change| wire::FieldChange { field: c.field, from: Given(c.from), to: Given(c.to) };
    wire::SettingsChanged {
        at,
        by: changed.by.to_string(),
        scope: shown(&changed.scope),
        changes: changed.changes.into_iter().map(change).collect(),
    }
}
