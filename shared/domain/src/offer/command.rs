//! Commands that make, answer and withdraw offers.

use crate::{OfferKind, Target};

/// Ask a colleague to take over, to discuss or to confer.
#[derive(Debug, Clone, PartialEq)]
pub struct Make {
    /// The kind of the offer.
    pub kind: OfferKind,
    /// The colleague or group to ask.
    pub to: Target,
    /// Whether the offer asks all members of a group at once instead of one after the other (F29).
    pub all: bool,
    /// The running discussion that the colleague is to join; `None` for a new one.
    pub discussion: Option<u64>,
    /// A note for the colleague.
    pub note: Option<String>,
}

/// Accept an offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Accept {
    /// The number of the offer.
    pub offer: u64,
}

/// Reject an offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Reject {
    /// The number of the offer.
    pub offer: u64,
    /// The reason, which must not be blank.
    pub reason: String,
}

/// Withdraw an offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Withdraw {
    /// The number of the offer.
    pub offer: u64,
    /// The reason, which must not be blank.
    pub reason: String,
}

/// A timer reaches the end of an offer, or of one step of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expire {
    /// The number of the offer.
    pub offer: u64,
}
