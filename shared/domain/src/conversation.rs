//! The state of a thread after its newest entry.
//!
//! It is written into every log entry, so it is bounded: ids instead of texts, numbers instead of
//! records, short names in the stored form. A test pins its size at the worst.

use serde::{Deserialize, Serialize};

use crate::event::DeliveryStatus;
use crate::{AgentId, AssetId, ContactId, ConversationId, Millis, QueueId, Recent, ThreadId};

/// One contact on one asset: the state after entry `seq`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The thread's own id. Not stored: it is the key.
    #[serde(skip, default = "nowhere")]
    pub id: ThreadId,
    /// The newest entry. Dense: the first entry is 1.
    #[serde(rename = "q")]
    pub seq: u64,
    /// How many entries the customer has seen something of; their own dense position, so that
    /// gaps never tell them of what they cannot see.
    #[serde(rename = "p")]
    pub public_seq: u64,
    /// The business's account.
    #[serde(rename = "a")]
    pub asset: AssetId,
    /// The customer's address on that channel.
    #[serde(rename = "i")]
    pub identity: String,
    /// The customer.
    #[serde(rename = "c")]
    pub contact: ContactId,
    /// The customer's name as the channel gave it, at most 40 characters.
    #[serde(rename = "n")]
    pub name: String,
    /// Keys already taken in.
    #[serde(rename = "k", default, skip_serializing_if = "Recent::is_empty")]
    pub recent: Recent,
    /// The newest conversation.
    #[serde(rename = "v")]
    pub conversation: Conversation,
    /// What is on its way to the customer.
    #[serde(rename = "x", default, skip_serializing_if = "Outbox::is_empty")]
    pub outbox: Outbox,
}

fn nowhere() -> ThreadId {
    #[expect(clippy::expect_used, reason = "sixteen zeros are a well-formed digest")]
    "0000000000000000".parse().expect("a well-formed digest")
}

/// One piece of work: a stretch of the thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its number in the thread, from 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// The entry that began it: messages before it belong to earlier conversations.
    #[serde(rename = "u", default)]
    pub first: u64,
    /// Where it stands.
    #[serde(rename = "s")]
    pub status: Status,
    /// The queue it came in by or was last moved to.
    #[serde(rename = "q")]
    pub queue: QueueId,
    /// The agent it is assigned to.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentId>,
    /// How that agent came by it.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Counts changes of owner, so that what was meant for an earlier one never acts on a later.
    #[serde(rename = "e")]
    pub epoch: u32,
    /// Higher is served first.
    #[serde(rename = "y", default, skip_serializing_if = "is_zero")]
    pub priority: u8,
    /// When it began.
    #[serde(rename = "b")]
    pub opened_at: Millis,
    /// When it was last assigned.
    #[serde(rename = "h", default, skip_serializing_if = "Option::is_none")]
    pub assigned_at: Option<Millis>,
    /// Whose turn it is.
    #[serde(rename = "w")]
    pub waiting_on: Party,
    /// Since when it is their turn.
    #[serde(rename = "t")]
    pub waiting_since: Millis,
    /// The customer's last message; channels' sending windows count from it.
    #[serde(rename = "l")]
    pub customer_at: Millis,
    /// When the armed inactivity timer fires. In the past: none is armed.
    #[serde(rename = "z", default, skip_serializing_if = "Option::is_none")]
    pub idle_due: Option<Millis>,
    /// Offers that await an answer.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Private talks that have not ended.
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    pub discussions: Vec<Discussion>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(n: &u8) -> bool {
    *n == 0
}

/// Where a conversation stands (F44).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waits for an agent.
    Queued,
    /// Assigned, and the customer waits for an answer.
    Active,
    /// Assigned, and we wait for the customer.
    Pending,
    /// Done.
    Resolved,
    /// The customer left before anybody took it.
    Abandoned,
}

impl Status {
    /// Whether work is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::Active | Self::Pending)
    }

    /// The word as it stands in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Resolved => "resolved",
            Self::Abandoned => "abandoned",
        }
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The business owes an answer.
    Agent,
    /// The customer does.
    Customer,
}

/// How an agent came by a conversation (F50).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Taken from the queue by hand.
    Picked,
    /// Transferred at once by the previous owner.
    Transfer,
    /// Given by a manager.
    Manager,
    /// Accepted from an assign offer.
    Offer,
}

/// What is asked of a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferKind {
    /// Take the conversation over.
    Assign,
    /// Talk about it in private.
    Discuss,
}

/// A request that awaits an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number: the entry that made it.
    #[serde(rename = "n")]
    pub number: u64,
    /// What is asked.
    #[serde(rename = "k")]
    pub kind: OfferKind,
    /// Who asks.
    #[serde(rename = "f")]
    pub from: AgentId,
    /// Who is asked.
    #[serde(rename = "t")]
    pub to: AgentId,
    /// From this moment on it can no longer be accepted, whether or not the clock has been round.
    #[serde(rename = "x")]
    pub expires: Millis,
}

impl Offer {
    /// Whether its deadline has passed.
    #[must_use]
    pub fn is_late(&self, now: Millis) -> bool {
        now >= self.expires
    }
}

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

/// Messages on their way to the customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outbox {
    /// Entries whose message has not been handed to the provider yet, oldest first.
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<u64>,
    /// Entries that were handed over and how far they got; the last few only.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub flight: Vec<(u64, DeliveryStatus)>,
    /// Entries that failed for good and can be retried; the last few only.
    #[serde(rename = "e", default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<u64>,
    /// Entries that are on their way once more after they failed; the last few only. Receipts of
    /// the attempt that failed may still come, and must not end the new one.
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub retried: Vec<u64>,
}

impl Outbox {
    /// How many messages may wait for a provider at once in one thread.
    pub const PENDING_LIMIT: usize = 20;
    /// How many handed-over messages are remembered in the state.
    pub const FLIGHT_LIMIT: usize = 6;
    /// How many failed messages can be retried.
    pub const FAILED_LIMIT: usize = 4;
    /// How many retried messages are remembered as such.
    pub const RETRIED_LIMIT: usize = 4;

    /// Whether nothing is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
            && self.flight.is_empty()
            && self.failed.is_empty()
            && self.retried.is_empty()
    }

    /// How far the message of entry `seq` got, as far as the state remembers.
    #[must_use]
    pub fn status(&self, seq: u64) -> Option<DeliveryStatus> {
        if self.pending.contains(&seq) {
            return Some(DeliveryStatus::Pending);
        }
        if self.failed.contains(&seq) {
            return Some(DeliveryStatus::Failed);
        }
        self.flight.iter().find(|(s, _)| *s == seq).map(|(_, status)| *status)
    }

    /// Whether a message from entry `first` on has not been handed to the provider, or failed.
    #[must_use]
    pub fn holds_any_since(&self, first: u64) -> bool {
        self.pending.iter().chain(&self.failed).any(|seq| *seq >= first)
    }
}

impl Thread {
    /// The id of the newest conversation.
    #[must_use]
    pub fn conversation_id(&self) -> ConversationId {
        ConversationId { thread: self.id.clone(), number: self.conversation.number }
    }
}

impl Conversation {
    /// How many offers may be pending at once.
    pub const OFFER_LIMIT: usize = 3;
    /// How many discussions may run side by side.
    pub const DISCUSSION_LIMIT: usize = 3;

    /// The pending offer with this number.
    #[must_use]
    pub fn offer(&self, number: u64) -> Option<&Offer> {
        self.offers.iter().find(|o| o.number == number)
    }

    /// The running discussion with this number.
    #[must_use]
    pub fn discussion(&self, number: u64) -> Option<&Discussion> {
        self.discussions.iter().find(|d| d.number == number)
    }

    /// Whether the armed inactivity timer has still to fire.
    #[must_use]
    pub fn is_watched(&self, now: Millis) -> bool {
        self.idle_due.is_some_and(|due| due > now)
    }

    /// Whether `agent` owns it.
    #[must_use]
    pub fn is_owner(&self, agent: &AgentId) -> bool {
        self.owner.as_ref() == Some(agent)
    }

    /// Whether `agent` is consulted in a running discussion.
    #[must_use]
    pub fn consults(&self, agent: &AgentId) -> bool {
        self.discussions.iter().any(|d| d.experts.iter().any(|(e, _)| e == agent))
    }

    /// Every agent whom it concerns now: owner, those asked, those consulted, each once.
    #[must_use]
    pub fn parties(&self) -> Vec<AgentId> {
        let mut all: Vec<AgentId> = self.owner.iter().cloned().collect();
        let offered = self.offers.iter().map(|o| &o.to);
        let talking = self.discussions.iter().flat_map(Discussion::members);
        for agent in offered.chain(talking) {
            if !all.contains(agent) {
                all.push(agent.clone());
            }
        }
        all
    }
}
