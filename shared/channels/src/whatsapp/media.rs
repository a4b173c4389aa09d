//! The files of customers: Meta names a file by an id, looks its address up on request, and hands
//! the bytes out at that address, for five minutes, to whoever shows the token again.
//!
//! Facts from Meta's page "Media" of 16 June 2026; `docs/decisions/0056-customers-media.md` names it.

use crate::encode::percent;
use crate::fetch::{get, origin};
use crate::{Fetch, Found, Request, Secrets};
use serde_json::Value;

use super::{ACCESS_TOKEN, GRAPH_URL};

/// The host at which Meta hands out the files of WhatsApp.
const STORE: &str = "https://lookaside.fbsbx.com";
/// Meta's code for an id that it does not know, or not any more. A token that lapsed has another.
const UNKNOWN: i64 = 100;

/// The request that looks up a file's address.
pub(super) fn lookup(secrets: &Secrets, id: &str) -> Option<Fetch> {
    let base = secrets.get(GRAPH_URL);
    if id.is_empty() || base.is_empty() {
        return None;
    }
    let url = format!("{base}/{}", percent(id));
    Some(Fetch::Lookup(get(&url, vec![token(secrets)])))
}

/// Reads Meta's answer to the look-up.
pub(super) fn found(secrets: &Secrets, status: u16, body: &[u8]) -> Found {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let gone = matches!(status, 404 | 410) || answer["error"]["code"] == UNKNOWN;
    match address(secrets, &answer).filter(|_| status == 200) {
        Some(request) => Found::At(request),
        None if gone => Found::Gone,
        None => Found::Later { reason: format!("the look-up was answered with {status}") },
    }
}

/// The request for the file. The token goes to Meta's own store only, or to the place that stands in
/// for the Graph API.
fn address(secrets: &Secrets, answer: &Value) -> Option<Request> {
    let url = answer["url"].as_str()?;
    let host = origin(url)?;
    let ours = host == STORE || Some(host) == origin(secrets.get(GRAPH_URL));
    Some(get(url, if ours { vec![token(secrets)] } else { Vec::new() }))
}

fn token(secrets: &Secrets) -> (&'static str, String) {
    ("authorization", format!("Bearer {}", secrets.get(ACCESS_TOKEN)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Channel as _;
    use crate::whatsapp::WhatsApp;
    use domain::Millis;

    fn secrets() -> Secrets {
        Secrets::default().with(GRAPH_URL, "https://graph.test/v26.0").with(ACCESS_TOKEN, "t")
    }

    #[test]
    fn a_file_is_looked_up_by_its_id_with_the_token() {
        let fetch = WhatsApp.file(&secrets(), "106/../x?y", Millis(0)).unwrap();
        let Fetch::Lookup(request) = fetch else { panic!("{fetch:?}") };
        assert_eq!(request.url, "https://graph.test/v26.0/106%2F..%2Fx%3Fy");
        assert_eq!(request.headers, [("authorization", "Bearer t".to_owned())]);
        assert_eq!(WhatsApp.file(&secrets(), "", Millis(0)), None);
    }

    #[test]
    fn only_metas_own_store_gets_the_token() {
        let sent = |url: &str| {
            let body = serde_json::json!({"url": url, "mime_type": "image/jpeg"}).to_string();
            match WhatsApp.found(&secrets(), 200, body.as_bytes()) {
                Found::At(request) => Some(request.headers.len()),
                _ => None,
            }
        };
        let store = "https://lookaside.fbsbx.com";
        assert_eq!(sent(&format!("{store}/whatsapp_business/attachments/?mid=1&ext=2")), Some(1));
        assert_eq!(sent("https://graph.test/file"), Some(1));
        for other in [
            "https://lookaside.fbsbx.com.evil.test/x",
            "http://lookaside.fbsbx.com/x",
            "https://evil.test/https://lookaside.fbsbx.com/",
            "https://lookaside.fbsbx.com:8443/x",
        ] {
            assert_eq!(sent(other), Some(0), "{other}");
        }
        for none in ["https://lookaside.fbsbx.com@evil.test/x", "https://a\\@b/", "lookaside", ""] {
            assert_eq!(sent(none), None, "{none}");
        }
    }

    #[test]
    fn an_id_that_meta_does_not_know_is_gone_and_a_lapsed_token_is_not() {
        let read = |status, code: i64| {
            let body = serde_json::json!({"error": {"code": code}}).to_string();
            WhatsApp.found(&secrets(), status, body.as_bytes())
        };
        assert_eq!(
            [read(400, 100), read(404, 0), read(410, 0)],
            [Found::Gone, Found::Gone, Found::Gone]
        );
        for (status, code) in [(400, 190), (401, 190), (429, 4), (500, 2), (200, 0)] {
            assert!(matches!(read(status, code), Found::Later { .. }), "{status} {code}");
        }
    }
}
