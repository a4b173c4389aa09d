//! What happened in a thread, entry by entry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    DeliveryStatus, EndCause, MonitorMode, OfferKind, OfferStatus, Origin, Outcome, Promotion,
    RequeueCause, ResolvedBy, Routing, Target,
};
use crate::{Content, Media, Time};

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
    /// Set where a text or a list in it is shorter here than it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortened: Option<Shortened>,
    /// What happened, in order. Clients skip types they do not know.
    pub events: Vec<Event>,
}

/// Where the rest is of an entry that is shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shortened {
    /// The entry is too long for a frame. `GET /v1/conversations/{conversation}/entries` has it
    /// whole.
    RestByHttp,
    /// The customer sent more than is kept.
    RestNotKept,
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
    /// The customer came back soon after the end: the same conversation goes on.
    Reopened,
    /// Who resolved the conversation took that back within a moment: it goes on. What its end sent
    /// away stays away: requests, discussions, guests.
    ResolveUndone {
        /// Who has it again.
        owner: String,
    },
    /// The customer wrote outside business hours, and is told so.
    OffHours,
    /// The engine told the customer that the doors are closed.
    AutoReply {
        /// What.
        content: Content,
    },
    /// The message in this entry is a survey.
    SurveySent {
        /// Its name.
        survey: String,
        /// What is asked. The message itself has the answers numbered beneath it, as channels
        /// without buttons show it.
        #[serde(default)]
        question: String,
        /// What the customer can choose from.
        #[serde(default)]
        choices: Vec<crate::visitor::Choice>,
    },
    /// The customer's message in this entry answers a survey.
    SurveyAnswered {
        /// Its name.
        survey: String,
        /// The answer, as it was offered.
        answer: String,
    },
    /// An agent set something off on the event bus.
    Triggered {
        /// Its name.
        trigger: String,
        /// For who receives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The engine chose among several, and this is how.
    Routed(Routing),
    /// It is more or less urgent now.
    Prioritised {
        /// 0 to 9.
        priority: u8,
    },
    /// Other skills are needed now.
    Required {
        /// Which.
        skills: Vec<String>,
    },
    /// The first answer is due soon, or late.
    FirstAnswerDue {
        /// Whether it is late by now.
        late: bool,
    },
    /// The owner will lose the conversation if the customer gets no answer.
    RequeueAhead {
        /// When.
        at: Time,
    },
    /// A conversation that is over was marked done.
    WrappedUp {
        /// Which.
        conversation: String,
        /// By whom; the clock did it where the entry is the system's.
        agent: String,
        /// What it turned out to have been.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        /// For the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The customer wrote.
    CustomerMessage {
        /// What.
        content: Content,
        /// When, by the provider's clock; never later than the entry.
        sent_at: Time,
        /// Whether it says something of another message instead of anything new: it waits for no
        /// answer, and counts as nothing unread.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        quiet: bool,
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
        /// Whom it is meant for in particular.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mentions: Vec<String>,
        /// What goes with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Media>,
    },
    /// Tags were put on the conversation or taken off it.
    Tagged {
        /// Which came.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// Which went.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// Labels were put on the conversation or taken off it.
    Labelled {
        /// Which came.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        added: Vec<String>,
        /// Which went.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        removed: Vec<String>,
    },
    /// The conversation is called something else.
    Named {
        /// What; absent: it has no name of its own any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alias: Option<String>,
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
        /// Why.
        cause: RequeueCause,
    },
    /// The customer is called something else from now on.
    Renamed {
        /// What.
        name: String,
        /// Who says so.
        by: String,
    },
    /// The customer is reached at another address from now on.
    IdentityChanged {
        /// Which.
        address: String,
    },
    /// The same customer was found to have a conversation in another thread, begun by another of
    /// their addresses.
    Joined {
        /// Which.
        conversation: String,
        /// Whether they go on there: their next message is not written here.
        there: bool,
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
        /// Who can answer now.
        to: Vec<String>,
        /// Whom was asked, as it was put.
        target: Target,
        /// Whether a group is asked all at once.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The running discussion that the colleague is to join.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Until when those asked now can accept.
        expires: Time,
        /// Until when somebody can.
        deadline: Time,
    },
    /// One of those asked is asked no longer; the request goes on.
    OfferPassed {
        /// The offer.
        offer: String,
        /// Who.
        agent: String,
        /// `rejected`, `timed_out` or `rescinded`.
        status: OfferStatus,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The next of a group is asked.
    OfferMoved {
        /// The offer.
        offer: String,
        /// Who.
        to: String,
        /// Until when they can accept.
        expires: Time,
    },
    /// An offer found its end.
    OfferClosed {
        /// The offer.
        offer: String,
        /// Which end.
        status: OfferStatus,
        /// Who answered or withdrew it. Where several were asked and this is another: it is taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
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
        /// What the initiator said of it, where they let the colleague go.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
        /// What it became for them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promoted: Option<Promotion>,
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
        /// Where the outcome differs from expert to expert.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<Outcome>,
    },
    /// Somebody marked a discussion that is over as done.
    DiscussionDone {
        /// Which.
        discussion: String,
        /// Who.
        agent: String,
    },
    /// A colleague speaks with the customer, too.
    ConferenceJoined {
        /// Who.
        agent: String,
    },
    /// A colleague speaks with the customer no longer.
    ConferenceLeft {
        /// Who.
        agent: String,
    },
    /// A manager looks on, or does so in another way, or no longer. Who looks on in silence is
    /// known to managers only.
    Monitoring {
        /// Who.
        agent: String,
        /// How from now on; absent: no longer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<MonitorMode>,
    },
    /// A line between the owner and those who coach. Only they receive this.
    CoachLine {
        /// The words.
        text: String,
    },
}
