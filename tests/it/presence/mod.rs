//! Presence.

mod absent;
mod own;
mod set;
