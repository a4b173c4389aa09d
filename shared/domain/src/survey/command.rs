//! Commands that send and answer surveys.

/// The customer took one of the answers of the survey that is out (web chat, F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Choose {
    /// The customer's number of the message that asks.
    pub message: u64,
    /// Which answer, 1 being the first.
    pub choice: u8,
}

/// Ask the customer one of the surveys (F41).
#[derive(Debug, Clone, PartialEq)]
pub struct Send {
    /// Which, by name.
    pub survey: String,
}
