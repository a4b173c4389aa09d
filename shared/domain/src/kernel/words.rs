//! Functions that cut and clean words without tearing a character apart.

/// The text as one line, without control characters.
#[must_use]
pub fn one_line(text: &str) -> String {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A channel's name for a person as screens show it: one line, without characters that turn its
/// direction or take no room. A name without visible characters becomes empty.
#[must_use]
pub fn channel_name(text: &str) -> String {
    let kept = |c: char| c.is_control() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0f}');
    let unseen = |c: char| is_unseen(c) && !kept(c);
    let seen = one_line(&text.replace(unseen, ""));
    // Joiners hold parts of a letter or an emoji together; alone they show nothing.
    let nothing = seen.chars().all(|c| matches!(c, '\u{200c}' | '\u{200d}' | ' '));
    if nothing { String::new() } else { seen }
}

/// Whether a character shows nothing, turns the direction of others, or controls them: Unicode's
/// control and format characters, its other default-ignorable code points, and blanks that are no
/// spaces (Unicode 16, `DerivedCoreProperties.txt`).
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
            | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether every character of a text can be seen. A joiner, a variation or a tag counts as seen
/// behind a character that is not ASCII: emoji and several scripts are made of them.
#[must_use]
pub fn is_seen(text: &str) -> bool {
    let mut carries = false;
    for c in text.chars() {
        let part = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}');
        if is_unseen(c) && !(part && carries) {
            return false;
        }
        carries = !c.is_ascii() && (part || !is_unseen(c)) || c.is_ascii_digit() || c == '#';
    }
    true
}

/// The longest prefix of `s` that fits into `limit` bytes and ends with a whole character, as
/// people see characters: an emoji of several parts stays whole.
#[must_use]
pub fn cut(s: &str, limit: usize) -> String {
    if s.len() <= limit {
        return s.to_owned();
    }
    let end = (0..=limit).rev().find(|&i| s.is_char_boundary(i)).unwrap_or(0);
    s[..whole(s, end)].to_owned()
}

/// The longest prefix of `s` of at most `limit` characters that ends with a whole one, as people
/// see characters.
#[must_use]
pub fn first(s: &str, limit: usize) -> &str {
    match s.char_indices().nth(limit) {
        Some((end, _)) => &s[..whole(s, end)],
        None => s,
    }
}

/// The most parts of one character that [`whole`] follows: no script has a longer character.
pub const PARTS: usize = 32;

/// The last place up to `end` at which a whole character ends; `end` itself if the first character
/// is too long already.
#[must_use]
pub fn whole(s: &str, end: usize) -> usize {
    let mut place = end;
    for _ in 0..PARTS {
        let (before, after) = s.split_at(place);
        let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
            break;
        };
        if !joined(before, last, next) {
            return place;
        }
        place -= last.len_utf8();
    }
    if place == s.len() { place } else { end }
}

/// Whether `next` belongs to the character of `last`: the rules of extended grapheme clusters (UAX
/// #29), as far as people's texts need them.
pub fn joined(before: &str, last: char, next: char) -> bool {
    const JOINER: char = '\u{200d}';
    let extends = |c: char| {
        matches!(u32::from(c),
            0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5
            | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4
            | 0x900..=0x903 | 0x93a..=0x93c | 0x93e..=0x94f | 0x981..=0x983 | 0x9bc
            | 0x9be..=0x9cd | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x1ab0..=0x1aff
            | 0x1dc0..=0x1dff | 0x200c..=0x200d | 0x20d0..=0x20ff | 0x302a..=0x302f
            | 0x3099..=0x309a | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0x1f3fb..=0x1f3ff
            | 0xe0020..=0xe007f | 0xe0100..=0xe01ef)
    };
    let flag = |c: char| matches!(u32::from(c), 0x1f1e6..=0x1f1ff);
    let jamo = |c: char| matches!(u32::from(c), 0x1160..=0x11ff);
    let virama = |c: char| matches!(u32::from(c), 0x94d | 0x9cd);
    let flags = || before.chars().rev().take_while(|c| flag(*c)).count();
    extends(next)
        || last == JOINER
        || (virama(last) && next.is_alphabetic())
        || (jamo(next) && matches!(u32::from(last), 0x1100..=0x11ff | 0xac00..=0xd7a3))
        || (last == '\r' && next == '\n')
        || (flag(last) && flag(next) && flags() % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_characters_that_nobody_sees_is_told_apart() {
        for unseen in [
            "\u{200b}",
            "Sup\u{200b}port",
            "\u{ad}",
            "\u{3164}",
            "\u{2800}",
            "a\u{e0041}",
            "\u{202e}abc",
            "a\u{200d}b",
            "line\none",
            "\u{feff}x",
            "\u{200d}",
            "nul\0",
        ] {
            assert!(!is_seen(unseen), "{unseen:?}");
        }
        for seen in [
            "Support",
            "Café",
            "José 👩\u{200d}💻",
            "❤\u{fe0f} Care",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
            "नमस्\u{200d}ते",
            "می\u{200c}خواهم",
            "7\u{fe0f}\u{20e3}",
            "日本 サポート",
        ] {
            assert!(is_seen(seen), "{seen:?}");
        }
    }

    #[test]
    fn a_channels_name_is_one_line_of_visible_characters() {
        for (given, shown) in [
            ("  Jo\n\tMiller ", "Jo Miller"),
            ("J\u{202e}o\u{200b}\u{7}", "Jo"),
            ("\u{200d}\u{200c} \u{feff}", ""),
            ("👩\u{200d}💻", "👩\u{200d}💻"),
            ("", ""),
        ] {
            assert_eq!(channel_name(given), shown, "{given:?}");
        }
    }

    /// Which pairs of characters belong together, each after the text that ends in the first.
    #[test]
    fn characters_that_people_see_as_one_are_joined() {
        for (before, next, together) in [
            ("e", '\u{301}', true),
            ("a", 'b', false),
            ("👩\u{200d}", '💻', true),
            // A Devanagari sign joins its letter with the next letter, not with a space or a dash.
            ("क\u{94d}", 'ष', true),
            ("ক\u{9cd}", 'ষ', true),
            ("क\u{94d}", ' ', false),
            ("क", 'ष', false),
            ("\u{1100}", '\u{1161}', true),
            ("\u{ac00}", '\u{11a8}', true),
            ("a", '\u{1161}', false),
            ("\u{1100}", 'a', false),
            ("\r", '\n', true),
            ("\r", 'a', false),
            ("a", '\n', false),
            ("🇩", '🇪', true),
            ("🇩🇪", '🇫', false),
            ("🇩🇪🇫", '🇷', true),
            ("🇩", 'a', false),
            ("a", '🇩', false),
        ] {
            let last = before.chars().next_back().unwrap();
            assert_eq!(joined(before, last, next), together, "{before:?} {next:?}");
        }
    }
}
