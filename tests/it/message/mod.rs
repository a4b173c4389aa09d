//! Messages.

mod delivery;
pub(crate) mod draft;
mod trigger;
