//! Offers: requests to a colleague, or to one of a group, to take over, to discuss or to confer.

pub(crate) mod asked;
mod command;
mod facts;
pub(crate) mod group;
pub(crate) mod rules;
mod state;

pub use command::{Accept, Expire, Make, Reject, Withdraw};
pub use facts::{Closed, Made, Moved, Passed};
pub use state::{GroupOffer, Offer, OfferKind, OfferStatus};
