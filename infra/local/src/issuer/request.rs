//! A request for sign-in, as a client of this platform sends it.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{CLIENT_ID, refuse};
use crate::Platform;

#[derive(Deserialize, Serialize, Clone)]
pub(super) struct Authorize {
    pub client_id: String,
    pub redirect_uri: String,
    #[serde(default)]
    pub state: String,
    #[serde(default)]
    pub code_challenge: String,
    #[serde(default)]
    pub code_challenge_method: String,
    pub nonce: Option<String>,
    pub login_hint: Option<String>,
    /// Whether the form for the first admin asks for a code.
    #[serde(skip)]
    pub setup_code_needed: bool,
}

impl Authorize {
    /// The request's own fields, for a form that hands them on.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let fields = serde_json::to_value(self).unwrap_or_default();
        let text =
            |(name, value): (&String, &Value)| Some((name.clone(), value.as_str()?.to_owned()));
        fields.as_object().into_iter().flatten().filter_map(text).collect()
    }
}

/// Refuses a request that no client of this platform sends.
pub(super) fn fits(platform: &Platform, request: &Authorize) -> Result<(), Response> {
    if request.client_id != CLIENT_ID {
        return Err(refuse("client_id is not known"));
    }
    if !ours(platform, &request.redirect_uri) {
        let why = format!(
            "redirect_uri does not lead back to this platform: open the console at {}/, or start \
             Switchboard with --url and the address that the browser shows",
            platform.base_url
        );
        return Err(refuse(&why));
    }
    if request.code_challenge.is_empty() || request.code_challenge_method != "S256" {
        return Err(refuse("PKCE with S256 is required"));
    }
    Ok(())
}

/// Whether an address is one of this platform: its own, or a loopback address of the same port under
/// another name.
pub(super) fn ours(platform: &Platform, redirect_uri: &str) -> bool {
    let own = format!("{}/", platform.base_url);
    if redirect_uri.starts_with(&own) {
        return true;
    }
    let Some(port) = platform.base_url.strip_prefix("http://localhost:") else { return false };
    [format!("http://localhost:{port}/"), format!("http://127.0.0.1:{port}/")]
        .iter()
        .any(|base| redirect_uri.starts_with(base.as_str()))
}

pub(super) fn query(request: &Authorize) -> String {
    let pairs =
        request.fields().into_iter().map(|(name, value)| format!("{name}={}", escape(&value)));
    pairs.collect::<Vec<_>>().join("&")
}

pub(super) fn escape(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect()
}

/// The refusal where this machine's own sign-in does not ask for passwords.
pub(super) fn closed(platform: &Platform) -> Option<Response> {
    (!platform.issuer.passwords).then(|| refuse("this platform has no sign-in by password"))
}
