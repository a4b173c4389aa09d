//! The timer of a customer who waits.

/// A timer checks whether a customer waits for too long.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The number of the watch for which the timer was armed.
    pub watch: u64,
}
