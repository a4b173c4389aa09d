//! Discussions: private talks about a conversation that end with an outcome.

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{End, Leave, MarkDone, Promote, Release, Say};
pub use facts::{Done, Ended, Left, Said};
pub use state::{Discussion, EndCause, Outcome, Promotion};
