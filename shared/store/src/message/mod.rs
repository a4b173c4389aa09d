//! Drafts, and the lease of the worker who delivers a thread.

pub mod draft;
pub mod lease;
