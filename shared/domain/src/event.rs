//! What happened. Events are facts: they are never changed, and replaying them gives the state.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::content::Media;
use crate::{
    AgentId, AssetId, ContactId, Content, ConversationId, Millis, MonitorMode, OfferKind, Origin,
    Promotion, QueueId, Routing, Skill, Target,
};

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
    /// The command's id or the provider's message id: the same author's is never taken in twice.
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// A digest of what the command asked for: another command under the same id is told apart
    /// from a repetition. Older entries have none.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
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
        /// How urgent it is.
        #[serde(default, skip_serializing_if = "is_zero")]
        priority: u8,
        /// What an agent must be able to do.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        skills: Vec<Skill>,
    },
    /// The customer came back soon after the end: the same conversation goes on (F57).
    Reopened,
    /// The customer wrote.
    CustomerMessage {
        /// What.
        content: Content,
        /// When, by the provider's clock.
        sent_at: Millis,
        /// The provider's id of an earlier message that this answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<String>,
        /// Whether it says something of another message instead of anything new.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        quiet: bool,
        /// Whether the customer sent more than is kept.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        shortened: bool,
    },
    /// The customer left (web chat).
    CustomerLeft,
    /// We wrote to the customer.
    AgentMessage {
        /// What.
        content: Content,
    },
    /// The customer wrote outside business hours, and is to be told (F59).
    OffHours,
    /// The engine told the customer that the doors are closed.
    AutoReply {
        /// What.
        content: Content,
    },
    /// The message in this entry is a survey (F41).
    SurveySent {
        /// Which.
        survey: String,
        /// What is asked.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        question: String,
        /// What can be answered, the first being number 1.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        answers: Vec<String>,
    },
    /// The customer's message in this entry answers a survey.
    SurveyAnswered {
        /// Which.
        survey: String,
        /// The answer, as it was offered.
        answer: String,
        /// Its number among those offered; 0 in entries of before it was kept.
        #[serde(default)]
        choice: u8,
    },
    /// An agent set something off on the event bus (F41).
    Triggered {
        /// Which.
        trigger: String,
        /// For who receives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
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
        /// Whom it is meant for in particular (F80).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mentions: Vec<AgentId>,
        /// What goes with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Media>,
    },
    /// Tags were put on the conversation or taken off it (F83).
    Tagged {
        /// Which came.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// Which went.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// Labels were put on the conversation or taken off it (F84).
    Labelled {
        /// Which came.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// Which went.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// The conversation is called something else (F67).
    Named {
        /// What; none: it has no name of its own any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alias: Option<String>,
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
        /// Why.
        cause: RequeueCause,
        /// Since when it counts as waiting there.
        since: Millis,
        /// How urgent it is there.
        priority: u8,
    },
    /// The engine chose among several, and this is how (F63).
    Routed(Routing),
    /// It is more or less urgent now (F61).
    Prioritised {
        /// 0 to 9.
        priority: u8,
    },
    /// Other skills are needed now.
    Required {
        /// Which.
        skills: Vec<Skill>,
    },
    /// The first answer is due soon, or late (F60).
    FirstAnswerDue {
        /// Whether it is late by now.
        late: bool,
    },
    /// The owner will lose the conversation if the customer gets no answer (F52).
    RequeueAhead {
        /// When.
        at: Millis,
    },
    /// The conversation is done.
    Resolved {
        /// Who or what ended it.
        by: ResolvedBy,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Whether the owner has still to mark it done.
        #[serde(default, skip_serializing_if = "WrapNeed::is_none")]
        wrap: WrapNeed,
    },
    /// Who ended the conversation took that back within a moment: it goes on as if it had not been
    /// ended, but for the offers, discussions and guests that its end sent away.
    ResolveUndone {
        /// Who has it again.
        owner: AgentId,
    },
    /// A conversation that is over was marked done (F27).
    WrappedUp {
        /// Its number.
        conversation: u32,
        /// Whose it was.
        agent: AgentId,
        /// What it turned out to have been.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer left, or fell silent, while the conversation was still queued (F56).
    Abandoned,
    /// A colleague was asked.
    OfferMade {
        /// What for.
        kind: OfferKind,
        /// Who asks.
        from: AgentId,
        /// Who can answer now.
        to: Vec<AgentId>,
        /// Whom was asked, as it was put.
        target: Target,
        /// Whether a group is asked all at once.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The running discussion that they are to join.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<u64>,
        /// What for, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Until when those asked now can accept.
        expires: Millis,
        /// Until when somebody can.
        deadline: Millis,
    },
    /// One of those asked is asked no longer; the request goes on.
    OfferPassed {
        /// Which.
        offer: u64,
        /// Who.
        agent: AgentId,
        /// Whether they said no, let the time pass, or lost their part in it.
        status: OfferStatus,
        /// Why, in their words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The reason's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// What they had on their desk then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        load: Option<Load>,
    },
    /// The next of a group is asked.
    OfferMoved {
        /// Which.
        offer: u64,
        /// Who.
        to: AgentId,
        /// Until when they can accept.
        expires: Millis,
    },
    /// An offer found its one end.
    OfferClosed {
        /// Which.
        offer: u64,
        /// How it ended.
        status: OfferStatus,
        /// Who answered or withdrew it; nobody where the clock or its object's end did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<AgentId>,
        /// Why: required of those who reject or withdraw.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The reason's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// What who answered had on their desk then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        load: Option<Load>,
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
    /// A colleague left a discussion, or was let go.
    DiscussionLeft {
        /// Which.
        discussion: u64,
        /// Who.
        agent: AgentId,
        /// What the initiator said of it, where the initiator let them go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
        /// What it became, where it became something else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promoted: Option<Promotion>,
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
        /// Where the outcome differs from expert to expert.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<Outcome>,
        /// What it became, and with whom, where it became something else (F28).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promoted: Option<(Promotion, AgentId)>,
    },
    /// Somebody marked a discussion that is over as done (F27).
    DiscussionDone {
        /// Which.
        discussion: u64,
        /// Who.
        agent: AgentId,
        /// The offer whose record said that they had still to do so.
        offer: u64,
    },
    /// A colleague speaks with the customer, too (F33).
    ConferenceJoined {
        /// Who.
        agent: AgentId,
        /// The offer that they accepted.
        offer: u64,
    },
    /// A colleague speaks with the customer no longer; by whom stands in the entry.
    ConferenceLeft {
        /// Who.
        agent: AgentId,
    },
    /// A manager looks on, or does so in another way, or no longer (F30).
    Monitoring {
        /// Who.
        agent: AgentId,
        /// How from now on; none: no longer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<MonitorMode>,
        /// How until now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<MonitorMode>,
    },
    /// A line between the owner and those who coach.
    CoachLine {
        /// The words.
        text: String,
        /// Who may read it, for ever.
        members: Vec<AgentId>,
    },
    /// The clock will come back to this thread.
    TimerArmed {
        /// What for.
        kind: TimerKind,
        /// When.
        due: Millis,
        /// The offer, watch or conversation it is for.
        number: u64,
    },
    /// The customer is called something else from now on (F71).
    Renamed {
        /// What.
        name: String,
        /// Who says so.
        by: AgentId,
    },
    /// The customer is reached at another address from now on.
    IdentityChanged {
        /// Which.
        identity: String,
        /// The number that is theirs beside it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<String>,
        /// Since when, by the provider's time, where the message in this entry does not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Millis>,
    },
    /// The channel says what the customer is called now, or where else they are known.
    Introduced {
        /// What they are called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Numbers and user names of theirs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        addresses: Vec<String>,
        /// Up to when their address is known by now, by the provider's time: a change that is
        /// older counts no more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Millis>,
    },
    /// The same customer has a conversation in another thread.
    Joined {
        /// Which.
        conversation: ConversationId,
        /// Whether they go on there: their next message is not written here.
        there: bool,
        /// The addresses by which they are known there.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        addresses: Vec<String>,
    },
}

impl Event {
    /// Whether it puts a message to the customer on its way.
    #[must_use]
    pub const fn sends(&self) -> bool {
        matches!(
            self,
            Self::AgentMessage { .. } | Self::AutoReply { .. } | Self::MessageRetried { .. }
        )
    }
}

/// How a discussion, or a part in one or in a conference, came to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// The initiator ended it.
    Ended,
    /// The last colleague left.
    Left,
    /// The conversation got another owner.
    Transferred,
    /// It became a transfer or a conference (F28).
    Promoted,
    /// The conversation ended.
    ConversationEnded,
}

/// Why a conversation went back to a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequeueCause {
    /// Somebody put it there.
    Transferred,
    /// The owner left the customer without an answer (F52).
    Unanswered,
    /// The owner was away from their desk for too long (F58).
    OwnerOffline,
}

/// What is left to do after the end (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapNeed {
    /// Nothing.
    #[default]
    None,
    /// To mark it done.
    Optional,
    /// To mark it done, with a disposition.
    Mandatory,
}

impl WrapNeed {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// What the initiator says of one expert's part in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whose.
    pub agent: AgentId,
    /// Whether they answered the question.
    pub resolved: bool,
    /// For the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What somebody had on their desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// How many conversations.
    #[serde(rename = "o")]
    pub open: u32,
    /// How many they may have.
    #[serde(rename = "c")]
    pub capacity: u32,
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
    /// The customer, by a closing phrase (F55).
    ClosingPhrase,
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
    /// A customer waits. The number is the watch's.
    Watch,
    /// An owner is away from their desk. The number is the conversation's.
    Absent,
    /// A conversation that is over is not marked done. The number is the conversation's.
    WrapUp,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(n: &u8) -> bool {
    *n == 0
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
