//! Why a conversation is back in a queue.

use serde::{Deserialize, Serialize};

/// Why a conversation went back to a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequeueCause {
    /// Somebody put it there.
    Transferred,
    /// The owner left the customer without an answer (F52).
    Unanswered,
    /// The owner was away from their desk for too long (F58).
    OwnerOffline,
}
