//! What managers see of the work of their teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::http::ConversationCard;
use crate::view::{OfferKind, OfferStatus, Presence, Target};

/// `GET /v1/board?team=`: a team's work as it stands, or that of all teams that the caller manages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Board {
    /// When, by the server's clock.
    pub at: Time,
    /// The day to which counts and offers belong.
    pub today: Today,
    /// The queues, by id.
    pub queues: Vec<BoardQueue>,
    /// Everybody of the teams, by id.
    pub agents: Vec<BoardAgent>,
    /// The newest 50 offers of today in the teams' conversations, newest first, and what became of
    /// them. Written a moment after the fact.
    pub offers: Vec<BoardOffer>,
    /// Conversations that are open: those in which the customer waits first, and of these the one
    /// that waits longest. At most 500.
    pub conversations: Vec<ConversationCard>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A day as the workspace lives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Today {
    /// When it began.
    pub from: Time,
    /// By which time zone: that of the workspace's business hours, or `UTC` where it has none.
    pub time_zone: String,
}

/// What waits in a queue, and what came of today's conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardQueue {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The team that serves it.
    pub team: String,
    /// How many conversations wait, counted up to 1,000.
    pub waiting: u32,
    /// Since when the one waits that waits longest; absent where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_since: Option<Time>,
    /// When the oldest of them began that has had no answer at all; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered_since: Option<Time>,
    /// How many customers gave up today before anybody took their conversation.
    pub abandoned_today: u32,
    /// The conversations that got their first answer today.
    pub answered_today: Answered,
    /// How many of its conversations were resolved today, by agents and by the engine.
    #[serde(default)]
    pub resolved_today: u32,
}

/// How many conversations got their first answer, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answered {
    /// Within the queue's goal (`first_answer_target_seconds`).
    pub in_time: u32,
    /// Later than that.
    pub late: u32,
}

/// An offer to a colleague, and what became of it. The whole record is found with
/// `GET /v1/conversations/{conversation}/engagements`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardOffer {
    /// The offer's id.
    pub id: String,
    /// Its number in the thread.
    pub number: u64,
    /// The conversation.
    pub conversation: String,
    /// The conversation's id as people can read it out.
    pub reference: String,
    /// The customer's id.
    pub contact: String,
    /// The customer's name when it was made.
    pub name: String,
    /// The queue in which it was made.
    pub queue: String,
    /// What was asked.
    pub kind: OfferKind,
    /// Who asked.
    pub from: String,
    /// Whom was asked, as it was put.
    pub target: Target,
    /// How it stands.
    pub status: OfferStatus,
    /// When it was made.
    pub created_at: Time,
    /// Until when somebody can, or could, accept.
    pub deadline: Time,
    /// When it was accepted, rejected, withdrawn, rescinded or timed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// Who accepted, rejected or withdrew it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// Why it was rejected or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When its discussion, or the part in the conference, ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Time>,
}

/// What an agent has in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardAgent {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their teams.
    pub teams: Vec<String>,
    /// Whether they take work.
    pub presence: Presence,
    /// Why not, where they gave a reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When their presence was last changed by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// Who changed it, where it was somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
    /// For how many conversations room is taken, those to be marked done included.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
    /// How many of them are over and wait to be marked done.
    pub wrapping: u32,
    /// Since when the customer waits who waits for them longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Time>,
    /// How many conversations that they had were resolved today.
    #[serde(default)]
    pub resolved_today: u32,
    /// In how many discussions they are.
    pub discussions: u32,
    /// When they last did something in a conversation, exact to half a minute, or changed their
    /// own presence; absent where they never did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_active: Option<Time>,
}
