//! Managers who look on, coach or have barged in (F30).

use crate::AgentId;
use serde::{Deserialize, Serialize};

/// A manager who looks on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitor {
    /// Who.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// How.
    #[serde(rename = "m")]
    pub mode: MonitorMode,
    /// The entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
}

/// How a manager looks on (F30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonitorMode {
    /// Sees everything, and only managers know.
    Silent,
    /// Speaks with the owner; nobody else sees it.
    Coach,
    /// Speaks with everybody, the customer included.
    Barge,
}
