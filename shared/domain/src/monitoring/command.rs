//! Commands of managers who look on.

use crate::MonitorMode;

/// Look on, coach or barge in (F30).
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// How; also for who already does it in another way.
    pub mode: MonitorMode,
}

/// Say something between the owner and those who coach.
#[derive(Debug, Clone, PartialEq)]
pub struct Coach {
    /// What.
    pub text: String,
}
