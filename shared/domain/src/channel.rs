//! The capabilities of a channel, as data (F104).

use crate::Millis;
use crate::file::kinds::FileRule;

/// The capabilities of a channel, as data (F104).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// The channel's name, for messages to agents.
    pub name: &'static str,
    /// The longest text that the channel takes, in characters.
    pub text_limit: usize,
    /// The kinds of content that an agent may send through the channel.
    pub sends: &'static [&'static str],
    /// The kinds of files that the channel takes, from agents and from customers (F78).
    pub files: &'static [FileRule],
    /// The longest text beneath a file, in characters.
    pub caption_limit: usize,
    /// How long after the customer's last message the channel allows free text; `None`: always.
    pub window: Option<Millis>,
    /// How long after the customer's last message a person, but no program, may still answer
    /// freely, because the channel lets such an answer be marked; `None`: no longer than `window`.
    pub late_window: Option<Millis>,
    /// Whether an answer can show the earlier message that it answers.
    pub quotes: bool,
    /// Whether the provider keeps customers from messages who asked for none: by STOP and START.
    pub opt_out: bool,
    /// Whether the engine hands messages to a provider. Without a provider, a message arrives at
    /// once.
    pub provider: bool,
    /// Whether customers sit and wait: a customer who falls silent on such a channel has left
    /// (F56).
    pub live: bool,
}
