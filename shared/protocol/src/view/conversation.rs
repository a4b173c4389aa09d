//! A conversation as it stands: its owner, its pending offers, its discussions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Decider, Excluded, MonitorMode, OfferKind, Origin, Party, Status};
use crate::Time;
use crate::settings::Strategy;

/// A conversation as it stands after entry `seq` of its thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversation {
    /// The conversation's id: `<thread>-<number>`.
    pub id: String,
    /// The conversation's id in a form that people can read out: `4T9M-0C2X-1`.
    pub reference: String,
    /// The name that agents gave the conversation.
    pub alias: Option<String>,
    /// The conversation's tags: at most 12 words of 1 to 40 characters that say what it is about.
    pub tags: Vec<String>,
    /// The conversation's labels, which say where the work on it stands: at most 5 of the settings'
    /// labels, by name. A label that the settings no longer offer stays until an agent takes it
    /// off.
    pub labels: Vec<String>,
    /// The thread: one customer on one of the business's accounts.
    pub thread: String,
    /// The newest entry. The server numbers the entries of a thread densely from 1.
    pub seq: u64,
    /// The entry that began the conversation; 0 in conversations from before the server kept it.
    #[serde(default)]
    pub first: u64,
    /// The conversation's state.
    pub status: Status,
    /// The channel: `whatsapp`, `web` …
    pub channel: String,
    /// The business's account at which the customer wrote.
    pub asset: String,
    /// The customer.
    pub contact: Contact,
    /// The queue in which the conversation waits, or from which it came.
    pub queue: String,
    /// The agent to whom the conversation is assigned.
    pub owner: Option<String>,
    /// The way in which the owner got the conversation.
    pub origin: Option<Origin>,
    /// The priority: 0 to 9. The engine serves higher ones first.
    pub priority: u8,
    /// The skills that the next agent needs.
    pub skills: Vec<String>,
    /// Whether the conversation goes before all others in its queue, because its last owner left
    /// the customer without an answer or was offline for too long.
    pub front: bool,
    /// The moment at which the conversation began.
    pub opened_at: Time,
    /// The moment of the first response.
    pub answered_at: Option<Time>,
    /// The moment by which the first response is, or was, due.
    pub first_answer_due: Time,
    /// The moment at which the conversation goes back to its queue if the owner does not answer the
    /// customer.
    pub requeue_at: Option<Time>,
    /// The moment at which the conversation last got an owner.
    pub assigned_at: Option<Time>,
    /// The side whose turn it is.
    pub waiting_on: Party,
    /// The moment since when it is the turn of `waiting_on`.
    pub waiting_since: Time,
    /// The moment until which agents can send free text; absent where the channel has no such
    /// limit.
    pub window_until: Option<Time>,
    /// The kinds of files that the channel carries.
    #[serde(default)]
    pub files: Vec<crate::file::FileRule>,
    /// Whether an answer can show the earlier message that it answers (`reply_to` of `send`).
    #[serde(default)]
    pub quotes: bool,
    /// Whether agents can put emojis on earlier messages (`react`).
    #[serde(default)]
    pub reacts: bool,
    /// Whether the customer asked for no further messages and the provider sends none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opted_out: bool,
    /// The longest text that the channel carries, in characters.
    pub text_limit: usize,
    /// Offers that await an answer.
    pub offers: Vec<Offer>,
    /// Running discussions.
    pub discussions: Vec<Discussion>,
    /// The guests of the conference, in the order in which they joined.
    pub guests: Vec<String>,
    /// Managers who look on, as far as the reader may know of them.
    pub monitors: Vec<Monitor>,
    /// The acts that the conversation allows the reader as it stands. `GET /v1/agents` lists the
    /// colleagues for such an act.
    #[serde(default)]
    pub may: Vec<Act>,
    /// Conversations of this thread that are over and wait for an agent to mark them done.
    pub wrap_ups: Vec<OpenWrapUp>,
}

/// A manager who looks on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Monitor {
    /// The manager's id.
    pub agent: String,
    /// The manager's way of looking on.
    pub mode: MonitorMode,
}

/// A conversation that is over and waits for an agent to mark it done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenWrapUp {
    /// The conversation's id.
    pub conversation: String,
    /// The agent who has to mark the conversation done.
    pub agent: String,
    /// Whether the wrap-up needs a disposition.
    pub mandatory: bool,
}

/// The colleague or group that gets a request or a conversation: `{"agent": "martha"}`. In a
/// command, a plain string is an agent's id, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// This colleague.
    Agent(String),
    /// This colleague, who must be a manager or admin.
    Manager(String),
    /// One agent of this team.
    Team(String),
    /// One agent who has this skill.
    Skill(String),
    /// One agent who serves this queue; for a transfer: the queue itself.
    Queue(String),
}

/// A target in the form that commands take.
pub(crate) struct ToWhom;

impl JsonSchema for ToWhom {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ToWhom".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let target = generator.subschema_for::<Target>();
        schemars::json_schema!({
            "description": "Whom something is asked of or handed to, as a command says it: a \
                            `Target`, or the id of an agent alone.",
            "anyOf": [target, {"type": "string", "pattern": "^[a-z0-9_-]{1,40}$"}],
        })
    }
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

/// The initiator's verdict on one consultant's part in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// The consultant's id.
    pub agent: String,
    /// Whether the consultant answered the question.
    pub resolved: bool,
    /// A note for the record, at most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An agent's load at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Load {
    /// How many conversations the agent had in progress.
    pub open: u32,
    /// How many conversations the agent may have.
    pub capacity: u32,
}

/// The engine's choice among several agents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Routing {
    /// The rule of the choice.
    pub strategy: Strategy,
    /// The agent whom the engine chose; absent where no agent could be chosen, and where the engine
    /// asked all at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<String>,
    /// The agents whom the engine compared, the best first; at most 6.
    pub weighed: Vec<Weighed>,
    /// How many more agents the engine compared.
    pub more: u32,
    /// The criterion that told the best agent from the second best.
    pub decided_by: Decider,
}

/// An agent whom the engine compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Weighed {
    /// The agent's id.
    pub agent: String,
    /// How many conversations the agent had in progress.
    pub open: u32,
    /// How many conversations the agent may have.
    pub capacity: u32,
    /// The moment since when the agent had got nothing new and finished nothing; absent for an
    /// agent who never had work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_since: Option<Time>,
    /// The reason why the engine could not choose the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Excluded>,
}

/// The customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// The contact's id.
    pub id: String,
    /// The customer's name, as the channel or an agent gave it; may be empty.
    pub name: String,
    /// The address at which the channel reaches the customer: a phone number as its digits, an id
    /// of the provider's, or a user name with `@` before it.
    pub address: String,
    /// The customer's other addresses on the channel now, in the same forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
}

/// A pending offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Offer {
    /// The offer's id: `<thread>-o<number>`.
    pub id: String,
    /// The kind of request.
    pub kind: OfferKind,
    /// The agent who made the offer.
    pub from: String,
    /// The agents who can answer now.
    pub to: Vec<String>,
    /// The target, as the agent named it.
    pub target: Target,
    /// Whether the server asks all of a group at once.
    pub all: bool,
    /// The agents who were asked before and did not accept.
    pub tried: Vec<String>,
    /// The running discussion that the colleague is to join.
    pub discussion: Option<String>,
    /// The request in words. Only snapshots and `GET /v1/conversations/{conversation}` have it;
    /// elsewhere the event `offer_made` says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The moment until which the agents in `to` can accept, by the server's clock.
    pub expires: Time,
    /// The end of the whole offer: until then a colleague can accept it.
    pub deadline: Time,
}

/// A running discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Discussion {
    /// The discussion's id: `<thread>-d<number>`, with the number of the offer that opened it.
    pub id: String,
    /// The agent who asked for the discussion.
    pub initiator: String,
    /// All members, the initiator first.
    pub members: Vec<String>,
}
