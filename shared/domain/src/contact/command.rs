//! Commands that correct who the customer is.

use crate::contact::person::Reach;
use crate::{AgentId, ConversationId, Millis};

/// The customer has another name from now on (F71).
#[derive(Debug, Clone, PartialEq)]
pub struct Rename {
    /// The customer's new name.
    pub name: String,
    /// The agent who gave the name.
    pub by: AgentId,
}

/// The customer has another address from now on.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeAddress {
    /// The addresses that the customer gives up.
    pub from: Vec<String>,
    /// The addresses that the customer has now, the best first.
    pub to: Vec<String>,
    /// The moment of the change, by the provider's clock; `None` if the provider names no credible
    /// one.
    pub at: Option<Millis>,
}

/// The same customer has a conversation in another thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    /// The conversation in the other thread.
    pub conversation: ConversationId,
    /// Whether the customer goes on in the other thread, instead of this one.
    pub there: bool,
    /// Where the other thread answers the customer.
    pub reach: Reach,
    /// The customer's addresses in the other thread.
    pub addresses: Vec<String>,
}
