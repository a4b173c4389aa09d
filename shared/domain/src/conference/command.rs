//! Commands of a conference.

use crate::AgentId;

/// Take a guest out of the conference (F35).
#[derive(Debug, Clone, PartialEq)]
pub struct Remove {
    /// The guest who is taken out.
    pub agent: AgentId,
}
