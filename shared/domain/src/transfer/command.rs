//! The command that hands a conversation on.

use crate::{Target, TransferMode};

/// Hand the conversation on.
#[derive(Debug, Clone, PartialEq)]
pub struct Transfer {
    /// To whom.
    pub to: Target,
    /// At once or by an offer; none: a colleague as the queue's settings say, else at once.
    pub mode: Option<TransferMode>,
    /// A note for them.
    pub note: Option<String>,
}
