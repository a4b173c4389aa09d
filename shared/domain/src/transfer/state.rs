//! How a conversation is handed on (F42).

use serde::{Deserialize, Serialize};

/// How a conversation is handed on (F42).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferMode {
    /// At once.
    #[default]
    Immediate,
    /// When the colleague accepts.
    Offer,
}
