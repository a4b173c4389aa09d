//! The real handlers in one binary. Each file reads as a story; `world` is the stage.

#![recursion_limit = "256"]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::print_stdout)]

mod agent;
mod api_key;
mod arrows;
mod asset;
mod assignment;
mod bad_input;
mod board;
mod budgets;
mod canned;
mod conference;
mod contact;
mod contract;
mod conversation;
mod crash;
mod direct;
mod discussion;
mod email;
mod engagement;
mod faults;
mod file;
mod intake;
mod label;
mod mention;
mod message;
mod monitoring;
mod offer;
mod once;
mod operate;
mod panics;
mod permissions;
mod preferences;
mod presence;
mod queue;
mod quick_start;
mod refusals;
mod restart;
mod serve;
mod session;
mod settings;
mod sizes;
mod sla;
mod survey;
mod template;
mod transfer;
mod visitor;
mod wake_ups;
mod wiring;
mod workspace;
mod world;
mod wrap_up;
