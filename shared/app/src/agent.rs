//! Agents' records: the rights to change them, and the bounds of their fields.

use crate::session::sessions;
use crate::settings::fields;
use crate::settings::refused;
use crate::{Engine, Failure};
use domain::{AgentId, Profile, Refusal, Role};
use protocol::Refused;
use protocol::agent::AgentChange;
use protocol::settings::Given;
use store::settings::directory::{Agent, Record};

/// Changes an agent's record. Of two changes at the same time the later one stands.
///
/// # Errors
/// If the caller may not, or a value is out of bounds.
pub async fn change_agent(
    engine: Engine<'_>,
    me: &Profile,
    agent: &AgentId,
    change: &AgentChange,
) -> Result<Agent, Failure> {
    let directory = engine.store.directory().await?;
    let record = directory.agents.get(agent).ok_or(Refusal::NotFound { what: "agent" })?;
    let theirs = record.profile.teams.iter().any(|team| me.manages(team));
    let may = match me.role {
        Role::Admin => true,
        Role::Manager => theirs && record.profile.role != Role::Admin,
        Role::Agent => false,
    };
    if !may {
        let why = "only managers of their team and admins change a colleague's record";
        return Err(Refusal::Forbidden { why }.into());
    }
    let unbind = change.unbind.0 == Some(true);
    if me.role != Role::Admin && (unbind || !change.active.is_absent()) {
        let why = "only admins activate, deactivate and unbind a colleague's record";
        return Err(Refusal::Forbidden { why }.into());
    }
    if me.id == *agent && change.active.0 == Some(false) {
        return Err(Refusal::TargetIsSelf.into());
    }
    let mut changed = changed(record.clone(), change)?;
    engine.store.put_records(&[Record::Agent(changed.clone())]).await?;
    if unbind {
        engine.store.unbind_sign_in(agent).await?;
        changed.signs_in = None;
    }
    engine.refresh_directory();
    if unbind || !changed.active {
        sessions::end_sessions(engine, agent).await?;
    }
    if !changed.active {
        sessions::let_go(engine, agent).await?;
    }
    Ok(changed)
}

fn changed(mut agent: Agent, change: &AgentChange) -> Result<Agent, Refused> {
    if let Given(Some(name)) = &change.name {
        agent.profile.name = fields::text("name", name, 40)?;
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
