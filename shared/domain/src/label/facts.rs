//! Title, tags and labels of a conversation change.

use crate::Marks;
use serde::{Deserialize, Serialize};

/// Tags were put on the conversation or taken off it (F83).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tagged {
    /// Which came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Which went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

/// Labels were put on the conversation or taken off it (F84).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    /// Which came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// Which went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
}

/// The conversation is called something else (F67).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// What; none: it has no name of its own any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
}

impl Tagged {
    /// Tags go, then tags come.
    pub(crate) fn fold(&self, marks: &mut Marks) {
        exchange(&mut marks.tags, &self.added, &self.removed);
    }
}

impl Labelled {
    /// Labels go, then labels come.
    pub(crate) fn fold(&self, marks: &mut Marks) {
        exchange(&mut marks.labels, &self.added, &self.removed);
    }
}

fn exchange(words: &mut Vec<String>, added: &[String], removed: &[String]) {
    words.retain(|word| !removed.contains(word));
    words.extend(added.iter().cloned());
}
