//! Sign-in by password, for a workplace in earnest: the form, and the check of a password.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;
use store::settings::directory::Agent;
use tokio::sync::SemaphorePermit;

use super::client::Client;
use super::guesses::Try;
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
    client: Client,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    if let Some(refusal) = closed(&platform).or_else(|| fits(&platform, &form.request).err()) {
        return refusal;
    }
    let email = form.email.trim();
    match admit(&platform, &client, email, &form.password).await {
        Ok(agent) => grant(&platform, &form.request, &headers, &agent),
        Err(denied) => {
            let form = sign_in_form(&form.request, Some(denied.words.clone()), email);
            denied.with(forms::respond(denied.status, &form))
        }
    }
}

/// The words for a sign-in that found no turn.
const BUSY: &str = "Many people sign in right now. Try again in a moment.";

/// Waits for a turn to check a password. Argon2 takes a good part of a second of a processor, and
/// the table needs the same threads: a guesser waits for the checks of others.
pub(super) async fn turn(platform: &Platform) -> Option<SemaphorePermit<'_>> {
    tokio::time::timeout(PATIENCE, platform.issuer.checks.acquire()).await.ok()?.ok()
}

/// A sign-in that was not admitted.
#[derive(Debug)]
pub(super) struct Denied {
    /// The status of the answer.
    pub(super) status: StatusCode,
    /// The words for the form.
    pub(super) words: String,
    /// The seconds after which the next try is taken.
    wait: Option<i64>,
}

impl Denied {
    fn new(status: StatusCode, words: &str) -> Self {
        Self { status, words: words.to_owned(), wait: None }
    }

    /// The refusal of a sign-in that found no turn.
    pub(super) fn busy() -> Self {
        Self {
            wait: Some(PATIENCE.as_secs().cast_signed()),
            ..Self::new(StatusCode::TOO_MANY_REQUESTS, BUSY)
        }
    }

    /// The refusal of whoever gave too many wrong passwords.
    pub(super) fn waits(seconds: i64) -> Self {
        Self { wait: Some(seconds), ..Self::new(StatusCode::TOO_MANY_REQUESTS, &locked(seconds)) }
    }

    /// An answer that says when the next try is taken.
    pub(super) fn with(&self, mut answer: Response) -> Response {
        if let Some(wait) = self.wait {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        answer
    }
}

/// Finds the active agent with this address and password. Whether the address is anybody's shows
/// neither in the answer nor in its time.
pub(super) async fn admit(
    platform: &Arc<Platform>,
    Client(from): &Client,
    email: &str,
    password: &str,
) -> Result<Agent, Denied> {
    let broken = || {
        let words = "Sign-in does not work right now. Try again in a moment.";
        Denied::new(StatusCode::SERVICE_UNAVAILABLE, words)
    };
    let all = agents(platform).await.map_err(|_| broken())?;
    let agent = all.into_iter().find(|a| a.active && a.email.eq_ignore_ascii_case(email));
    let id = agent.as_ref().map_or_else(String::new, |agent| agent.profile.id.to_string());
    let account = email.to_lowercase();
    let tried =
        Try { account: &account, from, familiar: platform.issuer.accounts.is_familiar(&id, from) };
    platform.issuer.guesses.begin(tried, seconds()).map_err(Denied::waits)?;
    let Some(_turn) = turn(platform).await else { return Err(Denied::busy()) };
    let (kept, password, from) = (Arc::clone(platform), password.to_owned(), from.clone());
    let checked = tokio::task::spawn_blocking(move || {
        let accounts = &kept.issuer.accounts;
        accounts.check(&id, &password).inspect(|()| accounts.signed_in_from(&id, &from))
    });
    match (checked.await, agent) {
        (Ok(Ok(())), Some(agent)) => {
            platform.issuer.guesses.right(tried);
            Ok(agent)
        }
        (Ok(_), _) => {
            let why = "The e-mail address or the password is wrong.";
            Err(Denied::new(StatusCode::UNAUTHORIZED, why))
        }
        (Err(_), _) => Err(broken()),
    }
}

/// The words for an account that takes no password for so many seconds.
fn locked(seconds: i64) -> String {
    let wait = match (seconds + 59) / 60 {
        1 => "a minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    format!("Too many wrong passwords. Try again in {wait}.")
}
