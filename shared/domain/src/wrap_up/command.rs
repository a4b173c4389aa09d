//! Commands of the wrap-up.

/// Mark an ended conversation as done (F27).
#[derive(Debug, Clone, PartialEq)]
pub struct MarkDone {
    /// The disposition: the result of the conversation.
    pub disposition: Option<String>,
    /// A note for the record.
    pub note: Option<String>,
}

/// A timer checks whether a wrap-up has taken long enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
}
