//! `switchboard`: the local platform, everything in one process.

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser as _;
use operate::options::Operation;
use platform::options::{Cli, Command};
use platform::{admin_link, backup, command, start};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

fn main() -> ExitCode {
    let started = Instant::now();
    let cli = Cli::parse();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(app::log_filter(LevelFilter::WARN)).init();
    let outcome = match cli.command {
        None => running(start::demo(cli.demo, started)),
        Some(Command::Serve(options)) => running(start::serve(options, started)),
        Some(Command::Backup(options)) => backup::write(&options).map(said).map_err(Into::into),
        Some(Command::Restore(options)) => backup::restore(&options).map(said).map_err(Into::into),
        Some(Command::AdminLink(options)) => {
            running(async { admin_link::make(&options).await.map(said) })
        }
        Some(Command::Operate(operation)) => return operated(&operation),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("switchboard: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out a command for operations.
fn operated(operation: &Operation) -> ExitCode {
    match running(command::run(operation)) {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            eprintln!("switchboard: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "what this program has to say")]
fn said(text: String) {
    println!("{text}");
}

fn running<T>(work: impl Future<Output = Result<T, start::Failed>>) -> Result<T, start::Failed> {
    // The table answers one request at a time; more threads would only hold memory.
    tokio::runtime::Builder::new_multi_thread()
        .max_blocking_threads(4)
        // Futures that are not optimised (Cargo.toml) lie on the stack whole.
        .thread_stack_size(16 * 1024 * 1024)
        .enable_all()
        .build()?
        .block_on(work)
}
