//! Messages on their way: the delivery of sent ones to providers, and agents' drafts.

pub mod delivery;
pub mod draft;
pub(crate) mod letter;
