//! The commands of a customer who writes.

use crate::intake::beside::Beside;
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
    /// The facts that the channel told beside the message.
    pub beside: Beside,
    /// Whether the message is about another message and brings nothing new.
    pub quiet: bool,
    /// Whether the message was longer than the part that the engine keeps.
    pub shortened: bool,
}

/// The customer allowed or forbade further messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// Whether the customer wants no further messages.
    pub stopped: bool,
}
