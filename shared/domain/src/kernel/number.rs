//! Phone numbers as people write them: `+49 176 12345678`, `(0176) 123-456 78`, `017612345678`.
//!
//! Channels give a number as its digits, with the country's code first. A search takes the same
//! form and then looks for its digits within the number: without the characters that only separate
//! digits, without the `+` or `00` that announces a country, without the `0` that stands for the
//! country within it.

/// Whether `address` is a phone number that contains the number in `search`.
#[must_use]
pub fn finds(address: &str, search: &str) -> bool {
    let Some(wanted) = searched(search) else { return false };
    number(address).is_some_and(|number| number.contains(&wanted))
}

/// How many digits a dialled number has: an extension has five at least, and E.164 gives a number
/// 15 at most.
const CALLED: std::ops::RangeInclusive<usize> = 5..=15;

/// The digits of a number that people can dial, in one form for every usual notation: without the
/// zero or the country's sign before them. `None` if the text is no such number.
#[must_use]
pub fn called(text: &str) -> Option<String> {
    let written = digits(text.trim())?;
    let digits = searched(text)?;
    let plus = text.chars().filter(|c| ascii(*c) == '+').count();
    (plus <= 1 && CALLED.contains(&written.len())).then_some(digits)
}

/// Whether a search is one number as a whole: its parts mean nothing by themselves then.
#[must_use]
pub fn is_one(search: &str) -> bool {
    searched(search).is_some()
}

/// The digits of an address that is a phone number.
fn number(address: &str) -> Option<String> {
    let digits = digits(address)?;
    (!digits.is_empty()).then_some(digits)
}

/// The digits to look for within a number; `None` if the text is no number.
fn searched(search: &str) -> Option<String> {
    let text = search.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let plain: String = text.chars().filter(|c| !is_gap(*c)).map(ascii).collect();
    // In "+49 (0)176", a caller dials either the country's code or the zero.
    let plain = plain.replacen("(0)", "", 1);
    let digits = digits(&plain)?;
    let digits = match (plain.starts_with('+'), digits.strip_prefix("00")) {
        (true, _) => digits.as_str(),
        (false, Some(international)) => international,
        (false, None) => digits.strip_prefix('0').unwrap_or(&digits),
    };
    (!digits.is_empty()).then(|| digits.to_owned())
}

/// The digits of a text that holds nothing but digits and their separators.
fn digits(text: &str) -> Option<String> {
    let mut found = String::with_capacity(text.len());
    for c in text.chars().map(ascii) {
        match c {
            '0'..='9' => found.push(c),
            '+' if found.is_empty() => {}
            '(' | ')' | '/' | '.' | '-' => {}
            c if is_gap(c) => {}
            _ => return None,
        }
    }
    Some(found)
}

/// Whether the character is a space of any width.
const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The plain form of a digit, sign or dash of another script or width.
fn ascii(c: char) -> char {
    let from = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c);
    match c {
        '\u{ff10}'..='\u{ff19}' => from('\u{ff10}'),
        '\u{660}'..='\u{669}' => from('\u{660}'),
        '\u{6f0}'..='\u{6f9}' => from('\u{6f0}'),
        '\u{966}'..='\u{96f}' => from('\u{966}'),
        '\u{ff0b}' => '+',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff0f}' => '/',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Table {
        found: Vec<(String, String)>,
        not_found: Vec<(String, String)>,
    }

    #[test]
    fn a_number_that_can_be_called_is_the_same_in_any_usual_notation() {
        for (written, read) in [
            ("+49 176 12345678", Some("4917612345678")),
            ("0049 (176) 123-456-78", Some("4917612345678")),
            ("0176/12345678", Some("17612345678")),
            ("555.0100.123", Some("5550100123")),
            ("  +1 (555) 010-0123 ", Some("15550100123")),
            ("1234", None),
            ("+1234567890123456", None),
            ("12+34567890", None),
            ("call me", None),
            ("", None),
        ] {
            assert_eq!(called(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn digits_and_signs_of_every_script_and_width_read_as_plain_ones() {
        let plain = "+49 (0) 176/123-456 78";
        for (written, script) in [
            ("+４９ (０) １７６/１２３-４５６ ７８", "wide digits"),
            ("+٤٩ (٠) ١٧٦/١٢٣-٤٥٦ ٧٨", "Arabic digits"),
            ("+۴۹ (۰) ۱۷۶/۱۲۳-۴۵۶ ۷۸", "Persian digits"),
            ("+४९ (०) १७६/१२३-४५६ ७८", "Devanagari digits"),
            ("＋49 （0） 176／123－456 78", "wide signs"),
            ("+49 (0) 176/123\u{2010}456\u{2212}78", "long dashes"),
        ] {
            assert_eq!(called(written), called(plain), "{script}");
        }
        assert_eq!(called(plain).as_deref(), Some("4917612345678"));
    }

    #[test]
    fn a_search_is_one_number_only_if_it_holds_nothing_else() {
        for (search, one) in [
            ("+49 176 12345678", true),
            ("tel:0176-12", true),
            ("5", true),
            ("12 ab", false),
            ("Anna", false),
            ("0", false),
            ("", false),
        ] {
            assert_eq!(is_one(search), one, "{search}");
        }
    }

    #[test]
    fn a_number_is_found_in_every_usual_notation() {
        let table = include_str!("../../examples/numbers.json");
        let table: Table = serde_json::from_str(table).unwrap();
        for (address, search) in &table.found {
            assert!(finds(address, search), "{search} finds {address}");
        }
        for (address, search) in &table.not_found {
            assert!(!finds(address, search), "{search} does not find {address}");
        }
    }
}
