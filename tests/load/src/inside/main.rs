//! `inside`: what is measured in one process, with the real handlers over a table on disk.
//!
//! `inside storm`: many agents accept at once. `inside lateness`: how late timers act. `inside
//! messages`: the ordinary steps of conversations, for counting instructions.

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]
#![allow(clippy::print_stdout)]

mod house;
mod lateness;
mod messages;
mod storm;
mod wires;

use clap::Parser;
use std::process::ExitCode;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Why a run ended early: a sentence.
type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Measures in one process, with the real handlers over a table on disk.
#[derive(Debug, Parser)]
#[command(name = "inside")]
enum Measurement {
    /// Agents accept conversations at once: never two owners
    Storm(storm::Options),
    /// The lateness of armed timers
    Lateness(lateness::Options),
    /// The ordinary steps of conversations, for counting their instructions
    Messages(messages::Options),
}

fn main() -> ExitCode {
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(app::log_filter(LevelFilter::ERROR)).init();
    let measurement = Measurement::parse();
    // The platform sets its runtime up in the same way.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(4)
        // Futures that are not optimised (Cargo.toml) lie on the stack whole.
        .thread_stack_size(16 * 1024 * 1024)
        .enable_all()
        .build();
    let outcome = match (runtime, measurement) {
        (Ok(runtime), Measurement::Storm(options)) => runtime.block_on(storm::run(&options)),
        (Ok(runtime), Measurement::Lateness(options)) => runtime.block_on(lateness::run(&options)),
        (Ok(runtime), Measurement::Messages(options)) => runtime.block_on(messages::run(&options)),
        (Err(error), _) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("inside: {error}");
            ExitCode::FAILURE
        }
    }
}
