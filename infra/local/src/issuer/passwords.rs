//! Sign-in by password, for a workplace in earnest: the form, and the check of a password.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;
use store::settings::directory::Agent;
use tokio::sync::SemaphorePermit;

use super::accounts::{LEAST, Refused};
use super::request::closed;
use super::{Authorize, agents, fits, grant, invitations, seconds, set_up};
use crate::Platform;
use crate::pages::forms::{self, Field, Page};

/// How long a sign-in waits for the check of others.
const PATIENCE: Duration = Duration::from_secs(5);

/// The routes of sign-in by password.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/oidc/authorize", routing::post(sign_in))
        .merge(set_up::routes())
        .merge(invitations::routes())
}

/// The page that a browser sees first: the form for the first admin where nobody is here yet, and
/// otherwise the form for e-mail address and password.
pub(super) async fn form(platform: &Arc<Platform>, request: &Authorize) -> Response {
    match is_empty(platform).await {
        Ok(true) => forms::respond(StatusCode::OK, &set_up::form(request, None, "")),
        Ok(false) => forms::respond(StatusCode::OK, &sign_in_form(request, None, "")),
        Err(refusal) => refusal,
    }
}

/// Whether nobody has set the workspace up.
pub(super) async fn is_empty(platform: &Arc<Platform>) -> Result<bool, Response> {
    let agents = agents(platform).await;
    agents.map(|all| all.is_empty()).map_err(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

fn sign_in_form<'a>(request: &Authorize, error: Option<String>, email: &'a str) -> Page<'a> {
    Page {
        title: "Sign in",
        intro: "Use the e-mail address that your admin invited.",
        error,
        action: "/oidc/authorize".to_owned(),
        hidden: request.fields(),
        fields: fields(email),
        button: "Sign in",
        foot: "No password yet? An admin's link lets you choose one.",
        link: Some(("/oidc/forgot", "Forgot your password?")),
    }
}

/// The fields for e-mail address and password.
pub(super) fn fields(email: &str) -> Vec<Field<'_>> {
    vec![
        Field {
            name: "email",
            label: "E-mail",
            kind: "email",
            value: email,
            help: "",
            autocomplete: "username",
        },
        Field {
            name: "password",
            label: "Password",
            kind: "password",
            value: "",
            help: "",
            autocomplete: "current-password",
        },
    ]
}

#[derive(Deserialize)]
struct SignIn {
    #[serde(flatten)]
    request: Authorize,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

async fn sign_in(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    if let Some(refusal) = closed(&platform).or_else(|| fits(&platform, &form.request).err()) {
        return refusal;
    }
    let email = form.email.trim();
    match admit(&platform, email, &form.password).await {
        Ok(agent) => grant(&platform, &form.request, &headers, &agent),
        Err((status, why)) => {
            forms::respond(status, &sign_in_form(&form.request, Some(why), email))
        }
    }
}

/// The words for a sign-in that found no turn.
pub(super) const BUSY: &str = "Many people sign in right now. Try again in a moment.";

/// Waits for a turn to check a password. Argon2 takes a good part of a second of a processor, and
/// the table needs the same threads: a guesser waits for the checks of others.
pub(super) async fn turn(platform: &Platform) -> Option<SemaphorePermit<'_>> {
    tokio::time::timeout(PATIENCE, platform.issuer.checks.acquire()).await.ok()?.ok()
}

/// Finds the active agent with this address and password. The refusal is in words for the form.
pub(super) async fn admit(
    platform: &Arc<Platform>,
    email: &str,
    password: &str,
) -> Result<Agent, (StatusCode, String)> {
    let broken = || {
        let words = "Sign-in does not work right now. Try again in a moment.";
        (StatusCode::SERVICE_UNAVAILABLE, words.to_owned())
    };
    let all = agents(platform).await.map_err(|_| broken())?;
    let agent = all.into_iter().find(|a| a.active && a.email.eq_ignore_ascii_case(email));
    let id = agent.as_ref().map_or_else(String::new, |agent| agent.profile.id.to_string());
    let Some(_turn) = turn(platform).await else {
        return Err((StatusCode::TOO_MANY_REQUESTS, BUSY.to_owned()));
    };
    let (kept, password) = (Arc::clone(platform), password.to_owned());
    let checked =
        tokio::task::spawn_blocking(move || kept.issuer.accounts.check(&id, &password, seconds()));
    match (checked.await, agent) {
        (Ok(Ok(())), Some(agent)) => Ok(agent),
        (Ok(Err(Refused::Locked(wait))), _) => Err((StatusCode::TOO_MANY_REQUESTS, locked(wait))),
        (Ok(_), _) => {
            let why = "The e-mail address or the password is wrong.".to_owned();
            Err((StatusCode::UNAUTHORIZED, why))
        }
        (Err(_), _) => Err(broken()),
    }
}

/// The words for an account that takes no password for so many seconds.
pub(super) fn locked(seconds: i64) -> String {
    let wait = match (seconds + 59) / 60 {
        1 => "a minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    format!("Too many wrong passwords. Try again in {wait}.")
}

/// The words for a new password that is too easy to guess.
pub(super) fn weak() -> String {
    format!("The password needs at least {LEAST} characters, and must not hold the e-mail address.")
}
