//! A request as it was put.

use crate::{OfferKind, Target};

/// What is asked, as it came.
pub(crate) struct Asked<'a> {
    pub(crate) kind: OfferKind,
    pub(crate) to: &'a Target,
    pub(crate) all: bool,
    pub(crate) discussion: Option<u64>,
    pub(crate) note: Option<&'a str>,
}
