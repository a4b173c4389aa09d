//! Transfers: handing a conversation to a colleague, a team, a skill or a queue.

mod command;
pub(crate) mod rules;
mod state;

pub use command::Transfer;
pub use state::TransferMode;
