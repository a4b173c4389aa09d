//! Links to files: their time, and the way in which browsers treat them.

use crate::Failure;
use crate::file::bucket::escape;
use domain::content::Medium;
use domain::{Millis, Refusal, file};

/// The time for which a link to a file is valid.
pub(crate) const TO_FETCH: Millis = Millis::minutes(10);

/// The disposition of a file that browsers save under its name.
pub(crate) fn saved_as(name: &str) -> String {
    format!("attachment; filename*=UTF-8''{}", escape(name))
}

/// The disposition of a file of this medium and type.
pub(crate) fn disposition_of(medium: Medium, mime: &str, name: &str) -> String {
    let shown = medium != Medium::Document || mime == file::PDF;
    if shown { format!("inline; filename*=UTF-8''{}", escape(name)) } else { saved_as(name) }
}

pub(crate) fn no_file() -> Failure {
    Refusal::NotFound { what: "file" }.into()
}
