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

use std::collections::HashMap;
use std::process::ExitCode;

/// Why a run ended early: a sentence.
type Failed = Box<dyn std::error::Error + Send + Sync>;

const HELP: &str = "\
What is measured in one process, with the real handlers over a table on disk.

Usage: inside storm [--agents 500] [--conversations 10000] [--capacity 20] [--teams 10,50,500]
       inside lateness [--timers 100000] [--known 2000] [--spread <minutes> 30] [--window <s> 120]
                       [--filling <s> 300]
       inside messages [--conversations 50]";

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("error"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let options = match Options::read(arguments) {
        Ok(options) => options,
        Err(why) => {
            eprintln!("inside: {why}\n{HELP}");
            return ExitCode::FAILURE;
        }
    };
    // The platform sets its runtime up in the same way.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(4)
        // Futures that are not optimised (Cargo.toml) lie on the stack whole.
        .thread_stack_size(16 * 1024 * 1024)
        .enable_all()
        .build();
    let outcome = match (runtime, what.as_str()) {
        (Ok(runtime), "storm") => runtime.block_on(storm::run(&options)),
        (Ok(runtime), "messages") => runtime.block_on(messages::run(&options)),
        (Ok(runtime), "lateness") => runtime.block_on(lateness::run(&options)),
        (Ok(_), _) => Err(HELP.into()),
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

/// Names and numbers from the command line.
pub(crate) struct Options(HashMap<String, String>);

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut all = HashMap::new();
        while let Some(name) = arguments.next() {
            let name = name.strip_prefix("--").ok_or(format!("what is {name}?"))?.to_owned();
            let value = arguments.next().ok_or(format!("--{name} needs a value"))?;
            all.insert(name, value);
        }
        Ok(Self(all))
    }

    pub(crate) fn number(&self, name: &str, otherwise: usize) -> Result<usize, Failed> {
        let given = self.0.get(name).map(|v| v.parse());
        Ok(given.transpose().map_err(|_| format!("--{name} needs a number"))?.unwrap_or(otherwise))
    }

    pub(crate) fn numbers(&self, name: &str, otherwise: &[usize]) -> Result<Vec<usize>, Failed> {
        let Some(given) = self.0.get(name) else { return Ok(otherwise.to_vec()) };
        let read = given.split(',').map(str::parse).collect::<Result<_, _>>();
        Ok(read.map_err(|_| format!("--{name} needs numbers with commas between them"))?)
    }
}
