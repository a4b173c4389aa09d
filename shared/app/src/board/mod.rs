//! DOC

pub mod live;
pub mod today;
