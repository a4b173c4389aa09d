//! The end of a conversation, and the act that takes it back.

use crate::{AgentId, Millis, Status, Thread, Wrap, WrapNeed};
use serde::{Deserialize, Serialize};

/// The conversation ended as resolved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// The agent or the cause that ended the conversation.
    pub by: ResolvedBy,
    /// A note for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether the owner must still mark the conversation done.
    #[serde(default, skip_serializing_if = "WrapNeed::is_none")]
    pub wrap: WrapNeed,
}

/// An agent took back the end of a conversation within a moment: the conversation goes on, but the
/// offers, discussions and guests that its end sent away stay away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResolveUndone {
    /// The agent who owns the conversation again.
    pub owner: AgentId,
}

/// The agent or the cause that resolved a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResolvedBy {
    /// The owner or a manager.
    Agent,
    /// The customer's silence (F54).
    Inactivity,
    /// A closing phrase of the customer (F55).
    ClosingPhrase,
}

impl Resolved {
    /// The conversation ends. A wrap-up begins where the owner must still mark the conversation
    /// done; beyond [`Thread::WRAP_LIMIT`], the oldest wrap-up ends silently.
    pub(crate) fn fold(&self, thread: &mut Thread, now: Millis) {
        let conversation = &thread.conversation;
        if let (Some(owner), false) = (&conversation.owner, self.wrap == WrapNeed::None) {
            thread.wraps.push(Wrap {
                number: conversation.number,
                agent: owner.clone(),
                mandatory: self.wrap == WrapNeed::Mandatory,
                lapses: None,
            });
            if thread.wraps.len() > Thread::WRAP_LIMIT {
                thread.wraps.remove(0);
            }
        }
        thread.conversation.close(Status::Resolved, now);
    }
}

impl ResolveUndone {
    /// The conversation returns to its owner, and its wrap-up ends.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        let number = thread.conversation.number;
        thread.wraps.retain(|w| w.number != number);
        let conversation = &mut thread.conversation;
        conversation.owner = Some(self.owner.clone());
        conversation.closed = None;
        conversation.epoch += 1;
        conversation.status = conversation.owned_status();
    }
}
