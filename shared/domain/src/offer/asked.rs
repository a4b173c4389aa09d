//! A request, as the caller put it.

use crate::{OfferKind, Target};

/// The request to a colleague or a group, as the command carried it.
pub(crate) struct Asked<'a> {
    pub(crate) kind: OfferKind,
    pub(crate) to: &'a Target,
    pub(crate) all: bool,
    pub(crate) discussion: Option<u64>,
    pub(crate) note: Option<&'a str>,
}
