//! How an agent came by a conversation, and what an agent has in progress.

use serde::{Deserialize, Serialize};

/// How an agent came by a conversation (F50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Taken from the queue by hand.
    Picked,
    /// Transferred at once by the previous owner.
    Transfer,
    /// Given by a manager.
    Manager,
    /// Accepted from an assign offer.
    Offer,
    /// Given by the engine (F47).
    Auto,
    /// Given by an integrator.
    Api,
    /// The previous owner left the conference (F36).
    Conference,
    /// The customer came back to who had it before (F57).
    Reopened,
}

/// What somebody had on their desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// How many conversations.
    #[serde(rename = "o")]
    pub open: u32,
    /// How many they may have.
    #[serde(rename = "c")]
    pub capacity: u32,
}
