//! The first admin of a workplace where people sign in by password.

use std::sync::Arc;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;
use store::settings::directory::{Agent, Record, Workspace};

use super::invitations::set_password;
use super::passwords::{self, is_empty};
use super::request::closed;
use super::{Authorize, fits, grant, seconds, strength};
use crate::Platform;
use crate::pages::forms::{self, Field, Page};

/// The route.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new().route("/oidc/setup", routing::post(set_up))
}

/// The form for the first admin.
pub(super) fn form<'a>(request: &Authorize, error: Option<String>, code: &'a str) -> Page<'a> {
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
        ..Page::default()
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

async fn set_up(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Form(wanted): Form<SetUp>,
) -> Response {
    let mut request = wanted.request.clone();
    request.setup_code_needed = platform.issuer.setup_code.is_some();
    if let Some(refusal) = closed(&platform).or_else(|| fits(&platform, &request).err()) {
        return refusal;
    }
    // Of two browsers with the code the first one wins, and the other one reads the table after it.
    let _turn = platform.issuer.first.lock().await;
    platform.own().refresh_directory();
    match is_empty(&platform).await {
        Ok(true) => {}
        // Somebody else was faster, or the page is an old one.
        Ok(false) => return passwords::form(&platform, &request).await,
        Err(refusal) => return refusal,
    }
    if platform.issuer.setup_code.as_ref().is_some_and(|code| *code != wanted.code.trim()) {
        let error = "The set-up code is another one. Switchboard printed it when it started.";
        return forms::respond(StatusCode::FORBIDDEN, &form(&request, Some(error.to_owned()), ""));
    }
    match first_admin(&platform, &wanted).await {
        Ok(agent) => grant(&platform, &request, &headers, &agent),
        Err(Some(error)) => {
            let form = form(&request, Some(error), &wanted.code);
            forms::respond(StatusCode::BAD_REQUEST, &form)
        }
        Err(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Makes the first admin with a password. `Err(None)`: the disk or the table failed.
async fn first_admin(platform: &Arc<Platform>, form: &SetUp) -> Result<Agent, Option<String>> {
    let said = |refused: protocol::Refused| Some(format!("{} {}", refused.message, refused.remedy));
    for (what, text) in [("Your name", &form.name), ("The name of your business", &form.workspace)]
    {
        if text.trim().chars().any(|c| !strength::is_seen(c)) {
            return Err(Some(format!(
                "{what} holds a character that nobody can see. Type it anew."
            )));
        }
    }
    let name = app::workspace::name_of(&form.name).map_err(said)?;
    let workspace = app::workspace::name_of(&form.workspace).map_err(said)?;
    let email = app::agent::address(&form.email).map_err(said)?;
    let agent = app::agent::first::record(&name, email).map_err(|_| None)?;
    let id = agent.profile.id.to_string();
    let link = platform.issuer.accounts.invite(&id, &agent.email, seconds()).map_err(|_| None)?;
    set_password(platform, link, form.password.clone(), agent.email.clone()).await?;
    let records = [
        Record::Agent(agent.clone()),
        Record::Workspace(Workspace { name: workspace, ..Workspace::default() }),
    ];
    platform.own().store.put_records(&records).await.map_err(|_| None)?;
    platform.own().refresh_directory();
    Ok(agent)
}
