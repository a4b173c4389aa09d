//! The rules alone, without a table, a socket or a clock: one binary that builds in seconds.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::print_stdout)]

mod assignment;
mod conference;
mod contact;
mod conversation;
mod discussion;
mod file;
mod intake;
mod label;
mod laws;
mod message;
mod monitoring;
mod offer;
mod pure;
mod queue;
mod sla;
mod table;
mod workspace;
mod wrap_up;
