//! The routes of conversations: one, and lists of them.

pub(crate) mod list;
pub(crate) mod one;
