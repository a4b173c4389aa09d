//! Commands of agents who write to the customer or comment for colleagues.

use crate::message::content::Media;
use crate::{AgentId, Content};

/// Write to the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Send {
    /// The content of the message.
    pub content: Content,
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
