//! Commands about customers' files.

/// Get a customer's file again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The entry that holds the message.
    pub message: u64,
}
