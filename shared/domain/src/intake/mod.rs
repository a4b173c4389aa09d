//! Intake: a customer writes, comes back, or leaves.

mod command;
mod facts;
pub(crate) mod reopen;
pub(crate) mod rules;
mod state;
pub(crate) mod waiting;

pub use command::Receive;
pub(crate) use facts::reopened;
pub use facts::{Opened, Received};
pub use state::OffHours;
