//! Canned messages (F79): texts with variables that the client fills in before it sends.

use std::fmt;

/// The variables that a canned message may hold, besides `attribute.<key>`.
pub const VARIABLES: [&str; 8] = [
    "first_name",
    "name",
    "email",
    "phone",
    "agent_name",
    "agent_first_name",
    "conversation",
    "queue",
];
/// How long the key of an attribute may be, in characters.
const KEY_LIMIT: usize = 40;

/// A fault in the variables of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A `{{` has no `}}` after it, or another brace stands between them.
    Open,
    /// A `}}` has no `{{` before it.
    Close,
    /// No variable has this name. The name is cut to 80 bytes.
    Unknown(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str("a variable is opened with {{ and never closed with }}"),
            Self::Close => f.write_str("}} closes a variable that was never opened with {{"),
            Self::Unknown(name) => write!(f, "there is no variable {{{{{name}}}}}"),
        }
    }
}

/// The variables of a text, in the order in which they stand there: every `{{name}}` is one of
/// [`VARIABLES`] or an attribute, and no pair of braces stands alone.
///
/// # Errors
/// The first fault in the text.
pub fn variables(text: &str) -> Result<Vec<&str>, Broken> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        match (rest.find("{{"), rest.find("}}")) {
            (None, None) => return Ok(found),
            (Some(open), close) if close.is_none_or(|close| open < close) => {
                let inner = &rest[open + 2..];
                let end = inner.find("}}").ok_or(Broken::Open)?;
                if inner[..end].contains('{') {
                    return Err(Broken::Open);
                }
                let name = inner[..end].trim();
                if !is_known(name) {
                    return Err(Broken::Unknown(crate::kernel::words::cut(name, 80)));
                }
                found.push(name);
                rest = &inner[end + 2..];
            }
            _ => return Err(Broken::Close),
        }
    }
}

fn is_known(name: &str) -> bool {
    let attribute = |key: &str| {
        !key.trim().is_empty()
            && key.chars().count() <= KEY_LIMIT
            && !key.chars().any(|c| c.is_control() || c == '}')
    };
    VARIABLES.contains(&name) || name.strip_prefix("attribute.").is_some_and(attribute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_in_order() {
        let text = "Hello {{first_name}}, your order {{ attribute.Order no }} is on its way.";
        assert_eq!(variables(text), Ok(vec!["first_name", "attribute.Order no"]));
        assert_eq!(variables("A plain {word} and a } or {"), Ok(vec![]));
    }

    #[test]
    fn broken_braces_and_unknown_names_are_told_apart() {
        assert_eq!(variables("Hello {{name"), Err(Broken::Open));
        assert_eq!(variables("Hello {{na{{name}}"), Err(Broken::Open));
        assert_eq!(variables("Hello name}}"), Err(Broken::Close));
        assert_eq!(variables("{{name}} }} {{name}}"), Err(Broken::Close));
        for name in ["order_id", "", "attribute.", "Name"] {
            let text = format!("Hello {{{{{name}}}}}");
            assert_eq!(variables(&text), Err(Broken::Unknown(name.to_owned())), "{text}");
        }
        let long = format!("{{{{attribute.{}}}}}", "x".repeat(41));
        assert!(matches!(variables(&long), Err(Broken::Unknown(_))));
    }

    #[test]
    fn a_fault_is_told_in_words() {
        for (broken, words) in [
            (Broken::Open, "a variable is opened with {{ and never closed with }}"),
            (Broken::Close, "}} closes a variable that was never opened with {{"),
            (Broken::Unknown("order".to_owned()), "there is no variable {{order}}"),
        ] {
            assert_eq!(broken.to_string(), words);
        }
    }

    #[test]
    fn the_key_of_an_attribute_has_forty_characters_at_most_and_no_control_or_brace() {
        let longest = "é".repeat(40);
        let text = format!("{{{{attribute.{longest}}}}}");
        assert_eq!(variables(&text), Ok(vec![&text[2..text.len() - 2]]));
        for key in ["\u{7}", "a\u{7}", "a}b"] {
            let text = format!("{{{{attribute.{key}}}}}");
            let unknown = Broken::Unknown(format!("attribute.{key}"));
            assert_eq!(variables(&text), Err(unknown), "{key:?}");
        }
    }
}
