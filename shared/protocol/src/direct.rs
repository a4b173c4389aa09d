//! Direct talks: two colleagues writing to each other outside any conversation.
//!
//! A talk belongs to its two sides. Nobody else can read it, whatever their role.

use crate::Time;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One message of a direct talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectMessage {
    /// Its number in the talk, from 1, without gaps.
    pub seq: u64,
    /// When it was written.
    pub at: Time,
    /// Who wrote it.
    pub by: String,
    /// What.
    pub text: String,
    /// The conversation that it is about. Who gets it may be unable to read that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
}

/// A direct talk as it stands for one of its two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Talk {
    /// The colleague.
    pub with: String,
    /// The number of the newest message.
    pub seq: u64,
    /// When it was written.
    pub at: Time,
    /// Who wrote it.
    pub by: String,
    /// Its beginning, cut to 120 bytes.
    pub line: String,
    /// How many of the colleague's messages come after your read position.
    pub unread: u64,
}

/// `GET /v1/direct`: one's own talks, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Talks {
    /// One for each colleague with whom something was written.
    pub talks: Vec<Talk>,
}

/// `GET /v1/direct/{agent}?before=&limit=`: messages of one's talk with a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectMessages {
    /// Oldest first.
    pub messages: Vec<DirectMessage>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// `POST /v1/direct/{agent}`: writes to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewDirect {
    /// Made by the client, 8 to 64 printable characters, best a UUIDv7. For 7 days a repeated one
    /// gets the first answer and has no second effect.
    #[schemars(length(min = 8, max = 64))]
    pub id: String,
    /// What to say, 1 to 4,000 characters.
    #[schemars(length(min = 1, max = limit::REMARK))]
    pub text: String,
    /// A conversation that it is about and that you may read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
}

/// The answer to `POST /v1/direct/{agent}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectSent {
    /// The message's id.
    pub id: String,
    /// The colleague.
    pub with: String,
    /// The message's number in the talk. Unchanged for a repeated id.
    pub seq: u64,
}

/// `PUT /v1/direct/{agent}/read`: moves one's read position forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectRead {
    /// The newest message that was read. A lower one than before changes nothing.
    pub seq: u64,
}
