//! Sessions and signing in.

mod first;
mod issuer;
mod sessions;
mod sign_in;
