//! `load`: the time of a customer's message to the agent's screen, and the number that fit into a
//! second.
//!
//! Open loop: messages leave by a fixed schedule, whether or not the platform answered earlier
//! ones, and the clock of each starts at the moment at which it was due. A platform that stalls is
//! charged for every message that had to wait meanwhile.

mod client;
mod options;
mod platform;
mod report;
mod run;
mod world;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;

use crate::options::Options;
use crate::platform::Platform;
use crate::run::Generator;
use crate::world::World;

/// Why a run ended early: a sentence.
type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let options = Options::parse();
    // One thread for sending and receiving: the other processors belong to the platform.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(measure(&options)),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("load: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(options: &Options) -> Result<(), Failed> {
    let begun = Instant::now();
    let mut platform = Platform::get(options).await?;
    let outcome = tokio::select! {
        outcome = inside(options, &platform, begun) => outcome,
        stopped = tokio::signal::ctrl_c() => stopped.map_err(Failed::from).and(Err("stopped".into())),
    };
    platform.end().await;
    outcome
}

async fn inside(options: &Options, platform: &Platform, begun: Instant) -> Result<(), Failed> {
    let world = World::open(options, platform).await?;
    let generator = Generator::new(platform, &world);
    report::head(options, platform, &world);

    // Connections, caches and the allocator settle; this step does not count.
    generator.step(options.rate.min(100.0), 1.0).await?;
    let cpu = platform.cpu();
    let outcome = generator.step(options.rate, options.seconds).await?;
    report::measured(&outcome, platform, cpu);

    if !options.no_search {
        let left = Duration::from_secs(options.limit).saturating_sub(begun.elapsed());
        report::sustained(&generator.search(outcome, left, report::step).await?);
    }
    report::memory(platform);
    world.leave().await
}
