//! The first admin of an empty workplace. Everybody else is added by an admin.

use domain::{Profile, Role};
use store::settings::directory::{Agent, Directory, Record};

use crate::{Door, Failure};

/// Makes the address that the configuration names the first admin, unless somebody is here already.
/// Returns whether it did.
///
/// # Errors
/// If the table fails.
pub(crate) async fn admit(door: Door<'_>, email: &str) -> Result<bool, Failure> {
    let named = door.config.admin_email.trim();
    if named.is_empty() || !named.eq_ignore_ascii_case(email) {
        return Ok(false);
    }
    // The remembered directory can be older than the first agent.
    if !is_empty(&door.store.directory().await?) {
        return Ok(false);
    }
    // Ids have bounds of their own, which an address keeps once it is a name.
    let Ok(agent) = of_address(email) else { return Ok(false) };
    tracing::info!(agent = %agent.profile.id, "the first admin was made");
    // Two sign-ins at once write the same record.
    door.store.put_records(&[Record::Agent(agent)]).await?;
    door.ground.refresh_directory();
    Ok(true)
}

/// Whether nobody works here yet. A damaged record is somebody's.
fn is_empty(directory: &Directory) -> bool {
    let is_agent = |record: &str| record.starts_with("agent#");
    directory.agents.is_empty() && !directory.unreadable.iter().any(|one| is_agent(&one.record))
}

/// The record of an admin of whom only the address is known.
///
/// # Errors
/// Never: an id made of a name is an id.
pub fn of_address(email: &str) -> Result<Agent, domain::id::InvalidId> {
    record(email.split('@').next().unwrap_or("Admin"), email.to_owned())
}

/// The record of an admin who belongs to no team yet.
///
/// # Errors
/// Never: an id made of a name is an id.
pub fn record(name: &str, email: String) -> Result<Agent, domain::id::InvalidId> {
    Ok(Agent {
        profile: Profile {
            id: slug(name, "admin").parse()?,
            name: name.to_owned(),
            role: Role::Admin,
            teams: Vec::new(),
            capacity: super::CAPACITY,
            skills: Vec::new(),
        },
        email,
        call: None,
        active: true,
        signs_in: None,
    })
}

/// An id made of a name: `Zoë O'Neil` becomes `zo-o-neil`, and a name without a letter of an id
/// becomes `otherwise`.
#[must_use]
pub fn slug(name: &str, otherwise: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(40).collect();
    let slug = slug.trim_matches('-');
    if slug.is_empty() { otherwise.to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_makes_an_id() {
        for (name, id) in [
            ("Ada Winter", "ada-winter"),
            ("Zoë O'Neil", "zo-o-neil"),
            ("李雷", "admin"),
            ("😀", "admin"),
        ] {
            assert_eq!(record(name, String::new()).unwrap().profile.id.as_str(), id);
        }
        let long = record(&"very long name ".repeat(5), String::new()).unwrap();
        assert!(long.profile.id.as_str().len() <= 40);
    }

    #[test]
    fn a_damaged_record_is_somebody() {
        let mut directory = Directory::default();
        assert!(is_empty(&directory));
        let damaged = |record: &str| store::settings::directory::Unreadable {
            record: record.to_owned(),
            why: String::new(),
        };
        directory.unreadable.push(damaged("queue#support"));
        assert!(is_empty(&directory));
        directory.unreadable.push(damaged("agent#ada"));
        assert!(!is_empty(&directory));
    }
}
