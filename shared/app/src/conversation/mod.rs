//! DOC

pub mod earlier;
pub mod past;
pub mod reading;
pub mod sync;
