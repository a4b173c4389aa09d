//! What a channel can carry, as data (F104).

use crate::Millis;
use crate::file::FileRule;

/// What a channel can carry, as data (F104).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// The channel's name, for messages to agents.
    pub name: &'static str,
    /// The longest text it takes, in characters.
    pub text_limit: usize,
    /// Kinds of content an agent may send through it.
    pub sends: &'static [&'static str],
    /// The kinds of files it takes, from agents and from customers (F78).
    pub files: &'static [FileRule],
    /// The longest text beneath a file, in characters.
    pub caption_limit: usize,
    /// How long after the customer's last message free text is allowed; `None`: always.
    pub window: Option<Millis>,
    /// Whether messages need handing to a provider. If not, they are there at once.
    pub provider: bool,
    /// Whether customers sit and wait: who falls silent there has left (F56).
    pub live: bool,
}
