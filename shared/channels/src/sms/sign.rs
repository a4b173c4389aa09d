//! `X-Twilio-Signature`: base 64 of an HMAC over the URL and the sorted fields of the form.
//!
//! * A form: URL, then each name and value, sorted by name; a name that stands there twice is
//!   followed by its values, each once, sorted.
//! * JSON: URL alone; its query holds `bodySHA256`, the SHA-256 of the body in hexadecimal.
//! * The key is the account's auth token, the hash SHA-1. Where a rule of the Webhooks
//!   configuration API applies, the key is a shared key, and a second header names the hash.
//!
//! Twilio signs some URLs with their port and some without, so that both count.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::form::pairs;
use super::{AUTH_TOKEN, SHARED_KEY, WEBHOOK_URL};
use crate::encode::{base64, hex, unbase64};
use crate::{Secrets, Unsigned, Webhook, mac};

/// The header that carries the signature, in lower case.
pub const SIGNATURE_HEADER: &str = "x-twilio-signature";
/// The header that names the key and the hash of a signature by a shared key, in lower case.
pub const SETTINGS_HEADER: &str = "x-twilio-webhooks-signature-settings";
/// The parameter of the query that holds the hash of a body of JSON.
const BODY_HASH: &str = "bodySHA256";

#[derive(Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
}

/// Checks a signature in constant time.
pub(super) fn verify(secrets: &Secrets, webhook: &Webhook<'_>) -> Result<(), Unsigned> {
    let header = (webhook.header)(SIGNATURE_HEADER).ok_or(Unsigned)?;
    let given = unbase64(header.trim()).ok_or(Unsigned)?;
    let (secret, hash) = match (webhook.header)(SETTINGS_HEADER).filter(|text| !text.is_empty()) {
        None => (secrets.get(AUTH_TOKEN), Hash::Sha1),
        Some(settings) => (secrets.get(SHARED_KEY), algorithm(&settings).ok_or(Unsigned)?),
    };
    // Without a secret no signature proves anything: HMAC would accept an empty key.
    if secret.is_empty() {
        return Err(Unsigned);
    }
    let tail = match (webhook.query)(BODY_HASH) {
        Some(wanted) => {
            if !hex(&Sha256::digest(webhook.body)).eq_ignore_ascii_case(&wanted) {
                return Err(Unsigned);
            }
            Vec::new()
        }
        None => sorted(webhook.body),
    };
    let proves = |url: &String| {
        let message = [url.as_bytes(), &tail].concat();
        match hash {
            Hash::Sha1 => mac::proves_sha1(secret, &message, &given),
            Hash::Sha256 => mac::proves_sha256(secret, &message, &given),
        }
    };
    if urls(secrets.get(WEBHOOK_URL), webhook.urls).iter().any(proves) {
        Ok(())
    } else {
        Err(Unsigned)
    }
}

/// The header's value for a form, as Twilio would send it.
#[must_use]
pub fn signature(auth_token: &str, url: &str, body: &[u8]) -> String {
    base64(&mac::sha1(auth_token, &[url.as_bytes(), &sorted(body)].concat()))
}

/// The hash that a settings header names; `None` for a hash that nobody knows.
fn algorithm(settings: &str) -> Option<Hash> {
    let parts = settings.split(',').filter_map(|part| part.split_once('='));
    let named = parts.map(|(name, value)| (name.trim(), value.trim()));
    match named.filter(|(name, _)| *name == "algorithm").map(|(_, value)| value).next() {
        Some("HMAC_SHA256") => Some(Hash::Sha256),
        Some("HMAC_SHA1") => Some(Hash::Sha1),
        _ => None,
    }
}

/// Names and values of a form, as the signature covers them.
fn sorted(body: &[u8]) -> Vec<u8> {
    let mut fields: BTreeMap<Vec<u8>, BTreeSet<Vec<u8>>> = BTreeMap::new();
    for (name, value) in pairs(body) {
        fields.entry(name).or_default().insert(value);
    }
    let mut out = Vec::new();
    for (name, values) in &fields {
        for value in values {
            out.extend_from_slice(name);
            out.extend_from_slice(value);
        }
    }
    out
}

/// Every URL that Twilio may have signed: those of the request, and the entered one with the
/// request's query, each with and without its port.
fn urls(entered: &str, seen: &[String]) -> Vec<String> {
    let entered = entered.trim();
    let mut all: Vec<String> = seen.to_vec();
    if !entered.is_empty() {
        all.push(entered.to_owned());
        let queries = seen.iter().filter_map(|url| url.split_once('?'));
        let base = entered.split(['?', '#']).next().unwrap_or_default();
        all.extend(queries.map(|(_, query)| format!("{base}?{query}")));
    }
    let ports = all.iter().flat_map(|url| both_ports(url)).collect::<BTreeSet<_>>();
    ports.into_iter().collect()
}

/// A URL with its port and without it.
fn both_ports(url: &str) -> Vec<String> {
    let Some((scheme, rest)) = url.split_once("://") else { return vec![url.to_owned()] };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let port = if scheme == "https" { 443 } else { 80 };
    let written =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let other = match written {
        Some((bare, _)) => format!("{scheme}://{bare}{path}"),
        None => format!("{scheme}://{host}:{port}{path}"),
    };
    vec![url.to_owned(), other]
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const BODY: &[u8] = b"Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212\
                          &Caller=%2B14158675309&From=%2B14158675309";
    /// The signature in Twilio's own tests for this form and the token 12345.
    const KNOWN: &str = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    fn checked(secrets: &Secrets, url: &str, headers: &[(&str, &str)], body: &[u8]) -> bool {
        let header = |name: &str| {
            headers.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let query = |name: &str| {
            let pairs = url.split_once('?')?.1.split('&').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(n, _)| *n == name).map(|(_, value)| value.to_owned()).next()
        };
        let urls = [url.to_owned()];
        let webhook =
            Webhook { urls: &urls, header: &header, query: &query, body, certificate: None };
        verify(secrets, &webhook).is_ok()
    }

    fn token() -> Secrets {
        Secrets::default().with(AUTH_TOKEN, "12345")
    }

    #[test]
    fn twilios_own_vector_is_accepted_in_any_order_of_the_fields() {
        assert_eq!(signature("12345", URL, BODY), KNOWN);
        assert!(checked(&token(), URL, &[(SIGNATURE_HEADER, KNOWN)], BODY));
    }

    #[test]
    fn a_port_that_a_proxy_adds_or_takes_changes_nothing() {
        let with = URL.replace(".com/", ".com:443/");
        assert!(checked(&token(), &with, &[(SIGNATURE_HEADER, KNOWN)], BODY));
        let signed = signature("12345", &with, BODY);
        assert!(checked(&token(), URL, &[(SIGNATURE_HEADER, &signed)], BODY));
    }

    #[test]
    fn the_entered_address_counts_where_a_proxy_hides_the_real_one() {
        let seen = "http://10.0.0.7:8080/webhooks/sms/a1?mark=t.7";
        let entered = "https://desk.example/webhooks/sms/a1#rc=3";
        let signed = signature("12345", "https://desk.example/webhooks/sms/a1?mark=t.7", BODY);
        let secrets = token().with(WEBHOOK_URL, entered);
        assert!(checked(&secrets, seen, &[(SIGNATURE_HEADER, &signed)], BODY));
        assert!(!checked(&token(), seen, &[(SIGNATURE_HEADER, &signed)], BODY));
    }

    #[test]
    fn one_other_byte_url_field_or_token_is_refused() {
        let known = [(SIGNATURE_HEADER, KNOWN)];
        for at in 0..BODY.len() {
            let mut other = BODY.to_vec();
            other[at] ^= 1;
            // Some bits change nothing in the decoded form, such as the case of %2b.
            if sorted(&other) != sorted(BODY) {
                assert!(!checked(&token(), URL, &known, &other), "byte {at}");
            }
        }
        assert!(!checked(&token(), &URL.replace("foo=1", "foo=2"), &known, BODY));
        assert!(!checked(&Secrets::default().with(AUTH_TOKEN, "12346"), URL, &known, BODY));
        assert!(!checked(&token(), URL, &known, &[BODY, b"&Extra=1"].concat()));
    }

    #[test]
    fn a_doubled_field_is_signed_once_for_each_value() {
        let twice = [BODY, b"&Digits=9&Digits=1234"].concat();
        let signed = signature("12345", URL, &twice);
        assert_ne!(signed, KNOWN);
        assert!(checked(&token(), URL, &[(SIGNATURE_HEADER, &signed)], &twice));
        assert_eq!(signature("12345", URL, &[BODY, b"&Digits=1234"].concat()), KNOWN);
    }

    #[test]
    fn a_missing_or_strange_signature_and_an_empty_token_are_refused() {
        for bad in ["", "x", "=====", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8Bg="]
        {
            assert!(!checked(&token(), URL, &[(SIGNATURE_HEADER, bad)], BODY), "{bad}");
        }
        assert!(!checked(&token(), URL, &[], BODY));
        let empty = signature("", URL, BODY);
        assert!(!checked(&Secrets::default(), URL, &[(SIGNATURE_HEADER, &empty)], BODY));
    }

    #[test]
    fn a_body_of_json_is_signed_by_its_hash_in_the_url() {
        let body = br#"{"property": "value", "boolean": true}"#;
        let url = format!(
            "{URL}&{BODY_HASH}=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
        );
        let known = [(SIGNATURE_HEADER, "a9nBmqA0ju/hNViExpshrM61xv4=")];
        assert!(checked(&token(), &url, &known, body));
        assert!(!checked(&token(), &url, &known, br#"{"property": "value", "boolean": false}"#));
    }

    #[test]
    fn a_shared_key_signs_by_the_hash_that_its_header_names() {
        let secrets = token().with(SHARED_KEY, "shared");
        let signed = base64(&mac::sha256("shared", &[URL.as_bytes(), &sorted(BODY)].concat()));
        let with = |settings: &str| {
            checked(
                &secrets,
                URL,
                &[(SIGNATURE_HEADER, &signed), (SETTINGS_HEADER, settings)],
                BODY,
            )
        };
        assert!(with("key=KS1,algorithm=HMAC_SHA256"));
        assert!(!with("key=KS1,algorithm=HMAC_MD5"));
        assert!(!with("key=KS1,algorithm=HMAC_SHA1"));
        let known = [(SIGNATURE_HEADER, KNOWN), (SETTINGS_HEADER, "key=KS1,algorithm=HMAC_SHA1")];
        assert!(!checked(&token(), URL, &known, BODY), "no shared key is entered");
    }
}
