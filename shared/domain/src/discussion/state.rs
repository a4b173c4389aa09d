//! Discussions: private talks about a conversation.

use crate::AgentId;
use serde::{Deserialize, Serialize};

/// A private talk about a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    /// The number of the offer that opened it.
    #[serde(rename = "n")]
    pub number: u64,
    /// The initiator: only this agent ends the discussion with an outcome.
    #[serde(rename = "f")]
    pub initiator: AgentId,
    /// The consultants, each with the number of the offer that the consultant accepted.
    #[serde(rename = "m")]
    pub consultants: Vec<(AgentId, u64)>,
    /// How many messages the members wrote.
    #[serde(rename = "l", default)]
    pub lines: u32,
}

impl Discussion {
    /// All members, the initiator first.
    pub fn members(&self) -> impl Iterator<Item = &AgentId> {
        std::iter::once(&self.initiator).chain(self.consultants.iter().map(|(agent, _)| agent))
    }

    /// Whether `agent` is a member.
    #[must_use]
    pub fn has(&self, agent: &AgentId) -> bool {
        self.members().any(|m| m == agent)
    }
}

/// The cause that ended a discussion, or a part in one or in a conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// The initiator ended the discussion or the part.
    Ended,
    /// The last consultant left.
    Left,
    /// The conversation got another owner.
    Transferred,
    /// The discussion became a transfer or a conference (F28).
    Promoted,
    /// The conversation ended.
    ConversationEnded,
}

/// The initiator's word on one consultant's part in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The consultant.
    pub agent: AgentId,
    /// Whether the consultant answered the question.
    pub resolved: bool,
    /// A note for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The results that a discussion can turn into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promotion {
    /// The consultant takes the conversation over.
    Transfer,
    /// The consultant joins those who speak with the customer.
    Conference,
}
