//! What a conversation keeps of its customer's arrival.

use serde::{Deserialize, Serialize};

/// What the customer has been told of closed doors, once for each conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffHours {
    /// They are to be told.
    Owed,
    /// They have been.
    Told,
}
