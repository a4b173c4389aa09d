//! Ended conversations that their agents have not marked done yet (F27).

use crate::{AgentId, Millis};
use serde::{Deserialize, Serialize};

/// The duty of the owner after the end of a conversation (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapUp {
    /// No duty: the conversation leaves the workload at once.
    #[default]
    Off,
    /// The conversation stays in the workload until the agent marks it done, with or without a
    /// disposition.
    Optional,
    /// The conversation stays in the workload until the agent marks it done with a disposition.
    Mandatory,
}

/// An ended conversation, in the workload of its last owner until that agent marks it done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// The number of the conversation in the thread.
    #[serde(rename = "n")]
    pub number: u32,
    /// The last owner.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// Whether the agent must give a disposition.
    #[serde(rename = "m", default, skip_serializing_if = "std::ops::Not::not")]
    pub mandatory: bool,
    /// The moment at which the wrap-up counts as done silently. A timer that fires before belongs
    /// to an earlier end.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub lapses: Option<Millis>,
}

/// The owner's duty after the end of one conversation (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapNeed {
    /// The owner has no duty.
    #[default]
    None,
    /// The owner must mark the conversation done.
    Optional,
    /// The owner must mark the conversation done, with a disposition.
    Mandatory,
}

impl WrapNeed {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
