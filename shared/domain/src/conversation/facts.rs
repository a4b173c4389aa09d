//! The end of a conversation, and taking it back.

use crate::{AgentId, Millis, Status, Thread, Wrap, WrapNeed};
use serde::{Deserialize, Serialize};

/// The conversation is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// Who or what ended it.
    pub by: ResolvedBy,
    /// For the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether the owner has still to mark it done.
    #[serde(default, skip_serializing_if = "WrapNeed::is_none")]
    pub wrap: WrapNeed,
}

/// Who ended the conversation took that back within a moment: it goes on as if it had not been
/// ended, but for the offers, discussions and guests that its end sent away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResolveUndone {
    /// Who has it again.
    pub owner: AgentId,
}

/// Who or what resolved a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResolvedBy {
    /// Its owner or a manager.
    Agent,
    /// The customer's silence (F54).
    Inactivity,
    /// The customer, by a closing phrase (F55).
    ClosingPhrase,
}

impl Resolved {
    /// The conversation ends. Where its owner has still to mark it done, a wrap-up begins; of too
    /// many the oldest ends without a word.
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
    /// The conversation is its owner's again, and nothing is left to wrap up.
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
