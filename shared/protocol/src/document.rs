//! The documents under `docs/protocol/`.

/// Every generated document: its file name and its text.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    let pretty = |value| format!("{value:#}\n");
    vec![("schema.json", pretty(crate::schema::document()))]
}
