//! Encoding frames as bytes.

/// Returns a frame as the bytes that a socket gets.
pub(crate) fn encode<T: serde::Serialize>(push: &T) -> Vec<u8> {
    #[expect(clippy::expect_used, reason = "the protocol's types hold only what JSON can")]
    serde_json::to_vec(push).expect("a frame is JSON")
}
