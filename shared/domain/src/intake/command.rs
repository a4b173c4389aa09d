//! The command of a customer who writes.

use crate::{Content, Millis};

/// The customer wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Receive {
    /// The content of the message.
    pub content: Content,
    /// The moment of writing, by the provider's clock; `None` if the provider names no credible
    /// one.
    pub sent_at: Option<Millis>,
    /// The provider's id of the message that this one answers.
    pub reply_to: Option<String>,
    /// Whether the message is about another message and brings nothing new.
    pub quiet: bool,
    /// Whether the message was longer than the part that the engine keeps.
    pub shortened: bool,
}
