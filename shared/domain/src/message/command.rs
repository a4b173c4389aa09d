//! Commands of those who write to the customer or comment for colleagues.

use crate::message::content::Media;
use crate::{AgentId, Content};

/// Write to the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Send {
    /// What.
    pub content: Content,
}

/// Try a failed message again.
#[derive(Debug, Clone, PartialEq)]
pub struct Retry {
    /// The entry that holds it.
    pub message: u64,
}

/// Leave a remark for colleagues.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Its text.
    pub text: String,
    /// Whom it is meant for in particular (F80).
    pub mentions: Vec<AgentId>,
    /// What goes with it.
    pub files: Vec<Media>,
}

/// Set something off on the event bus (F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// Which, by name.
    pub trigger: String,
    /// For who receives it.
    pub note: Option<String>,
}
