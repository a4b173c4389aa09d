//! Mentions of an agent.

use crate::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/mentions?cursor=`: newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mentions {
    /// The caller's own mentions.
    pub mentions: Vec<Mention>,
    /// Give this as `cursor` for the next page; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// The moment up to which you have looked at your mentions; 0 before the first look. Newer
    /// mentions are unseen.
    pub seen_at: Time,
    /// How many mentions are newer than `seen_at`, counted up to 99.
    pub unseen: u32,
}

/// The body of `PUT /v1/mentions/seen`: you have looked at your mentions up to a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeeMentions {
    /// The moment of the newest mention that you have looked at. The server only moves it forward,
    /// and takes a moment in the future as now.
    pub at: Time,
}

/// How far you have looked at your mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MentionsSeen {
    /// The moment up to which you have looked.
    pub at: Time,
    /// How many mentions are newer than `at`, counted up to 99.
    pub unseen: u32,
}

/// A comment in which a colleague mentions you.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The conversation's id.
    pub conversation: String,
    /// The `seq` of the entry that holds the comment.
    pub seq: u64,
    /// The moment at which the comment was written.
    pub at: Time,
    /// The id of the agent who wrote the comment.
    pub by: String,
    /// The comment's text, cut to 400 bytes.
    pub text: String,
}
