//! Conversations that are over and not yet marked done (F27).

use crate::{AgentId, Millis};
use serde::{Deserialize, Serialize};

/// What follows the end of a conversation for those who worked on it (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapUp {
    /// Nothing: it leaves the desk at once.
    #[default]
    Off,
    /// It stays on the desk until marked done, with or without a disposition.
    Optional,
    /// It stays on the desk until marked done with a disposition.
    Mandatory,
}

/// A conversation that is over, on the desk of who had it until they mark it done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// Which conversation of the thread.
    #[serde(rename = "n")]
    pub number: u32,
    /// Whose it is.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// Whether it takes a disposition to be done.
    #[serde(rename = "m", default, skip_serializing_if = "std::ops::Not::not")]
    pub mandatory: bool,
    /// When it counts as done without a word. A timer that comes before is of an earlier end.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub lapses: Option<Millis>,
}

/// What is left to do after the end (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapNeed {
    /// Nothing.
    #[default]
    None,
    /// To mark it done.
    Optional,
    /// To mark it done, with a disposition.
    Mandatory,
}

impl WrapNeed {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
