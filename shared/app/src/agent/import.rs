//! Many agents at once, from a table: a dry run tells the fate of every row, and the import itself
//! goes in parts, so that none outlasts a request. A part that is repeated changes nothing more.

use std::collections::{BTreeMap, HashMap};

use crate::agent;
use crate::agent::table::{self, Column, Row};
use crate::workspace;
use crate::{Engine, Failure};
use domain::workspace::{Member, Right};
use domain::{AgentId, Profile, TeamId};
use futures_util::future::join_all;
use protocol::Refused;
use protocol::agent::{AgentChange, AgentsImport, Fate, ImportReport, ImportRow};
use protocol::settings::Given;
use protocol::view::Role;
use store::settings::directory::{Agent, Directory, Record};

/// The rows of one part of an import that changes something.
const PART: usize = 200;
/// The rows that are written at once.
const AT_ONCE: usize = 8;
/// The signs between two teams or skills of a cell.
const BETWEEN: [char; 3] = [';', ',', '|'];

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
    let directory = engine.store.directory().await?;
    let total = read.rows.len();
    let from = wanted.from.map_or(0, |row| usize::try_from(row).unwrap_or(total).max(1) - 1);
    let end = if wanted.dry_run { total } else { total.min(from.saturating_add(PART)) };
    let mut planned = plan(&directory, me, &read.rows, from.min(end)..end);
    if !wanted.dry_run {
        carry_out(engine, me, &directory, &mut planned).await?;
    }
    Ok(ImportReport {
        rows: planned.into_iter().map(|planned| planned.row).collect(),
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
fn plan(
    directory: &Directory,
    me: &Profile,
    rows: &[Row],
    range: std::ops::Range<usize>,
) -> Vec<Planned> {
    let mut known = Known::new(directory);
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
            Ok(_) => known.take(me, &cells, number(at + 1)),
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
    directory: Directory,
    by_email: HashMap<String, AgentId>,
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
        Self {
            by_email: by_email.collect(),
            teams,
            directory: directory.clone(),
            rows: HashMap::new(),
        }
    }

    /// Takes a row: the record before it, and the record that it asks for.
    fn take(
        &mut self,
        me: &Profile,
        cells: &BTreeMap<Column, &str>,
        number: u32,
    ) -> Result<(Option<Agent>, Agent), Refused> {
        let cell = |column| cells.get(&column).copied().filter(|cell| !cell.is_empty());
        let email = agent::address(cell(Column::Email).unwrap_or_default())?;
        if let Some(earlier) = self.rows.insert(email.to_lowercase(), number) {
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
        let member =
            Member { profile: &wanted.profile, email: &wanted.email, active: wanted.active };
        self.directory.records().allow_agent(member)?;
        self.by_email.insert(email.to_lowercase(), id.clone());
        self.directory.agents.insert(id, wanted.clone());
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
        let taken = |id: &AgentId| self.directory.agents.contains_key(id);
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

/// A name after an e-mail address: `kim.lee@…` is Kim Lee.
fn name_in(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let name = words.map(capital).collect::<Vec<_>>().join(" ");
    domain::words::cut(if name.is_empty() { email } else { &name }, domain::limit::NAME)
}

fn several(cell: &str) -> Vec<String> {
    cell.split(BETWEEN).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

fn role(cell: &str) -> Result<Role, Refused> {
    match cell.to_lowercase().as_str() {
        "agent" => Ok(Role::Agent),
        "manager" => Ok(Role::Manager),
        "admin" => Ok(Role::Admin),
        _ => {
            let message = format!("There is no role \"{}\".", domain::words::cut(cell, 40));
            let remedy = "Write agent, manager or admin.";
            Err(Refused::new("setting_out_of_range", message, remedy).at("role"))
        }
    }
}

fn capacity(cell: &str) -> Result<i64, Refused> {
    cell.parse().map_err(|_| {
        let message = format!("\"{}\" is no number.", domain::words::cut(cell, 40));
        Refused::new("setting_out_of_range", message, "Write a number from 1 to 50.").at("capacity")
    })
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

/// Writes the records of a part, a few at once. A row that somebody else overtook is refused.
async fn carry_out(
    engine: Engine<'_>,
    me: &Profile,
    directory: &Directory,
    planned: &mut [Planned],
) -> Result<(), Failure> {
    let mut rows: Vec<&mut Planned> = planned.iter_mut().filter(|p| p.record.is_some()).collect();
    for some in rows.chunks_mut(AT_ONCE) {
        let writes = some.iter_mut().map(async |planned| {
            let Some(wanted) = planned.record.take() else { return Ok(()) };
            let before = directory.agents.get(&wanted.profile.id).cloned().map(Record::Agent);
            let after = Record::Agent(wanted);
            let read = directory.stamp(&after).version;
            match workspace::write(engine, me, directory, (before, after), read, || Ok(())).await {
                Ok(_) => Ok(()),
                Err(Failure::Rejected(refused)) => {
                    planned.row.fate = Fate::Refused;
                    planned.row.refused = Some(*refused);
                    Ok(())
                }
                Err(failure) => Err(failure),
            }
        });
        join_all(writes).await.into_iter().collect::<Result<(), Failure>>()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_out_of_an_address() {
        assert_eq!(name_in("kim.lee@x.test"), "Kim Lee");
        assert_eq!(name_in("zoë_van-dam@x.test"), "Zoë Van Dam");
        assert_eq!(name_in("ops@x.test"), "Ops");
    }

    #[test]
    fn teams_of_a_cell_stand_between_any_separators() {
        assert_eq!(several(" Sales; Support ,Returns|"), ["Sales", "Support", "Returns"]);
    }
}
