//! An agent's record: name, role, teams, capacity and skills.

use crate::{AgentId, Skill, TeamId};
use serde::{Deserialize, Serialize};

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
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
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
