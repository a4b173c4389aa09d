//! Ids that stand in the program's own text.

/// Reads an id that stands in the program's text.
pub(crate) fn id<T: std::str::FromStr<Err = domain::id::InvalidId>>(text: &str) -> T {
    #[expect(clippy::expect_used, reason = "the ids below are literals, and a test reads them all")]
    text.parse().expect("a literal id")
}
