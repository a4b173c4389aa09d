//! SLA: the watch over a customer who waits for a first response, for an agent, for an answer.

mod command;
mod facts;
pub(crate) mod rules;
mod state;
pub(crate) mod watch;

pub use command::Check;
pub use facts::{FirstResponseDue, RequeueAhead};
pub use state::{Call, Watch};
pub use watch::{Look, look};
