//! What happened. Events are facts: they are never changed, and replaying them gives the state.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{AgentId, AssetId, ContactId, Content, Millis, OfferKind, Origin, QueueId};

/// One entry of a thread's log: what one command brought about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its position. Dense. Not stored: it is the key.
    #[serde(skip)]
    pub seq: u64,
    /// When it was appended.
    #[serde(rename = "t")]
    pub at: Millis,
    /// Who caused it.
    #[serde(rename = "b")]
    pub by: Actor,
    /// The command's id or the provider's message id: the same key is never taken in twice.
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What happened, in order.
    #[serde(rename = "e")]
    pub events: Vec<Event>,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The customer.
    Customer,
    /// An agent, manager or admin.
    Agent(AgentId),
    /// The engine itself: a timer, a provider's receipt.
    System,
}

impl Actor {
    /// The agent, if it was one.
    #[must_use]
    pub const fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::Agent(agent) => Some(agent),
            Self::Customer | Self::System => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer => f.write_str("customer"),
            Self::Agent(agent) => write!(f, "agent:{agent}"),
            Self::System => f.write_str("system"),
        }
    }
}

impl FromStr for Actor {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        match (s, s.strip_prefix("agent:")) {
            ("customer", _) => Ok(Self::Customer),
            ("system", _) => Ok(Self::System),
            (_, Some(id)) => id.parse().map(Self::Agent).map_err(|e| format!("{e}")),
            _ => Err(format!("\"{s}\" is not an actor")),
        }
    }
}

impl Serialize for Actor {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Actor {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Something that happened in a thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A conversation began, and waits in `queue`.
    Opened {
        /// Its number.
        number: u32,
        /// The account it came in by.
        asset: AssetId,
        /// The customer's address there.
        identity: String,
        /// Who the customer is.
        contact: ContactId,
        /// The customer's name.
        name: String,
        /// Where it waits.
        queue: QueueId,
    },
    /// The customer wrote.
    CustomerMessage {
        /// What.
        content: Content,
        /// When, by the provider's clock.
        sent_at: Millis,
        /// The provider's id of an earlier message that this answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<String>,
    },
    /// The customer left (web chat).
    CustomerLeft,
    /// We wrote to the customer.
    AgentMessage {
        /// What.
        content: Content,
    },
    /// A failed message is to be tried again.
    MessageRetried {
        /// The entry that holds it.
        message: u64,
    },
    /// A message to the customer got further, or failed.
    Delivery(Delivery),
    /// A remark for colleagues.
    Comment {
        /// Its text.
        text: String,
    },
    /// The conversation has a new owner.
    Assigned {
        /// Who has it now.
        to: AgentId,
        /// Who had it before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<AgentId>,
        /// How it came about.
        origin: Origin,
        /// What the previous owner left for the next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The conversation went back to a queue.
    Requeued {
        /// Which.
        queue: QueueId,
        /// Who had it before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<AgentId>,
        /// What the previous owner left for the next.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The conversation is done.
    Resolved {
        /// Who or what ended it.
        by: ResolvedBy,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer left while the conversation was still queued.
    Abandoned,
    /// A colleague was asked.
    OfferMade {
        /// What for.
        kind: OfferKind,
        /// Who asks.
        from: AgentId,
        /// Who is asked.
        to: AgentId,
        /// What for, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// When it lapses.
        expires: Millis,
    },
    /// An offer found its one end.
    OfferClosed {
        /// Which.
        offer: u64,
        /// How it ended.
        status: OfferStatus,
        /// Why: required of those who reject or withdraw.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Somebody spoke in a discussion.
    DiscussionMessage {
        /// Which.
        discussion: u64,
        /// The words.
        text: String,
        /// Who was in it at that moment, and so may read it, for ever.
        members: Vec<AgentId>,
    },
    /// A colleague left a discussion.
    DiscussionLeft {
        /// Which.
        discussion: u64,
        /// Who.
        agent: AgentId,
    },
    /// A discussion is over.
    DiscussionEnded {
        /// Which.
        discussion: u64,
        /// Whether the question was answered; only the initiator can say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolved: Option<bool>,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// How it came to end.
        cause: EndCause,
    },
    /// The clock will come back to this thread.
    TimerArmed {
        /// What for.
        kind: TimerKind,
        /// When.
        due: Millis,
    },
    /// The customer is reached at another address from now on.
    IdentityChanged {
        /// Which.
        identity: String,
    },
}

/// How a discussion came to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// The initiator ended it.
    Ended,
    /// The last colleague left.
    Left,
    /// The conversation got another owner.
    Transferred,
    /// The conversation ended.
    ConversationEnded,
}

/// The life of an offer (F18): pending, then exactly one of the others, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferStatus {
    /// Awaits an answer.
    Pending,
    /// The colleague said yes.
    Accepted,
    /// The colleague said no, with a reason.
    Rejected,
    /// The asker took it back, with a reason.
    Withdrawn,
    /// Nobody answered in time.
    TimedOut,
    /// It lost its object: the conversation ended or moved on.
    Rescinded,
}

impl OfferStatus {
    /// The word as it stands in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::TimedOut => "timed_out",
            Self::Rescinded => "rescinded",
        }
    }
}

/// Who or what resolved a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResolvedBy {
    /// Its owner or a manager.
    Agent,
    /// The customer's silence (F54).
    Inactivity,
}

/// What a timer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimerKind {
    /// An offer lapses. The number is the offer's.
    Offer,
    /// The customer has been silent. The number is the conversation's.
    Idle,
    /// A message is to be handed to the provider again. The number is its entry's.
    Outbox,
}

/// How far a message to the customer got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The entry that holds the message.
    #[serde(rename = "m")]
    pub message: u64,
    /// How far.
    #[serde(rename = "s")]
    pub status: DeliveryStatus,
    /// The provider's id of the message, from the moment it has one.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Why it failed, in words for agents.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Delivery states, in the only order in which they are passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryStatus {
    /// Safe with us, on its way to the provider.
    Pending,
    /// The provider took it.
    Sent,
    /// It reached the customer's device.
    Delivered,
    /// The customer opened it.
    Read,
    /// It will not arrive.
    Failed,
}

impl DeliveryStatus {
    /// Whether a message may go from `self` to `next`. Providers' receipts come doubled and out
    /// of order; only what is news counts.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Failed => matches!(self, Self::Pending | Self::Sent),
            _ => self != Self::Failed && next > self,
        }
    }
}
