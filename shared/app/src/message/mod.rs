//! DOC

pub mod delivery;
pub mod draft;
