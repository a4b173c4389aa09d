//! The life of a session at the sign-in service: its renewal, its revocation, its end.

use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::Value;

use super::sessions::Session;
use super::token::answer;
use super::{now, ours, refuse, unavailable};
use crate::Platform;

/// Exchanges a refresh token for a new token and another refresh token, and uses it up.
pub(super) async fn renew(platform: &Arc<Platform>, token: &str) -> Response {
    let gone = || refuse("the refresh token is unknown, used or expired");
    let sessions = &platform.issuer.sessions;
    let Some((id, session)) = sessions.renewed_by(token, now()) else {
        // Somebody else has the token, too: nobody knows who is the thief, and both sign in anew.
        if let Some(id) = sessions.spent(token, now()) {
            tracing::warn!(session = id, "a used refresh token came again; its session has ended");
            end_where(platform, |one, _| one == id);
        }
        return gone();
    };
    match is_over(platform, &session).await {
        Ok(false) => {}
        Ok(true) => {
            end_where(platform, |one, _| one == id);
            return gone();
        }
        Err(_) => return unavailable(),
    }
    match sessions.renew(token, now()) {
        Ok(Some(renewed)) => answer(platform, &renewed, None).await,
        Ok(None) => gone(),
        Err(error) => {
            tracing::error!(%error, "a session was not renewed");
            unavailable()
        }
    }
}

/// Whether the table ended the agent's sessions after this one began: an admin deactivated the
/// agent or unbound the record, or the agent signed out everywhere.
pub(super) async fn is_over(platform: &Arc<Platform>, session: &Session) -> store::Result<bool> {
    let own = platform.own();
    // An admin deactivates agents while this process remembers the directory.
    let directory = own.store.directory().await?;
    let agent = directory.agents.values().find(|a| a.profile.id.as_str() == session.agent);
    let Some(agent) = agent.filter(|agent| agent.active) else { return Ok(true) };
    let id = &agent.profile.id;
    let ended = own.store.batch([id], &[], None).await?;
    let ended = ended.workloads.get(id).and_then(|workload| workload.ended);
    Ok(ended.is_some_and(|ended| session.since <= ended))
}

/// Ends the sessions that fit, and closes their sockets. Returns whether the disk took it.
pub(super) fn end_where(platform: &Platform, fits: impl Fn(&str, &Session) -> bool) -> bool {
    match platform.issuer.sessions.end(fits) {
        Ok(sockets) => {
            for socket in sockets {
                platform.gateway.close(&socket);
            }
            true
        }
        Err(error) => {
            tracing::error!(%error, "sessions were not ended");
            false
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Revoke {
    #[serde(default)]
    token: String,
}

/// Revokes a refresh token (RFC 7009) and ends its session. The answer is the same whether the
/// token existed or not.
pub(super) async fn revoke(
    State(platform): State<Arc<Platform>>,
    Form(request): Form<Revoke>,
) -> StatusCode {
    match platform.issuer.sessions.renewed_by(&request.token, now()) {
        Some((id, _)) if !end_where(&platform, |one, _| one == id) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::OK,
    }
}

#[derive(Deserialize)]
pub(super) struct Logout {
    #[serde(default)]
    post_logout_redirect_uri: String,
}

/// OpenID Connect RP-Initiated Logout. The revocation of the refresh token has ended the session;
/// this leads back to the page that the browser came from, if that is here.
pub(super) async fn logout(
    State(platform): State<Arc<Platform>>,
    Query(request): Query<Logout>,
) -> Response {
    let back = &request.post_logout_redirect_uri;
    Redirect::to(if ours(&platform, back) { back } else { "/" }).into_response()
}

/// The session that a bearer token names. The functions verify the token; this only reads it.
/// `None`: a token of somebody else, or of the demo.
pub(crate) fn of_bearer(platform: &Platform, headers: &HeaderMap) -> Option<String> {
    if platform.issuer.external {
        return None;
    }
    let bearer = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let claims = bearer.rsplit(' ').next()?.split('.').nth(1)?;
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()?;
    Some(claims.get("sid")?.as_str()?.to_owned())
}

/// Refuses a token whose session has ended. `None`: the functions decide.
pub(crate) fn ended(platform: &Platform, headers: &HeaderMap) -> Option<protocol::Refused> {
    let session = of_bearer(platform, headers)?;
    let holds = platform.issuer.sessions.holds(&session, now());
    (!holds).then(|| {
        let message = "Your session has been ended.";
        protocol::Refused::new("unauthenticated", message, "Sign in again.")
    })
}

/// Ends all sessions of the agent whose bearer token signed out.
pub(crate) fn signed_out(platform: &Platform, headers: &HeaderMap) {
    let agent = of_bearer(platform, headers)
        .and_then(|session| platform.issuer.sessions.agent_of(&session));
    if let Some(agent) = agent {
        // Where the disk fails, the table's moment of the end holds all the same.
        end_where(platform, |_, session| session.agent == agent);
    }
}

/// Notes that a ticket was given to the session of a bearer token.
pub(crate) fn gave_ticket(platform: &Platform, headers: &HeaderMap, ticket: &str) {
    if let Some(session) = of_bearer(platform, headers) {
        platform.issuer.sessions.ticket(ticket, &session, now());
    }
}

/// A socket that a session opened, for as long as it is open.
pub(crate) struct Opened<'a> {
    platform: &'a Platform,
    socket: String,
}

/// Notes the socket that a ticket opens. The socket closes at once if its session has ended
/// meanwhile.
pub(crate) fn opened<'a>(platform: &'a Platform, session: &str, socket: &str) -> Opened<'a> {
    if !platform.issuer.sessions.opened(socket, session, now()) {
        platform.gateway.close(socket);
    }
    Opened { platform, socket: socket.to_owned() }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        self.platform.issuer.sessions.closed(&self.socket);
    }
}

/// The session that a ticket belongs to.
pub(crate) fn of_ticket(platform: &Platform, ticket: &str) -> Option<String> {
    platform.issuer.sessions.of_ticket(ticket)
}
