//! DOC

pub mod frame;
pub mod identity;
pub mod sessions;
pub mod sign_in;
pub mod socket;
