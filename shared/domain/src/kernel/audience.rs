//! The audience of each event. The customer's view is a type of its own, so that code which builds
//! something for a customer accepts nothing else.

use crate::{
    AgentId, Content, DeliveryStatus, Entry, Event, Millis, MonitorMode, Relation, discussion,
    intake, message, monitoring, survey,
};

/// The readers who may see an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The customer and every agent who may read the conversation.
    Everyone,
    /// Every agent who may read the conversation; never the customer.
    Agents,
    /// Managers of the team, and admins.
    Managers,
    /// The members that the event names; nobody else, not even the conversation's owner.
    Members,
    /// The engine alone: no person sees the event.
    Engine,
}

/// An agent who may read a conversation, and whether the agent directs the work on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader<'a> {
    /// The agent's id.
    pub agent: &'a AgentId,
    /// Whether the agent manages the team that serves the conversation's queue.
    pub manages: bool,
}

/// The audience of an event. The match is exhaustive on purpose, so that every new event must name
/// its audience.
#[must_use]
pub const fn of(event: &Event) -> Audience {
    match event {
        Event::CustomerMessage(_)
        | Event::AgentMessage(_)
        | Event::AutoReply(_)
        | Event::Echoed(_)
        | Event::Resolved(_)
        | Event::Abandoned => Audience::Everyone,
        Event::Opened(_)
        | Event::Reopened
        | Event::ResolveUndone(_)
        | Event::OffHours
        | Event::SurveySent(_)
        | Event::SurveyAnswered(_)
        | Event::Triggered(_)
        | Event::Routed(_)
        | Event::Prioritised(_)
        | Event::Required(_)
        | Event::Tagged(_)
        | Event::Labelled(_)
        | Event::Named(_)
        | Event::FirstAnswerDue(_)
        | Event::RequeueAhead(_)
        | Event::WrappedUp(_)
        | Event::OfferPassed(_)
        | Event::OfferMoved(_)
        | Event::ConferenceJoined(_)
        | Event::ConferenceLeft(_)
        | Event::CustomerLeft
        | Event::MessageRetried(_)
        | Event::Consented(_)
        | Event::Delivery(_)
        | Event::FileAsked(_)
        | Event::FileFetched(_)
        | Event::Comment(_)
        | Event::Assigned(_)
        | Event::Requeued(_)
        | Event::IdentityChanged(_)
        | Event::Joined(_)
        | Event::Renamed(_)
        | Event::OfferMade(_)
        | Event::OfferClosed(_)
        | Event::DiscussionLeft(_)
        | Event::DiscussionDone(_)
        | Event::DiscussionEnded(_) => Audience::Agents,
        // Only managers, and the monitor, see a colleague who looks on silently.
        Event::Monitoring(monitoring::Changed {
            mode: None | Some(MonitorMode::Silent),
            was: None | Some(MonitorMode::Silent),
            ..
        }) => Audience::Managers,
        Event::Monitoring(_) => Audience::Agents,
        Event::DiscussionMessage(_) | Event::CoachLine(_) => Audience::Members,
        // The conversation itself shows its customer's names and addresses.
        Event::TimerArmed(_) | Event::Introduced(_) => Audience::Engine,
    }
}

/// Whether an agent who may read the conversation may see this event in it.
#[must_use]
pub fn agent_sees(event: &Event, reader: Reader<'_>) -> bool {
    match (of(event), event) {
        (Audience::Everyone | Audience::Agents, _) => true,
        (Audience::Managers, Event::Monitoring(monitoring::Changed { agent, .. })) => {
            reader.manages || agent == reader.agent
        }
        (
            Audience::Members,
            Event::DiscussionMessage(discussion::Said { members, .. })
            | Event::CoachLine(monitoring::Coached { members, .. }),
        ) => members.contains(reader.agent),
        (Audience::Managers | Audience::Members | Audience::Engine, _) => false,
    }
}

/// The part of an entry that the customer may see. Only [`for_customer`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerEvent {
    at: Millis,
    what: CustomerSees,
    about: Option<(Option<String>, Relation)>,
}

/// The kinds of things that a customer can see.
#[derive(Debug, Clone, PartialEq)]
pub enum CustomerSees {
    /// The customer's own message.
    Own(Content),
    /// The customer's own message, which chose this answer of the survey before it.
    Chose(Content, u8),
    /// A message from the business.
    Ours(Content),
    /// A message from the business that went out past the engine.
    Elsewhere(Content),
    /// A message from the business that offers answers.
    Asks {
        /// The question and answers as one text, for channels where an answer can only be a number.
        content: Content,
        /// The question.
        question: String,
        /// The possible answers; the first is number 1.
        answers: Vec<String>,
    },
    /// The conversation ended.
    Ended,
}

impl CustomerEvent {
    /// The moment of the event.
    #[must_use]
    pub const fn at(&self) -> Millis {
        self.at
    }

    /// The earlier message of which a message speaks, and the id by which the customer's side knows
    /// that message.
    #[must_use]
    pub fn about(&self) -> Option<(Option<&str>, &Relation)> {
        self.about.as_ref().map(|(key, relation)| (key.as_deref(), relation))
    }

    /// The content of the event.
    #[must_use]
    pub const fn what(&self) -> &CustomerSees {
        &self.what
    }
}

/// The part of an entry that the customer may see: nothing internal, no agents' names, no notes.
#[must_use]
pub fn for_customer(entry: &Entry) -> Vec<CustomerEvent> {
    let told = |what, about| Some(CustomerEvent { at: entry.at, what, about });
    let seen = |what| told(what, None);
    let spoken = |what, content: &Content, key: Option<&String>, about: Option<&Relation>| {
        let key = content.speaks_of().or(key.map(String::as_str)).map(str::to_owned);
        told(what, about.map(|about| (key, about.clone())))
    };
    entry
        .events
        .iter()
        .filter_map(|event| match event {
            Event::CustomerMessage(intake::Received { content, reply_to, about, .. }) => {
                let what = wrote(entry, content.clone());
                spoken(what, content, reply_to.as_ref(), about.as_ref())
            }
            Event::AgentMessage(message::Sent { content, reply_to, about }) => {
                let what = said(entry, content.clone());
                spoken(what, content, reply_to.as_ref(), about.as_ref())
            }
            Event::AutoReply(message::AutoReplied { content }) => {
                seen(CustomerSees::Ours(content.clone()))
            }
            // The customer has it from elsewhere; nothing is left to deliver.
            Event::Echoed(message::Echoed { content, about, .. }) => {
                let what = CustomerSees::Elsewhere(content.clone());
                spoken(what, content, None, about.as_ref())
            }
            Event::Resolved(_) | Event::Abandoned => seen(CustomerSees::Ended),
            _ => None,
        })
        .collect()
}

/// The customer's message in an entry, with the answer that it chose.
fn wrote(entry: &Entry, content: Content) -> CustomerSees {
    let chosen = entry.events.iter().find_map(|event| match event {
        Event::SurveyAnswered(survey::Answered { choice, .. }) if *choice > 0 => Some(*choice),
        _ => None,
    });
    match chosen {
        Some(choice) => CustomerSees::Chose(content, choice),
        None => CustomerSees::Own(content),
    }
}

/// The business's message in an entry, with the answers that it offers.
fn said(entry: &Entry, content: Content) -> CustomerSees {
    let asked = entry.events.iter().find_map(|event| match event {
        Event::SurveySent(survey::Sent { question, answers, .. }) if !answers.is_empty() => {
            Some((question.clone(), answers.clone()))
        }
        _ => None,
    });
    match asked {
        Some((question, answers)) => CustomerSees::Asks { content, question, answers },
        None => CustomerSees::Ours(content),
    }
}

/// The message in an entry that must still reach the customer.
#[must_use]
pub fn outbound(entry: &Entry) -> Option<Content> {
    for_customer(entry).into_iter().find_map(|seen| match seen.what {
        CustomerSees::Ours(content) | CustomerSees::Asks { content, .. } => Some(content),
        CustomerSees::Own(_)
        | CustomerSees::Chose(..)
        | CustomerSees::Elsewhere(_)
        | CustomerSees::Ended => None,
    })
}

/// The provider's id of the earlier message that an entry's message answers.
#[must_use]
pub fn answers(entry: &Entry) -> Option<&str> {
    entry.events.iter().find_map(|event| match event {
        Event::AgentMessage(message::Sent { reply_to, .. }) => reply_to.as_deref(),
        _ => None,
    })
}

/// The state of a message on a channel without a provider: it arrives at once.
pub const DIRECT: DeliveryStatus = DeliveryStatus::Sent;
