//! Presence: an agent's own, and the one that a manager sets for an agent.

use crate::Time;
use crate::view::PresenceChoice;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/agents/{agent}/presence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceChanges {
    /// The changes of the agent's presence by somebody else, newest first: those of the last 90
    /// days, at most 100.
    pub changes: Vec<PresenceChange>,
}

/// A change of an agent's presence by somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceChange {
    /// The moment of the change.
    pub at: Time,
    /// The id of the manager or admin who made the change.
    pub by: String,
    /// The agent's new presence.
    pub presence: PresenceChoice,
    /// The reason why the agent takes no work, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The body of `PUT /v1/me/presence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceBody {
    /// The agent's new presence.
    pub presence: crate::view::PresenceChoice,
    /// The reason why the agent takes no work, for colleagues to see: at most 100 characters. Only
    /// with `away`.
    #[schemars(length(max = limit::AWAY_REASON))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
