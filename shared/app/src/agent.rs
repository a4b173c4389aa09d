//! Agents' records: the rights to change them, and the bounds of their fields.

mod cell;
pub mod first;
pub mod import;
mod table;

use crate::session::sessions;
use crate::settings::fields;
use crate::settings::refused;
use crate::workspace;
use crate::{Engine, Failure};
use domain::workspace::{Member, Right};
use domain::{AgentId, Profile, Refusal, Role};
use futures_util::future::BoxFuture;
use protocol::Refused;
use protocol::agent::AgentChange;
use protocol::settings::Given;
use store::settings::directory::{Agent, Directory, Record};

/// How many conversations a new agent may have, if the admin does not say.
pub const CAPACITY: u32 = 5;
/// How often a change without a version is tried again after another one.
const TRIES: usize = 3;

/// Changes an agent's record, or makes one (version 0). Without a version the later of two changes
/// at the same time stands.
///
/// # Errors
/// If the caller may not, a value is out of bounds, a rule of the records is broken, or somebody
/// else was faster.
pub async fn change_agent(
    engine: Engine<'_>,
    me: &Profile,
    agent: &AgentId,
    change: &AgentChange,
) -> Result<Agent, Failure> {
    let mut tries = 0;
    loop {
        tries += 1;
        let once = || -> BoxFuture<'_, _> { Box::pin(change_once(engine, me, agent, change)) };
        match workspace::in_turn(once).await {
            Err(failure) if change.version.is_absent() && tries < TRIES && outrun(&failure) => {}
            outcome => return outcome,
        }
    }
}

fn outrun(failure: &Failure) -> bool {
    matches!(failure, Failure::Rejected(refused) if refused.code == "version_conflict")
}

async fn change_once(
    engine: Engine<'_>,
    me: &Profile,
    agent: &AgentId,
    change: &AgentChange,
) -> Result<Agent, Failure> {
    let directory = engine.store.directory().await?;
    if directory.keys.contains_key(agent) {
        return Err(Refused::new(
            "name_taken",
            "A key of the API has this id.",
            "Choose another id, or change the key.",
        )
        .into());
    }
    let before = directory.agents.get(agent);
    let wanted = if change.version.0 == Some(0) {
        me.may(Right::InviteAgent, &[])?;
        wanted(agent, None, change)?
    } else {
        let record = before.ok_or(Refusal::NotFound { what: "agent" })?;
        may_change(me, record, change)?;
        wanted(agent, Some(record), change)?
    };
    let read = match change.version.0 {
        Some(read) => read,
        None => stamp(&directory, &wanted),
    };
    no_program_makes_admins(&directory, me, before, &wanted)?;
    let records = (before.cloned().map(Record::Agent), Record::Agent(wanted.clone()));
    let member = member(&wanted);
    let allow = || Ok(directory.records().allow_agent(member)?);
    workspace::write(engine, me, &directory, records, read, allow).await?;
    follow_up(engine, agent, change, wanted).await
}

/// The record as the rules look at it.
pub(super) fn member(agent: &Agent) -> Member<'_> {
    Member {
        profile: &agent.profile,
        email: &agent.email,
        active: agent.active,
        enters: agent.signs_in.is_some(),
    }
}

/// Refuses a change of an admin's record, or of one that becomes an admin's, to a program: whoever
/// holds a key of the API could become an admin who makes more of them.
pub(super) fn no_program_makes_admins(
    directory: &Directory,
    me: &Profile,
    before: Option<&Agent>,
    wanted: &Agent,
) -> Result<(), Refusal> {
    let admin = |agent: &Agent| agent.profile.role == Role::Admin;
    if directory.keys.contains_key(&me.id) && (before.is_some_and(admin) || admin(wanted)) {
        return Err(Refusal::Forbidden { why: "only people make admins and change their records" });
    }
    Ok(())
}

/// The record that a change asks for, over the one that stands; without one, over a new one.
fn wanted(agent: &AgentId, stands: Option<&Agent>, change: &AgentChange) -> Result<Agent, Failure> {
    changed(stands.cloned().map_or_else(|| new(agent, change), Ok)?, change)
}

/// Ends the sessions of an agent who may not go on with them, and gives the conversations of an
/// agent who has left back to their queues.
async fn follow_up(
    engine: Engine<'_>,
    agent: &AgentId,
    change: &AgentChange,
    mut wanted: Agent,
) -> Result<Agent, Failure> {
    let unbind = change.unbind.0 == Some(true);
    if unbind {
        engine.store.unbind_sign_in(agent).await?;
        wanted.signs_in = None;
        engine.refresh_directory();
    }
    if unbind || !wanted.active {
        sessions::end_sessions(engine, agent).await?;
    }
    if !wanted.active {
        sessions::let_go(engine, agent).await?;
    }
    Ok(wanted)
}

fn stamp(directory: &Directory, wanted: &Agent) -> u64 {
    directory.stamp(&Record::Agent(wanted.clone())).version
}

fn may_change(me: &Profile, record: &Agent, change: &AgentChange) -> Result<(), Refusal> {
    // A manager directs agents and other managers, but no admin.
    let teams = if record.profile.role == Role::Admin { &[][..] } else { &record.profile.teams };
    me.may(Right::ChangeAgentWork, teams)?;
    let access = change.unbind.0 == Some(true)
        || !change.active.is_absent()
        || !change.email.is_absent()
        || !change.role.is_absent()
        || !change.teams.is_absent();
    if access {
        me.may(Right::ChangeAgentAccess, &[])?;
    }
    if me.id == record.profile.id && change.active.0 == Some(false) {
        return Err(Refusal::TargetIsSelf);
    }
    Ok(())
}

/// A new record, before the change fills it. A name and an e-mail address must be given.
fn new(agent: &AgentId, change: &AgentChange) -> Result<Agent, Refused> {
    for (field, absent) in [("name", change.name.is_absent()), ("email", change.email.is_absent())]
    {
        if absent {
            return Err(workspace::missing(field, "agent"));
        }
    }
    Ok(Agent {
        profile: Profile {
            id: agent.clone(),
            name: String::new(),
            role: Role::Agent,
            teams: Vec::new(),
            capacity: CAPACITY,
            skills: Vec::new(),
        },
        email: String::new(),
        call: None,
        active: true,
        signs_in: None,
    })
}

fn changed(mut agent: Agent, change: &AgentChange) -> Result<Agent, Failure> {
    if let Given(Some(name)) = &change.name {
        agent.profile.name = workspace::name_of(name)?;
    }
    if let Given(Some(email)) = &change.email {
        agent.email = address(email)?;
    }
    if let Given(Some(role)) = change.role {
        agent.profile.role = role.into();
    }
    if let Given(Some(teams)) = &change.teams {
        agent.profile.teams = workspace::teams_of(teams)?;
    }
    if let Given(Some(capacity)) = change.capacity {
        let capacity = fields::within("capacity", capacity, 1, 50)?;
        agent.profile.capacity = u32::try_from(capacity).unwrap_or(u32::MAX);
    }
    if let Given(Some(skills)) = &change.skills {
        agent.profile.skills = fields::skills("skills", skills)?;
    }
    if let Given(Some(active)) = change.active {
        agent.active = active;
    }
    if let Given(Some(call)) = &change.call {
        agent.call = call.as_deref().map(link).transpose()?;
    }
    Ok(agent)
}

/// Reads an e-mail address.
///
/// # Errors
/// `email_invalid` at `email`.
pub fn address(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    if crate::session::read::is_address(text) {
        return Ok(text.to_owned());
    }
    Err(Refused::from(&Refusal::EmailInvalid).at("email"))
}

/// Reads a link that begins a call, and refuses every other: consoles offer the link for clicking.
fn link(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    let fits = text.len() <= 200
        && text.split_once(':').is_some_and(|(scheme, rest)| match scheme {
            "tel" => {
                let number = rest.split(';').next().unwrap_or_default();
                number.bytes().any(|b| b.is_ascii_digit())
                    && number.bytes().all(|b| b.is_ascii_digit() || b"+-.()*#".contains(&b))
                    && rest.bytes().all(is_plain)
            }
            "sip" | "sips" => {
                !rest.starts_with('@') && !rest.is_empty() && rest.bytes().all(is_plain)
            }
            _ => false,
        });
    if fits {
        return Ok(text.to_owned());
    }
    let message = "call must be a tel:, sip: or sips: link of up to 200 characters.".to_owned();
    let remedy = "Write it as tel:+4930123456 or sip:martha@voice.example.com.";
    Err(refused::out_of_range("call", message, remedy))
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"<>\"'\\`{}|^".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_that_begin_a_call_are_taken() {
        for good in [
            "tel:+49-30-123456",
            "tel:112",
            "sip:martha@voice.example.com",
            "sips:m@x",
            "tel:7042;phone-context=example.com",
        ] {
            assert_eq!(link(good).unwrap(), good);
        }
        for bad in [
            "javascript:alert(1)",
            "tel:",
            "tel:+",
            "sip:",
            "sip:@host",
            "http://x",
            "martha",
            "tel:1 2",
            "sip:a\"b",
            "",
            "tel:1;x=<b>",
        ] {
            assert_eq!(link(bad).unwrap_err().field.as_deref(), Some("call"), "{bad}");
        }
        assert!(link(&format!("tel:{}", "1".repeat(200))).is_err());
    }
}
