//! DOC

pub mod attachment;
pub mod bucket;
pub mod sniff;
pub mod upload;
