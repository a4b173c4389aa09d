//! Presence.

mod own;
mod set;
