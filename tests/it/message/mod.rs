//! Messages.

mod delivery;
pub(crate) mod draft;
mod relation;
mod trigger;
