//! Links by which agents set a password: for the first time, or anew.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Json, Router, routing};
use domain::workspace::Right;
use protocol::Refused as Problem;
use serde::Deserialize;
use serde_json::{Value, json};
use store::settings::directory::Agent;
use store::settings::overrides::{Change, Changed};
use store::settings::scope::Scope;

use super::accounts::Refused;
use super::request::closed;
use super::session::{end_where, ended};
use super::{agents, letters, recovery, seconds};
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
        Err(Refused::Weak(why)) => Err(Some(why.words())),
        Err(Refused::Link) => Err(Some("The link was used already, or it is too old.".to_owned())),
        Err(Refused::Wrong | Refused::Disk) => Err(None),
    }
}

/// A refusal in the protocol's form.
fn refused(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.http_status());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({ "error": problem }))).into_response()
}

/// The id of the agent whom a body names.
fn named(body: &[u8]) -> Result<String, Problem> {
    let example = "Send {\"agent\": \"mark\"}, with the id of the agent.";
    let Ok(Value::Object(body)) = serde_json::from_slice(body) else {
        return Err(Problem::new("frame_not_json", "The body is no JSON object.", example));
    };
    let wrong = |what: &str| Problem::new("frame_invalid", what, example).at("agent");
    match body.get("agent") {
        Some(Value::String(agent)) if !agent.is_empty() => Ok(agent.clone()),
        Some(Value::String(_)) | None => Err(wrong("`agent` is missing.")),
        Some(_) => Err(wrong("`agent` must be a text.")),
    }
}

/// The person who makes a link. A program makes none: whoever has its key would sign in as an admin.
async fn maker(
    platform: &Arc<Platform>,
    headers: &HeaderMap,
) -> Result<domain::Profile, app::Failure> {
    let own = platform.own();
    if let Some(told) = ended(platform, headers) {
        return Err(told.into());
    }
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let session = app::session::identity::agent(own.door(), authorization).await?;
    let directory = own.directory().await?;
    app::session::state::person(&directory, &session.me)?;
    session.me.may(Right::InviteAgent, &[])?;
    Ok(session.me)
}

/// `POST /oidc/invitations`: a link by which an agent sets a password, for the first time or anew.
/// The agent gets it by e-mail where this machine sends some, and the admin can hand it over.
async fn invite(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Some(refusal) = closed(&platform) {
        return refusal;
    }
    let told = |failure: &app::Failure| refused(&app::session::socket::told(failure, None));
    let me = match maker(&platform, &headers).await {
        Ok(me) => me,
        Err(failure) => return told(&failure),
    };
    let agent = match named(&body) {
        Ok(agent) => agent,
        Err(problem) => return refused(&problem),
    };
    let agents = match agents(&platform).await {
        Ok(agents) => agents,
        Err(failure) => return told(&failure.into()),
    };
    let Some(agent) = agents.into_iter().find(|one| one.profile.id.as_str() == agent) else {
        return refused(&Problem::from(&domain::Refusal::NotFound { what: "agent" }).at("agent"));
    };
    if !agent.active {
        let message = format!("{} has been deactivated and cannot sign in.", agent.profile.name);
        let remedy = "Activate the agent again, then make the link.";
        return refused(&Problem::new("target_unavailable", message, remedy).at("agent"));
    }
    // The history has the act before there is a link.
    if let Err(failure) = note(&platform, &agent, me.id, "made").await {
        return told(&failure.into());
    }
    let id = agent.profile.id.as_str();
    let secret = match platform.issuer.accounts.invite(id, &agent.email, seconds()) {
        Ok(secret) => secret,
        Err(error) => {
            tracing::error!(agent = %agent.profile.id, %error, "a sign-in link was not made");
            let message = "The link cannot be stored right now.";
            let remedy = "Look whether the disk is full, then try again.";
            return refused(&Problem::new("unavailable", message, remedy));
        }
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

/// Puts a sign-in link into the history of an agent's record.
pub(super) async fn note(
    platform: &Arc<Platform>,
    agent: &Agent,
    by: domain::AgentId,
    how: &str,
) -> store::Result<()> {
    let link = Change { field: "sign_in_link".to_owned(), from: None, to: Some(json!(how)) };
    let scope = Scope::Agent(agent.profile.id.clone());
    let changed = Changed { at: super::now(), by, scope, changes: vec![link] };
    platform.own().store.note_change(&changed).await
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
    let Some(agent) = invited(&platform, &secret).await else {
        return welcome(&platform, &secret, None).await;
    };
    match set_password(&platform, secret.clone(), form.password, agent.email).await {
        Ok(_) => Redirect::to("/").into_response(),
        Err(Some(error)) => welcome(&platform, &secret, Some(error)).await,
        Err(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The active agent whom a link is for, if the agent has the address still for which it was made.
async fn invited(platform: &Arc<Platform>, secret: &str) -> Option<Agent> {
    recovery::take(platform).await;
    let (id, links_for) = platform.issuer.accounts.invited(secret, seconds())?;
    let all = agents(platform).await.ok()?;
    let fits = |agent: &Agent| links_for.is_empty() || agent.email.to_lowercase() == links_for;
    all.into_iter().find(|agent| agent.active && agent.profile.id.as_str() == id && fits(agent))
}

async fn welcome(platform: &Arc<Platform>, secret: &str, error: Option<String>) -> Response {
    if let Some(refusal) = closed(platform) {
        return refusal;
    }
    let Some(agent) = invited(platform, secret).await else {
        let gone = Page {
            title: "This link is no longer good",
            intro: "It was used already, it is too old, a newer one took its place, or it was made \
                    for another e-mail address. Ask an admin for another one.",
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
