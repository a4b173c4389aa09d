//! A conversation as it stands: who has it, who is asked, who talks about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Decider, Excluded, MonitorMode, OfferKind, Origin, Party, Status};
use crate::Time;
use crate::settings::Strategy;

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
    /// The entry that began it; 0 in conversations from before it was kept.
    #[serde(default)]
    pub first: u64,
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
    /// What the reader may do with it as it stands. With whom is asked of `GET /v1/agents`.
    #[serde(default)]
    pub may: Vec<Act>,
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

/// Whom something is asked of or handed to, as a command says it.
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
    /// Who was chosen; absent where nobody could be, and where all were asked at once.
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
    /// Where they are answered on the channel: a phone number as its digits, an id of the
    /// provider's, or a user name with `@` before it.
    pub address: String,
    /// By what else they are known there now, in the same forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
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
    /// What is asked, in words. Only in a snapshot and in `GET /v1/conversations/{conversation}`;
    /// elsewhere the event `offer_made` says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
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
