//! Contacts: who the customer is, and at which address the engine answers.

mod command;
mod facts;
pub mod person;
pub(crate) mod rename;
pub(crate) mod rules;

pub use command::{ChangeAddress, Join, Rename};
pub use facts::{AddressChanged, Introduced, Joined, Renamed};
