//! The board: the work of their teams, as managers see it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::conversation::ConversationCard;
use crate::view::{OfferKind, OfferStatus, Presence, Target};

/// The answer to `GET /v1/board?team=`: the work of one team as it stands, or of all teams that the
/// caller manages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Board {
    /// The moment of this answer, by the server's clock.
    pub at: Time,
    /// The day to which counts and offers belong.
    pub today: Today,
    /// The teams' queues, by id.
    pub queues: Vec<BoardQueue>,
    /// All agents of the teams, by id.
    pub agents: Vec<BoardAgent>,
    /// The newest 50 offers of today in the teams' conversations, newest first, and what became of
    /// them. The server updates this list a moment after the fact.
    pub offers: Vec<BoardOffer>,
    /// The open conversations, at most 500: those in which the customer waits come first, the
    /// longest wait before all others.
    pub conversations: Vec<ConversationCard>,
    /// Whether there are more open conversations than these.
    pub more: bool,
}

/// The current day in the workspace's time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Today {
    /// The moment at which the day began.
    pub from: Time,
    /// The time zone of the workspace's business hours, or `UTC` where the workspace has no
    /// business hours.
    pub time_zone: String,
}

/// A queue: the waiting conversations, and the counts of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardQueue {
    /// The queue's id.
    pub id: String,
    /// The queue's name.
    pub name: String,
    /// The id of the team that serves the queue.
    pub team: String,
    /// How many conversations wait, counted up to 1,000.
    pub waiting: u32,
    /// The moment at which the longest wait began; absent where no conversation waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_since: Option<Time>,
    /// The moment at which the oldest waiting conversation without a first response began; absent
    /// where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered_since: Option<Time>,
    /// How many customers gave up today before an agent took their conversation.
    pub abandoned_today: u32,
    /// How many conversations got their first response today.
    pub answered_today: Answered,
    /// How many conversations of the queue agents and the engine resolved today.
    #[serde(default)]
    pub resolved_today: u32,
}

/// How many conversations got their first response; each conversation counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answered {
    /// How many conversations got it within the queue's goal (`first_answer_target_seconds`).
    pub in_time: u32,
    /// How many conversations got it after the queue's goal.
    pub late: u32,
}

/// An offer to a colleague, and what became of it.
/// `GET /v1/conversations/{conversation}/engagements` has the whole record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardOffer {
    /// The offer's id.
    pub id: String,
    /// The offer's number in the thread.
    pub number: u64,
    /// The conversation's id.
    pub conversation: String,
    /// The conversation's id in a form that people can read out.
    pub reference: String,
    /// The customer's id.
    pub contact: String,
    /// The customer's name when the agent made the offer.
    pub name: String,
    /// The conversation's queue when the agent made the offer.
    pub queue: String,
    /// The kind of request.
    pub kind: OfferKind,
    /// The agent who made the offer.
    pub from: String,
    /// The target, as the agent named it.
    pub target: Target,
    /// The offer's state.
    pub status: OfferStatus,
    /// The moment at which the agent made the offer.
    pub created_at: Time,
    /// The end of the offer: until then a colleague can, or could, accept it.
    pub deadline: Time,
    /// The moment at which the offer was accepted, rejected, withdrawn, rescinded or timed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// The agent who accepted, rejected or withdrew the offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// The reason for a rejection or withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The end of the offer's discussion, or of the colleague's part in the conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Time>,
}

/// An agent, with the work that the agent has in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardAgent {
    /// The agent's id.
    pub id: String,
    /// The agent's name.
    pub name: String,
    /// The agent's teams.
    pub teams: Vec<String>,
    /// Whether the agent takes work.
    pub presence: Presence,
    /// The reason why the agent takes no work, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The last moment at which a person changed the presence by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// The id of the person who changed the presence, where it was not the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
    /// How many conversations take room on the agent's workload, those that the agent has still to
    /// mark done included.
    pub open: u32,
    /// How many conversations the agent may have.
    pub capacity: u32,
    /// How many conversations are over and wait for the agent to mark them done.
    pub wrapping: u32,
    /// The moment at which the longest wait of a customer for the agent began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Time>,
    /// How many of the agent's conversations were resolved today.
    #[serde(default)]
    pub resolved_today: u32,
    /// How many discussions the agent takes part in.
    pub discussions: u32,
    /// The last moment at which the agent did something in a conversation, exact to half a minute,
    /// or changed their own presence; absent where the agent never did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_active: Option<Time>,
}
