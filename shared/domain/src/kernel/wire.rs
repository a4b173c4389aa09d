//! The size of a text on the wire: in JSON, escaped, in UTF-8 bytes.
//!
//! API Gateway and DynamoDB count bytes, and people count characters: 4,096 quotation marks are
//! 8,192 bytes in a frame, and as many control characters 24,576. So the engine limits both in
//! every text that it stores or sends.

use crate::Refusal;
use crate::kernel::words;

/// How many bytes a text may take for each character of its limit: as many as the longest visible
/// character, so that only texts of escapes exceed it.
const BYTES_PER_CHARACTER: usize = 4;

/// How much of one message the engine keeps, in bytes as sent. Providers' own limits are lower.
pub const KEPT: usize = 64 * 1024;

/// How much an agent may put into one entry, in bytes as sent: together with its conversation, the
/// entry then fits into one frame.
pub const WRITTEN: usize = 24 * 1024;

/// The size of a character within a JSON string, in bytes.
const fn of_character(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
        '\0'..='\u{1f}' => 6,
        _ => c.len_utf8(),
    }
}

/// The size of a text within a JSON string, in bytes.
#[must_use]
pub fn bytes(text: &str) -> usize {
    text.chars().map(of_character).sum()
}

/// The longest beginning of a text that takes at most `limit` bytes within a JSON string and ends
/// at a whole character, as people see it.
#[must_use]
pub fn cut(text: &str, limit: usize) -> &str {
    let mut size = 0;
    for (at, c) in text.char_indices() {
        size += of_character(c);
        if size > limit {
            return &text[..words::whole(text, at)];
        }
    }
    text
}

/// Shortens a text to at most `limit` bytes within a JSON string. Answers whether the text lost
/// anything.
pub fn shorten(text: &mut String, limit: usize) -> bool {
    let kept = cut(text, limit).len();
    let longer = kept < text.len();
    text.truncate(kept);
    longer
}

/// Checks that a text has at most `limit` characters, and no more bytes than that many visible
/// characters can take.
///
/// # Errors
/// [`Refusal::TextTooLong`] and [`Refusal::TextTooLarge`], with the field.
pub fn bounded(field: &'static str, text: &str, limit: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > limit {
        return Err(Refusal::TextTooLong { field, length, limit });
    }
    no_larger(field, bytes(text), limit * BYTES_PER_CHARACTER)
}

/// Checks that an agent's texts in one entry take no more than [`WRITTEN`] bytes.
///
/// # Errors
/// [`Refusal::TextTooLarge`], with the field.
pub fn writable(field: &'static str, bytes: usize) -> Result<(), Refusal> {
    no_larger(field, bytes, WRITTEN)
}

const fn no_larger(field: &'static str, bytes: usize, limit: usize) -> Result<(), Refusal> {
    if bytes > limit { Err(Refusal::TextTooLarge { field, bytes, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_controls_count_as_they_are_escaped() {
        for (text, wanted) in [
            ("", 0),
            ("abc", 3),
            ("\"\\\n\r\t\u{8}\u{c}", 14),
            ("\0\u{1f}", 12),
            ("é\u{2028}\u{1f60a}\u{7f}", 10),
        ] {
            assert_eq!(bytes(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_cut_text_takes_no_more_than_its_bytes() {
        assert_eq!(cut("a\"\"", 3), "a\"");
        assert_eq!(cut("a\"\"", 4), "a\"");
        assert_eq!(cut("a\"\"", 5), "a\"\"");
        assert_eq!(cut("\0\0", 6), "\0");
    }

    #[test]
    fn a_cut_never_splits_what_people_see_as_one_character() {
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
        for (text, limit, wanted) in [
            (format!("a{family}b"), 12, "a".to_owned()),
            (format!("a{family}b"), 1 + family.len(), format!("a{family}")),
            (
                "\u{1f44d}\u{1f3fd}\u{1f44d}\u{1f3fd}".to_owned(),
                12,
                "\u{1f44d}\u{1f3fd}".to_owned(),
            ),
            ("e\u{301}e\u{301}".to_owned(), 4, "e\u{301}".to_owned()),
            ("\u{2764}\u{fe0f}x".to_owned(), 4, "\u{2764}".to_owned()),
            (
                "\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}".to_owned(),
                12,
                "\u{1f1e9}\u{1f1ea}".to_owned(),
            ),
        ] {
            assert_eq!(cut(&text, limit), wanted, "{text:?} at {limit}");
        }
    }

    #[test]
    fn marks_without_end_are_cut_all_the_same() {
        let text = format!("a{}", "\u{301}".repeat(1_000));
        let kept = cut(&text, 100);
        assert!((80..=100).contains(&kept.len()), "{} bytes", kept.len());
    }

    #[test]
    fn a_text_of_visible_characters_is_refused_for_its_length_only() {
        assert_eq!(bounded("text", &"\u{1f60a}".repeat(10), 10), Ok(()));
        let long = Refusal::TextTooLong { field: "text", length: 11, limit: 10 };
        assert_eq!(bounded("text", &"x".repeat(11), 10), Err(long));
        let large = Refusal::TextTooLarge { field: "text", bytes: 42, limit: 40 };
        assert_eq!(bounded("text", &"\u{1}".repeat(7), 10), Err(large));
    }

    #[test]
    fn an_agents_texts_in_one_entry_take_24_kibibytes_at_most() {
        assert_eq!(writable("files", 24_576), Ok(()));
        let large = Refusal::TextTooLarge { field: "files", bytes: 24_577, limit: 24_576 };
        assert_eq!(writable("files", 24_577), Err(large));
    }
}
