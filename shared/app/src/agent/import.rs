//! Many agents at once, from a table: a dry run tells the fate of every row, and the import itself
//! goes in parts, so that none outlasts a request. A part that is repeated changes nothing more.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::agent;
use crate::agent::cell::{capacity, name_in, role, several};
use crate::agent::table::{self, Column, Row};
use crate::engine::pause;
use crate::workspace;
use crate::{Engine, Failure};
use domain::workspace::{Others, Records, Right};
use domain::{AgentId, Profile, TeamId};
use protocol::Refused;
use protocol::agent::{AgentChange, AgentsImport, Fate, ImportReport, ImportRow};
use protocol::settings::Given;
use store::settings::directory::{Agent, Directory, Record, Stamp};
use store::settings::record::Wrote;

/// The rows of one part of an import that changes something.
const PART: usize = 200;
/// The rows of one part of a dry run.
const TRIED: usize = 2_000;
/// The rows that are written together: two items each, and one more, of the hundred that DynamoDB
/// takes at once.
const TOGETHER: usize = 45;
/// Imports a table, or tells what would become of its rows.
///
/// # Errors
/// If the caller may not, the table cannot be read at all, or the engine's table fails. A refused
/// row does not hold up the others.
pub async fn import(
    engine: Engine<'_>,
    me: &Profile,
    wanted: &AgentsImport,
) -> Result<ImportReport, Failure> {
    me.may(Right::InviteAgent, &[])?;
    let read = table::read(&wanted.csv)?;
    let total = read.rows.len();
    let from = wanted.from.map_or(0, |row| usize::try_from(row).unwrap_or(total).max(1) - 1);
    let part = if wanted.dry_run { TRIED } else { PART };
    let end = total.min(from.saturating_add(part));
    let range = from.min(end)..end;
    let directory = engine.store.directory().await?;
    let rows = if wanted.dry_run {
        plan(&directory, me, &read.rows, range).into_iter().map(|planned| planned.row).collect()
    } else {
        carry_out(engine, me, directory, &read.rows, range).await?
    };
    Ok(ImportReport {
        rows,
        total: number(total),
        next: (end < total).then(|| number(end + 1)),
        ignored: read.ignored,
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A row with its fate, and the record that it asks for.
struct Planned {
    row: ImportRow,
    record: Option<Agent>,
}

/// Finds the fate of each row in `range`, in order: each row sees the records that earlier rows ask
/// for.
fn plan(directory: &Directory, me: &Profile, rows: &[Row], range: Range<usize>) -> Vec<Planned> {
    let mut known = Known::new(directory);
    for (at, row) in rows.iter().enumerate().take(range.start) {
        known.note(row, number(at + 1));
    }
    let mut planned = Vec::with_capacity(range.len());
    for at in range {
        let cells = match &rows[at] {
            Ok(cells) => cells.iter().map(|(column, cell)| (*column, cell.as_str())).collect(),
            Err(_) => BTreeMap::new(),
        };
        let cell = |column| cells.get(&column).copied().unwrap_or_default();
        let mut row = ImportRow {
            row: number(at + 1),
            email: domain::words::cut(cell(Column::Email), 200),
            name: domain::words::cut(cell(Column::Name), 100),
            agent: None,
            fate: Fate::Refused,
            changes: Vec::new(),
            refused: None,
        };
        let fate = match &rows[at] {
            Ok(_) => {
                let earlier = known.note(&rows[at], number(at + 1));
                known.take(me, &cells, earlier)
            }
            Err(refused) => Err(refused.clone()),
        };
        let record = match fate {
            Ok((before, wanted)) => {
                row.name.clone_from(&wanted.profile.name);
                row.agent = Some(wanted.profile.id.to_string());
                row.changes = before.as_ref().map_or_else(Vec::new, |b| differences(b, &wanted));
                row.fate = match &before {
                    None => Fate::New,
                    Some(_) if row.changes.is_empty() => Fate::Unchanged,
                    Some(_) => Fate::Changed,
                };
                (row.fate != Fate::Unchanged).then_some(wanted)
            }
            Err(refused) => {
                row.refused = Some(refused);
                None
            }
        };
        planned.push(Planned { row, record });
    }
    planned
}

/// The records as they stand after the rows so far.
struct Known<'a> {
    directory: &'a Directory,
    records: Records<'a>,
    by_email: HashMap<String, AgentId>,
    /// The ids that earlier rows took.
    taken: HashSet<AgentId>,
    /// The admins who can set the workspace up.
    govern: HashSet<AgentId>,
    teams: HashMap<String, &'a TeamId>,
    /// The rows of the table so far, by e-mail address.
    rows: HashMap<String, u32>,
}

impl<'a> Known<'a> {
    fn new(directory: &'a Directory) -> Self {
        let by_email = directory.people().map(|a| (a.email.to_lowercase(), a.profile.id.clone()));
        let mut teams = HashMap::new();
        for team in directory.teams.values().filter(|team| !team.retired) {
            teams.insert(team.name.to_lowercase(), &team.id);
        }
        for team in directory.teams.values() {
            teams.insert(team.id.to_string(), &team.id);
        }
        let records = directory.records();
        let govern = records.agents.iter().filter(|member| member.governs());
        Self {
            by_email: by_email.collect(),
            taken: HashSet::new(),
            govern: govern.map(|member| member.profile.id.clone()).collect(),
            teams,
            directory,
            records,
            rows: HashMap::new(),
        }
    }

    /// Notes the address of a row, and returns an earlier row that has it, too.
    fn note(&mut self, row: &Row, number: u32) -> Option<u32> {
        let cells = row.as_ref().ok()?;
        let email = cells.iter().find(|(column, _)| *column == Column::Email);
        let email = agent::address(&email?.1).ok()?.to_lowercase();
        match self.rows.entry(email) {
            Entry::Occupied(earlier) => Some(*earlier.get()),
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        }
    }

    /// Takes a row: the record before it, and the record that it asks for.
    fn take(
        &mut self,
        me: &Profile,
        cells: &BTreeMap<Column, &str>,
        earlier: Option<u32>,
    ) -> Result<(Option<Agent>, Agent), Refused> {
        let cell = |column| cells.get(&column).copied().filter(|cell| !cell.is_empty());
        let email = agent::address(cell(Column::Email).unwrap_or_default())?;
        if let Some(earlier) = earlier {
            let message = format!("Row {earlier} has the e-mail address {email} already.");
            return Err(Refused::new("email_taken", message, "Leave one of them out.").at("email"));
        }
        let before = self.by_email.get(&email.to_lowercase());
        let before = before.and_then(|id| self.directory.agents.get(id)).cloned();
        if before.as_ref().is_some_and(|agent| !agent.active) {
            let message = format!("{email} does not work here any more.");
            let remedy = "Activate the agent first.";
            return Err(Refused::new("settings_conflict", message, remedy).at("email"));
        }
        let id = before.as_ref().map_or_else(|| self.new_id(&email), |a| a.profile.id.clone());
        let change = self.change(cells, &email, before.is_none())?;
        let wanted =
            agent::wanted(&id, before.as_ref(), &change).map_err(|failure| failure.public())?;
        if before
            .as_ref()
            .is_some_and(|b| b.profile.id == me.id && b.profile.role != wanted.profile.role)
        {
            let message = "Nobody changes the own role by a table.";
            return Err(Refused::new("target_is_self", message, "Leave the cell empty.").at("role"));
        }
        agent::no_program_makes_admins(self.directory, me, before.as_ref(), &wanted)
            .map_err(|refusal| Refused::from(&refusal))?;
        let others = Others {
            before: before.as_ref().map(agent::member),
            // The table's rows are found by their address.
            same_email: None,
            govern: self.govern.iter().any(|other| *other != id),
        };
        let member = agent::member(&wanted);
        self.records.allow_agent_among(member, others)?;
        if !member.governs() {
            self.govern.remove(&id);
        }
        self.taken.insert(id);
        Ok((before, wanted))
    }

    fn change(
        &self,
        cells: &BTreeMap<Column, &str>,
        email: &str,
        new: bool,
    ) -> Result<AgentChange, Refused> {
        let cell = |column| cells.get(&column).copied().filter(|cell| !cell.is_empty());
        let name = cell(Column::Name).map(str::to_owned);
        Ok(AgentChange {
            version: Given(new.then_some(0)),
            email: Given(new.then(|| email.to_owned())),
            name: Given(name.or_else(|| new.then(|| name_in(email)))),
            role: Given(cell(Column::Role).map(role).transpose()?),
            teams: Given(cell(Column::Teams).map(|cell| self.teams(cell)).transpose()?),
            skills: Given(cell(Column::Skills).map(several)),
            capacity: Given(cell(Column::Capacity).map(capacity).transpose()?),
            call: Given(cell(Column::Call).map(|link| Some(link.to_owned()))),
            ..AgentChange::default()
        })
    }

    /// The teams of a cell, by name or id.
    fn teams(&self, cell: &str) -> Result<Vec<String>, Refused> {
        let known = |name: String| match self.teams.get(&name.to_lowercase()) {
            Some(id) => Ok(id.to_string()),
            None => {
                let message = format!("There is no team \"{}\".", domain::words::cut(&name, 40));
                let remedy = "Make the team first, or write another one's name.";
                Err(Refused::new("unknown_record", message, remedy).at("teams"))
            }
        };
        several(cell).into_iter().map(known).collect()
    }

    /// An id that nobody has, after the e-mail address.
    fn new_id(&self, email: &str) -> AgentId {
        let local = email.split('@').next().unwrap_or_default().to_lowercase();
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let stem: String = local.chars().map(plain).take(30).collect();
        let stem = match stem.trim_matches('-') {
            "" => "agent",
            stem => stem,
        };
        let taken =
            |id: &AgentId| self.directory.agents.contains_key(id) || self.taken.contains(id);
        let mut ids = (1_u32..)
            .map(|n| if n == 1 { stem.to_owned() } else { format!("{stem}-{n}") })
            .filter_map(|id| id.parse().ok());
        #[expect(
            clippy::expect_used,
            reason = "each of the endless ids is well formed and another"
        )]
        ids.find(|id| !taken(id)).expect("an id that nobody has")
    }
}

fn differences(before: &Agent, wanted: &Agent) -> Vec<String> {
    let (b, w) = (&before.profile, &wanted.profile);
    let fields = [
        ("email", before.email == wanted.email),
        ("name", b.name == w.name),
        ("role", b.role == w.role),
        ("teams", b.teams == w.teams),
        ("skills", b.skills == w.skills),
        ("capacity", b.capacity == w.capacity),
        ("call", before.call == wanted.call),
    ];
    fields.into_iter().filter(|(_, same)| !same).map(|(name, _)| name.to_owned()).collect()
}

/// Carries out the rows in `range`, several together. Where somebody else changed a record
/// meanwhile, the rows are planned anew.
async fn carry_out(
    engine: Engine<'_>,
    me: &Profile,
    mut directory: Directory,
    rows: &[Row],
    range: Range<usize>,
) -> Result<Vec<ImportRow>, Failure> {
    let mut done = Vec::with_capacity(range.len());
    let (mut from, end, mut tries) = (range.start, range.end, 0);
    while from < end {
        let until = end.min(from + TOGETHER);
        let planned = plan(&directory, me, rows, from..until);
        match write(engine, me, &mut directory, &planned).await? {
            Wrote::Done => {
                done.extend(planned.into_iter().map(|planned| planned.row));
                (from, tries) = (until, 0);
            }
            Wrote::Outrun | Wrote::Overtaken if tries < workspace::TRIES => {
                pause::pause(tries).await;
                tries += 1;
                directory = engine.store.directory().await?;
            }
            Wrote::Outrun | Wrote::Overtaken => return Err(Failure::Busy),
        }
    }
    Ok(done)
}

/// Writes the records of some rows, all or none, each with its entry in the log.
async fn write(
    engine: Engine<'_>,
    me: &Profile,
    directory: &mut Directory,
    planned: &[Planned],
) -> Result<Wrote, Failure> {
    let at = engine.now();
    let mut writes = Vec::new();
    for wanted in planned.iter().filter_map(|planned| planned.record.as_ref()) {
        let before = directory.agents.get(&wanted.profile.id).cloned().map(Record::Agent);
        let after = Record::Agent(wanted.clone());
        let changed = workspace::changed(me, at, before.as_ref(), &after);
        writes.push((after.clone(), directory.stamp(&after).version, changed));
    }
    if writes.is_empty() {
        return Ok(Wrote::Done);
    }
    let together: Vec<_> = writes.iter().map(|(record, read, log)| (record, *read, log)).collect();
    let wrote = engine.store.put_together(&together, Some(directory.turn)).await?;
    if wrote == Wrote::Done {
        engine.refresh_directory();
        let turn = directory.turn.saturating_add(1);
        for (record, read, _) in writes {
            let Record::Agent(agent) = record else { continue };
            let version = read.saturating_add(1);
            let stamp = Stamp { version, by: Some(me.id.clone()), at: Some(at) };
            directory.keep_agent(agent, stamp, turn);
        }
    }
    Ok(wrote)
}
