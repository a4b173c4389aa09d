//! `X-Hub-Signature-256`: HMAC-SHA-256 of the raw body under the app secret, in hexadecimal.

use crate::encode::{hex, unhex};
use crate::{Reply, Unsigned, mac};

/// The header that carries the signature, in lower case.
pub const SIGNATURE_HEADER: &str = "x-hub-signature-256";

/// Checks a signature in constant time.
pub(crate) fn verify(secret: &str, header: Option<&str>, body: &[u8]) -> Result<(), Unsigned> {
    // Without a secret no signature proves anything: HMAC would accept an empty key.
    if secret.is_empty() {
        return Err(Unsigned);
    }
    let hex = header.and_then(|h| h.strip_prefix("sha256=")).ok_or(Unsigned)?;
    let given = unhex(hex).filter(|bytes| bytes.len() == 32).ok_or(Unsigned)?;
    if mac::proves_sha256(secret, body, &given) { Ok(()) } else { Err(Unsigned) }
}

/// The header's value for a body, as the provider would send it.
#[must_use]
pub fn signature(secret: &str, body: &[u8]) -> String {
    format!("sha256={}", hex(&mac::sha256(secret, body)))
}

/// The answer to Meta's handshake: the challenge, for the caller who knows our token.
pub(crate) fn challenge(ours: &str, query: &dyn Fn(&str) -> Option<String>) -> Option<Reply> {
    let asked = query("hub.mode").as_deref() == Some("subscribe");
    let known = !ours.is_empty() && query("hub.verify_token").as_deref() == Some(ours);
    if asked && known { query("hub.challenge").map(Reply::text) } else { None }
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
