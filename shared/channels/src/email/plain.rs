//! Plain text of strangers, without what turns screens around.

/// The text in one line of at most `limit` bytes, without control characters.
pub(super) fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty())
    {
        // Marks of direction turn names and subjects of strangers around.
        let word: String = word.chars().filter(|c| !is_direction(*c)).collect();
        if line.len() + word.len() >= limit {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(&word[..word.floor_char_boundary(limit.saturating_sub(line.len()))]);
            break;
        }
        if !line.is_empty() && !word.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    line
}

const fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with `\n` at the end of its lines, and without control characters.
pub(super) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().filter(shown).collect()
}
