//! A customer begins, goes on or leaves.

use crate::contact::person::Known;
use crate::intake::beside::Beside;
use crate::{
    AssetId, ContactId, Content, Conversation, Labels, Millis, Outbox, Party, QueueId, Recent,
    Relation, Skill, Sla, Status, Thread, ThreadId,
};
use serde::{Deserialize, Serialize};

/// A conversation began and waits in `queue`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The number of the conversation.
    pub number: u32,
    /// The account that the customer wrote to.
    pub asset: AssetId,
    /// The customer's address at the account's channel.
    pub identity: String,
    /// The customer's contact.
    pub contact: ContactId,
    /// The customer's name.
    pub name: String,
    /// The queue in which the conversation waits.
    pub queue: QueueId,
    /// The priority of the conversation.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub priority: u8,
    /// The skills that an agent needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
}

/// The customer wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    /// The content of the message.
    pub content: Content,
    /// The moment of writing, by the provider's clock.
    pub sent_at: Millis,
    /// The provider's id of an earlier message that this one answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// The earlier message that this one speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Relation>,
    /// The facts that the channel told beside the message.
    #[serde(default, skip_serializing_if = "Beside::is_empty")]
    pub beside: Beside,
    /// Whether the message is about another message and brings nothing new.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quiet: bool,
    /// Whether the customer sent more than the engine keeps.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shortened: bool,
}

/// The customer allowed or forbade further messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consented {
    /// Whether the customer wants no further messages.
    pub stopped: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(n: &u8) -> bool {
    *n == 0
}

impl Received {
    /// The turn passes from the customer to the business, unless the message only reacts to another
    /// one. A message from a clock that runs ahead shows by how much.
    pub(crate) fn fold(&self, thread: &mut Thread, now: Millis) {
        let ahead = self.sent_at - now;
        if ahead > CLOCKS_DIFFER {
            thread.known.ahead = thread.known.ahead.max(Some(ahead));
        }
        let conversation = &mut thread.conversation;
        if !self.quiet {
            let sent_at = self.sent_at.min(now);
            conversation.customer_at = conversation.customer_at.max(sent_at);
        }
        if self.quiet || self.content.speaks_of().is_some() || !conversation.status.is_open() {
            return;
        }
        if conversation.waiting_on == Party::Customer {
            conversation.waiting_on = Party::Agent;
            conversation.waiting_since = now;
        }
        if conversation.owner.is_some() {
            conversation.status = Status::Active;
        }
    }
}

/// The largest difference between two clocks that both follow network time.
const CLOCKS_DIFFER: Millis = Millis::seconds(5);

/// A customer who comes back reopens the same conversation: it waits in its queue, and the customer
/// waits from now.
pub(crate) fn reopened(thread: &mut Thread, now: Millis) {
    let number = thread.conversation.number;
    thread.wraps.retain(|w| w.number != number);
    let conversation = &mut thread.conversation;
    conversation.status = Status::Queued;
    conversation.closed = None;
    conversation.origin = None;
    conversation.assigned_at = None;
    conversation.placed_at = now;
    conversation.waiting_on = Party::Agent;
    conversation.waiting_since = now;
    conversation.epoch += 1;
}

impl Opened {
    /// A conversation begins in `thread`, or in a new thread where there is none. `seq` and `now`
    /// are those of its entry. `customer_at` is the moment of the customer's last message, for a
    /// new thread.
    pub(crate) fn fold(
        &self,
        id: &ThreadId,
        before: Option<Thread>,
        (seq, now): (u64, Millis),
        customer_at: Millis,
    ) -> Thread {
        let customer_at = before.as_ref().map_or(customer_at, |t| t.conversation.customer_at);
        let conversation = Conversation {
            number: self.number,
            first: seq,
            status: Status::Queued,
            queue: self.queue.clone(),
            owner: None,
            origin: None,
            epoch: 0,
            priority: self.priority,
            front: false,
            left_by: None,
            placed_at: now,
            returned_at: Millis(0),
            skills: self.skills.clone(),
            labels: Labels::default(),
            opened_at: now,
            answered_at: None,
            closed: None,
            assigned_at: None,
            waiting_on: Party::Agent,
            waiting_since: now,
            customer_at,
            idle_due: None,
            sla: Sla::default(),
            off_hours: None,
            survey: None,
            offers: Vec::new(),
            discussions: Vec::new(),
            guests: Vec::new(),
            monitors: Vec::new(),
        };
        match before {
            Some(thread) => Thread { name: self.name.clone(), conversation, ..thread },
            None => Thread {
                id: id.clone(),
                seq: 0,
                public_seq: 0,
                asset: self.asset.clone(),
                identity: self.identity.clone(),
                known: Known::default(),
                contact: self.contact.clone(),
                name: self.name.clone(),
                named: false,
                recent: Recent::default(),
                conversation,
                outbox: Outbox::default(),
                wraps: Vec::new(),
                files: Vec::new(),
            },
        }
    }
}
