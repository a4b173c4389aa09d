//! Entries of the log, and the events in them. An event is a fact: it never changes, and replaying
//! the log gives the state.

use crate::{
    AgentId, Delivery, Millis, Routing, assignment, conference, contact, conversation, discussion,
    file, intake, label, message, monitoring, offer, queue, sla, survey, timer, wrap_up,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// One entry of a thread's log: all events of one command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The entry's position, without gaps. It is not stored, because it is the key.
    #[serde(skip)]
    pub seq: u64,
    /// The moment at which the engine appended the entry.
    #[serde(rename = "t")]
    pub at: Millis,
    /// The author of the entry.
    #[serde(rename = "b")]
    pub by: Actor,
    /// The command's id or the provider's message id: the thread never takes in one author's key
    /// twice.
    #[serde(rename = "k", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// A digest of the command: it tells a repetition from another command under the same id. Older
    /// entries have none.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The events, in order.
    #[serde(rename = "e")]
    pub events: Vec<Event>,
}

/// The author of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The customer.
    Customer,
    /// An agent, manager or admin.
    Agent(AgentId),
    /// The engine itself, for a timer or a provider's receipt.
    System,
}

impl Actor {
    /// The agent, if the actor is one.
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

/// A fact that happened in a thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A conversation began and waits in `queue`.
    Opened(intake::Opened),
    /// The customer came back soon after the end: the same conversation goes on (F57).
    Reopened,
    /// The customer wrote.
    CustomerMessage(intake::Received),
    /// The customer left (web chat).
    CustomerLeft,
    /// An agent wrote to the customer.
    AgentMessage(message::Sent),
    /// The customer wrote outside business hours, and the engine owes a reply about it (F59).
    OffHours,
    /// The engine told the customer of the business hours.
    AutoReply(message::AutoReplied),
    /// The message in this entry is a survey (F41).
    SurveySent(survey::Sent),
    /// The customer's message in this entry answers a survey.
    SurveyAnswered(survey::Answered),
    /// An agent sent an event to the event bus (F41).
    Triggered(message::Triggered),
    /// The business wrote to the customer past the engine.
    Echoed(message::Echoed),
    /// The customer allowed or forbade further messages.
    Consented(intake::Consented),
    /// An agent retries a failed message.
    MessageRetried(message::Retried),
    /// A message to the customer reached its next state, or failed.
    Delivery(Delivery),
    /// An agent asked for a customer's file again.
    FileAsked(file::Asked),
    /// The engine got a customer's file, or gave up.
    FileFetched(file::Fetched),
    /// An agent left a comment for colleagues.
    Comment(message::Commented),
    /// An agent put tags on the conversation or took tags off it (F83).
    Tagged(label::Tagged),
    /// An agent put labels on the conversation or took labels off it (F84).
    Labelled(label::Labelled),
    /// The conversation has another name (F67).
    Named(label::Named),
    /// The conversation has a new owner.
    Assigned(assignment::Assigned),
    /// The conversation went back to a queue.
    Requeued(queue::Requeued),
    /// The engine chose among several agents, and records how (F63).
    Routed(Routing),
    /// The conversation has another priority (F61).
    Prioritised(queue::Prioritised),
    /// The conversation needs other skills now.
    Required(assignment::Required),
    /// The first response is due soon, or late (F60).
    FirstAnswerDue(sla::FirstResponseDue),
    /// The owner will lose the conversation if the customer gets no answer (F52).
    RequeueAhead(sla::RequeueAhead),
    /// The conversation ended as resolved.
    Resolved(conversation::Resolved),
    /// An agent took back the end of a conversation within a moment: the conversation goes on, but
    /// the offers, discussions and guests that its end sent away stay away.
    ResolveUndone(conversation::ResolveUndone),
    /// An agent marked an ended conversation as done (F27).
    WrappedUp(wrap_up::Done),
    /// The customer left, or fell silent, while the conversation was still queued (F56).
    Abandoned,
    /// An agent asked a colleague.
    OfferMade(offer::Made),
    /// One of the colleagues drops out of the request; the request goes on with the others.
    OfferPassed(offer::Passed),
    /// The request passes to the next colleague of a group.
    OfferMoved(offer::Moved),
    /// An offer ended.
    OfferClosed(offer::Closed),
    /// A member of a discussion wrote in it.
    DiscussionMessage(discussion::Said),
    /// A consultant left a discussion, or its initiator let the consultant go.
    DiscussionLeft(discussion::Left),
    /// A discussion ended.
    DiscussionEnded(discussion::Ended),
    /// An agent marked an ended discussion as done (F27).
    DiscussionDone(discussion::Done),
    /// A colleague joined those who speak with the customer (F33).
    ConferenceJoined(conference::Joined),
    /// A guest speaks with the customer no longer; the entry's author is the agent who caused it.
    ConferenceLeft(conference::Left),
    /// A manager begins to look on, changes the way of doing so, or stops (F30).
    Monitoring(monitoring::Changed),
    /// The owner or a coach wrote a line to the other.
    CoachLine(monitoring::Coached),
    /// The engine armed a timer for this thread.
    TimerArmed(timer::Armed),
    /// The customer has another name from now on (F71).
    Renamed(contact::Renamed),
    /// The customer has another address from now on.
    IdentityChanged(contact::AddressChanged),
    /// The channel reports the customer's name, or other addresses of the customer.
    Introduced(contact::Introduced),
    /// The same customer has a conversation in another thread.
    Joined(contact::Joined),
}

impl Event {
    /// Whether the event puts a message to the customer on its way.
    #[must_use]
    pub const fn sends(&self) -> bool {
        matches!(self, Self::AgentMessage(_) | Self::AutoReply(_) | Self::MessageRetried(_))
    }
}
