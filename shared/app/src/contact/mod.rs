//! DOC

pub mod person;
pub mod reach;
pub mod record;
