//! Sessions: the proof of who a caller is, the sockets that a session opens, and the reading of the
//! frames that come over them.

pub mod frame;
pub mod identity;
pub mod issuer;
pub mod keys;
pub mod read;
pub(crate) mod refused;
pub mod sessions;
pub mod sign_in;
pub mod socket;
pub mod state;
mod vouched;
