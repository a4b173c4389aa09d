//! The watch over customers who wait, and over customers who are silent.

mod silence;
mod waiting;
mod watch;
