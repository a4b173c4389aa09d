//! `X-Hub-Signature-256`: HMAC-SHA-256 of the raw body under the app secret, in hexadecimal.

use std::fmt::Write as _;

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::Unsigned;

/// The header that carries the signature, in lower case.
pub const SIGNATURE_HEADER: &str = "x-hub-signature-256";

/// Checks a signature in constant time.
pub(super) fn verify(secret: &str, header: Option<&str>, body: &[u8]) -> Result<(), Unsigned> {
    // Without a secret no signature proves anything: HMAC would accept an empty key.
    if secret.is_empty() {
        return Err(Unsigned);
    }
    let hex = header.and_then(|h| h.strip_prefix("sha256=")).ok_or(Unsigned)?;
    let given = decode(hex).ok_or(Unsigned)?;
    mac(secret, body).verify_slice(&given).map_err(|_| Unsigned)
}

/// The header's value for a body, as the provider would send it.
#[must_use]
pub fn signature(secret: &str, body: &[u8]) -> String {
    let mut text = "sha256=".to_owned();
    for byte in mac(secret, body).finalize().into_bytes() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn mac(secret: &str, body: &[u8]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any key length");
    mac.update(body);
    mac
}

fn decode(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    digits
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|p| u8::from_str_radix(p, 16).ok()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"object":"whatsapp_business_account","entry":[]}"#;

    #[test]
    fn the_known_vector_is_accepted() {
        let header = "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";
        assert_eq!(signature("test_app_secret", BODY), header);
        assert_eq!(verify("test_app_secret", Some(header), BODY), Ok(()));
    }

    #[test]
    fn one_changed_byte_is_refused() {
        let header = signature("s", BODY);
        let mut other = BODY.to_vec();
        other[0] = b' ';
        assert_eq!(verify("s", Some(&header), &other), Err(Unsigned));
    }

    #[test]
    fn a_missing_short_or_strange_signature_is_refused() {
        for bad in [None, Some(""), Some("sha256="), Some("sha1=00"), Some("sha256=zz")] {
            assert_eq!(verify("s", bad, BODY), Err(Unsigned), "{bad:?}");
        }
        assert_eq!(verify("", Some(&signature("", BODY)), BODY), Err(Unsigned));
    }
}
