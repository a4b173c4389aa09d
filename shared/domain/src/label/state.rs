//! The name, tags and labels that agents give a conversation so that colleagues find and recognise
//! it. The customer never sees any of them.

use serde::{Deserialize, Serialize};

/// A conversation's name, tags and labels. Law: their counts and lengths never exceed the limits
/// here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The agents' name for the conversation (F67).
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The conversation's subjects, in words from the settings or an agent's own (F83). No two tags
    /// differ in case only.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The stages of the work on the conversation, in words from the settings (F84).
    #[serde(rename = "l", default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
}

impl Labels {
    /// The longest alias, in characters.
    pub const ALIAS_LENGTH: usize = 60;
    /// How many tags a conversation may have.
    pub const TAG_LIMIT: usize = 12;
    /// The longest tag, in characters.
    pub const TAG_LENGTH: usize = 40;
    /// How many labels a conversation may have.
    pub const LABEL_LIMIT: usize = 5;
    /// The longest label, in characters.
    pub const LABEL_LENGTH: usize = 40;

    /// Whether the conversation has no name, tag or label.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.alias.is_none() && self.tags.is_empty() && self.labels.is_empty()
    }

    /// Whether two tags or labels are the same word, ignoring case.
    #[must_use]
    pub fn same(one: &str, other: &str) -> bool {
        one == other || one.to_lowercase() == other.to_lowercase()
    }
}

/// A label that the settings offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The label's text.
    pub name: String,
    /// The label's colour in a list.
    pub colour: Colour,
}

/// The colours of labels: few, so that people can tell each from the others in every theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "a colour's name says it")]
pub enum Colour {
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
    Grey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_empty_without_a_name_a_tag_and_a_label() {
        let word = || "VIP".to_owned();
        assert!(Labels::default().is_empty());
        for labels in [
            Labels { alias: Some(word()), ..Labels::default() },
            Labels { tags: vec![word()], ..Labels::default() },
            Labels { labels: vec![word()], ..Labels::default() },
        ] {
            assert!(!labels.is_empty(), "{labels:?}");
        }
    }
}
