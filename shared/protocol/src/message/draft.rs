//! Drafts: texts that an agent began to write. No other agent can read them.

use crate::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The composer in which an agent writes a draft.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DraftMode {
    /// A message to the customer.
    Reply,
    /// A comment for colleagues.
    Comment,
    /// A line of a discussion.
    Discussion,
    /// A line between the owner and the managers who coach.
    Coach,
}

/// A text that an agent began and has not sent. The server keeps it for 30 days after its last
/// change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// The conversation in which the agent writes.
    pub conversation: String,
    /// The composer in which the agent writes.
    pub mode: DraftMode,
    /// The discussion in which the agent writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// The text, at most 8,000 characters. Empty: there is no draft any more.
    pub text: String,
    /// The moment of the last change.
    pub at: Time,
}

/// The answer to `GET /v1/drafts`: the caller's own drafts, newest first, at most 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drafts {
    /// One draft for each conversation, mode and discussion.
    pub drafts: Vec<Draft>,
}
