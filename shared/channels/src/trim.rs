//! Limits on a provider's message: it must fit into one log entry and into one frame to an agent,
//! and both hold JSON. So the limits count bytes as JSON writes them.

use domain::words::whole;
use serde_json::Value;

/// How many bytes of one message the engine keeps.
pub(crate) const MESSAGE: usize = 24 * 1024;

/// The room that is left for a message, and whether the message lost anything.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trim {
    left: usize,
    /// Whether the message lost a part.
    pub(crate) shortened: bool,
}

impl Trim {
    pub(crate) const fn new() -> Self {
        Self { left: MESSAGE, shortened: false }
    }

    /// The text, cut to `limit` bytes and to the room that is left.
    pub(crate) fn text(&mut self, text: &str, limit: usize) -> String {
        let end = fits(text, limit.min(self.left));
        let kept = &text[..end];
        self.shortened |= end < text.len();
        self.left -= written(kept);
        kept.to_owned()
    }

    /// The text of a field; `None` if the field is empty, missing or of another kind.
    pub(crate) fn field(&mut self, value: &Value, limit: usize) -> Option<String> {
        let text = value.as_str().filter(|text| !text.is_empty())?;
        Some(self.text(text, limit))
    }

    /// The entries of a list, each as `read` makes it, while there is room.
    pub(crate) fn list<T>(
        &mut self,
        values: &[Value],
        limit: usize,
        mut read: impl FnMut(&mut Self, &Value) -> Option<T>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        for value in values {
            if kept.len() >= limit || self.left < ROOM {
                self.shortened = true;
                break;
            }
            self.left -= ROOM;
            kept.extend(read(self, value));
        }
        kept
    }

    /// A value of an unknown kind, as readable JSON: if the value is too long, its long texts and
    /// lists are cut.
    pub(crate) fn raw(&mut self, value: &Value, limit: usize) -> String {
        let limit = limit.min(self.left / 2);
        for (texts, items) in [(usize::MAX, usize::MAX), (1_000, 50), (200, 20), (40, 5), (0, 1)] {
            let text = pruned(value, texts, items).to_string();
            if text.len() <= limit {
                self.shortened |= texts < usize::MAX;
                self.left = self.left.saturating_sub(written(&text));
                return text;
            }
        }
        self.shortened = true;
        "{}".to_owned()
    }
}

/// The size of a list's entry beside its texts.
const ROOM: usize = 64;

/// The size of a text in JSON, in bytes, without its quotes.
fn written(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
        c if u32::from(c) < 0x20 => 6,
        c => c.len_utf8(),
    }
}

/// How much of a text fits into `limit` bytes of JSON, up to the end of a whole character.
fn fits(text: &str, limit: usize) -> usize {
    let mut room = limit;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let Some(left) = room.checked_sub(width(c)) else {
            end = at;
            break;
        };
        room = left;
    }
    whole(text, end)
}

fn pruned(value: &Value, texts: usize, items: usize) -> Value {
    match value {
        Value::String(text) if text.len() > texts => {
            Value::String(text[..fits(text, texts)].to_owned())
        }
        Value::Array(all) => all.iter().take(items).map(|v| pruned(v, texts, items)).collect(),
        Value::Object(all) => all
            .iter()
            .take(items)
            .map(|(name, v)| {
                (name[..fits(name, texts.max(100))].to_owned(), pruned(v, texts, items))
            })
            .collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bytes_count_as_json_writes_them() {
        let mut trim = Trim::new();
        assert_eq!(trim.text(&"\"".repeat(100), 10), "\"".repeat(5));
        assert_eq!(trim.text("\u{1}\u{1}", 11), "\u{1}");
        assert_eq!(trim.text("añb", 2), "a");
        assert!(trim.shortened);
        for text in ["\"", "\\", "\n", "\u{1}", "\u{7f}", "ñ", "😀", "\u{2028}"] {
            assert_eq!(written(text) + 2, json!(text).to_string().len(), "{text:?}");
        }
    }

    #[test]
    fn what_is_kept_of_a_long_payload_is_json_still() {
        for value in [
            json!({"type": "hologram", "data": "x".repeat(500_000)}),
            json!({"type": "hologram", "list": vec!["\"".repeat(300); 2_000]}),
            json!({"x".repeat(500_000): vec![vec![1; 9_999]; 99]}),
            json!(vec![vec![vec!["y".repeat(99); 99]; 99]; 9]),
        ] {
            let mut trim = Trim::new();
            let kept = trim.raw(&value, 8 * 1024);
            assert!(kept.len() <= 8 * 1024 && trim.shortened);
            assert!(serde_json::from_str::<Value>(&kept).is_ok(), "{kept}");
        }
        let mut trim = Trim::new();
        let short = json!({"type": "hologram", "hologram": {"depth": 3}});
        assert_eq!(trim.raw(&short, 8 * 1024), short.to_string());
        assert!(!trim.shortened);
    }
}
