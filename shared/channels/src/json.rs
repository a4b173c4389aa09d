//! A reader of JSON as others write it. A bad string, number or depth spoils only itself, and
//! nothing beside it.

use serde_json::Value;

/// The deepest level of a value; the reader leaves out deeper ones.
const DEPTH: usize = 64;
/// The character that replaces unreadable text.
const REPLACED: char = '\u{fffd}';

/// Reads a body. A fault within a string (bytes that are no UTF-8, half a pair of surrogates,
/// control characters, escapes that JSON does not know) becomes U+FFFD there; numbers beyond all
/// bounds and values that lie too deep become `null`.
pub(crate) fn read(body: &[u8]) -> Result<Value, serde_json::Error> {
    let text = String::from_utf8_lossy(body);
    serde_json::from_str(&text).or_else(|_| serde_json::from_str(&repaired(&text)))
}

fn repaired(text: &str) -> String {
    let mut repair = Repair { rest: text, out: String::with_capacity(text.len()) };
    let mut depth = 0;
    while let Some(next) = repair.rest.chars().next() {
        match next {
            '"' => repair.string(true),
            '{' | '[' if depth == DEPTH => {
                repair.skip();
                repair.out.push_str("null");
            }
            '{' | '[' => {
                depth += 1;
                repair.take(next);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                repair.take(next);
            }
            '-' | '0'..='9' => repair.number(),
            _ => repair.take(next),
        }
    }
    repair.out
}

struct Repair<'a> {
    rest: &'a str,
    out: String,
}

impl Repair<'_> {
    fn take(&mut self, next: char) {
        self.out.push(next);
        self.rest = &self.rest[next.len_utf8()..];
    }

    /// Passes a string with its quotes. `keep`: whether the output takes it.
    fn string(&mut self, keep: bool) {
        let before = self.out.len();
        self.take('"');
        while let Some(next) = self.rest.chars().next() {
            match next {
                '"' => {
                    self.take('"');
                    break;
                }
                '\\' => self.escape(),
                c if u32::from(c) < 0x20 => {
                    self.out.push(REPLACED);
                    self.rest = &self.rest[1..];
                }
                c => self.take(c),
            }
        }
        if !keep {
            self.out.truncate(before);
        }
    }

    fn escape(&mut self) {
        let after = self.rest.as_bytes().get(1).copied();
        let length = match after {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => match (unit(self.rest), self.rest.get(6..).and_then(unit)) {
                (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
                (Some(0xd800..=0xdfff), _) => return self.replace(6),
                (Some(_), _) => 6,
                (None, _) => return self.replace(2),
            },
            // An escape that JSON does not know: its sign and its letter are no text.
            Some(letter) if letter.is_ascii_graphic() => return self.replace(2),
            _ => return self.replace(1),
        };
        let (escape, rest) = self.rest.split_at(length);
        self.out.push_str(escape);
        self.rest = rest;
    }

    fn replace(&mut self, length: usize) {
        self.out.push(REPLACED);
        self.rest = &self.rest[length..];
    }

    fn number(&mut self) {
        let written = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !written(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        let beyond = number.parse::<f64>().is_ok_and(|n| !n.is_finite());
        self.out.push_str(if beyond { "null" } else { number });
        self.rest = rest;
    }

    /// Passes over a list or object, however deep.
    fn skip(&mut self) {
        let (before, mut depth) = (self.out.len(), 0_usize);
        while let Some(next) = self.rest.chars().next() {
            match next {
                '"' => {
                    self.string(false);
                    continue;
                }
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.rest = &self.rest[next.len_utf8()..];
            if depth == 0 {
                break;
            }
        }
        self.out.truncate(before);
    }
}

/// The UTF-16 unit of an escape at the beginning of `text`.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then(|| u16::from_str_radix(digits, 16).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_bad_string_is_replaced_where_it_is_bad() {
        for (bad, read_as) in [
            (r#"{"a":"x\ud83d","b":"good"}"#.as_bytes(), "x\u{fffd}"),
            (br#"{"a":"\ude00x","b":"good"}"#, "\u{fffd}x"),
            (br#"{"a":"\ud83d\ud83d\ude00","b":"good"}"#, "\u{fffd}😀"),
            (b"{\"a\":\"caf\xe9\",\"b\":\"good\"}", "caf\u{fffd}"),
            (b"{\"a\":\"x\x01\ny\",\"b\":\"good\"}", "x\u{fffd}\u{fffd}y"),
            (br#"{"a":"\x41","b":"good"}"#, "\u{fffd}41"),
            (br#"{"a":"\u12G4","b":"good"}"#, "\u{fffd}12G4"),
            ("{\"a\":\"\\é\",\"b\":\"good\"}".as_bytes(), "\u{fffd}é"),
            (br#"{"a":"\ud83d\ude00 \"\\\n","b":"good"}"#, "😀 \"\\\n"),
        ] {
            let text = String::from_utf8_lossy(bad);
            let read = read(bad).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(read, json!({"a": read_as, "b": "good"}), "{text}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_left_out_and_its_neighbours_stay() {
        for (open, close) in [("[", "]"), ("{\"x\":", "}")] {
            let deep = format!("{}\"]}}\"{}", open.repeat(10_000), close.repeat(10_000));
            let body = format!("{{\"deep\":{deep},\"good\":[1,{{\"x\":2}}]}}");
            let read = read(body.as_bytes()).unwrap();
            assert_eq!(read["good"], json!([1, {"x": 2}]));
        }
    }

    #[test]
    fn a_number_beyond_all_bounds_is_nothing() {
        let huge = format!("{{\"a\":1e999,\"b\":{},\"c\":-12.5e1}}", "9".repeat(5_000));
        assert_eq!(read(huge.as_bytes()).unwrap(), json!({"a": null, "b": null, "c": -125.0}));
    }

    #[test]
    fn what_is_no_json_stays_none() {
        for body in ["", "{", "{]", "nothing", "{\"a\":\"", "{\"a\":\"\\", "[1,", "\"\\u"] {
            assert!(read(body.as_bytes()).is_err(), "{body}");
        }
    }
}
