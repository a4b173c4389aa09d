//! The first admin of an empty workplace.

use std::sync::Arc;

use domain::{Profile, Role};
use store::settings::directory::{Agent, Record};

use crate::Platform;

/// Makes the first admin of a workplace whose people sign in at another issuer, unless somebody is
/// here already.
///
/// # Errors
/// If the text is no e-mail address, or the table fails.
pub async fn admin(
    platform: &Arc<Platform>,
    email: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let own = platform.own();
    if !own.store.directory().await?.agents.is_empty() {
        return Ok(());
    }
    let email = app::agent::address(email)
        .map_err(|refused| format!("--admin-email {email}: {}", refused.message))?;
    let name = email.split('@').next().unwrap_or("Admin").to_owned();
    own.store.put_records(&[Record::Agent(record(&name, email)?)]).await?;
    own.refresh_directory();
    Ok(())
}

/// The record of an admin who belongs to no team yet.
///
/// # Errors
/// Never: an id made of a name is an id.
pub fn record(name: &str, email: String) -> Result<Agent, domain::id::InvalidId> {
    Ok(Agent {
        profile: Profile {
            id: slug(name).parse()?,
            name: name.to_owned(),
            role: Role::Admin,
            teams: Vec::new(),
            capacity: app::agent::CAPACITY,
            skills: Vec::new(),
        },
        email,
        call: None,
        active: true,
        signs_in: None,
    })
}

/// An id made of a name: `Zoë O'Neil` becomes `zo-o-neil`.
fn slug(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-").chars().take(40).collect();
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "admin".to_owned() } else { slug.to_owned() }
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
}
