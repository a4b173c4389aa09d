//! Queues: the order in which customers wait.

mod command;
mod facts;
pub mod place;
pub(crate) mod requeue;
pub(crate) mod rules;
mod state;

pub use command::Prioritise;
pub use facts::{Prioritised, Requeued};
pub use state::RequeueCause;
