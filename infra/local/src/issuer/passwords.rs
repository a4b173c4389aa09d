//! Sign-in by password, for a workplace in earnest: the form, invitations, and the first admin.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;
use store::settings::directory::{Agent, Record, Workspace};

use super::accounts::Refused;
use super::invitations::{self, set_password};
use super::request::closed;
use super::{Authorize, agents, fits, grant, seconds};
use crate::Platform;
use crate::pages::forms::{self, Field, Page};

/// How long a sign-in waits for the check of others.
const PATIENCE: Duration = Duration::from_secs(5);

/// The routes of sign-in by password.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/oidc/authorize", routing::post(sign_in))
        .route("/oidc/setup", routing::post(set_up))
        .merge(invitations::routes())
}

/// The page that a browser sees first: the form for the first admin where nobody is here yet, and
/// otherwise the form for e-mail address and password.
pub(super) async fn form(platform: &Arc<Platform>, request: &Authorize) -> Response {
    match is_empty(platform).await {
        Ok(true) => forms::respond(StatusCode::OK, &set_up_form(request, None, "")),
        Ok(false) => forms::respond(StatusCode::OK, &sign_in_form(request, None, "")),
        Err(refusal) => refusal,
    }
}

/// Whether nobody has set the workspace up.
async fn is_empty(platform: &Arc<Platform>) -> Result<bool, Response> {
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
        fields: vec![
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
        ],
        button: "Sign in",
        foot: "No password yet, or a forgotten one? Ask an admin for a link.",
    }
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

async fn sign_in(State(platform): State<Arc<Platform>>, Form(form): Form<SignIn>) -> Response {
    if let Some(refusal) = closed(&platform).or_else(|| fits(&platform, &form.request).err()) {
        return refusal;
    }
    let Ok(all) = agents(&platform).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let email = form.email.trim();
    let agent = all.into_iter().find(|a| a.active && a.email.eq_ignore_ascii_case(email));
    let id = agent.as_ref().map_or_else(String::new, |agent| agent.profile.id.to_string());
    let (kept, password) = (Arc::clone(&platform), form.password.clone());
    // Argon2 takes a good part of a second of a processor, and the table needs the same threads:
    // a guesser waits for the checks of others.
    let turn = tokio::time::timeout(PATIENCE, platform.issuer.checks.acquire()).await;
    let Ok(Ok(_turn)) = turn else {
        let error = "Many people sign in right now. Try again in a moment.".to_owned();
        let form = sign_in_form(&form.request, Some(error), email);
        return forms::respond(StatusCode::TOO_MANY_REQUESTS, &form);
    };
    let checked =
        tokio::task::spawn_blocking(move || kept.issuer.accounts.check(&id, &password, seconds()));
    let (status, error) = match (checked.await, agent) {
        (Ok(Ok(())), Some(agent)) => return grant(&platform, &form.request, &agent),
        (Ok(Err(Refused::Locked(wait))), _) => (
            StatusCode::TOO_MANY_REQUESTS,
            format!("Too many wrong passwords. Try again in {}.", minutes(wait)),
        ),
        (Ok(_), _) => {
            (StatusCode::UNAUTHORIZED, "The e-mail address or the password is wrong.".to_owned())
        }
        (Err(_), _) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    forms::respond(status, &sign_in_form(&form.request, Some(error), email))
}

fn minutes(seconds: i64) -> String {
    match (seconds + 59) / 60 {
        1 => "a minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    }
}

fn set_up_form<'a>(request: &Authorize, error: Option<String>, code: &'a str) -> Page<'a> {
    let mut fields = vec![
        Field {
            name: "workspace",
            label: "Name of your business",
            kind: "text",
            value: "",
            help: "",
            autocomplete: "organization",
        },
        Field {
            name: "name",
            label: "Your name",
            kind: "text",
            value: "",
            help: "Customers see your first name.",
            autocomplete: "name",
        },
        Field {
            name: "email",
            label: "Your e-mail address",
            kind: "email",
            value: "",
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
    ];
    if request.setup_code_needed {
        fields.insert(
            0,
            Field {
                name: "code",
                label: "Set-up code",
                kind: "text",
                value: code,
                help: "Switchboard printed it when it started.",
                autocomplete: "one-time-code",
            },
        );
    }
    Page {
        title: "Set up Switchboard",
        intro: "Nobody is here yet. You become the first admin.",
        error,
        action: "/oidc/setup".to_owned(),
        hidden: request.fields(),
        fields,
        button: "Set up",
        foot: "",
    }
}

#[derive(Deserialize)]
struct SetUp {
    #[serde(flatten)]
    request: Authorize,
    #[serde(default)]
    code: String,
    #[serde(default)]
    workspace: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

async fn set_up(State(platform): State<Arc<Platform>>, Form(form): Form<SetUp>) -> Response {
    let mut request = form.request.clone();
    request.setup_code_needed = platform.issuer.setup_code.is_some();
    if let Some(refusal) = closed(&platform).or_else(|| fits(&platform, &request).err()) {
        return refusal;
    }
    match is_empty(&platform).await {
        Ok(true) => {}
        // Somebody else was faster, or the page is an old one.
        Ok(false) => return self::form(&platform, &request).await,
        Err(refusal) => return refusal,
    }
    if platform.issuer.setup_code.as_ref().is_some_and(|code| *code != form.code.trim()) {
        let error = "The set-up code is another one. Switchboard printed it when it started.";
        return forms::respond(
            StatusCode::FORBIDDEN,
            &set_up_form(&request, Some(error.to_owned()), ""),
        );
    }
    match first_admin(&platform, &form).await {
        Ok(agent) => grant(&platform, &request, &agent),
        Err(Some(error)) => {
            let form = set_up_form(&request, Some(error), &form.code);
            forms::respond(StatusCode::BAD_REQUEST, &form)
        }
        Err(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Makes the first admin with a password. `Err(None)`: the disk or the table failed.
async fn first_admin(platform: &Arc<Platform>, form: &SetUp) -> Result<Agent, Option<String>> {
    let said = |refused: protocol::Refused| Some(format!("{} {}", refused.message, refused.remedy));
    let name = app::workspace::name_of(&form.name).map_err(said)?;
    let workspace = app::workspace::name_of(&form.workspace).map_err(said)?;
    let email = app::agent::address(&form.email).map_err(said)?;
    let agent = crate::first::record(&name, email).map_err(|_| None)?;
    let id = agent.profile.id.to_string();
    let link = platform.issuer.accounts.invite(&id, seconds()).map_err(|_| None)?;
    set_password(platform, link, form.password.clone(), agent.email.clone()).await?;
    let records = [
        Record::Agent(agent.clone()),
        Record::Workspace(Workspace { name: workspace, ..Workspace::default() }),
    ];
    platform.own().store.put_records(&records).await.map_err(|_| None)?;
    platform.own().refresh_directory();
    Ok(agent)
}
