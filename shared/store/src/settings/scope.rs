//! Scopes of settings: the workspace, a team, a queue.

use domain::{AgentId, AssetId, QueueId, TeamId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The place that settings or a change concern. Settings documents stand for the first three.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole workspace.
    Workspace,
    /// The queues of a team.
    Team(TeamId),
    /// One queue.
    Queue(QueueId),
    /// One agent's record.
    Agent(AgentId),
    /// One asset's record.
    Asset(AssetId),
    /// One key of the API.
    Key(AgentId),
    /// One canned message.
    Canned(String),
    /// One template: `<asset>/<name>/<language>`.
    Template(String),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workspace => f.write_str("workspace"),
            Self::Team(team) => write!(f, "team#{team}"),
            Self::Queue(queue) => write!(f, "queue#{queue}"),
            Self::Agent(agent) => write!(f, "agent#{agent}"),
            Self::Asset(asset) => write!(f, "asset#{asset}"),
            Self::Key(key) => write!(f, "key#{key}"),
            Self::Canned(id) => write!(f, "canned#{id}"),
            Self::Template(id) => write!(f, "template#{id}"),
        }
    }
}
