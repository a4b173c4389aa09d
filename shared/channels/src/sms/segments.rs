//! The segments of an SMS: what a text costs, and where it parts.
//!
//! A text of GSM-7 characters (3GPP TS 23.038) has seven bits for each, any other text is UCS-2 with
//! sixteen bits for each UTF-16 unit. One segment holds 140 bytes: 160 or 70 units. Of a longer text
//! each segment gives six bytes to its header: 153 or 67 units are left. A character of two units
//! (GSM-7's extension table, a pair of surrogates) never parts, and neither does what people see as
//! one character, as long as it fits into a segment: Twilio counts the same way.

use domain::words::joined;

/// The characters of GSM-7 that take one unit.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// The characters of GSM-7 that take two units: the escape and a second one.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// The way in which the units of an SMS hold characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Seven bits for each unit.
    Gsm7,
    /// Sixteen bits for each unit, as in UTF-16.
    Ucs2,
}

impl Encoding {
    /// How many units fit into a text of one segment, and into each segment of a longer one.
    #[must_use]
    pub const fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// How an SMS parts into segments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// The encoding of every segment.
    pub encoding: Encoding,
    /// The units of the whole text.
    pub units: usize,
    /// The end of each segment, in bytes of the text; one for an empty text.
    pub ends: Vec<usize>,
    /// How many units more the last segment takes.
    pub left: usize,
}

impl Segments {
    /// The number of segments, at least one.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.ends.len()
    }
}

/// The segments of a text.
#[must_use]
pub fn segments(text: &str) -> Segments {
    let gsm = |c: char| BASIC.contains(c) || EXTENSION.contains(c);
    let encoding = if text.chars().all(gsm) { Encoding::Gsm7 } else { Encoding::Ucs2 };
    let units: usize = text.chars().map(|c| width(encoding, c)).sum();
    let (single, part) = encoding.room();
    if units <= single {
        return Segments { encoding, units, ends: vec![text.len()], left: single - units };
    }
    let mut ends = Vec::new();
    let mut used = 0;
    let mut at = 0;
    for piece in pieces(text, encoding, part) {
        let size: usize = piece.chars().map(|c| width(encoding, c)).sum();
        if used + size > part {
            ends.push(at);
            used = 0;
        }
        used += size;
        at += piece.len();
    }
    ends.push(at);
    Segments { encoding, units, ends, left: part - used }
}

fn width(encoding: Encoding, c: char) -> usize {
    match encoding {
        Encoding::Gsm7 => 1 + usize::from(EXTENSION.contains(c)),
        Encoding::Ucs2 => c.len_utf16(),
    }
}

/// The parts of a text that stay together: characters as people see them, or single ones where
/// such a character is longer than a segment.
fn pieces(text: &str, encoding: Encoding, room: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut used = 0;
    let mut last = None;
    for (at, next) in text.char_indices() {
        let size = width(encoding, next);
        let parts = match last {
            // GSM-7 has no marks that join; a line break of two characters may part.
            Some(last) if encoding == Encoding::Ucs2 => {
                !joined(&text[..at], last, next) || used + size > room
            }
            Some(_) => true,
            None => false,
        };
        if parts {
            pieces.push(&text[start..at]);
            start = at;
            used = 0;
        }
        used += size;
        last = Some(next);
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Encoding, usize, usize, usize) {
        let found = segments(text);
        (found.encoding, found.units, found.count(), found.left)
    }

    #[test]
    fn gsm_7_parts_after_160_and_then_after_each_153() {
        use Encoding::Gsm7;
        for (length, count, left) in [
            (0, 1, 160),
            (1, 1, 159),
            (159, 1, 1),
            (160, 1, 0),
            (161, 2, 145),
            (306, 2, 0),
            (307, 3, 152),
            (459, 3, 0),
            (1_530, 10, 0),
            (1_531, 11, 152),
        ] {
            assert_eq!(of(&"a".repeat(length)), (Gsm7, length, count, left), "{length}");
        }
    }

    #[test]
    fn ucs_2_parts_after_70_and_then_after_each_67() {
        use Encoding::Ucs2;
        for (length, count, left) in
            [(1, 1, 69), (70, 1, 0), (71, 2, 63), (134, 2, 0), (135, 3, 66), (670, 10, 0)]
        {
            assert_eq!(of(&"я".repeat(length)), (Ucs2, length, count, left), "{length}");
        }
    }

    #[test]
    fn every_character_of_both_tables_is_gsm_7_and_its_neighbours_are_not() {
        assert_eq!(BASIC.chars().count(), 127, "128 codes, of which one is the escape");
        assert_eq!(EXTENSION.chars().count(), 10);
        for c in BASIC.chars() {
            assert_eq!(of(&c.to_string()).1, 1, "{c}");
        }
        for c in EXTENSION.chars() {
            assert_eq!(of(&c.to_string()), (Encoding::Gsm7, 2, 1, 158), "{c}");
        }
        for c in ['ç', 'á', '`', '\t', '’', '“', '–', '…', '\u{a0}', 'ő', '中', '😀']
        {
            assert_eq!(of(&c.to_string()).0, Encoding::Ucs2, "{c}");
        }
    }

    #[test]
    fn one_foreign_character_makes_the_whole_text_ucs_2() {
        assert_eq!(of(&("a".repeat(159) + "’")), (Encoding::Ucs2, 160, 3, 41));
    }

    #[test]
    fn an_extended_character_never_parts() {
        assert_eq!(of(&"€".repeat(80)), (Encoding::Gsm7, 160, 1, 0));
        // 76 signs fill 152 of 153 units: the next one needs two.
        let found = segments(&"€".repeat(81));
        assert_eq!((found.count(), found.ends[0]), (2, 76 * '€'.len_utf8()));
        let found = segments(&("a".repeat(152) + "€" + &"a".repeat(20)));
        assert_eq!(found.ends, [152, 152 + 3 + 20]);
    }

    #[test]
    fn a_pair_of_surrogates_never_parts() {
        let text = "я".repeat(66) + "😀" + &"я".repeat(10);
        assert_eq!(segments(&text).ends, [132, 132 + 4 + 20]);
        // 35 faces fill a single segment of 70 units, 33 of them a part of 67.
        assert_eq!(of(&"😀".repeat(35)), (Encoding::Ucs2, 70, 1, 0));
        assert_eq!(segments(&"😀".repeat(36)).ends[0], 33 * 4);
    }

    #[test]
    fn a_character_as_people_see_it_stays_whole() {
        for whole in ["👨\u{200d}👩\u{200d}👧\u{200d}👦", "👍🏽", "🇩🇪", "❤\u{fe0f}", "e\u{301}"]
        {
            for before in 55..70 {
                let text = "я".repeat(before) + whole + &"я".repeat(20);
                let start = "я".len() * before;
                let within = start + 1..start + whole.len();
                let found = segments(&text);
                assert!(found.ends.iter().all(|end| !within.contains(end)), "{whole} at {before}");
            }
        }
    }

    #[test]
    fn a_character_longer_than_a_segment_parts_between_its_marks() {
        let text = "я".to_owned() + &"\u{301}".repeat(200);
        let found = segments(&text);
        assert_eq!((found.units, found.count()), (201, 3));
        assert!(found.ends.iter().all(|end| text.is_char_boundary(*end)));
    }

    #[test]
    fn no_segment_is_too_long_and_none_is_empty() {
        let alphabet = ['a', '€', 'я', '😀', '\u{200d}', '👍', '🏽', '\u{301}', '\n', '🇩'];
        for seed in 0_usize..400 {
            let text: String =
                (0..seed).map(|at| alphabet[(at * at + at * seed + seed / 7) % 10]).collect();
            let found = segments(&text);
            let (single, part) = found.encoding.room();
            let room = if found.count() == 1 { single } else { part };
            let mut start = 0;
            for end in &found.ends {
                let units: usize =
                    text[start..*end].chars().map(|c| width(found.encoding, c)).sum();
                assert!(units <= room && (units > 0 || text.is_empty()), "{seed}: {units}");
                start = *end;
            }
            assert_eq!(start, text.len());
        }
    }
}
