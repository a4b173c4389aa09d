//! An agent's record: name, role, teams, capacity and skills.

use crate::{AgentId, Skill, TeamId};
use serde::{Deserialize, Serialize};

/// An agent's record as the store keeps it. The engine never takes it from the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The agent's id.
    pub id: AgentId,
    /// The agent's name as colleagues see it.
    pub name: String,
    /// The agent's role, which decides what the agent may do.
    pub role: Role,
    /// The teams that the agent belongs to; for a manager, the teams that the manager directs.
    pub teams: Vec<TeamId>,
    /// How many conversations the agent may have in progress (F48).
    pub capacity: u32,
    /// The agent's skills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
}

impl Profile {
    /// Whether the agent belongs to `team` or manages it. An admin belongs to every team.
    #[must_use]
    pub fn in_team(&self, team: &TeamId) -> bool {
        self.role == Role::Admin || self.teams.contains(team)
    }

    /// Whether the agent manages `team`.
    #[must_use]
    pub fn manages(&self, team: &TeamId) -> bool {
        self.role != Role::Agent && self.in_team(team)
    }
}

/// The role of an agent: it decides what the agent may do (F105).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An agent answers customers.
    Agent,
    /// A manager answers customers and directs the work of the manager's teams.
    Manager,
    /// An admin may do everything and change the settings.
    Admin,
}
