//! The timer of a customer who waits.

/// The clock looks whether a customer waits for too long.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The watch for which the timer was armed.
    pub watch: u64,
}
