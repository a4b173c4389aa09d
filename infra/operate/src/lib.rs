//! Operations: the commands by which people look after a workplace.
//!
//! A command works on a [`home::Home`]: a data folder on one machine, or a stack on AWS. Both answer
//! the same requests through the HTTP seam of the AWS SDK, so that each command is written once, and
//! the tests run it against the local platform.

pub mod agent;
pub mod aws;
pub mod completion;
pub mod conversation;
pub mod dead_letter;
pub mod doctor;
pub mod export;
pub mod home;
pub mod options;
pub mod out;
pub mod place;
pub mod rebuild;
pub mod reference;
pub mod seed;
pub mod tail;
pub mod timer;

use aws::trouble::Trouble;
use home::Home;
use options::{Agents, Conversation, Dlq, Operation, Rebuild, Timers};
use out::Out;

/// The reason for which a command did not do its work: a sentence, with what helps.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The way to the home is blocked.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// The table failed.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// The app refused or failed.
    #[error("{0}")]
    App(#[from] app::Failure),
    /// The reader of the output is gone, or a file failed.
    #[error("{0}")]
    Disk(#[from] std::io::Error),
    /// An option is wrong.
    #[error("{0}")]
    Option(String),
}

/// The result of a command, which becomes the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is good: 0.
    Good,
    /// There are warnings: 1.
    Warnings,
    /// Something is bad: 2.
    Bad,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Warnings => 1,
            Self::Bad => 2,
        }
    }
}

/// Carries out a command on a home.
///
/// # Errors
/// [`Failed`], for the person who gave the command.
pub async fn run(operation: &Operation, home: &Home, out: &mut Out<'_>) -> Result<Exit, Failed> {
    match operation {
        Operation::Doctor(options) => return doctor::run(home, options.offline, out).await,
        Operation::Seed(options) => seed::run(home, options, out).await?,
        Operation::Tail(options) => tail::run(home, options, out).await?,
        Operation::Conversation(Conversation::Show(one)) => {
            conversation::show(home, one, out).await?;
        }
        Operation::Conversation(Conversation::Replay(one)) => {
            return conversation::replay(home, one, out).await;
        }
        Operation::Export(options) => export::run(home, options, out).await?,
        Operation::Dlq(Dlq::List(_)) => dead_letter::list(home, out).await?,
        Operation::Dlq(Dlq::Show(options)) => dead_letter::show(home, options, out).await?,
        Operation::Dlq(Dlq::Redrive(options)) => dead_letter::redrive(home, options, out).await?,
        Operation::Timers(Timers::List(options)) => timer::list(home, options.within, out).await?,
        Operation::Rebuild(Rebuild::Projections(options)) => {
            rebuild::projections(home, options.after.as_deref(), out).await?;
        }
        Operation::Agents(Agents::Import(options)) => {
            return agent::import(home, options, out).await;
        }
        // The program answers these two without a home.
        Operation::Completion(_) | Operation::Reference => {}
    }
    Ok(Exit::Good)
}
