//! Wrap-up: an agent marks an ended conversation as done (F27).

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{Check, MarkDone};
pub use facts::Done;
pub use state::{Wrap, WrapNeed, WrapUp};
