//! Whether an agent takes work (F58).

use serde::{Deserialize, Serialize};

/// Whether an agent takes work (F58).
///
/// No agent chooses `Busy`: the engine derives it from a full workload.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The agent takes work.
    #[default]
    Available,
    /// The agent takes work, but the workload is full.
    Busy,
    /// The agent is signed in and takes no new work.
    Away,
    /// The agent has no open socket.
    Offline,
}
