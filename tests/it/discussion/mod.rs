//! Discussions.

mod done;
mod outcome;
mod talk;
