//! The agent of a session, and the moment of their sign-in.

use crate::Failure;
use domain::{Millis, Profile, Refusal};
use store::settings::directory::{Agent, Directory};

/// An agent who is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// The agent's profile.
    pub me: Profile,
    /// The moment at which the issuer signed their token.
    pub since: Millis,
    /// Whether the session is a program's whose key only reads.
    pub reads_only: bool,
}

/// Refuses a program: it may not make the keys by which programs act, enter secrets, or make a link
/// by which a person signs in.
///
/// # Errors
/// [`Refusal::Forbidden`].
pub fn person(directory: &Directory, me: &Profile) -> Result<(), Refusal> {
    if directory.keys.contains_key(&me.id) {
        let why = "only people make keys, enter secrets and make sign-in links, not programs";
        return Err(Refusal::Forbidden { why });
    }
    Ok(())
}

/// Returns the profile in an agent's record, if the agent may work here.
pub(crate) fn active(record: &Agent) -> Result<Profile, Failure> {
    if record.active {
        return Ok(record.profile.clone());
    }
    Err(Failure::rejected(
        "forbidden",
        "Your account here has been deactivated.",
        "Ask an admin to activate it again.",
    ))
}
