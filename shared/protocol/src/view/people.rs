//! Agents and their teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Presence, Role};
use crate::Time;

/// The presence that an agent can choose; the server itself finds who is offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceChoice {
    /// The agent takes work.
    Available,
    /// The agent takes no work.
    Away,
}

/// An agent as colleagues see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agent {
    /// The agent's id.
    pub id: String,
    /// The agent's name.
    pub name: String,
    /// The agent's role.
    pub role: Role,
    /// The agent's teams.
    pub teams: Vec<String>,
    /// Whether the agent takes work.
    pub presence: Presence,
    /// The reason why the agent takes no work, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_reason: Option<String>,
    /// The last moment at which a person changed the presence by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// The person who changed the presence, where it was not the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
    /// How many conversations the agent has in progress.
    pub open: u32,
    /// How many conversations the agent may have.
    pub capacity: u32,
    /// The agent's skills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The link that calls the agent: `tel:`, `sip:` or `sips:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Whether the agent works here; `false` for former agents, whose names stand in threads.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub active: bool,
    /// Whether the record is bound to an account at the sign-in service: from the first sign-in on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bound: bool,
}

const fn yes() -> bool {
    true
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// The team's id.
    pub id: String,
    /// The team's name.
    pub name: String,
    /// Whether the team is history: conversations name it, and nobody can be asked for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}
