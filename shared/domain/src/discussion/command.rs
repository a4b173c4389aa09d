//! Commands of a discussion.

use crate::{AgentId, Outcome, Promotion};

/// Write a message in a discussion.
#[derive(Debug, Clone, PartialEq)]
pub struct Say {
    /// The number of the discussion.
    pub discussion: u64,
    /// The text of the message.
    pub text: String,
}

/// End a discussion with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The number of the discussion.
    pub discussion: u64,
    /// Whether the colleagues answered the question.
    pub resolved: bool,
    /// A note for the record.
    pub note: Option<String>,
    /// The outcomes of single consultants, where they differ.
    pub outcomes: Vec<Outcome>,
}

/// Leave a discussion.
#[derive(Debug, Clone, PartialEq)]
pub struct Leave {
    /// The number of the discussion.
    pub discussion: u64,
}

/// Mark an ended discussion as done (F27).
#[derive(Debug, Clone, PartialEq)]
pub struct MarkDone {
    /// The number of the discussion.
    pub discussion: u64,
}

/// Let one of several consultants go, with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// The number of the discussion.
    pub discussion: u64,
    /// The consultant, and whether the consultant answered the question.
    pub outcome: Outcome,
}

/// Turn a discussion into a transfer to a consultant, or into a conference with one, without asking
/// the consultant again (F28).
#[derive(Debug, Clone, PartialEq)]
pub struct Promote {
    /// The number of the discussion.
    pub discussion: u64,
    /// The consultant; `None` stands for the only one.
    pub expert: Option<AgentId>,
    /// The result: a transfer or a conference.
    pub into: Promotion,
}
