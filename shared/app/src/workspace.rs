//! The records of the workspace (F106): who may change them, their bounds, and the log of changes.
//! `domain::workspace` has the rules that must hold among them.

pub(crate) mod shown;
mod write;

pub(crate) use write::{TRIES, changed, in_turn, outrun, write};

use crate::settings::fields;
use crate::{Engine, Failure, Ground};
use domain::workspace::{Asset, Queue, Right, Team};
use domain::{AssetId, Profile, QueueId, Refusal, TeamId};
use protocol::Refused;
use protocol::settings::Given;
use protocol::workspace as wire;
use store::settings::directory::{Directory, Record, Stamp};

/// The most teams of an agent or of an asset.
const TEAMS: usize = 50;

/// Returns the records of the workspace.
///
/// # Errors
/// If the caller is an agent, or the table fails.
pub async fn records(ground: Ground<'_>, me: &Profile) -> Result<wire::Workspace, Failure> {
    me.may(Right::ReadRecords, &[])?;
    // The caller changes what they read: the remembered directory may be old.
    let directory = ground.store.directory().await?;
    let d = &directory;
    Ok(wire::Workspace {
        workspace: shown::workspace(&d.workspace_record, &stamp_of(d, d.workspace_record.clone())),
        teams: d.teams.values().map(|t| shown::team(t, &stamp_of(d, t.clone()))).collect(),
        queues: d.queues.values().map(|q| shown::queue(q, &stamp_of(d, q.clone()))).collect(),
        assets: d.assets.values().map(|a| shown::asset(a, &stamp_of(d, a.clone()))).collect(),
        agents: d.people().map(|a| shown::agent(a, &stamp_of(d, a.clone()))).collect(),
    })
}

/// Names the workspace, or puts its checklist away.
///
/// # Errors
/// If the caller may not, the name is out of bounds, or somebody else was faster.
pub async fn change_workspace(
    engine: Engine<'_>,
    me: &Profile,
    change: &wire::WorkspaceChange,
) -> Result<wire::WorkspaceRecord, Failure> {
    me.may(Right::ChangeWorkspace, &[])?;
    let directory = engine.store.directory().await?;
    let mut wanted = directory.workspace_record.clone();
    if let Given(Some(name)) = &change.name {
        wanted.name = name_of(name)?;
    }
    if let Given(Some(hidden)) = change.checklist_hidden {
        wanted.checklist_hidden = hidden;
    }
    let before = Some(Record::Workspace(directory.workspace_record.clone()));
    let after = Record::Workspace(wanted.clone());
    let stamp = write(engine, me, &directory, (before, after), change.version, || Ok(())).await?;
    Ok(shown::workspace(&wanted, &stamp))
}

/// Makes, changes or retires a team.
///
/// # Errors
/// If the caller may not, a value is out of bounds, a rule of the records is broken, or somebody
/// else was faster.
pub async fn change_team(
    engine: Engine<'_>,
    me: &Profile,
    id: &TeamId,
    change: &wire::TeamChange,
) -> Result<wire::TeamRecord, Failure> {
    me.may(Right::ChangeTeam, &[])?;
    in_turn(|| Box::pin(team_once(engine, me, id, change))).await
}

async fn team_once(
    engine: Engine<'_>,
    me: &Profile,
    id: &TeamId,
    change: &wire::TeamChange,
) -> Result<wire::TeamRecord, Failure> {
    let directory = engine.store.directory().await?;
    let before = directory.teams.get(id);
    let base = base(before, change.version, "team")?;
    let wanted = Team {
        id: id.clone(),
        name: name(&change.name, base.map(|team| &team.name), "team")?,
        retired: retired(&change.retired, base.map(|team| team.retired)),
    };
    let records = (before.cloned().map(Record::Team), Record::Team(wanted.clone()));
    let allow = || Ok(directory.records().allow_team(&wanted)?);
    let stamp = write(engine, me, &directory, records, change.version, allow).await?;
    Ok(shown::team(&wanted, &stamp))
}

/// Makes, changes or retires a queue.
///
/// # Errors
/// As [`change_team`].
pub async fn change_queue(
    engine: Engine<'_>,
    me: &Profile,
    id: &QueueId,
    change: &wire::QueueChange,
) -> Result<wire::QueueRecord, Failure> {
    me.may(Right::ChangeQueue, &[])?;
    in_turn(|| Box::pin(queue_once(engine, me, id, change))).await
}

async fn queue_once(
    engine: Engine<'_>,
    me: &Profile,
    id: &QueueId,
    change: &wire::QueueChange,
) -> Result<wire::QueueRecord, Failure> {
    let directory = engine.store.directory().await?;
    let before = directory.queues.get(id);
    let base = base(before, change.version, "queue")?;
    let wanted = Queue {
        id: id.clone(),
        name: name(&change.name, base.map(|queue| &queue.name), "queue")?,
        team: reference(&change.team, base.map(|queue| &queue.team), "team", "queue")?,
        retired: retired(&change.retired, base.map(|queue| queue.retired)),
    };
    let waiting = if wanted.retired { engine.store.waiting(id, WAITING).await?.0.len() } else { 0 };
    let records = (before.cloned().map(Record::Queue), Record::Queue(wanted.clone()));
    let allow = || Ok(directory.records().allow_queue(&wanted, waiting)?);
    let stamp = write(engine, me, &directory, records, change.version, allow).await?;
    Ok(shown::queue(&wanted, &stamp))
}

/// How many waiting customers a refusal counts.
const WAITING: usize = 50;

/// Makes, changes or retires an asset.
///
/// # Errors
/// As [`change_team`].
pub async fn change_asset(
    engine: Engine<'_>,
    me: &Profile,
    id: &AssetId,
    change: &wire::AssetChange,
) -> Result<wire::AssetRecord, Failure> {
    me.may(Right::ChangeAsset, &[])?;
    in_turn(|| Box::pin(asset_once(engine, me, id, change))).await
}

async fn asset_once(
    engine: Engine<'_>,
    me: &Profile,
    id: &AssetId,
    change: &wire::AssetChange,
) -> Result<wire::AssetRecord, Failure> {
    let directory = engine.store.directory().await?;
    let before = directory.assets.get(id);
    let base = base(before, change.version, "asset")?;
    let channel = channel(change, base)?;
    let wanted = Asset {
        id: id.clone(),
        name: name(&change.name, base.map(|asset| &asset.name), "asset")?,
        account: account(change, base, id, &channel)?,
        channel,
        queue: reference(&change.queue, base.map(|asset| &asset.queue), "queue", "asset")?,
        teams: match &change.teams {
            Given(Some(teams)) => teams_of(teams)?,
            Given(None) => base.map(|asset| asset.teams.clone()).unwrap_or_default(),
        },
        retired: retired(&change.retired, base.map(|asset| asset.retired)),
    };
    let records = (before.cloned().map(Record::Asset), Record::Asset(wanted.clone()));
    let allow = || Ok(directory.records().allow_asset(&wanted)?);
    let stamp = write(engine, me, &directory, records, change.version, allow).await?;
    Ok(shown::asset(&wanted, &stamp))
}

/// The record on which a change builds: the one that stands, or none for a new one.
fn base<'a, T>(
    stands: Option<&'a T>,
    read: u64,
    what: &'static str,
) -> Result<Option<&'a T>, Refusal> {
    match (read, stands) {
        (0, _) => Ok(None),
        (_, Some(stands)) => Ok(Some(stands)),
        (_, None) => Err(Refusal::NotFound { what }),
    }
}

/// Reads a name, which stands on one line.
///
/// # Errors
/// `setting_out_of_range` at `name`.
pub fn name_of(text: &str) -> Result<String, Refused> {
    let name = fields::text("name", text, domain::limit::NAME)?;
    seen("name", name)
}

/// Refuses a text with characters that nobody sees: two names would look the same.
pub(crate) fn seen(field: &'static str, text: String) -> Result<String, Refused> {
    if domain::words::is_seen(&text) {
        return Ok(text);
    }
    let message = format!("The {field} has characters that cannot be seen.");
    Err(Refused::new("setting_out_of_range", message, "Leave them out.").at(field))
}

fn name(
    given: &Given<String>,
    stands: Option<&String>,
    what: &'static str,
) -> Result<String, Refused> {
    match (given, stands) {
        (Given(Some(name)), _) => name_of(name),
        (Given(None), Some(name)) => Ok(name.clone()),
        (Given(None), None) => Err(missing("name", what)),
    }
}

pub(crate) fn missing(field: &'static str, what: &'static str) -> Refused {
    let article = if what.starts_with('a') { "an" } else { "a" };
    let message = format!("To make {article} {what}, give its {field}.");
    Refused::new("frame_invalid", message, "To change one, give the version that you have read.")
        .at(field)
}

fn retired(given: &Given<bool>, stands: Option<bool>) -> bool {
    given.0.or(stands).unwrap_or(false)
}

fn reference<T>(
    given: &Given<String>,
    stands: Option<&T>,
    field: &'static str,
    what: &'static str,
) -> Result<T, Refused>
where
    T: Clone + std::str::FromStr<Err = domain::id::InvalidId>,
{
    match (given, stands) {
        (Given(Some(id)), _) => crate::session::read::id(id, field),
        (Given(None), Some(stands)) => Ok(stands.clone()),
        (Given(None), None) => Err(missing(field, what)),
    }
}

/// Reads the ids of teams, each once.
pub(crate) fn teams_of(ids: &[String]) -> Result<Vec<TeamId>, Refused> {
    if ids.len() > TEAMS {
        let message = format!("teams has {} entries; at most {TEAMS} are taken.", ids.len());
        return Err(Refused::new("setting_out_of_range", message, "Leave some out.").at("teams"));
    }
    let mut teams: Vec<TeamId> = Vec::with_capacity(ids.len());
    for id in ids {
        let team = crate::session::read::id(id, "teams")?;
        if !teams.contains(&team) {
            teams.push(team);
        }
    }
    Ok(teams)
}

/// The channel of an asset, which never changes: conversations of another channel would stand
/// under its name.
fn channel(change: &wire::AssetChange, base: Option<&Asset>) -> Result<String, Refused> {
    let unfit = |message: String, remedy: &'static str| {
        Err(Refused::new("setting_out_of_range", message, remedy).at("channel"))
    };
    match (&change.channel, base) {
        (Given(Some(wanted)), Some(asset)) if *wanted != asset.channel => unfit(
            format!("The asset is of the channel {}, which never changes.", asset.channel),
            "Make another asset, and retire this one.",
        ),
        (_, Some(asset)) => Ok(asset.channel.clone()),
        (Given(Some(wanted)), None) if channels::channel(wanted).is_some() => Ok(wanted.clone()),
        (Given(Some(wanted)), None) => unfit(
            format!("There is no channel \"{}\".", domain::words::cut(wanted, 40)),
            "Choose whatsapp or web.",
        ),
        (Given(None), None) => Err(missing("channel", "asset")),
    }
}

/// The provider's id of the account. A chat of ours has no provider, so its own id stands there.
fn account(
    change: &wire::AssetChange,
    base: Option<&Asset>,
    id: &AssetId,
    channel: &str,
) -> Result<String, Refused> {
    match (&change.account, base) {
        (Given(Some(account)), _) => {
            let account = fields::text("account", account, 100)?;
            if account.chars().all(|c| c.is_ascii_graphic()) {
                return Ok(account);
            }
            let message = "The account's id has characters that no provider's id has.";
            let remedy = "Copy the id from the provider's page: for WhatsApp the phone number id.";
            Err(Refused::new("setting_out_of_range", message, remedy).at("account"))
        }
        (Given(None), Some(asset)) => Ok(asset.account.clone()),
        (Given(None), None) if channels::is_chat(channel) => Ok(id.to_string()),
        (Given(None), None) => Err(missing("account", "asset")),
    }
}

fn stamp_of(directory: &Directory, record: impl Into<Record>) -> Stamp {
    directory.stamp(&record.into())
}
