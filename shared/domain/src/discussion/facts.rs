//! Colleagues speak in private, leave, and end their discussion.

use crate::{AgentId, Conversation, Discussion, EndCause, Outcome, Promotion};
use serde::{Deserialize, Serialize};

/// Somebody spoke in a discussion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Which.
    pub discussion: u64,
    /// The words.
    pub text: String,
    /// Who was in it at that moment, and so may read it, for ever.
    pub members: Vec<AgentId>,
}

/// A colleague left a discussion, or was let go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// Which.
    pub discussion: u64,
    /// Who.
    pub agent: AgentId,
    /// What the initiator said of it, where the initiator let them go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// What it became, where it became something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted: Option<Promotion>,
}

/// A discussion is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// Which.
    pub discussion: u64,
    /// Whether the question was answered; only the initiator can say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<bool>,
    /// For the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it came to end.
    pub cause: EndCause,
    /// Where the outcome differs from expert to expert.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// What it became, and with whom, where it became something else (F28).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted: Option<(Promotion, AgentId)>,
}

/// Somebody marked a discussion that is over as done (F27).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// Which.
    pub discussion: u64,
    /// Who.
    pub agent: AgentId,
    /// The offer whose record said that they had still to do so.
    pub offer: u64,
}

impl Said {
    /// One line more.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(talk) = running(conversation, self.discussion) {
            talk.lines += 1;
        }
    }
}

impl Left {
    /// One consultant less.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(talk) = running(conversation, self.discussion) {
            talk.experts.retain(|(expert, _)| *expert != self.agent);
        }
    }
}

impl Ended {
    /// The discussion is over.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.discussions.retain(|d| d.number != self.discussion);
    }
}

fn running(conversation: &mut Conversation, number: u64) -> Option<&mut Discussion> {
    conversation.discussions.iter_mut().find(|d| d.number == number)
}
