//! Commands of agents who write to the customer or comment for colleagues.

use crate::message::content::Media;
use crate::{AgentId, Content, Millis};

/// Write to the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Send {
    /// The content of the message.
    pub content: Content,
    /// The entry of the earlier message that this one answers.
    pub reply_to: Option<u64>,
}

/// Put an emoji on an earlier message, or take it away again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct React {
    /// The entry that holds the earlier message.
    pub message: u64,
    /// The emoji; `None` takes the earlier one away.
    pub emoji: Option<String>,
}

/// The business wrote to the customer past the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Echo {
    /// The content of the message.
    pub content: Content,
    /// The moment of writing, by the provider's clock; `None` if the provider names no credible
    /// one.
    pub sent_at: Option<Millis>,
    /// Whether the message was longer than the part that the engine keeps.
    pub shortened: bool,
}

/// Try a failed message again.
#[derive(Debug, Clone, PartialEq)]
pub struct Retry {
    /// The entry that holds the message.
    pub message: u64,
}

/// Leave a comment for colleagues.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// The text of the comment.
    pub text: String,
    /// The colleagues whom the comment mentions (F80).
    pub mentions: Vec<AgentId>,
    /// The files of the comment.
    pub files: Vec<Media>,
}

/// Send an event to the event bus (F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// The name of the trigger.
    pub trigger: String,
    /// A note for the receivers of the event.
    pub note: Option<String>,
}
