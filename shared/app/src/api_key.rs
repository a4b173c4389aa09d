//! Keys of the API: programs that act by them, and the admins who make, rotate and revoke them.
//!
//! A token reads `swk_<key>_<secret>`. Its secret part has 128 random bits, so that a hash without
//! salt gives nothing away; the table keeps only the hash. The answer that makes a token is the
//! only one that shows it: an admin whose answer got lost rotates the key.

use std::collections::HashMap;

use crate::runtime::limits::Limited;
use crate::runtime::random::random_text;
use crate::session::refused::unauthenticated;
use crate::session::sessions;
use crate::session::state::{Session, person};
use crate::settings::fields;
use crate::workspace::{self, shown};
use crate::{Door, Engine, Failure, Ground};
use domain::workspace::{Access, ApiKey, KEYS, Right, Token};
use domain::{AgentId, Millis, Profile, Refusal, Role};
use protocol::Refused;
use protocol::api_key as wire;
use protocol::settings::Given;
use store::key::secret_hash;
use store::settings::directory::{Directory, Record, Stamp};

/// The beginning of every token.
pub const PREFIX: &str = "swk_";
/// The beginning of every key's id, so that no colleague is taken for a program.
const ID_PREFIX: &str = "key-";
/// How many requests a minute a new key admits.
const REQUESTS: u32 = 600;
/// For how long an earlier token holds after a rotation, unless the admin says otherwise.
const OVERLAP: Millis = Millis::hours(24);

/// Returns the session of the program that shows a token, and counts the request.
///
/// # Errors
/// `unauthenticated` if the token is unknown, lapsed or revoked; `too_many_requests`; or if the
/// table fails.
pub async fn session(door: Door<'_>, token: &str) -> Result<Session, Failure> {
    let unknown = || unauthenticated("The key of the API is unknown, has lapsed or is revoked.");
    let id = token.strip_prefix(PREFIX).and_then(|rest| rest.rsplit_once('_')).map(|(id, _)| id);
    let id: AgentId = id.and_then(|id| id.parse().ok()).ok_or_else(unknown)?;
    let directory = door.directory().await?;
    let now = door.now();
    let hash = secret_hash(token);
    let key = directory.keys.get(&id).filter(|key| key.admits(&hash, now)).ok_or_else(unknown)?;
    let every = Millis((60_000 / i64::from(key.requests_a_minute.max(1))).max(1));
    if let Err(wait) =
        door.limits.take_at(Limited::Key, id.as_str(), i64::from(key.requests_a_minute), every, now)
    {
        return Err(crate::limit::too_often(wait).into());
    }
    if door.limits.take(Limited::KeyNote, id.as_str(), now).is_ok()
        && let Err(error) = door.store.note_key_use(&id, now).await
    {
        tracing::warn!(key = %id, %error, "the use of a key was not noted");
    }
    Ok(Session { me: key.profile(), since: now, reads_only: key.access == Access::Read })
}

/// Refuses a change by a program whose key only reads.
///
/// # Errors
/// `forbidden`; or if the table fails.
pub async fn may_write(ground: Ground<'_>, agent: &AgentId) -> Result<(), Failure> {
    let directory = ground.directory().await?;
    match directory.keys.get(agent) {
        Some(key) if key.access == Access::Read => Err(reads_only()),
        _ => Ok(()),
    }
}

/// The refusal of a change by a key that only reads.
#[must_use]
pub fn reads_only() -> Failure {
    Failure::rejected(
        "forbidden",
        "This key of the API only reads.",
        "Ask an admin for a key that writes.",
    )
}

/// Returns the keys, revoked ones among them.
///
/// # Errors
/// If the caller may not, or the table fails.
pub async fn list(ground: Ground<'_>, me: &Profile) -> Result<wire::ApiKeys, Failure> {
    me.may(Right::ChangeKeys, &[])?;
    let directory = ground.store.directory().await?;
    let uses = ground.store.key_uses().await?;
    let keys = directory.keys.values().map(|key| show(key, &stamp(&directory, key), &uses));
    Ok(wire::ApiKeys { keys: keys.collect() })
}

/// Makes a key, changes one, or revokes it.
///
/// # Errors
/// If the caller may not or is a program, a value is out of bounds, a rule of the records is
/// broken, the key is revoked, or somebody else was faster.
pub async fn change(
    engine: Engine<'_>,
    me: &Profile,
    id: &AgentId,
    change: &wire::ApiKeyChange,
) -> Result<wire::IssuedKey, Failure> {
    me.may(Right::ChangeKeys, &[])?;
    workspace::in_turn(|| Box::pin(change_once(engine, me, id, change))).await
}

async fn change_once(
    engine: Engine<'_>,
    me: &Profile,
    id: &AgentId,
    change: &wire::ApiKeyChange,
) -> Result<wire::IssuedKey, Failure> {
    let directory = engine.store.directory().await?;
    person(&directory, me)?;
    let before = directory.keys.get(id).cloned();
    let (mut wanted, token) = match (change.version, &before) {
        (0, _) => {
            let (key, token) = new(id, &directory)?;
            (key, Some(token))
        }
        (_, Some(key)) if key.revoked => return Err(revoked()),
        (_, Some(key)) => (key.clone(), None),
        (_, None) => return Err(Refusal::NotFound { what: "key" }.into()),
    };
    fill(&mut wanted, change)?;
    let stands = stamp(&directory, &wanted);
    let records = (before.clone().map(Record::Key), Record::Key(wanted.clone()));
    if change.version == 0 && repeats(&stands, me, before.as_ref(), &wanted) {
        // The first answer got lost, and its token with it: only a rotation makes another.
        return Ok(issued(before.as_ref().unwrap_or(&wanted), &stands, None));
    }
    let allow = || Ok(directory.records().allow_key(&wanted, &directory.keys)?);
    let stamp = workspace::write(engine, me, &directory, records, change.version, allow).await?;
    if wanted.revoked {
        sessions::end_sessions(engine, id).await?;
        sessions::let_go(engine, id).await?;
    }
    Ok(issued(&wanted, &stamp, token))
}

/// Gives a key another token. The earlier one holds for a while; without an overlap, what it opened
/// closes at once.
///
/// # Errors
/// As [`change`].
pub async fn rotate(
    engine: Engine<'_>,
    me: &Profile,
    id: &AgentId,
    rotation: &wire::ApiKeyRotation,
) -> Result<wire::IssuedKey, Failure> {
    me.may(Right::ChangeKeys, &[])?;
    workspace::in_turn(|| Box::pin(rotate_once(engine, me, id, rotation))).await
}

async fn rotate_once(
    engine: Engine<'_>,
    me: &Profile,
    id: &AgentId,
    rotation: &wire::ApiKeyRotation,
) -> Result<wire::IssuedKey, Failure> {
    let directory = engine.store.directory().await?;
    person(&directory, me)?;
    let before = directory.keys.get(id).cloned().ok_or(Refusal::NotFound { what: "key" })?;
    if before.revoked {
        return Err(revoked());
    }
    let overlap = match rotation.overlap_seconds {
        Given(Some(seconds)) => {
            Millis::seconds(fields::within("overlap_seconds", seconds, 0, 2_592_000)?)
        }
        Given(None) => OVERLAP,
    };
    let token = token(id)?;
    let mut wanted = before.clone();
    wanted.rotate(token.hash, token.hint, engine.now(), engine.now() + overlap);
    let records = (Some(Record::Key(before)), Record::Key(wanted.clone()));
    let stamp =
        workspace::write(engine, me, &directory, records, rotation.version, || Ok(())).await?;
    if overlap.0 == 0 {
        sessions::end_sessions(engine, id).await?;
    }
    Ok(issued(&wanted, &stamp, Some(token.text)))
}

/// A token that nobody has seen yet.
struct NewToken {
    text: String,
    hash: String,
    hint: String,
}

fn token(id: &AgentId) -> Result<NewToken, Failure> {
    let text = format!("{PREFIX}{id}_{}", random_text()?);
    let hint = text.chars().skip(text.chars().count() - 4).collect();
    Ok(NewToken { hash: secret_hash(&text), hint, text })
}

fn new(id: &AgentId, directory: &Directory) -> Result<(ApiKey, String), Failure> {
    if !id.as_str().starts_with(ID_PREFIX) {
        let message = "The id of a key begins with \"key-\".";
        let remedy = "Name it after the program: key-shop.";
        return Err(Refused::new("query_invalid", message, remedy).at("key").into());
    }
    if directory.keys.values().filter(|key| !key.revoked).count() >= KEYS {
        let message = format!("There are {KEYS} keys already.");
        let remedy = "Revoke those that nobody uses.";
        return Err(Refused::new("settings_conflict", message, remedy).at("key").into());
    }
    let token = token(id)?;
    let key = ApiKey {
        id: id.clone(),
        name: String::new(),
        role: Role::Agent,
        teams: Vec::new(),
        access: Access::Read,
        requests_a_minute: REQUESTS,
        tokens: vec![Token { hash: token.hash, hint: token.hint, until: None }],
        revoked: false,
    };
    Ok((key, token.text))
}

fn fill(key: &mut ApiKey, change: &wire::ApiKeyChange) -> Result<(), Failure> {
    match &change.name {
        Given(Some(name)) => key.name = workspace::name_of(name)?,
        Given(None) if key.name.is_empty() => return Err(workspace::missing("name", "key").into()),
        Given(None) => {}
    }
    if let Given(Some(role)) = change.role {
        key.role = role.into();
    }
    if let Given(Some(teams)) = &change.teams {
        key.teams = workspace::teams_of(teams)?;
    }
    if let Given(Some(access)) = change.access {
        key.access = match access {
            wire::Access::Read => Access::Read,
            wire::Access::Write => Access::Write,
        };
    }
    if let Given(Some(rate)) = change.requests_a_minute {
        let rate = fields::within("requests_a_minute", rate, 1, 6_000)?;
        key.requests_a_minute = u32::try_from(rate).unwrap_or(REQUESTS);
    }
    if change.revoked.0 == Some(true) {
        key.revoke();
    }
    Ok(())
}

/// Whether a request that makes a key came before, from the same admin and with the same content.
fn repeats(stands: &Stamp, me: &Profile, before: Option<&ApiKey>, wanted: &ApiKey) -> bool {
    let mine = stands.version == 1 && stands.by.as_ref() == Some(&me.id);
    mine && before.is_some_and(|before| {
        ApiKey { tokens: Vec::new(), ..before.clone() }
            == ApiKey { tokens: Vec::new(), ..wanted.clone() }
    })
}

fn revoked() -> Failure {
    let message = "The key is revoked, for good.";
    Refused::new("settings_conflict", message, "Make another key.").at("revoked").into()
}

fn stamp(directory: &Directory, key: &ApiKey) -> Stamp {
    directory.stamp(&Record::Key(key.clone()))
}

fn issued(key: &ApiKey, stamp: &Stamp, token: Option<String>) -> wire::IssuedKey {
    wire::IssuedKey { key: show(key, stamp, &HashMap::new()), token }
}

fn show(key: &ApiKey, stamp: &Stamp, uses: &HashMap<AgentId, Millis>) -> wire::ApiKey {
    let token = |token: &Token| wire::ApiToken {
        hint: token.hint.clone(),
        until: token.until.map(|until| until.0),
    };
    wire::ApiKey {
        id: key.id.to_string(),
        name: key.name.clone(),
        role: key.role.into(),
        teams: key.teams.iter().map(ToString::to_string).collect(),
        access: match key.access {
            Access::Read => wire::Access::Read,
            Access::Write => wire::Access::Write,
        },
        requests_a_minute: key.requests_a_minute,
        tokens: key.tokens.iter().map(token).collect(),
        revoked: key.revoked,
        last_used: uses.get(&key.id).map(|at| at.0),
        stamp: shown::stamped(stamp),
    }
}
