//! Managers who look on, coach or have barged in (F30).

use crate::AgentId;
use serde::{Deserialize, Serialize};

/// A manager who looks on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitor {
    /// The manager.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// The way in which the manager looks on.
    #[serde(rename = "m")]
    pub mode: MonitorMode,
    /// The number of the entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
}

/// The way in which a manager looks on (F30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonitorMode {
    /// The manager sees everything, and only managers know.
    Silent,
    /// The manager writes to the owner, and nobody else sees it.
    Coach,
    /// The manager speaks with everybody, the customer included.
    Barge,
}
