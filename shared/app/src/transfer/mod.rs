//! Transfers: to whom a conversation can go, and what would be refused.

pub mod targets;
