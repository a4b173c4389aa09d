//! Who acts, under which settings, through what kind of channel: all handed in.

use serde::{Deserialize, Serialize};

use crate::{AgentId, Millis, TeamId};

/// What an agent's record says of them. Never taken from the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who.
    pub id: AgentId,
    /// Name as colleagues see it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Teams they belong to; for a manager, the teams they manage.
    pub teams: Vec<TeamId>,
    /// How many conversations they may have in progress (F48).
    pub capacity: u32,
}

impl Profile {
    /// Whether they belong to (or manage) `team`. Admins stand in every team.
    #[must_use]
    pub fn in_team(&self, team: &TeamId) -> bool {
        self.role == Role::Admin || self.teams.contains(team)
    }

    /// Whether they manage `team`.
    #[must_use]
    pub fn manages(&self, team: &TeamId) -> bool {
        self.role != Role::Agent && self.in_team(team)
    }
}

/// What somebody may do (F105).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers customers.
    Agent,
    /// Answers customers, and directs the work of their teams.
    Manager,
    /// Everything, and the settings.
    Admin,
}

/// Whether an agent takes work (F58).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Takes work.
    #[default]
    Available,
    /// Signed in, takes no new work.
    Away,
    /// No socket is open.
    Offline,
}

/// The settings that rules depend on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// How long a discuss offer waits for an answer (F16).
    pub discuss_timeout: Millis,
    /// How long an assign offer waits for an answer (F17).
    pub assign_timeout: Millis,
    /// How long the customer may be silent before a pending conversation is resolved (F54).
    pub auto_resolve_after: Millis,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            discuss_timeout: Millis::minutes(2),
            assign_timeout: Millis::minutes(2),
            auto_resolve_after: Millis::hours(24),
        }
    }
}

/// What a channel can carry, as data (F104).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// The channel's name, for messages to agents.
    pub name: &'static str,
    /// The longest text it takes, in characters.
    pub text_limit: usize,
    /// Kinds of content an agent may send through it.
    pub sends: &'static [&'static str],
    /// How long after the customer's last message free text is allowed; `None`: always.
    pub window: Option<Millis>,
    /// Whether messages need handing to a provider. If not, they are there at once.
    pub provider: bool,
}
