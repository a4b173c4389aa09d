//! The command that hands a conversation on.

use crate::{Target, TransferMode};

/// Hand the conversation on.
#[derive(Debug, Clone, PartialEq)]
pub struct Transfer {
    /// The colleague or group that gets the conversation.
    pub to: Target,
    /// At once or by an offer; `None`: for a colleague, as the queue's settings say, else at once.
    pub mode: Option<TransferMode>,
    /// A note for the next owner.
    pub note: Option<String>,
}
