//! The page size of a visitor's chat.

/// The most messages that a visitor's client gets at once.
pub(crate) const MESSAGES: usize = 100;
