//! Labels: what agents note on a conversation so that colleagues find and recognise it. The customer
//! never sees any of it.

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{GiveName, PutLabels, PutTags};
pub use facts::{Labelled, Named, Tagged};
pub use state::{Colour, Label, Marks};
