//! Cleaned HTML in two: both halves stay balanced.

use super::flow::{Line, Part};
use super::tokens::{Token, Tokens, is_void};

/// The reply and the rest. A line's tokens go where the line goes; elements that hold lines of both
/// open and close in both.
pub(super) fn split(cleaned: &str, lines: &[Line], parts: &[Part]) -> (String, String) {
    if parts.iter().all(|part| *part == Part::Reply) {
        return (cleaned.to_owned(), String::new());
    }
    let (mut reply, mut rest) = (Half::default(), Half::default());
    let mut open: Vec<(&str, &str)> = Vec::new();
    let mut line = 0;
    for (at, token) in Tokens::new(cleaned).enumerate() {
        while line + 1 < lines.len() && at >= lines[line].tokens.end {
            line += 1;
        }
        let is_reply = parts.get(line).is_none_or(|part| *part == Part::Reply);
        let half = if is_reply { &mut reply } else { &mut rest };
        match token {
            Token::Text(text) => half.write(text, &open),
            Token::Open { name, raw, .. } if is_void(name) => half.write(raw, &open),
            Token::Open { name, raw, .. } => open.push((name, raw)),
            Token::Close { name, .. } => {
                if open.last().is_some_and(|(last, _)| *last == name) {
                    open.pop();
                    reply.close(open.len());
                    rest.close(open.len());
                }
            }
        }
    }
    reply.close(0);
    rest.close(0);
    (reply.html, rest.html)
}

/// One half, with the elements that are open in it.
#[derive(Default)]
struct Half<'a> {
    html: String,
    open: Vec<&'a str>,
}

impl<'a> Half<'a> {
    /// Writes into the elements that are open: an element without content is never begun.
    fn write(&mut self, raw: &str, open: &[(&'a str, &'a str)]) {
        for (name, tag) in &open[self.open.len()..] {
            self.html.push_str(tag);
            self.open.push(name);
        }
        self.html.push_str(raw);
    }

    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(name) = self.open.pop() {
                self.html.push_str("</");
                self.html.push_str(name);
                self.html.push('>');
            }
        }
    }
}
