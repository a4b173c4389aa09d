//! The watch over a customer who waits, as the thread keeps it.

use crate::Millis;
use serde::{Deserialize, Serialize};

/// The watch over a customer who waits: one timer that goes from one thing to the next. A timer
/// with another number than this is of an earlier watch, and does nothing. Law: while the
/// conversation is queued or waits for us, the timer of its watch runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// The entry that began it.
    #[serde(rename = "n")]
    pub number: u64,
    /// Until when its timer runs for certain. Later it may have been armed again without an entry,
    /// as long as somebody waits.
    #[serde(rename = "d")]
    pub due: Millis,
    /// How far the first answer has been called for.
    #[serde(rename = "f", default, skip_serializing_if = "Call::is_none")]
    pub first_answer: Call,
    /// Whether the owner has been warned of losing it, and of which wait.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub warned: Option<Millis>,
}

/// How far something that is due has been called for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Not yet.
    #[default]
    None,
    /// A warning went out.
    Warned,
    /// The alert went out: it is late.
    Alerted,
}

impl Call {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(crate) const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
