//! The real handlers in one binary. The files read as stories; `world` is their stage.

#![recursion_limit = "256"]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
#![allow(clippy::print_stdout)]

mod agents;
mod arrows;
mod away;
mod bad_input;
mod board;
mod budgets;
mod canned;
mod clocked;
mod conference;
mod contacts;
mod contract;
mod crash;
mod direct;
mod discussion_done;
mod discussions;
mod earlier;
mod faults;
mod history;
mod identity;
mod intake;
mod limits;
mod lists;
mod marks;
mod matching;
mod mentions;
mod monitoring;
mod numbers;
mod once;
mod panics;
mod permissions;
mod personal;
mod presence;
mod provider_time;
mod queue_place;
mod queue_rows;
mod quick_start;
mod refusals;
mod requests;
mod restart;
mod scene;
mod search;
mod sessions;
mod set_presence;
mod settings;
mod sign_in;
mod sizes;
mod story;
mod targets;
mod templates;
mod today;
mod transfers;
mod unreadable;
mod uploads;
mod web_chat;
mod webhooks;
mod welcome;
mod wiring;
mod world;
mod wrap_up;
