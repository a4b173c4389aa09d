//! Direct talks: two colleagues write to each other outside any conversation.
//!
//! A talk belongs to its two sides. No other agent can read it, whatever their role.

use crate::Time;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One message of a direct talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectMessage {
    /// The message's number in the talk, from 1, without gaps.
    pub seq: u64,
    /// The moment at which the message was written.
    pub at: Time,
    /// The id of the agent who wrote the message.
    pub by: String,
    /// The text.
    pub text: String,
    /// The conversation that the message is about. The receiver may be unable to read that
    /// conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
}

/// A direct talk as it stands for one of its two sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Talk {
    /// The colleague's id.
    pub with: String,
    /// The number of the newest message.
    pub seq: u64,
    /// The moment at which the newest message was written.
    pub at: Time,
    /// The id of the agent who wrote the newest message.
    pub by: String,
    /// The beginning of the newest message, cut to 120 bytes.
    pub line: String,
    /// How many of the colleague's messages come after your read position.
    pub unread: u64,
}

/// The answer to `GET /v1/direct`: the caller's own talks, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Talks {
    /// One talk for each colleague with whom the caller has exchanged messages.
    pub talks: Vec<Talk>,
}

/// The answer to `GET /v1/direct/{agent}?before=&limit=`: messages of the caller's talk with a
/// colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectMessages {
    /// The messages, oldest first.
    pub messages: Vec<DirectMessage>,
    /// Whether there are earlier messages.
    pub more: bool,
}

/// The body of `POST /v1/direct/{agent}`: writes to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewDirect {
    /// The message's id, made by the client: 8 to 64 printable characters, best a UUIDv7. For 7
    /// days a repeated id gets the first answer and has no second effect.
    #[schemars(length(min = 8, max = 64))]
    pub id: String,
    /// The text, 1 to 4,000 characters.
    #[schemars(length(min = 1, max = limit::COMMENT))]
    pub text: String,
    /// A conversation that the message is about and that you may read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
}

/// The answer to `POST /v1/direct/{agent}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectSent {
    /// The message's id.
    pub id: String,
    /// The colleague's id.
    pub with: String,
    /// The message's number in the talk. A repeated id gets the same number.
    pub seq: u64,
}

/// The body of `PUT /v1/direct/{agent}/read`: moves the caller's read position forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DirectRead {
    /// The number of the newest message that you have read. A lower number than before changes
    /// nothing.
    pub seq: u64,
}
