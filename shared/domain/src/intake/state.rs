//! The state that a conversation keeps of its customer's arrival.

use serde::{Deserialize, Serialize};

/// The engine's reply about the business hours, which it sends once for each conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffHours {
    /// The engine still owes the reply.
    Owed,
    /// The engine has sent the reply.
    Told,
}
