//! Arrivals that are neither a customer's message nor a receipt for one message.

use domain::{Content, DeliveryStatus, Millis};

/// A provider's report on every message to a customer up to a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watermark {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The customer's addresses that the webhook names, the best first.
    pub addresses: Vec<String>,
    /// The state that the messages reached.
    pub status: DeliveryStatus,
    /// The moment, by the provider's clock: messages sent at it or before it are meant.
    pub until: Millis,
}

/// A message that the business sent to a customer past the engine: from the provider's own inbox,
/// from a phone, by another program. The customer waits for no answer to what came before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Echo {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The customer's addresses that the webhook names, the best first.
    pub addresses: Vec<String>,
    /// The provider's id of the message. On a channel that returns no mark, the echo of the
    /// engine's own message carries the id that the provider's answer named.
    pub key: String,
    /// The moment of sending, by the provider's clock, if the webhook says it.
    pub at: Option<Millis>,
    /// The provider's id of the program that sent the message, if the webhook names it.
    pub by: Option<String>,
    /// The provider's id of the message that this one answers.
    pub reply_to: Option<String>,
    /// The content of the message.
    pub content: Content,
    /// Whether the message was longer than the part that the engine keeps.
    pub shortened: bool,
}

/// A customer's wish about being written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The customer's addresses that the webhook names, the best first.
    pub addresses: Vec<String>,
    /// The provider's id of the message with the word.
    pub key: String,
    /// The wish.
    pub wish: Wish,
}

/// The wishes that opt-out words stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// No further message: the provider refuses them from now on.
    Stop,
    /// Messages are welcome again.
    Start,
    /// Information on who writes and how to stop it.
    Help,
}

/// A provider's report on the account itself: its templates, quality, limits, bans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The report, in one line.
    pub text: String,
    /// Whether an admin must act.
    pub bad: bool,
    /// Whether the account's templates changed.
    pub templates: bool,
    /// The report as it came.
    pub payload: String,
}
