//! Commands that send and answer surveys.

/// The customer pressed one of the answers of the open survey (web chat, F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Choose {
    /// The customer's number of the message that asks.
    pub message: u64,
    /// The number of the answer; the first is 1.
    pub choice: u8,
}

/// Ask the customer one of the surveys (F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Send {
    /// The name of the survey.
    pub survey: String,
}
