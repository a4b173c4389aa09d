//! How a session goes on without its agent, and how it ends: refresh tokens, their revocation, and
//! signing out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{BadKey, answer, hex, ours, random, refuse, seconds};
use crate::Platform;

const RENEWAL_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Whose sessions are renewed by which token, until this process ends.
#[derive(Default)]
pub(super) struct Renewals(Mutex<HashMap<String, Renewal>>);

struct Renewal {
    agent: String,
    expires: i64,
}

/// A token for who has one that ends. The token that renews is used up, and answered with another.
pub(super) async fn renew(platform: &Arc<Platform>, token: &str) -> Response {
    let renewal = {
        let mut all = platform.issuer.renewals.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(token)
    };
    match renewal.filter(|renewal| renewal.expires > seconds()) {
        Some(renewal) => answer(platform, &renewal.agent, None).await,
        None => refuse("the refresh token is unknown, used or expired"),
    }
}

#[derive(Deserialize)]
pub(super) struct Revoke {
    #[serde(default)]
    token: String,
}

/// RFC 7009: answered alike, whether there was such a token or not.
pub(super) async fn revoke(
    State(platform): State<Arc<Platform>>,
    Form(request): Form<Revoke>,
) -> StatusCode {
    let mut all = platform.issuer.renewals.0.lock().unwrap_or_else(PoisonError::into_inner);
    all.remove(&request.token);
    StatusCode::OK
}

#[derive(Deserialize)]
pub(super) struct Logout {
    #[serde(default)]
    post_logout_redirect_uri: String,
}

/// OpenID Connect RP-Initiated Logout. Nobody stays signed in at this service, so that there is
/// nothing to end; it leads back to where one came from, if that is here.
pub(super) async fn logout(
    State(platform): State<Arc<Platform>>,
    Query(request): Query<Logout>,
) -> Response {
    let back = &request.post_logout_redirect_uri;
    Redirect::to(if ours(&platform, back) { back } else { "/" }).into_response()
}

/// A token that renews the session once.
pub(super) fn renewal(platform: &Platform, agent: &str) -> Result<String, BadKey> {
    let mut bytes = [0_u8; 24];
    random(&mut bytes)?;
    let (token, now) = (hex(&bytes), seconds());
    let mut all = platform.issuer.renewals.0.lock().unwrap_or_else(PoisonError::into_inner);
    all.retain(|_, renewal| renewal.expires > now);
    let expires = now + RENEWAL_SECONDS;
    all.insert(token.clone(), Renewal { agent: agent.to_owned(), expires });
    Ok(token)
}
