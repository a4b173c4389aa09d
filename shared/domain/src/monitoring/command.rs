//! Commands of managers who look on.

use crate::MonitorMode;

/// Look on, coach or barge in (F30).
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// The way to look on; a manager who looks on already changes to it.
    pub mode: MonitorMode,
}

/// Write a line between the owner and the coaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Coach {
    /// The text of the line.
    pub text: String,
}
