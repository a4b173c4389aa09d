//! The documents under `docs/protocol/`.

use crate::{asyncapi, openapi, reference, schema};

/// Every generated document: its file name and its text.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    let pretty = |value| format!("{value:#}\n");
    vec![
        ("schema.json", pretty(schema::document())),
        ("asyncapi.json", pretty(asyncapi::document())),
        ("openapi.json", pretty(openapi::document())),
        ("README.md", reference::readme()),
    ]
}
