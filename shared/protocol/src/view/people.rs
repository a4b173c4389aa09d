//! Agents and their teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Presence, Role};
use crate::Time;

/// What an agent can say of their presence; offline is what the server sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceChoice {
    /// Takes work.
    Available,
    /// Takes none.
    Away,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agent {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their teams.
    pub teams: Vec<String>,
    /// Whether they take work.
    pub presence: Presence,
    /// Why not, where they gave a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_reason: Option<String>,
    /// When their presence was last changed by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// Who changed it, where it was somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
    /// How many conversations they have in progress.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The link that calls them: `tel:`, `sip:` or `sips:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Whether they work here; `false` for those who do not any more, whose names stand in threads.
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
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}
