//! The checks of texts that people write, against their limits.

pub(crate) use crate::kernel::limit::{
    CHOICE as CHOICE_LIMIT, COMMENT as COMMENT_LIMIT, NOTE as NOTE_LIMIT, REASON as REASON_LIMIT,
};
use crate::kernel::words;

use crate::Refusal;
use crate::kernel::wire::bounded;

/// The code of a reason: derived from the reason if it is one of `choices`, else `other`.
pub(crate) fn code(reason: &str, choices: &[String]) -> String {
    let chosen = choices.iter().find(|c| c.trim() == reason.trim());
    let Some(chosen) = chosen else { return "other".to_owned() };
    let letters: String =
        chosen.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// Checks a text that must not be blank.
pub(crate) fn required(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::TextMissing { field });
    }
    bounded(field, text, limit)
}

/// Checks a text that may be missing; a blank text counts as missing.
pub(crate) fn optional(
    field: &'static str,
    text: Option<&str>,
    limit: usize,
) -> Result<Option<String>, Refusal> {
    let Some(text) = text.filter(|t| !t.trim().is_empty()) else { return Ok(None) };
    bounded(field, text, limit)?;
    Ok(Some(text.to_owned()))
}

/// Checks a required short text and makes it one line, without control characters.
pub(crate) fn line(field: &'static str, text: &str, limit: usize) -> Result<String, Refusal> {
    let line = words::one_line(text);
    required(field, &line, limit)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_reason_comes_of_the_settings_words() {
        let choices = ["Not my field!", "Über 3 Tage", "Busy"].map(str::to_owned);
        for (reason, wanted) in [
            ("Not my field!", "not-my-field"),
            (" Busy ", "busy"),
            ("Über 3 Tage", "über-3-tage"),
            ("busy", "other"),
            ("Something else", "other"),
            ("", "other"),
        ] {
            assert_eq!(code(reason, &choices), wanted, "{reason}");
        }
        assert_eq!(code("Busy", &[]), "other");
    }
}
