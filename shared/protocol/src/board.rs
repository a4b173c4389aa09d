//! What managers see of the work of their teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::http::ConversationCard;
use crate::view::Presence;

/// `GET /v1/board?team=`: a team's work as it stands, or that of all teams that the caller manages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Board {
    /// When, by the server's clock.
    pub at: Time,
    /// The queues, by id.
    pub queues: Vec<BoardQueue>,
    /// Everybody of the teams, by id.
    pub agents: Vec<BoardAgent>,
    /// Conversations that are open: those in which the customer waits first, and of these the one
    /// that waits longest. At most 500.
    pub conversations: Vec<ConversationCard>,
    /// Whether there are more than these.
    pub more: bool,
}

/// What waits in a queue.
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
    /// When they last changed their presence by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// For how many conversations room is taken, those to be marked done included.
    pub open: u32,
    /// How many they may have.
    pub capacity: u32,
    /// How many of them are over and wait to be marked done.
    pub wrapping: u32,
    /// Since when the customer waits who waits for them longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<Time>,
    /// In how many discussions they are.
    pub discussions: u32,
}
