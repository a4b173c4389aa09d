//! The ways in which an agent hands a conversation on (F42).

use serde::{Deserialize, Serialize};

/// The way in which an agent hands a conversation on (F42).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferMode {
    /// The conversation changes hands at once.
    #[default]
    Immediate,
    /// The conversation changes hands when the colleague accepts.
    Offer,
}
