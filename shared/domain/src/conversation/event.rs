//! Entries of the log, and the events in them. An event is a fact: it never changes, and replaying the
//! log gives the state.

use crate::{
    AgentId, Delivery, Millis, Routing, assignment, conference, contact, conversation, discussion,
    intake, label, message, monitoring, offer, queue, sla, survey, timer, wrap_up,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

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
    Opened(intake::Opened),
    /// The customer came back soon after the end: the same conversation goes on (F57).
    Reopened,
    /// The customer wrote.
    CustomerMessage(intake::Received),
    /// The customer left (web chat).
    CustomerLeft,
    /// We wrote to the customer.
    AgentMessage(message::Sent),
    /// The customer wrote outside business hours, and is to be told (F59).
    OffHours,
    /// The engine told the customer that the doors are closed.
    AutoReply(message::AutoReplied),
    /// The message in this entry is a survey (F41).
    SurveySent(survey::Sent),
    /// The customer's message in this entry answers a survey.
    SurveyAnswered(survey::Answered),
    /// An agent set something off on the event bus (F41).
    Triggered(message::Triggered),
    /// A failed message is to be tried again.
    MessageRetried(message::Retried),
    /// A message to the customer got further, or failed.
    Delivery(Delivery),
    /// A remark for colleagues.
    Comment(message::Commented),
    /// Tags were put on the conversation or taken off it (F83).
    Tagged(label::Tagged),
    /// Labels were put on the conversation or taken off it (F84).
    Labelled(label::Labelled),
    /// The conversation is called something else (F67).
    Named(label::Named),
    /// The conversation has a new owner.
    Assigned(assignment::Assigned),
    /// The conversation went back to a queue.
    Requeued(queue::Requeued),
    /// The engine chose among several, and this is how (F63).
    Routed(Routing),
    /// It is more or less urgent now (F61).
    Prioritised(queue::Prioritised),
    /// Other skills are needed now.
    Required(assignment::Required),
    /// The first answer is due soon, or late (F60).
    FirstAnswerDue(sla::FirstResponseDue),
    /// The owner will lose the conversation if the customer gets no answer (F52).
    RequeueAhead(sla::RequeueAhead),
    /// The conversation is done.
    Resolved(conversation::Resolved),
    /// Who ended the conversation took that back within a moment: it goes on as if it had not been
    /// ended, but for the offers, discussions and guests that its end sent away.
    ResolveUndone(conversation::ResolveUndone),
    /// A conversation that is over was marked done (F27).
    WrappedUp(wrap_up::Done),
    /// The customer left, or fell silent, while the conversation was still queued (F56).
    Abandoned,
    /// A colleague was asked.
    OfferMade(offer::Made),
    /// One of those asked is asked no longer; the request goes on.
    OfferPassed(offer::Passed),
    /// The next of a group is asked.
    OfferMoved(offer::Moved),
    /// An offer found its one end.
    OfferClosed(offer::Closed),
    /// Somebody spoke in a discussion.
    DiscussionMessage(discussion::Said),
    /// A colleague left a discussion, or was let go.
    DiscussionLeft(discussion::Left),
    /// A discussion is over.
    DiscussionEnded(discussion::Ended),
    /// Somebody marked a discussion that is over as done (F27).
    DiscussionDone(discussion::Done),
    /// A colleague speaks with the customer, too (F33).
    ConferenceJoined(conference::Joined),
    /// A colleague speaks with the customer no longer; by whom stands in the entry.
    ConferenceLeft(conference::Left),
    /// A manager looks on, or does so in another way, or no longer (F30).
    Monitoring(monitoring::Changed),
    /// A line between the owner and those who coach.
    CoachLine(monitoring::Coached),
    /// The clock will come back to this thread.
    TimerArmed(timer::Armed),
    /// The customer is called something else from now on (F71).
    Renamed(contact::Renamed),
    /// The customer is reached at another address from now on.
    IdentityChanged(contact::AddressChanged),
    /// The channel says what the customer is called now, or where else they are known.
    Introduced(contact::Introduced),
    /// The same customer has a conversation in another thread.
    Joined(contact::Joined),
}

impl Event {
    /// Whether it puts a message to the customer on its way.
    #[must_use]
    pub const fn sends(&self) -> bool {
        matches!(self, Self::AgentMessage(_) | Self::AutoReply(_) | Self::MessageRetried(_))
    }
}
