//! SLA: the watch over a customer who waits for a first response, for an agent, for an answer.

mod command;
pub(crate) mod due;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::Check;
pub use due::{Look, look};
pub use facts::{FirstResponseDue, RequeueAhead};
pub use state::{Sla, SlaStage};
