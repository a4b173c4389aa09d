//! Queues, and the conversations that wait in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::settings::Mode;

/// A queue with its waiting conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Queue {
    /// The queue's id.
    pub id: String,
    /// The queue's name.
    pub name: String,
    /// The id of the team that serves the queue.
    pub team: String,
    /// Whether agents pick conversations, or the engine gives them out.
    pub mode: Mode,
    /// The first 50 places, in the order in which the team serves them.
    pub waiting: Vec<QueuePlace>,
    /// Whether there are more places than these.
    pub more: bool,
    /// Whether the queue is history: conversations name it, and none comes to it any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// A conversation that waits in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QueuePlace {
    /// The conversation's id.
    pub conversation: String,
    /// The conversation's id in a form that people can read out.
    pub reference: String,
    /// The name that agents gave the conversation.
    pub alias: Option<String>,
    /// The conversation's tags: words that say what it is about.
    pub tags: Vec<String>,
    /// The conversation's labels: where the work on it stands.
    pub labels: Vec<String>,
    /// The customer's id; absent in places from before the server kept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The customer's name.
    pub name: String,
    /// The customer's addresses on the channel: phone numbers as their digits, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The channel: `whatsapp`, `web` …
    pub channel: String,
    /// The priority: 0 to 9. The engine serves higher ones first.
    pub priority: u8,
    /// The moment since when the conversation waits.
    pub since: Time,
    /// Whether the conversation goes before all others, because its last owner left the customer
    /// without an answer or was offline for too long.
    pub front: bool,
    /// The moment by which the first response is, or was, due; absent after the first response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answer_due: Option<Time>,
    /// The newest message, or the note of the agent who put the conversation back, cut to 120
    /// characters.
    pub summary: String,
}
