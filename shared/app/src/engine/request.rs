//! A command with the facts that its way in knows, and the result of a command.

pub use crate::engine::idempotency::{Once, Since};
use domain::{AgentId, Caller, Command, Opening, ThreadId};
use store::Stored;

/// A command with the facts that its way in knows.
#[derive(Debug, Clone)]
pub struct Request {
    /// The thread that the command is for.
    pub thread: ThreadId,
    /// The number of the conversation that the command names; `None`: the newest one.
    pub conversation: Option<u32>,
    /// The means to recognise a repetition; `None`: the engine recognises none, and a repetition
    /// does no harm.
    pub once: Option<Once>,
    /// The newest entry that the client knows, which saves a read.
    pub seen: Option<u64>,
    /// The caller.
    pub caller: Caller,
    /// Whether an integrator gives the command, instead of a person at the console.
    pub by_api: bool,
    /// The command itself.
    pub command: Command,
    /// The facts that opening a thread or conversation needs.
    pub opening: Option<Opening>,
    /// The newest entry, if the caller has just read or written it; saves a read.
    pub known: Option<Box<Stored>>,
    /// The agents who are likely to be there: the engine looks at them first in a large group.
    pub likely: Vec<AgentId>,
}

impl Request {
    /// A command of the engine's own.
    #[must_use]
    pub const fn engine(thread: ThreadId, command: Command) -> Self {
        Self {
            thread,
            conversation: None,
            once: None,
            seen: None,
            caller: Caller::Engine,
            by_api: false,
            command,
            opening: None,
            known: None,
            likely: Vec::new(),
        }
    }
}

/// The result of a command that the rules did not refuse.
#[derive(Debug, Clone, PartialEq)]
pub enum Executed {
    /// The command wrote this entry.
    Wrote(Box<Stored>),
    /// This entry had carried the command out before.
    Repeated(u64),
    /// The command had no effect.
    Nothing,
}

impl Executed {
    /// The entry's position, or 0 if the command had no effect.
    #[must_use]
    pub fn seq(&self) -> u64 {
        match self {
            Self::Wrote(stored) => stored.entry.seq,
            Self::Repeated(seq) => *seq,
            Self::Nothing => 0,
        }
    }
}
