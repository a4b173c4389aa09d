//! Threads, conversations, entries and people as agents' clients see them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::same_names;
use crate::{Content, Time};

/// A conversation as it stands after entry `seq` of its thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversation {
    /// `<thread>-<number>`.
    pub id: String,
    /// The thread: one customer on one of the business's accounts.
    pub thread: String,
    /// The newest entry. Entries of a thread are numbered densely from 1.
    pub seq: u64,
    /// Where it stands.
    pub status: Status,
    /// `whatsapp`, `web` …
    pub channel: String,
    /// The business's account it came in by.
    pub asset: String,
    /// The customer.
    pub contact: Contact,
    /// The queue it waits in or came from.
    pub queue: String,
    /// The agent it is assigned to.
    pub owner: Option<String>,
    /// How that agent came by it.
    pub origin: Option<Origin>,
    /// Higher is served first.
    pub priority: u8,
    /// When it began.
    pub opened_at: Time,
    /// When it was last assigned.
    pub assigned_at: Option<Time>,
    /// Whose turn it is.
    pub waiting_on: Party,
    /// Since when.
    pub waiting_since: Time,
    /// Until when free text can be sent; absent where the channel has no such limit.
    pub window_until: Option<Time>,
    /// The longest text that the channel carries, in characters.
    pub text_limit: usize,
    /// Requests that await an answer.
    pub offers: Vec<Offer>,
    /// Private talks that are running.
    pub discussions: Vec<Discussion>,
}

/// The customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The contact's id.
    pub id: String,
    /// Their name as the channel gave it; may be empty.
    pub name: String,
    /// Their address on the channel.
    pub address: String,
}

/// A pending offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Offer {
    /// `<thread>-o<number>`.
    pub id: String,
    /// What is asked.
    pub kind: OfferKind,
    /// Who asks.
    pub from: String,
    /// Who is asked.
    pub to: String,
    /// When it lapses, by the server's clock.
    pub expires: Time,
}

/// A running discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Discussion {
    /// `<thread>-d<number>`, with the number of the offer that opened it.
    pub id: String,
    /// Who asked for it.
    pub initiator: String,
    /// Everybody in it, the initiator first.
    pub members: Vec<String>,
}

/// One entry of a thread's log, with those of its events that the reader may see. An entry may
/// arrive with no events: it still counts as a position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Its position.
    pub seq: u64,
    /// When it was written.
    pub at: Time,
    /// `customer`, `system` or `agent:<id>`.
    pub by: String,
    /// The id of the command that caused it, if one did: tells a client its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// What happened, in order. Clients skip types they do not know.
    pub events: Vec<Event>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A conversation began.
    Opened {
        /// Which.
        conversation: String,
        /// The conversation before it in this thread.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<String>,
        /// Where it waits.
        queue: String,
    },
    /// The customer wrote.
    CustomerMessage {
        /// What.
        content: Content,
        /// When, by the provider's clock.
        sent_at: Time,
    },
    /// The customer left the chat.
    CustomerLeft,
    /// We wrote to the customer.
    AgentMessage {
        /// What.
        content: Content,
    },
    /// A failed message is tried again.
    MessageRetried {
        /// The `seq` of the entry that holds it.
        message: u64,
    },
    /// A message to the customer got further, or failed.
    Delivery {
        /// The `seq` of the entry that holds it.
        message: u64,
        /// How far.
        status: DeliveryStatus,
        /// Why it failed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A remark for colleagues.
    Comment {
        /// Its text.
        text: String,
    },
    /// The conversation has a new owner.
    Assigned {
        /// Who.
        to: String,
        /// Who had it before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// How it came about.
        origin: Origin,
        /// A note from the previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The conversation went back to a queue.
    Requeued {
        /// Which.
        queue: String,
        /// Who had it before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// A note from the previous owner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer is reached at another address from now on.
    IdentityChanged {
        /// Which.
        address: String,
    },
    /// The conversation is done.
    Resolved {
        /// Who or what ended it.
        by: ResolvedBy,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer left before anybody took it.
    Abandoned,
    /// A colleague was asked.
    OfferMade {
        /// The offer.
        offer: String,
        /// What for.
        kind: OfferKind,
        /// Who asks.
        from: String,
        /// Who is asked.
        to: String,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// When it lapses.
        expires: Time,
    },
    /// An offer found its end.
    OfferClosed {
        /// The offer.
        offer: String,
        /// Which end.
        status: OfferStatus,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Somebody spoke in a discussion. Only its members receive this.
    DiscussionMessage {
        /// Which discussion.
        discussion: String,
        /// The words.
        text: String,
    },
    /// A colleague left a discussion.
    DiscussionLeft {
        /// Which.
        discussion: String,
        /// Who.
        agent: String,
    },
    /// A discussion is over.
    DiscussionEnded {
        /// Which.
        discussion: String,
        /// Whether the question was answered, as the initiator said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolved: Option<bool>,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// How it came to end.
        cause: EndCause,
    },
}

macro_rules! word {
    ($(#[$doc:meta])* $name:ident from $from:ty { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        same_names!($from, $name, $($variant),+);
    };
}

word!(
    /// Where a conversation stands.
    Status from domain::Status {
        /// Waits for an agent.
        Queued,
        /// Assigned; the customer waits for an answer.
        Active,
        /// Assigned; we wait for the customer.
        Pending,
        /// Done.
        Resolved,
        /// The customer left before anybody took it.
        Abandoned,
    }
);
word!(
    /// Whose turn it is.
    Party from domain::Party {
        /// Ours.
        Agent,
        /// The customer's.
        Customer,
    }
);
word!(
    /// How an agent came by a conversation.
    Origin from domain::Origin {
        /// Taken from the queue by hand.
        Picked,
        /// Transferred at once.
        Transfer,
        /// Given by a manager.
        Manager,
        /// Accepted from an offer.
        Offer,
    }
);
word!(
    /// What an offer asks.
    OfferKind from domain::OfferKind {
        /// Take the conversation over.
        Assign,
        /// Talk about it in private.
        Discuss,
    }
);
word!(
    /// The life of an offer: pending, then exactly one of the others.
    OfferStatus from domain::OfferStatus {
        /// Awaits an answer.
        Pending,
        /// The colleague said yes.
        Accepted,
        /// The colleague said no.
        Rejected,
        /// The asker took it back.
        Withdrawn,
        /// Nobody answered in time.
        TimedOut,
        /// The conversation ended or moved on first.
        Rescinded,
    }
);
word!(
    /// How far a message to the customer got. A message without any is pending.
    DeliveryStatus from domain::DeliveryStatus {
        /// Safe with us, on its way.
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
);
word!(
    /// Who or what resolved a conversation.
    ResolvedBy from domain::ResolvedBy {
        /// An agent.
        Agent,
        /// The customer's silence.
        Inactivity,
    }
);
word!(
    /// How a discussion came to end.
    EndCause from domain::EndCause {
        /// Its initiator ended it.
        Ended,
        /// The last colleague left.
        Left,
        /// The conversation got another owner.
        Transferred,
        /// The conversation ended.
        ConversationEnded,
    }
);
word!(
    /// What somebody may do.
    Role from domain::Role {
        /// Answers customers.
        Agent,
        /// Directs the work of their teams, too.
        Manager,
        /// Everything, and the settings.
        Admin,
    }
);
word!(
    /// Whether an agent takes work.
    Presence from domain::Presence {
        /// Yes.
        Available,
        /// Yes, and has as much as they may: the engine's word, nobody's choice.
        Busy,
        /// Signed in, but no.
        Away,
        /// Not signed in.
        Offline,
    }
);

/// What an agent can say of their presence; offline is what the server sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceChoice {
    /// Takes work.
    Available,
    /// Takes none.
    Away,
}

/// How a transfer happens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfferMode {
    /// At once.
    #[default]
    Immediate,
    /// When the colleague accepts.
    Offer,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agent {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their teams.
    pub teams: Vec<String>,
    /// Whether they take work.
    pub presence: Presence,
    /// Why not, where they gave a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_reason: Option<String>,
    /// When they last changed their presence by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// How many conversations they have in progress.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
}

/// A queue, with what waits in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Queue {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The team that serves it.
    pub team: String,
    /// The first 50 places, in the order in which they are served.
    pub waiting: Vec<QueuePlace>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A conversation that waits in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueuePlace {
    /// Which conversation.
    pub conversation: String,
    /// The customer's name.
    pub name: String,
    /// `whatsapp`, `web` …
    pub channel: String,
    /// Higher is served first.
    pub priority: u8,
    /// Since when it waits.
    pub since: Time,
    /// What the customer wrote first, cut to 120 characters.
    pub summary: String,
}
