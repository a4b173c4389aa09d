//! Commands that correct who the customer is.

use crate::contact::person::Reach;
use crate::{AgentId, ConversationId, Millis};

/// The customer is called something else from now on (F71).
#[derive(Debug, Clone, PartialEq)]
pub struct Rename {
    /// What.
    pub name: String,
    /// Who says so.
    pub by: AgentId,
}

/// The customer is reached at another address from now on.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeAddress {
    /// The addresses that they give up.
    pub from: Vec<String>,
    /// The addresses that they have now, the best first.
    pub to: Vec<String>,
    /// Since when, by the provider's clock; none: it does not say so credibly.
    pub at: Option<Millis>,
}

/// The same customer has a conversation in another thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    /// Which.
    pub conversation: ConversationId,
    /// Whether they go on there, instead of here.
    pub there: bool,
    /// Where they are answered, as it is known there.
    pub reach: Reach,
    /// The addresses by which they are known there.
    pub addresses: Vec<String>,
}
