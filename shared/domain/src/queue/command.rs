//! Commands for the order in a queue.

/// Set the conversation's priority (F61).
#[derive(Debug, Clone, PartialEq)]
pub struct Prioritise {
    /// The priority, 0 to 9; higher comes first.
    pub priority: u8,
}
