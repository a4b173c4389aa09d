//! Random text for ids and tokens.

use crate::Failure;

/// 128 random bits as text.
pub(crate) fn random_text() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)
        .map_err(|e| Failure::Service { what: "randomness", why: e.to_string() })?;
    Ok(bytes.iter().fold(String::with_capacity(32), |mut text, byte| {
        use std::fmt::Write as _;
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
