//! Placeholders in the parts of a template, and the slots that an agent fills.

use crate::kernel::words::cut;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest name of a placeholder, in bytes.
const PLACEHOLDER_LENGTH: usize = 40;

/// The part of a template in which a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The line above the body.
    Header,
    /// The main text.
    Body,
}

impl Part {
    /// The part's name in the protocol and at the provider.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Body => "body",
        }
    }
}

/// A value that a template takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder<'a> {
    /// The part in which the value stands first.
    pub part: Part,
    /// The placeholder's number or name.
    pub name: &'a str,
}

/// The place of one value of a message, as the provider takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The part of the template.
    #[serde(rename = "p")]
    pub part: Part,
    /// The index of the message's parameter, from 0.
    #[serde(rename = "i")]
    pub parameter: usize,
    /// The placeholder's name, if it has one.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A fault of a template as the business entered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The field at fault.
    pub field: &'static str,
    /// The fault, as the rest of a sentence that begins with the field.
    pub why: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field, self.why)
    }
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_digit())
}

/// A placeholder in a text: `text[from..to]` is `{{name}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found<'a> {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) name: &'a str,
}

/// The placeholders of a text, as they stand there.
pub(crate) fn scan<'a>(field: &'static str, text: &'a str) -> Result<Vec<Found<'a>>, Broken> {
    let broken = |why: String| Err(Broken { field, why });
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        match (rest.find("{{"), rest.find("}}")) {
            (None, None) => return Ok(found),
            (Some(open), close) if close.is_none_or(|close| open < close) => {
                let inner = &rest[open + 2..];
                let Some(end) = inner.find("}}") else {
                    return broken("opens a value with {{ and never closes it with }}".to_owned());
                };
                let name = inner[..end].trim();
                if !is_placeholder(name) {
                    let name = cut(name, 80);
                    return broken(format!(
                        "names a value {{{{{name}}}}}; a value has a number, or a name of a-z, 0-9 and _"
                    ));
                }
                let (from, to) = (at + open, at + open + 2 + end + 2);
                found.push(Found { from, to, name });
                at = to;
            }
            _ => return broken("closes a value with }} that was never opened with {{".to_owned()),
        }
    }
}

fn is_placeholder(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let number = is_number(name) && name.len() <= 2 && !name.starts_with('0');
    let word = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    !name.is_empty()
        && name.len() <= PLACEHOLDER_LENGTH
        && name.bytes().all(fits)
        && (number || word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_providers_name() {
        assert_eq!([Part::Header, Part::Body].map(Part::name), ["header", "body"]);
    }

    #[test]
    fn a_placeholder_is_a_number_below_a_hundred_or_a_name() {
        for name in ["1", "99", "a", "a_1", "first_name", &"x".repeat(40)] {
            let text = format!("Hi {{{{ {name} }}}}!");
            let found = vec![Found { from: 3, to: text.len() - 1, name }];
            assert_eq!(scan("body", &text), Ok(found), "{name}");
        }
        for name in ["0", "01", "100", "1a", "_a", "A", "aB", "a-b", "a b", "", &"x".repeat(41)] {
            let text = format!("{{{{{name}}}}}");
            let told = scan("body", &text).map_err(|broken| broken.why);
            let why = format!(
                "names a value {{{{{name}}}}}; a value has a number, or a name of a-z, 0-9 and _"
            );
            assert_eq!(told, Err(why), "{name}");
        }
    }

    #[test]
    fn a_pair_of_braces_that_stands_alone_is_told() {
        let why = |text| scan("body", text).map(|found| found.len()).map_err(|broken| broken.why);
        let open = || Err("opens a value with {{ and never closes it with }}".to_owned());
        let close = || Err("closes a value with }} that was never opened with {{".to_owned());
        assert_eq!(why("{{1}} and {{2}}"), Ok(2));
        assert_eq!(why("{{1"), open());
        assert_eq!(why("{{1}} {{"), open());
        assert_eq!(why("1}}"), close());
        assert_eq!(why("}} {{1}}"), close());
        assert_eq!(why("{{1}} }} {{2}}"), close());
        assert_eq!(why("a { b } c"), Ok(0));
    }
}
