//! Conversations: their state, the commands and events of a thread, and the laws that hold after
//! every entry.

mod command;
pub mod decide;
pub mod effect;
mod event;
mod evolve;
mod facts;
pub mod laws;
pub(crate) mod may;
pub(crate) mod resolve;
mod state;
mod status;
pub(crate) mod undo;

pub use command::{CheckIdle, Command, Resolve, ResolveForAll, Undo};
pub use event::{Actor, Entry, Event};
pub use evolve::evolve;
pub use facts::{ResolveUndone, Resolved, ResolvedBy};
pub use may::{Act, may};
pub use state::{Closed, Conversation, Thread};
pub use status::{Party, Status};
