//! Conferences: several colleagues who speak with the customer (F32 to F36).

mod command;
mod facts;
pub(crate) mod rules;

pub use command::Remove;
pub use facts::{Joined, Left};
