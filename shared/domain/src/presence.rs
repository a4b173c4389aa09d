//! Whether an agent takes work (F58).

use serde::{Deserialize, Serialize};

/// Whether an agent takes work (F58).
///
/// Busy is nobody's choice: the engine sees it where a desk is full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Takes work.
    #[default]
    Available,
    /// Takes work, and has as much as they may.
    Busy,
    /// Signed in, takes no new work.
    Away,
    /// No socket is open.
    Offline,
}
