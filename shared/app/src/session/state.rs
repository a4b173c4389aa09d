//! The agent of a session, and the moment of their sign-in.

use crate::Failure;
use domain::{Millis, Profile};
use store::settings::directory::Agent;

/// An agent who is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// The agent's profile.
    pub me: Profile,
    /// The moment at which the issuer signed their token.
    pub since: Millis,
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
