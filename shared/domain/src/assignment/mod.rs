//! Assignment: who gets a conversation, and why.

mod choose;
mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use choose::{Decider, Excluded, Routing, WEIGHED_LIMIT, Wanted, Weighed, choose};
pub use command::{CheckAbsent, Require};
pub use facts::{Assigned, Required};
pub use state::{Load, Origin};
