//! Assignment: who gets a conversation, and why.

mod choose;
mod command;
mod facts;
mod routing;
pub(crate) mod rules;
mod state;

pub use choose::{Wanted, choose};
pub use command::{CheckAbsent, Require};
pub use facts::{Assigned, Required};
pub use routing::{Decider, Excluded, Routing, WEIGHED_LIMIT, Weighed};
pub use state::{Load, Origin};
