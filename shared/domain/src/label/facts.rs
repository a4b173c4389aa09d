//! Changes of a conversation's title, tags and labels.

use crate::Labels;
use serde::{Deserialize, Serialize};

/// An agent put tags on the conversation or took tags off it (F83).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tagged {
    /// The tags that were put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// The tags that were taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

/// An agent put labels on the conversation or took labels off it (F84).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    /// The labels that were put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// The labels that were taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

/// The conversation has another name (F67).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// The new name; `None` if the conversation has no name of its own any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
}

impl Tagged {
    /// Takes tags off, then puts tags on.
    pub(crate) fn fold(&self, labels: &mut Labels) {
        exchange(&mut labels.tags, &self.added, &self.removed);
    }
}

impl Labelled {
    /// Takes labels off, then puts labels on.
    pub(crate) fn fold(&self, labels: &mut Labels) {
        exchange(&mut labels.labels, &self.added, &self.removed);
    }
}

fn exchange(words: &mut Vec<String>, added: &[String], removed: &[String]) {
    words.retain(|word| !removed.contains(word));
    words.extend(added.iter().cloned());
}
