//! How an agent came by a conversation, and what an agent has in progress.

use serde::{Deserialize, Serialize};

/// How an agent came by a conversation (F50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The agent took it from the queue by hand.
    Picked,
    /// The previous owner transferred it at once.
    Transfer,
    /// A manager gave it.
    Manager,
    /// The agent accepted an assign offer.
    Offer,
    /// The engine gave it (F47).
    Auto,
    /// An integrator gave it.
    Api,
    /// The previous owner left the conference (F36).
    Conference,
    /// The customer came back, and the conversation returned to its previous owner (F57).
    Reopened,
}

/// How much work stood in an agent's workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// How many conversations were open.
    #[serde(rename = "o")]
    pub open: u32,
    /// How many conversations the agent may have.
    #[serde(rename = "c")]
    pub capacity: u32,
}
