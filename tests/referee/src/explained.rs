//! The differences that are known, each with its reason. The decision page 0045 has the same list.

use serde_json::Value;

use crate::remote::Answer;

/// A difference that is no finding.
#[derive(Debug)]
pub struct Explained {
    /// The difference, in a word or two.
    pub name: &'static str,
    /// The reason for which it does not matter, or whose fault it is.
    pub reason: &'static str,
    /// Whether a difference is this one: by the operation, the request, our answer, and theirs.
    pub fits: fn(&str, &Value, &Answer, &Answer) -> bool,
}

/// Every known difference.
pub const EXPLAINED: &[Explained] = &[];
