//! Colleagues write in private, leave, and end their discussion.

use crate::{AgentId, Conversation, Discussion, EndCause, Outcome, Promotion};
use serde::{Deserialize, Serialize};

/// A member of a discussion wrote in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// The number of the discussion.
    pub discussion: u64,
    /// The text of the message.
    pub text: String,
    /// The members of the discussion at that moment: they may read the message for ever.
    pub members: Vec<AgentId>,
}

/// A consultant left a discussion, or its initiator let the consultant go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// The number of the discussion.
    pub discussion: u64,
    /// The consultant.
    pub agent: AgentId,
    /// The outcome that the initiator gave, if the initiator let the consultant go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The consultant's next part, if the discussion became a transfer or a conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted: Option<Promotion>,
}

/// A discussion ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// The number of the discussion.
    pub discussion: u64,
    /// Whether the consultants answered the question; only the initiator can say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<bool>,
    /// A note for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The cause of the end.
    pub cause: EndCause,
    /// The outcomes of single consultants, where they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// The result and its consultant, if the discussion became a transfer or a conference (F28).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted: Option<(Promotion, AgentId)>,
}

/// An agent marked an ended discussion as done (F27).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The number of the discussion.
    pub discussion: u64,
    /// The agent.
    pub agent: AgentId,
    /// The offer whose record listed the agent as not done.
    pub offer: u64,
}

impl Said {
    /// Counts the message.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(talk) = running(conversation, self.discussion) {
            talk.lines += 1;
        }
    }
}

impl Left {
    /// Removes the consultant.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        if let Some(talk) = running(conversation, self.discussion) {
            talk.consultants.retain(|(expert, _)| *expert != self.agent);
        }
    }
}

impl Ended {
    /// Removes the discussion from the running ones.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.discussions.retain(|d| d.number != self.discussion);
    }
}

fn running(conversation: &mut Conversation, number: u64) -> Option<&mut Discussion> {
    conversation.discussions.iter_mut().find(|d| d.number == number)
}
