//! Threads, conversations, entries and people as agents' clients see them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::content::same_names;
use crate::settings::{Mode, Strategy};
use crate::{Content, Media, Time};

/// A conversation as it stands after entry `seq` of its thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversation {
    /// `<thread>-<number>`.
    pub id: String,
    /// The id as people can read it out: `4T9M-0C2X-1`.
    pub reference: String,
    /// What agents call it.
    pub alias: Option<String>,
    /// What it is about: at most 12, in words of 1 to 40 characters.
    pub tags: Vec<String>,
    /// Where it stands in the work on it: at most 5 of the settings' labels, by name. One that the
    /// settings no longer offer stays until it is taken off.
    pub labels: Vec<String>,
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
    /// What an agent must be able to do to be given it.
    pub skills: Vec<String>,
    /// Whether it goes before everybody else in its queue, because its owner left it.
    pub front: bool,
    /// When it began.
    pub opened_at: Time,
    /// When it was answered first.
    pub answered_at: Option<Time>,
    /// When it should be, or should have been, answered first.
    pub first_answer_due: Time,
    /// When the owner loses it to the queue if the customer gets no answer.
    pub requeue_at: Option<Time>,
    /// When it was last assigned.
    pub assigned_at: Option<Time>,
    /// Whose turn it is.
    pub waiting_on: Party,
    /// Since when.
    pub waiting_since: Time,
    /// Until when free text can be sent; absent where the channel has no such limit.
    pub window_until: Option<Time>,
    /// The kinds of files that the channel carries.
    #[serde(default)]
    pub files: Vec<crate::upload::FileRule>,
    /// The longest text that the channel carries, in characters.
    pub text_limit: usize,
    /// Requests that await an answer.
    pub offers: Vec<Offer>,
    /// Private talks that are running.
    pub discussions: Vec<Discussion>,
    /// Who speaks with the customer beside the owner, in the order in which they joined.
    pub guests: Vec<String>,
    /// Managers who look on, as far as the reader may know of them.
    pub monitors: Vec<Monitor>,
    /// Conversations of this thread that are over and wait to be marked done.
    pub wrap_ups: Vec<OpenWrapUp>,
}

/// A manager who looks on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Monitor {
    /// Who.
    pub agent: String,
    /// How.
    pub mode: MonitorMode,
}

/// A conversation that is over and waits to be marked done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenWrapUp {
    /// Which conversation.
    pub conversation: String,
    /// By whom.
    pub agent: String,
    /// Whether it takes a disposition.
    pub mandatory: bool,
}

/// Whom something is asked of or handed to: `{"agent": "martha"}`. Where a command is read, a
/// plain string is an agent's id, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// This colleague.
    Agent(String),
    /// This colleague, who must be a manager or admin.
    Manager(String),
    /// One of this team.
    Team(String),
    /// One who can do this.
    Skill(String),
    /// One who serves this queue; for a transfer: the queue itself.
    Queue(String),
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Named {
            Agent(String),
            Manager(String),
            Team(String),
            Skill(String),
            Queue(String),
        }
        let value = serde_json::Value::deserialize(d)?;
        if let serde_json::Value::String(agent) = value {
            return Ok(Self::Agent(agent));
        }
        Ok(match serde_json::from_value(value).map_err(serde::de::Error::custom)? {
            Named::Agent(id) => Self::Agent(id),
            Named::Manager(id) => Self::Manager(id),
            Named::Team(id) => Self::Team(id),
            Named::Skill(id) => Self::Skill(id),
            Named::Queue(id) => Self::Queue(id),
        })
    }
}

impl From<&domain::Target> for Target {
    fn from(target: &domain::Target) -> Self {
        match target {
            domain::Target::Agent(id) => Self::Agent(id.to_string()),
            domain::Target::Manager(id) => Self::Manager(id.to_string()),
            domain::Target::Team(id) => Self::Team(id.to_string()),
            domain::Target::Skill(id) => Self::Skill(id.to_string()),
            domain::Target::Queue(id) => Self::Queue(id.to_string()),
        }
    }
}

/// What the initiator says of one expert's part in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// Whose.
    pub agent: String,
    /// Whether they answered the question.
    pub resolved: bool,
    /// For the record, at most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What somebody had on their desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Load {
    /// How many conversations.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
}

/// How the engine chose among several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Routing {
    /// By what rule.
    pub strategy: Strategy,
    /// Who was chosen; absent where nobody could be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<String>,
    /// Who was looked at, the best first; at most 6.
    pub weighed: Vec<Weighed>,
    /// How many more were looked at.
    pub more: u32,
    /// What told the best from the second best.
    pub decided_by: Decider,
}

/// A colleague who was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Weighed {
    /// Who.
    pub agent: String,
    /// How many conversations they had in progress.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
    /// Since when nothing new had come to them and nothing had left them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_since: Option<Time>,
    /// Why they could not be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Excluded>,
}

/// The customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The contact's id.
    pub id: String,
    /// Their name as the channel gave it or an agent did; may be empty.
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
    /// Who can answer now.
    pub to: Vec<String>,
    /// Whom was asked, as it was put.
    pub target: Target,
    /// Whether a group is asked all at once.
    pub all: bool,
    /// Who was asked before, and did not accept.
    pub tried: Vec<String>,
    /// The running discussion that the colleague is to join.
    pub discussion: Option<String>,
    /// Until when those asked now can accept, by the server's clock.
    pub expires: Time,
    /// Until when somebody can.
    pub deadline: Time,
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
    /// The customer came back soon after the end: the same conversation goes on.
    Reopened,
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
        /// Given by the engine.
        Auto,
        /// Given by an integrator.
        Api,
        /// The previous owner left the conference.
        Conference,
        /// The customer came back to who had it before.
        Reopened,
    }
);
word!(
    /// What an offer asks.
    OfferKind from domain::OfferKind {
        /// Take the conversation over.
        Assign,
        /// Talk about it in private.
        Discuss,
        /// Speak with the customer together.
        Conference,
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
        /// The customer, by a closing phrase.
        ClosingPhrase,
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
        /// It became a transfer or a conference.
        Promoted,
        /// The conversation ended.
        ConversationEnded,
    }
);
word!(
    /// Why a conversation went back to a queue.
    RequeueCause from domain::RequeueCause {
        /// Somebody put it there.
        Transferred,
        /// Its owner left the customer without an answer.
        Unanswered,
        /// Its owner was offline for too long.
        OwnerOffline,
    }
);
word!(
    /// What a discussion becomes.
    Promotion from domain::Promotion {
        /// The expert takes the conversation over.
        Transfer,
        /// The expert speaks with the customer, too.
        Conference,
    }
);
word!(
    /// How a manager looks on.
    MonitorMode from domain::MonitorMode {
        /// Sees everything, and only managers know.
        Silent,
        /// Speaks with the owner only.
        Coach,
        /// Speaks with everybody, the customer included.
        Barge,
    }
);
word!(
    /// Why somebody could not be chosen.
    Excluded from domain::Excluded {
        /// Not signed in.
        Offline,
        /// Takes no work.
        Away,
        /// Has as much as they may.
        Full,
        /// Cannot do what is needed.
        LacksSkill,
        /// Was asked before, or left the customer without an answer.
        Tried,
        /// Takes part in the conversation already.
        Involved,
    }
);
word!(
    /// What told the best from the second best.
    Decider from domain::Decider {
        /// Nobody could be chosen.
        Nobody,
        /// There was no second.
        OnlyOne,
        /// A smaller share of the capacity was taken.
        Load,
        /// They had been idle for longer.
        Idle,
        /// Their turn was longer ago.
        Turn,
        /// Nothing: the ids were compared.
        Id,
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
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The link that calls them: `tel:`, `sip:` or `sips:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
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
    /// Whether agents take from it by hand, or are given what waits.
    pub mode: Mode,
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
    /// Whether it goes before everybody else, because its owner left it.
    pub front: bool,
    /// When it should be, or should have been, answered first; absent where it has been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answer_due: Option<Time>,
    /// What the customer wrote last, cut to 120 characters.
    pub summary: String,
}
