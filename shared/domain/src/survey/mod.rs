//! Surveys: questions that customers answer with one press or one word (F41).

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{Choose, Send};
pub use facts::{Answered, Sent};
pub use state::{Asked, Survey};
