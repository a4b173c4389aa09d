//! Sessions and signing in.

mod issuer;
mod sessions;
mod sign_in;
