//! The words by which customers stop, start and ask about messages.
//!
//! Twilio acts on them by itself: after a stop it refuses each message with error 21610. Its own
//! field `OptOutType` names the wish where Advanced Opt-Out is on; without it the default words
//! count, each only as the whole message.

use crate::Wish;

/// The words, in upper case, with their wishes: Twilio's defaults, `REVOKE` and `OPTOUT` among them
/// since April 2025.
pub const WORDS: &[(&str, Wish)] = &[
    ("STOP", Wish::Stop),
    ("STOPALL", Wish::Stop),
    ("UNSUBSCRIBE", Wish::Stop),
    ("CANCEL", Wish::Stop),
    ("END", Wish::Stop),
    ("QUIT", Wish::Stop),
    ("REVOKE", Wish::Stop),
    ("OPTOUT", Wish::Stop),
    ("START", Wish::Start),
    ("YES", Wish::Start),
    ("UNSTOP", Wish::Start),
    ("HELP", Wish::Help),
    ("INFO", Wish::Help),
];

/// The wish that a message stands for. `named`: Twilio's `OptOutType`.
#[must_use]
pub fn wish(named: Option<&str>, text: &str) -> Option<Wish> {
    match named.map(str::trim) {
        Some(word) if word.eq_ignore_ascii_case("STOP") => return Some(Wish::Stop),
        Some(word) if word.eq_ignore_ascii_case("START") => return Some(Wish::Start),
        Some(word) if word.eq_ignore_ascii_case("HELP") => return Some(Wish::Help),
        _ => {}
    }
    let text = text.trim();
    WORDS.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)).map(|(_, wish)| *wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_only_as_the_whole_message() {
        assert_eq!(wish(None, " stop\n"), Some(Wish::Stop));
        assert_eq!(wish(None, "Unsubscribe"), Some(Wish::Stop));
        assert_eq!(wish(None, "yes"), Some(Wish::Start));
        assert_eq!(wish(None, "info"), Some(Wish::Help));
        for text in ["please stop", "stop it", "", "STOP.", "ok", "st op"] {
            assert_eq!(wish(None, text), None, "{text}");
        }
    }

    #[test]
    fn twilios_own_word_counts_more_than_the_text() {
        assert_eq!(wish(Some("STOP"), "arrêt"), Some(Wish::Stop));
        assert_eq!(wish(Some("HELP"), "STOP"), Some(Wish::Help));
        assert_eq!(wish(Some("other"), "start"), Some(Wish::Start));
    }
}
