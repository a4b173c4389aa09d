//! Commands that make, answer and withdraw requests.

use crate::{OfferKind, Target};

/// Ask a colleague to take over, to discuss or to confer.
#[derive(Debug, Clone, PartialEq)]
pub struct Make {
    /// What is asked.
    pub kind: OfferKind,
    /// Whom.
    pub to: Target,
    /// Whether a group is asked all at once instead of one after the other (F29).
    pub all: bool,
    /// The running discussion that they are to join; none: a new one.
    pub discussion: Option<u64>,
    /// In words.
    pub note: Option<String>,
}

/// Say yes.
#[derive(Debug, Clone, PartialEq)]
pub struct Accept {
    /// To which.
    pub offer: u64,
}

/// Say no.
#[derive(Debug, Clone, PartialEq)]
pub struct Reject {
    /// To which.
    pub offer: u64,
    /// Why. Required.
    pub reason: String,
}

/// Take an offer back.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdraw {
    /// Which.
    pub offer: u64,
    /// Why. Required.
    pub reason: String,
}

/// The clock has come to the end of an offer, or of one step of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expire {
    /// Which.
    pub offer: u64,
}
