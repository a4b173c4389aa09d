//! Refusals of the sign-in service.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::Platform;

/// The refusal of a request that no client of this platform sends (RFC 6749, section 5.2).
pub(super) fn refuse(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_request", "error_description": why})))
        .into_response()
}

/// The answer of a token request that the disk or the table failed (RFC 6749 has no code for it; this
/// one is that of the authorization endpoint).
pub(super) fn unavailable() -> Response {
    let body = json!({"error": "temporarily_unavailable", "error_description":
        "Switchboard cannot store the session right now. Try again in a moment."});
    let again = [(header::RETRY_AFTER, "5")];
    (StatusCode::SERVICE_UNAVAILABLE, again, Json(body)).into_response()
}

/// The refusal where nobody signs in with one click.
pub(super) fn only_demo(platform: &Platform) -> Option<Response> {
    (!platform.issuer.demo).then(|| {
        let why = if platform.is_earnest() {
            "There is no demo sign-in in a workplace in earnest (switchboard serve)."
        } else if platform.issuer.passwords {
            "Demo sign-in is off, because the workplace began empty (--empty): people sign in by \
             password."
        } else {
            "Demo sign-in is off, because this platform is not bound to 127.0.0.1 only."
        };
        (StatusCode::FORBIDDEN, why).into_response()
    })
}
