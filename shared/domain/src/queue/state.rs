//! The causes that bring a conversation back to a queue.

use serde::{Deserialize, Serialize};

/// The cause that brought a conversation back to a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequeueCause {
    /// An agent transferred it.
    Transferred,
    /// The owner left the customer without an answer (F52).
    Unanswered,
    /// The owner was offline for too long (F58).
    OwnerOffline,
}
