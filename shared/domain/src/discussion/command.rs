//! Commands of a discussion.

use crate::{AgentId, Outcome, Promotion};

/// Say something in a discussion.
#[derive(Debug, Clone, PartialEq)]
pub struct Say {
    /// In which.
    pub discussion: u64,
    /// What.
    pub text: String,
}

/// End a discussion with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// Which.
    pub discussion: u64,
    /// Whether the question was answered.
    pub resolved: bool,
    /// For the record.
    pub note: Option<String>,
    /// Where it differs from expert to expert.
    pub outcomes: Vec<Outcome>,
}

/// Leave a discussion.
#[derive(Debug, Clone, PartialEq)]
pub struct Leave {
    /// Which.
    pub discussion: u64,
}

/// Mark a discussion that is over as done (F27).
#[derive(Debug, Clone, PartialEq)]
pub struct MarkDone {
    /// Which.
    pub discussion: u64,
}

/// Let one of several experts go, with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// From which discussion.
    pub discussion: u64,
    /// Whom, and whether they answered the question.
    pub outcome: Outcome,
}

/// Make of a discussion a transfer to an expert, or a conference with them, without asking
/// again (F28).
#[derive(Debug, Clone, PartialEq)]
pub struct Promote {
    /// Which discussion.
    pub discussion: u64,
    /// With whom; none: with the only expert.
    pub expert: Option<AgentId>,
    /// Into what.
    pub into: Promotion,
}
