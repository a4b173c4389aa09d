//! What is written to the customer and for colleagues.

use crate::message::content::Media;
use crate::{AgentId, Content, Millis, OffHours, Outbox, Party, Status, Thread};
use serde::{Deserialize, Serialize};

/// We wrote to the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// What.
    pub content: Content,
}

/// The engine told the customer that the doors are closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AutoReplied {
    /// What.
    pub content: Content,
}

/// An agent set something off on the event bus (F41).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Triggered {
    /// Which.
    pub trigger: String,
    /// For who receives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A failed message is to be tried again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Retried {
    /// The entry that holds it.
    pub message: u64,
}

/// A remark for colleagues.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commented {
    /// Its text.
    pub text: String,
    /// Whom it is meant for in particular (F80).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<AgentId>,
    /// What goes with it.
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
    /// The customer counts as told, once for each conversation.
    pub(crate) fn fold(thread: &mut Thread, seq: u64) {
        thread.outbox.pending.push(seq);
        thread.conversation.off_hours = Some(OffHours::Told);
    }
}

impl Retried {
    /// The message waits for the provider again, and is remembered as retried.
    pub(crate) fn fold(&self, outbox: &mut Outbox) {
        outbox.failed.retain(|seq| *seq != self.message);
        outbox.pending.push(self.message);
        outbox.retried.push(self.message);
        if outbox.retried.len() > Outbox::RETRIED_LIMIT {
            outbox.retried.remove(0);
        }
    }
}
