//! Messages to the customer, and comments for colleagues.

use crate::message::content::Media;
use crate::{AgentId, Content, Millis, OffHours, Outbox, Party, Status, Thread};
use serde::{Deserialize, Serialize};

/// An agent wrote to the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The content of the message.
    pub content: Content,
}

/// The engine told the customer of the business hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AutoReplied {
    /// The content of the message.
    pub content: Content,
}

/// An agent sent an event to the event bus (F41).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Triggered {
    /// The name of the trigger.
    pub trigger: String,
    /// A note for the receivers of the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An agent retries a failed message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Retried {
    /// The entry that holds the message.
    pub message: u64,
}

/// An agent left a comment for colleagues.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commented {
    /// The text of the comment.
    pub text: String,
    /// The colleagues whom the comment mentions (F80).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<AgentId>,
    /// The files of the comment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Media>,
}

impl Sent {
    /// The message waits for the provider, and the customer has the next word.
    pub(crate) fn fold(thread: &mut Thread, (seq, now): (u64, Millis)) {
        thread.outbox.pending.push(seq);
        let conversation = &mut thread.conversation;
        conversation.status = Status::Pending;
        conversation.answered_at.get_or_insert(now);
        if conversation.waiting_on == Party::Agent {
            conversation.waiting_on = Party::Customer;
            conversation.waiting_since = now;
        }
    }
}

impl AutoReplied {
    /// The engine has told the customer now: it does so once for each conversation.
    pub(crate) fn fold(thread: &mut Thread, seq: u64) {
        thread.outbox.pending.push(seq);
        thread.conversation.off_hours = Some(OffHours::Told);
    }
}

impl Retried {
    /// The message waits for the provider again, and the outbox remembers it as retried.
    pub(crate) fn fold(&self, outbox: &mut Outbox) {
        outbox.failed.retain(|seq| *seq != self.message);
        outbox.pending.push(self.message);
        outbox.retried.push(self.message);
        if outbox.retried.len() > Outbox::RETRIED_LIMIT {
            outbox.retried.remove(0);
        }
    }
}
