//! Sessions and signing in.

mod sessions;
mod sign_in;
