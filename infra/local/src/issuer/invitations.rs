//! Links by which agents set a password: for the first time, or anew.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Json, Router, routing};
use domain::workspace::Right;
use serde::Deserialize;
use serde_json::json;
use store::settings::directory::Agent;

use super::accounts::Refused;
use super::request::closed;
use super::session::{end_where, ended};
use super::{agents, letters, passwords, seconds};
use crate::Platform;
use crate::pages::forms::{self, Field, Page};

/// The routes of invitations.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/oidc/invitations", routing::post(invite))
        .route("/invite/{secret}", routing::get(invitation).post(accept))
}

/// Sets a password on a thread of its own. The refusal is in words for the form.
pub(super) async fn set_password(
    platform: &Arc<Platform>,
    secret: String,
    password: String,
    email: String,
) -> Result<String, Option<String>> {
    let kept = Arc::clone(platform);
    let set = tokio::task::spawn_blocking(move || {
        kept.issuer.accounts.set_password(&secret, &password, &email, seconds())
    });
    match set.await.map_err(|_| None)? {
        Ok(agent) => {
            // A new password ends the sessions that the old one began.
            end_where(platform, |_, session| session.agent == agent);
            Ok(agent)
        }
        Err(Refused::Weak) => Err(Some(passwords::weak())),
        Err(Refused::Link) => Err(Some("The link was used already, or it is too old.".to_owned())),
        Err(Refused::Wrong | Refused::Locked(_) | Refused::Disk) => Err(None),
    }
}

#[derive(Deserialize)]
struct Invite {
    #[serde(default)]
    agent: String,
}

/// `POST /oidc/invitations`: a link by which an agent sets a password, for the first time or anew.
/// The agent gets it by e-mail where this machine sends some, and the admin can hand it over.
async fn invite(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Json(wanted): Json<Invite>,
) -> Response {
    if let Some(refusal) = closed(&platform) {
        return refusal;
    }
    let own = platform.own();
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let refused = |status: StatusCode, refused: &protocol::Refused| {
        (status, Json(json!({ "error": refused }))).into_response()
    };
    if let Some(told) = ended(&platform, &headers) {
        return refused(StatusCode::UNAUTHORIZED, &told);
    }
    let session = match app::session::identity::agent(own.door(), authorization).await {
        Ok(session) => session,
        Err(failure) => {
            let told = app::session::socket::told(&failure, None);
            let status = StatusCode::from_u16(told.http_status());
            return refused(status.unwrap_or(StatusCode::UNAUTHORIZED), &told);
        }
    };
    if let Err(refusal) = session.me.may(Right::InviteAgent, &[]) {
        return refused(StatusCode::FORBIDDEN, &(&refusal).into());
    }
    let all = agents(&platform).await.unwrap_or_default();
    let is_it = |agent: &Agent| agent.active && agent.profile.id.as_str() == wanted.agent;
    let Some(agent) = all.into_iter().find(is_it) else {
        let refusal = domain::Refusal::NotFound { what: "agent" };
        return refused(StatusCode::NOT_FOUND, &(&refusal).into());
    };
    let Ok(secret) = platform.issuer.accounts.invite(&wanted.agent, seconds()) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let link = format!("{}/invite/{secret}", platform.base_url);
    let mut body = json!({"link": link, "days": 3});
    if platform.issuer.mail.is_some() {
        // The link is good whatever became of the letter.
        match letters::invitation(&platform, &agent, &link).await {
            Ok(()) => body["mailed"] = json!(true),
            Err(why) => {
                tracing::warn!(agent = %agent.profile.id, %why, "an invitation was not sent");
                body["mailed"] = json!(false);
                body["problem"] =
                    json!(format!("The e-mail was not sent: {why}. Hand the link over yourself."));
            }
        }
    }
    (StatusCode::CREATED, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// `GET /invite/{secret}`: the form that sets a password.
async fn invitation(State(platform): State<Arc<Platform>>, Path(secret): Path<String>) -> Response {
    welcome(&platform, &secret, None).await
}

#[derive(Deserialize)]
struct Accept {
    #[serde(default)]
    password: String,
}

/// `POST /invite/{secret}`: sets the password, and leads to the console.
async fn accept(
    State(platform): State<Arc<Platform>>,
    Path(secret): Path<String>,
    Form(form): Form<Accept>,
) -> Response {
    let email = invited(&platform, &secret).await.map(|agent| agent.email).unwrap_or_default();
    match set_password(&platform, secret.clone(), form.password, email).await {
        Ok(_) => Redirect::to("/").into_response(),
        Err(Some(error)) => welcome(&platform, &secret, Some(error)).await,
        Err(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The active agent whom a link is for.
async fn invited(platform: &Arc<Platform>, secret: &str) -> Option<Agent> {
    let id = platform.issuer.accounts.invited(secret, seconds())?;
    let all = agents(platform).await.ok()?;
    all.into_iter().find(|agent| agent.active && agent.profile.id.as_str() == id)
}

async fn welcome(platform: &Arc<Platform>, secret: &str, error: Option<String>) -> Response {
    if let Some(refusal) = closed(platform) {
        return refusal;
    }
    let Some(agent) = invited(platform, secret).await else {
        let gone = Page {
            title: "This link is no longer good",
            intro: "It was used already, it is too old, or a newer one took its place. Ask an admin \
                    for another one.",
            link: Some(("/oidc/forgot", "Forgot your password?")),
            ..Page::default()
        };
        return forms::respond(StatusCode::GONE, &gone);
    };
    let again = platform.issuer.accounts.has_password(agent.profile.id.as_str());
    let title = if again { "Choose a new password" } else { "Welcome to Switchboard" };
    let intro = format!("{} · {}", agent.profile.name, agent.email);
    let status = if error.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    forms::respond(
        status,
        &Page {
            title,
            intro: &intro,
            error,
            action: format!("/invite/{secret}"),
            fields: vec![
                Field {
                    name: "email",
                    label: "E-mail",
                    kind: "hidden",
                    value: &agent.email,
                    help: "",
                    autocomplete: "username",
                },
                Field {
                    name: "password",
                    label: "Password",
                    kind: "password",
                    value: "",
                    help: "At least 12 characters.",
                    autocomplete: "new-password",
                },
            ],
            button: "Save and go to sign-in",
            ..Page::default()
        },
    )
}
