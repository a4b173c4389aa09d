//! Limits on what people write.

use crate::wire::bounded;
use crate::{Refusal, content};

/// Comments and lines in a discussion, in characters.
pub(super) const REMARK_LIMIT: usize = 4_000;
/// Notes that go with a transfer, an offer, a resolution or an outcome.
pub(super) const NOTE_LIMIT: usize = 1_000;
/// Reasons for rejecting or withdrawing.
pub(super) const REASON_LIMIT: usize = 500;

/// Dispositions and other words from a list.
pub(super) const CHOICE_LIMIT: usize = 100;

/// The code of a reason: derived from it where it is one of those to choose from, else `other`.
pub(super) fn code(reason: &str, choices: &[String]) -> String {
    let chosen = choices.iter().find(|c| c.trim() == reason.trim());
    let Some(chosen) = chosen else { return "other".to_owned() };
    let letters: String =
        chosen.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// A text that must be there.
pub(super) fn required(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::TextMissing { field });
    }
    bounded(field, text, limit)
}

/// A text that may be missing: blank counts as missing.
pub(super) fn optional(
    field: &'static str,
    text: Option<&str>,
    limit: usize,
) -> Result<Option<String>, Refusal> {
    let Some(text) = text.filter(|t| !t.trim().is_empty()) else { return Ok(None) };
    bounded(field, text, limit)?;
    Ok(Some(text.to_owned()))
}

/// A word or a few that must be there: one line, without what cannot be seen or spoken.
pub(super) fn line(field: &'static str, text: &str, limit: usize) -> Result<String, Refusal> {
    let line = content::one_line(text);
    required(field, &line, limit)?;
    Ok(line)
}
