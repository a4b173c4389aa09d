//! Commands that name, tag and label a conversation.

/// Put tags on the conversation and take tags off it (F83).
#[derive(Debug, Clone, PartialEq)]
pub struct PutTags {
    /// The tags to put on.
    pub add: Vec<String>,
    /// The tags to take off.
    pub remove: Vec<String>,
}

/// Put labels on the conversation and take labels off it (F84).
#[derive(Debug, Clone, PartialEq)]
pub struct PutLabels {
    /// The labels to put on.
    pub add: Vec<String>,
    /// The labels to take off.
    pub remove: Vec<String>,
}

/// Give the conversation a name that people can say (F67).
#[derive(Debug, Clone, PartialEq)]
pub struct GiveName {
    /// The new name; `None` takes the name away.
    pub alias: Option<String>,
}
