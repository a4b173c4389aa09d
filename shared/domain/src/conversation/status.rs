//! The status of a conversation, and whose turn it is (F44).

use serde::{Deserialize, Serialize};

/// The status of a conversation (F44).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The conversation waits for an agent.
    Queued,
    /// The conversation has an owner, and the customer waits for an answer.
    Active,
    /// The conversation has an owner, who waits for the customer.
    Pending,
    /// The conversation has ended.
    Resolved,
    /// The customer left before an agent took the conversation.
    Abandoned,
}

impl Status {
    /// Whether the conversation is still open.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::Active | Self::Pending)
    }

    /// The status's name in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Resolved => "resolved",
            Self::Abandoned => "abandoned",
        }
    }
}

/// The party whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The business owes an answer.
    Agent,
    /// The customer owes an answer.
    Customer,
}
