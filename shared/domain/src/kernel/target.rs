//! The targets of an offer or a transfer.

use crate::{AgentId, Profile, QueueId, Role, Skill, TeamId};
use serde::{Deserialize, Serialize};

/// A colleague by name, or a group in which the engine finds an available member with room (F21).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The named colleague.
    Agent(AgentId),
    /// The named colleague, who must be a manager or admin (F2).
    Manager(AgentId),
    /// A member of the team.
    Team(TeamId),
    /// An agent with the skill.
    Skill(Skill),
    /// An agent who serves the queue.
    Queue(QueueId),
}

impl Target {
    /// The colleague, if the target names one.
    #[must_use]
    pub const fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::Agent(agent) | Self::Manager(agent) => Some(agent),
            Self::Team(_) | Self::Skill(_) | Self::Queue(_) => None,
        }
    }

    /// The kind of target, in words.
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

/// Whether the engine gives work to `profile` unasked. Managers and admins take work by hand, or
/// when an agent names them.
#[must_use]
pub fn serves(profile: &Profile) -> bool {
    profile.role == Role::Agent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_told_by_its_kind() {
        let read = |text: &str| -> Target { serde_json::from_str(text).unwrap() };
        for (target, kind, agent) in [
            (read(r#"{"agent":"mark"}"#), "agent", Some("mark")),
            (read(r#"{"manager":"mona"}"#), "manager", Some("mona")),
            (read(r#"{"team":"support"}"#), "team", None),
            (read(r#"{"skill":"french"}"#), "skill", None),
            (read(r#"{"queue":"sales"}"#), "queue", None),
        ] {
            assert_eq!((target.kind(), target.agent().map(AgentId::as_str)), (kind, agent));
        }
    }
}
