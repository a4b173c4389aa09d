//! The exhaustive model: a binary of its own, since a search of every state takes its time.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::print_stdout)]

mod model;
