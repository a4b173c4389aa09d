//! Readers of a webhook's fields: each answers nothing for a field of another form.

use domain::Millis;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// An id or name, as text or as a number.
pub(crate) fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A message's id in a length that the engine can keep.
pub(crate) fn key(id: &str) -> String {
    if id.len() <= KEY {
        return id.to_owned();
    }
    let mut text = "sha256:".to_owned();
    for byte in Sha256::digest(id.as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Unix seconds, as text or as a number, or thousandths of them or finer; `None` for a value that
/// is no time.
pub(crate) fn moment(value: &Value) -> Option<Millis> {
    let text = word(value)?;
    let mut number = text.trim().parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0)?;
    // Seconds reach a hundred thousand million in the year 5138.
    while number >= 1e11 {
        number /= 1_000.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 10^14")]
    Some(Millis((number * 1_000.0).round() as i64))
}

/// The longest message id, in bytes; the digest stands for a longer one.
pub(crate) const KEY: usize = 500;
