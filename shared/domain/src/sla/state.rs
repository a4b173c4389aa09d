//! The watch over a customer who waits, as the thread keeps it.

use crate::Millis;
use serde::{Deserialize, Serialize};

/// The watch over a customer who waits: one timer that goes from step to step. A timer with another
/// number belongs to an earlier watch and changes nothing. Law: while the conversation is queued or
/// waits for an agent, the timer of its watch runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sla {
    /// The number of the watch: the entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
    /// The moment until which the timer runs for certain. After it, the engine may have armed the
    /// timer again without an entry, as long as a customer waits.
    #[serde(rename = "d")]
    pub due: Millis,
    /// The alert about the first response that has gone out.
    #[serde(rename = "f", default, skip_serializing_if = "SlaStage::is_none")]
    pub first_answer: SlaStage,
    /// The beginning of the wait about which the engine has warned the owner.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub warned: Option<Millis>,
}

/// The alert about a due response that has gone out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlaStage {
    /// No alert has gone out.
    #[default]
    None,
    /// The warning has gone out.
    Warned,
    /// The alert has gone out: the response is late.
    Alerted,
}

impl SlaStage {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
