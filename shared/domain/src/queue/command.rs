//! Commands for the order in a queue.

/// Say how urgent it is (F61).
#[derive(Debug, Clone, PartialEq)]
pub struct Prioritise {
    /// 0 to 9; higher is served first.
    pub priority: u8,
}
