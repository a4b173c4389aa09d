//! Queues: the order in which customers wait.

mod command;
mod facts;
pub(crate) mod requeue;
pub(crate) mod rules;
mod state;

pub use command::Prioritise;
pub use facts::{Prioritised, Requeued};
pub use state::RequeueCause;
