//! Scopes of settings: the workspace, a team, a queue.

use domain::{QueueId, TeamId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The scope of a settings document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole workspace.
    Workspace,
    /// The queues of a team.
    Team(TeamId),
    /// One queue.
    Queue(QueueId),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workspace => f.write_str("workspace"),
            Self::Team(team) => write!(f, "team#{team}"),
            Self::Queue(queue) => write!(f, "queue#{queue}"),
        }
    }
}
