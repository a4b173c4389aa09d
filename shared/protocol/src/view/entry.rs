//! The entries of a thread's log.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::Time;

/// One entry of a thread's log, with those of its events that the reader may see. An entry may
/// arrive without events: it still counts as a position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The entry's position in the thread.
    pub seq: u64,
    /// The moment at which the entry was written.
    pub at: Time,
    /// The author: `customer`, `system` or `agent:<id>`.
    pub by: String,
    /// The id of the command that caused the entry, if one did: by it a client knows its own
    /// entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// Present where a text or a list in the entry is shorter than the sender's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortened: Option<Shortened>,
    /// The events, in the order in which they happened. Clients skip types that they do not know.
    pub events: Vec<Event>,
}

/// The place of the rest of a shortened entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shortened {
    /// The entry is too long for a frame. `GET /v1/conversations/{conversation}/entries` has it
    /// whole.
    RestByHttp,
    /// The customer sent more than the server keeps.
    RestNotKept,
}
