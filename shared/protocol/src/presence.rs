//! Presence that managers set for their agents.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::view::PresenceChoice;

/// `GET /v1/agents/{agent}/presence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceChanges {
    /// When somebody else set the agent's presence, newest first: of the last 90 days, at most 100.
    pub changes: Vec<PresenceChange>,
}

/// A presence that somebody else set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceChange {
    /// When.
    pub at: Time,
    /// Who did.
    pub by: String,
    /// What the agent does from then on.
    pub presence: PresenceChoice,
    /// Why they take no work, where a reason was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
