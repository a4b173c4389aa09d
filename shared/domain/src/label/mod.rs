//! Labels: the name, tags and labels by which colleagues find and recognise a conversation. The
//! customer never sees any of them.

mod command;
mod facts;
pub(crate) mod rules;
mod state;

pub use command::{GiveName, PutLabels, PutTags};
pub use facts::{Labelled, Named, Tagged};
pub use state::{Colour, Label, Labels};
