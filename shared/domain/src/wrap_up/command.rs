//! Commands of the wrap-up.

/// Mark a conversation that is over as done (F27).
#[derive(Debug, Clone, PartialEq)]
pub struct MarkDone {
    /// What it turned out to have been.
    pub disposition: Option<String>,
    /// For the record.
    pub note: Option<String>,
}

/// The clock looks whether a wrap-up has taken long enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
}
