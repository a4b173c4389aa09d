//! The signature of X's webhooks, and the challenge by which X checks that a webhook is ours: both
//! are `sha256=` and base 64 of an HMAC-SHA-256 under the app's consumer secret.

use serde_json::json;

use crate::encode::{base64, unbase64};
use crate::{Reply, Unsigned, mac};

/// The header that carries the signature, in lower case.
pub const SIGNATURE_HEADER: &str = "x-twitter-webhooks-signature";

/// Checks a signature in constant time.
pub(super) fn verify(secret: &str, header: Option<&str>, body: &[u8]) -> Result<(), Unsigned> {
    // Without a secret no signature proves anything: HMAC would accept an empty key.
    if secret.is_empty() {
        return Err(Unsigned);
    }
    let text = header.and_then(|h| h.trim().strip_prefix("sha256=")).ok_or(Unsigned)?;
    let given = unbase64(text).ok_or(Unsigned)?;
    if mac::proves_sha256(secret, body, &given) { Ok(()) } else { Err(Unsigned) }
}

/// The header's value for a body, as X would send it.
#[must_use]
pub fn signature(secret: &str, body: &[u8]) -> String {
    format!("sha256={}", base64(&mac::sha256(secret, body)))
}

/// The answer to a challenge-response check.
pub(super) fn challenge(secret: &str, token: &str) -> Option<Reply> {
    if secret.is_empty() || token.is_empty() {
        return None;
    }
    let body = json!({"response_token": signature(secret, token.as_bytes())}).to_string();
    Some(Reply { mime: "application/json", body })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"for_user_id":"1"}"#;

    #[test]
    fn a_challenge_is_answered_by_its_hash() {
        // printf foo | openssl dgst -sha256 -hmac test -binary | base64
        let token = "sha256=HlU5y5rWhNi1SHftUCyOxuT6JRuDqeVBKWp1yvldR04=";
        let reply = challenge("test", "foo").unwrap();
        assert_eq!(reply.body, format!("{{\"response_token\":\"{token}\"}}"));
        assert_eq!(reply.mime, "application/json");
        assert_eq!(challenge("", "foo"), None);
        assert_eq!(challenge("test", ""), None);
    }

    #[test]
    fn a_signature_holds_for_its_bytes_and_secret_only() {
        let header = signature("s", BODY);
        assert_eq!(verify("s", Some(&header), BODY), Ok(()));
        for at in 0..BODY.len() {
            let mut other = BODY.to_vec();
            other[at] ^= 1;
            assert_eq!(verify("s", Some(&header), &other), Err(Unsigned), "byte {at}");
        }
        assert_eq!(verify("t", Some(&header), BODY), Err(Unsigned));
        for bad in [None, Some(""), Some("sha256="), Some("sha1=AA=="), Some("sha256=!")] {
            assert_eq!(verify("s", bad, BODY), Err(Unsigned), "{bad:?}");
        }
        assert_eq!(verify("", Some(&signature("", BODY)), BODY), Err(Unsigned));
    }
}
