//! Commands that name, tag and label a conversation.

/// Put tags on it and take tags off it (F83).
#[derive(Debug, Clone, PartialEq)]
pub struct PutTags {
    /// Which come.
    pub add: Vec<String>,
    /// Which go.
    pub remove: Vec<String>,
}

/// Put labels on it and take labels off it (F84).
#[derive(Debug, Clone, PartialEq)]
pub struct PutLabels {
    /// Which come.
    pub add: Vec<String>,
    /// Which go.
    pub remove: Vec<String>,
}

/// Give it a name that people can say (F67).
#[derive(Debug, Clone, PartialEq)]
pub struct GiveName {
    /// Which; none: it has none from now on.
    pub alias: Option<String>,
}
