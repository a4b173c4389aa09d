//! Transfers.

mod bulk;
mod hand_on;
mod immediate;
mod targets;

use serde_json::{Value, json};

pub(crate) fn to(target: Value) -> Value {
    json!({"type": "transfer", "to": target, "note": "She asks for you"})
}

/// The number of the n-th customer.
pub(crate) fn number(n: usize) -> String {
    format!("1650777{n:04}")
}
