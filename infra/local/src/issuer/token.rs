//! Tokens: the exchange of a code for them.

use crate::Platform;
use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, PoisonError};

use super::sessions::Renewed;
use super::*;

#[derive(Deserialize)]
pub(super) struct Exchange {
    grant_type: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    code_verifier: String,
    #[serde(default)]
    redirect_uri: String,
    #[serde(default)]
    refresh_token: String,
}

pub(super) async fn token(
    State(platform): State<Arc<Platform>>,
    Form(request): Form<Exchange>,
) -> Response {
    match request.grant_type.as_str() {
        "authorization_code" => {}
        "refresh_token" => return session::renew(&platform, &request.refresh_token).await,
        _ => return refuse("only authorization_code and refresh_token are offered"),
    }
    let grant = {
        let mut codes = platform.issuer.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.remove(&request.code)
    };
    let verified = grant.filter(|grant| {
        let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(request.code_verifier.as_bytes()));
        grant.expires > seconds()
            && grant.redirect_uri == request.redirect_uri
            && grant.challenge == hash
    });
    let Some(grant) = verified else { return refuse("the code is unknown, used or expired") };
    let Grant { agent, browser, cookie, nonce, .. } = &grant;
    begin(&platform, agent, (browser, cookie), nonce.as_deref()).await
}

#[derive(Deserialize)]
pub(super) struct DemoToken {
    agent: String,
}

/// Issues a token without a browser, for `curl` and for experiments.
pub(super) async fn demo_token(
    State(platform): State<Arc<Platform>>,
    Query(wanted): Query<DemoToken>,
) -> Response {
    match only_demo(&platform) {
        Some(refusal) => refusal,
        None => begin(&platform, &wanted.agent, ("", ""), None).await,
    }
}

/// Begins a session, and answers with its first tokens. `from`: the browser, and the secret of its
/// account page.
async fn begin(
    platform: &Arc<Platform>,
    agent: &str,
    from: (&str, &str),
    nonce: Option<&str>,
) -> Response {
    match agents(platform).await {
        Ok(all) if all.iter().any(|one| one.profile.id.as_str() == agent) => {}
        Ok(_) => return refuse("there is no such agent"),
        Err(_) => return unavailable(),
    }
    match platform.issuer.sessions.begin(agent, from.0, from.1, now()) {
        Ok(begun) => answer(platform, &begun, nonce).await,
        Err(error) => {
            tracing::error!(%error, "a session did not begin");
            unavailable()
        }
    }
}

/// The tokens of a session.
pub(super) async fn answer(
    platform: &Arc<Platform>,
    renewed: &Renewed,
    nonce: Option<&str>,
) -> Response {
    let Ok(agents) = agents(platform).await else {
        return unavailable();
    };
    let Some(agent) = agents.iter().find(|a| a.profile.id.as_str() == renewed.session.agent) else {
        return refuse("there is no such agent");
    };
    if let Err(error) = rebind(platform, agent).await {
        tracing::error!(%error, "the agent's record stays bound to another issuer");
        return unavailable();
    }
    // The demo's tokens outlive its sessions, which live in memory: they name none.
    let named = platform.issuer.passwords;
    let token = platform.issuer.token_with(agent, nonce, seconds(), |claims| {
        if named {
            claims["sid"] = json!(renewed.id);
        }
    });
    match token {
        Ok(token) => {
            let body = json!({"id_token": token, "access_token": token, "token_type": "Bearer",
                              "refresh_token": renewed.refresh, "expires_in": TOKEN_SECONDS});
            ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Lets go of the account that an agent had under another address of this platform, or at an issuer
/// from before: the agent gave the password that belongs to the record, or chose one of the demo's
/// people.
async fn rebind(
    platform: &Arc<Platform>,
    agent: &store::settings::directory::Agent,
) -> store::Result<()> {
    let elsewhere = |bound: &store::SignIn| bound.issuer != platform.issuer.url;
    if agent.signs_in.as_ref().is_some_and(elsewhere) {
        platform.own().store.unbind_sign_in(&agent.profile.id).await?;
        platform.own().refresh_directory();
    }
    Ok(())
}
