//! The customer writes.

use crate::{Content, Millis};

/// The customer wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Receive {
    /// What.
    pub content: Content,
    /// When, by the provider's clock; none: it does not say so credibly.
    pub sent_at: Option<Millis>,
    /// The provider's id of the message that this answers.
    pub reply_to: Option<String>,
    /// Whether it says something of another message instead of anything new.
    pub quiet: bool,
    /// Whether it was longer than what is kept of it.
    pub shortened: bool,
}
