//! Assignment: the owner of a conversation.

mod routing;
mod taking;
