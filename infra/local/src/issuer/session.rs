//! Sessions at the sign-in service: their refresh tokens, the revocation of these, and signing out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::token::answer;
use super::{BadKey, hex, ours, random, refuse, seconds};
use crate::Platform;

const RENEWAL_SECONDS: i64 = 30 * 24 * 60 * 60;

/// The refresh tokens and their agents, until this process ends.
#[derive(Default)]
pub(super) struct Renewals(Mutex<HashMap<String, Renewal>>);

impl Renewals {
    /// Forgets the agent's refresh tokens: a new password ends the sessions that the old one began.
    pub(super) fn forget(&self, agent: &str) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, renewal| renewal.agent != agent);
    }
}

struct Renewal {
    agent: String,
    expires: i64,
}

/// Exchanges a refresh token for a new token and another refresh token, and uses it up.
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

/// Revokes a refresh token (RFC 7009). The answer is the same whether the token existed or not.
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

/// OpenID Connect RP-Initiated Logout. Nobody stays signed in at this service, so that it has
/// nothing to end; it leads back to the page that the browser came from, if that is here.
pub(super) async fn logout(
    State(platform): State<Arc<Platform>>,
    Query(request): Query<Logout>,
) -> Response {
    let back = &request.post_logout_redirect_uri;
    Redirect::to(if ours(&platform, back) { back } else { "/" }).into_response()
}

/// Issues a refresh token, which renews the session once.
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
