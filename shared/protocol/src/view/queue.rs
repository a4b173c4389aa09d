//! Queues, and who waits in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;
use crate::settings::Mode;

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
    /// The id as people can read it out.
    pub reference: String,
    /// What agents call it.
    pub alias: Option<String>,
    /// What it is about.
    pub tags: Vec<String>,
    /// Where it stands in the work on it.
    pub labels: Vec<String>,
    /// The customer's id; absent where the place was taken before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The customer's name.
    pub name: String,
    /// By what they are known on the channel: phone numbers as their digits, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
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
    /// The newest message, or the note with which it was put back, cut to 120 characters.
    pub summary: String,
}
