//! Sections of the reference page, and the documents' names of types.

pub(crate) const README: &str = include_str!("../../../docs/protocol/README.md");

/// A section of the reference, for the other documents. Empty if there is no section of that name,
/// which a test rules out.
pub(crate) fn section(name: &str) -> &'static str {
    let begin = format!("<!-- section: {name} -->");
    let rest = README.split_once(&begin).map_or("", |(_, rest)| rest);
    rest.split_once("<!-- /section -->").map_or("", |(text, _)| text).trim()
}

/// The components' name for a definition of the schema document.
pub(crate) fn component(reference: &str) -> String {
    reference.replace("#/$defs/", "#/components/schemas/")
}
