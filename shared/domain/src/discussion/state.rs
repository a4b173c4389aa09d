//! Private talks about a conversation.

use crate::AgentId;
use serde::{Deserialize, Serialize};

/// A private talk about a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    /// The number of the offer that opened it.
    #[serde(rename = "n")]
    pub number: u64,
    /// Who asked for it; only they end it with an outcome.
    #[serde(rename = "f")]
    pub initiator: AgentId,
    /// The colleagues consulted, each with the offer they accepted.
    #[serde(rename = "m")]
    pub experts: Vec<(AgentId, u64)>,
    /// How many lines have been said in it.
    #[serde(rename = "l", default)]
    pub lines: u32,
}

impl Discussion {
    /// Everybody in it, the initiator first.
    pub fn members(&self) -> impl Iterator<Item = &AgentId> {
        std::iter::once(&self.initiator).chain(self.experts.iter().map(|(agent, _)| agent))
    }

    /// Whether `agent` takes part.
    #[must_use]
    pub fn has(&self, agent: &AgentId) -> bool {
        self.members().any(|m| m == agent)
    }
}

/// How a discussion, or a part in one or in a conference, came to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// The initiator ended it.
    Ended,
    /// The last colleague left.
    Left,
    /// The conversation got another owner.
    Transferred,
    /// It became a transfer or a conference (F28).
    Promoted,
    /// The conversation ended.
    ConversationEnded,
}

/// What the initiator says of one expert's part in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whose.
    pub agent: AgentId,
    /// Whether they answered the question.
    pub resolved: bool,
    /// For the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a discussion can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promotion {
    /// The expert takes the conversation over.
    Transfer,
    /// The expert speaks with the customer, too.
    Conference,
}
