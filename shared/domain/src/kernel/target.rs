//! Whom something can be asked of or handed to.

use crate::{AgentId, Profile, QueueId, Role, Skill, TeamId};
use serde::{Deserialize, Serialize};

/// A colleague by name, or a group of which one available member with room is found (F21).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// This colleague.
    Agent(AgentId),
    /// This colleague, who must be a manager or admin (F2).
    Manager(AgentId),
    /// Somebody of this team.
    Team(TeamId),
    /// Somebody who can do this.
    Skill(Skill),
    /// Somebody who serves this queue.
    Queue(QueueId),
}

impl Target {
    /// The colleague, where one is named.
    #[must_use]
    pub const fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::Agent(agent) | Self::Manager(agent) => Some(agent),
            Self::Team(_) | Self::Skill(_) | Self::Queue(_) => None,
        }
    }

    /// What kind of thing it is, in words.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Agent(_) => "agent",
            Self::Manager(_) => "manager",
            Self::Team(_) => "team",
            Self::Skill(_) => "skill",
            Self::Queue(_) => "queue",
        }
    }
}

/// Whether work is given out to `profile` without their being named. Managers and admins take
/// work by hand, or when somebody names them.
#[must_use]
pub fn serves(profile: &Profile) -> bool {
    profile.role == Role::Agent
}
