//! Messages to the customer, and comments for colleagues.

use crate::message::content::Media;
use crate::message::relation::Relation;
use crate::{AgentId, Content, Millis, OffHours, Outbox, Status, Thread};
use serde::{Deserialize, Serialize};

/// An agent wrote to the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The content of the message.
    pub content: Content,
    /// The provider's id of the earlier message that this one answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// The earlier message that this one speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Relation>,
}

/// The business wrote to the customer past the engine: from a phone, from the provider's own inbox,
/// by another program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Echoed {
    /// The content of the message.
    pub content: Content,
    /// The moment of writing, by the provider's clock.
    pub sent_at: Millis,
    /// The earlier message that this one speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Relation>,
    /// Whether the business wrote more than the engine keeps.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shortened: bool,
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
    /// The message waits for the provider, and the customer has the next word. An emoji on an
    /// earlier message is no word.
    pub(crate) fn fold(&self, thread: &mut Thread, (seq, now): (u64, Millis)) {
        thread.outbox.pending.push(seq);
        if self.content.speaks_of().is_some() {
            return;
        }
        let conversation = &mut thread.conversation;
        conversation.status = Status::Pending;
        conversation.answered_at.get_or_insert(now);
        conversation.passes_to_customer(now);
    }
}

impl Echoed {
    /// The customer has an answer and the next word, as if the owner had written. A conversation
    /// that waits in its queue goes on waiting there for an owner.
    pub(crate) fn fold(&self, thread: &mut Thread, now: Millis) {
        let conversation = &mut thread.conversation;
        if self.content.speaks_of().is_some() || !conversation.status.is_open() {
            return;
        }
        conversation.answered_at.get_or_insert(now);
        if conversation.owner.is_some() {
            conversation.status = Status::Pending;
            conversation.passes_to_customer(now);
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
