//! Visitors of the web chat.

mod away;
mod chat;
mod key;
mod limits;
mod vouched;
