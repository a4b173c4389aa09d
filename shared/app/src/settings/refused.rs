//! Refusals of a setting that is out of range.

use protocol::Refused;

/// The refusal of a value.
pub(crate) fn out_of_range(field: &str, message: String, remedy: &str) -> Refused {
    Refused::new("setting_out_of_range", message, remedy).at(field)
}
