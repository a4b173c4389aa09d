//! The counts of each day, by queue and agent.

pub mod tally;
