//! Conversations as lists show them: summaries, the open ones, agents' read positions and last
//! activity.

pub mod last_activity;
pub mod open;
pub mod reading;
pub mod summary;
