//! The managers' board.

mod live;
mod today;
