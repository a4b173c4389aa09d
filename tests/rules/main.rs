//! The rules alone, without a table, a socket or a clock: one binary that builds in seconds.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::print_stdout)]

mod choice;
mod laws;
mod lifecycle;
mod marks;
mod person;
mod pure;
mod rulings;
mod table;
