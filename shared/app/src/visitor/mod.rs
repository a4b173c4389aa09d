//! DOC

pub mod away;
pub mod chat;
pub(crate) mod frame;
mod part;
