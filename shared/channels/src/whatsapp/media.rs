//! The files of customers: Meta names a file by an id, looks its address up on request, and hands
//! the bytes out at that address, for five minutes, to whoever shows the token again.
//!
//! Facts from Meta's page "Media" of 16 June 2026; `docs/decisions/0056-customers-media.md` names it.

use crate::encode::percent;
use crate::fetch::{get, origin};
use crate::{Fetch, Request, Secrets};
use serde_json::Value;

use super::{ACCESS_TOKEN, GRAPH_URL};

/// The host at which Meta hands out the files of WhatsApp.
const STORE: &str = "https://lookaside.fbsbx.com";

/// The request that looks up a file's address.
pub(super) fn lookup(secrets: &Secrets, id: &str) -> Option<Fetch> {
    let base = secrets.get(GRAPH_URL);
    if id.is_empty() || base.is_empty() {
        return None;
    }
    let url = format!("{base}/{}", percent(id));
    Some(Fetch::Lookup(get(&url, vec![token(secrets)])))
}

/// The request for the file, from Meta's answer. The token goes to Meta's own store only, or to the
/// place that stands in for the Graph API.
pub(super) fn found(secrets: &Secrets, body: &[u8]) -> Option<Request> {
    let answer: Value = serde_json::from_slice(body).ok()?;
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
            WhatsApp.found(&secrets(), body.as_bytes()).map(|request| request.headers.len())
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
        assert_eq!(WhatsApp.found(&secrets(), b"{}"), None);
    }
}
