//! The account page: agents see their own sessions, end them, and change their password.
//!
//! A cookie that sign-in sets opens the page in the same browser. It goes to this page only, and no
//! other web site can make a browser send it.

use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Router, routing};
use serde::Deserialize;
use store::settings::directory::Agent;

use super::client::Client;
use super::guesses::Try;
use super::request::closed;
use super::session::{end_where, is_over};
use super::sessions::{RENEWAL, Session};
use super::{accounts, agents, browser, now, passwords, seconds, secret};
use crate::Platform;
use crate::pages::account::{self, Shown};
use crate::pages::forms::{self, Page};

const COOKIE: &str = "switchboard_account";
const PAGE: &str = "/oidc/account";

/// The routes.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route(PAGE, routing::get(show))
        .route("/oidc/account/sign-in", routing::post(sign_in))
        .route("/oidc/account/end", routing::post(end))
        .route("/oidc/account/end-others", routing::post(end_others))
        .route("/oidc/account/password", routing::post(change_password))
}

/// The header that makes a browser keep the secret of a session's account page.
pub(super) fn cookie(platform: &Platform, secret: &str) -> Option<HeaderValue> {
    let secure = if platform.base_url.starts_with("https://") { "; Secure" } else { "" };
    let seconds = RENEWAL.0 / 1_000;
    HeaderValue::try_from(format!(
        "{COOKIE}={secret}; Path={PAGE}; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}"
    ))
    .ok()
}

/// A signed-in agent, with the session of this browser.
struct Me {
    agent: Agent,
    id: String,
    session: Session,
}

/// The agent whose cookie came with a request. `Err`: the answer where there is none.
async fn me(platform: &Arc<Platform>, headers: &HeaderMap) -> Result<Me, Response> {
    if let Some(refusal) = closed(platform) {
        return Err(refusal);
    }
    // A second lock besides the cookie's own: a form on another web site changes nothing.
    let ours =
        headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let secret = cookies
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    let unknown = || forms::respond(StatusCode::OK, &sign_in_form(None, ""));
    let found = secret
        .filter(|_| ours)
        .and_then(|secret| platform.issuer.sessions.of_cookie(secret, now()));
    let Some((id, session)) = found else { return Err(unknown()) };
    match is_over(platform, &session).await {
        Ok(false) => {}
        Ok(true) => {
            end_where(platform, |one, _| one == id);
            return Err(unknown());
        }
        Err(_) => return Err(StatusCode::SERVICE_UNAVAILABLE.into_response()),
    }
    let all = agents(platform).await;
    let all = all.map_err(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())?;
    let agent = all.into_iter().find(|agent| agent.profile.id.as_str() == session.agent);
    agent.map(|agent| Me { agent, id, session }).ok_or_else(unknown)
}

#[derive(Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /oidc/account`: the page, or the form that opens it.
async fn show(
    State(platform): State<Arc<Platform>>,
    Query(Done { done }): Query<Done>,
    headers: HeaderMap,
) -> Response {
    let me = match me(&platform, &headers).await {
        Ok(me) => me,
        Err(answer) => return answer,
    };
    let notice = match done.as_str() {
        "ended" => "The session has ended.",
        "others" => "All other sessions have ended.",
        "password" => "Your password is changed. All other sessions have ended.",
        _ => "",
    };
    page(&platform, &me, StatusCode::OK, notice, None)
}

fn page(
    platform: &Platform,
    me: &Me,
    status: StatusCode,
    notice: &str,
    error: Option<String>,
) -> Response {
    let sessions = platform.issuer.sessions.of_agent(&me.session.agent, now());
    let shown = |(id, session): &(String, Session)| Shown {
        browser: session.browser.clone(),
        since: now() - session.since,
        used: now() - session.used,
        here: *id == me.id,
        id: id.clone(),
    };
    let profile = &me.agent.profile;
    let view = account::Account {
        name: &profile.name,
        email: &me.agent.email,
        notice,
        error,
        sessions: sessions.iter().map(shown).collect(),
    };
    forms::respond_with(status, &account::html(&view))
}

fn sign_in_form<'a>(error: Option<String>, email: &'a str) -> Page<'a> {
    Page {
        title: "Your account",
        intro: "Sign in to see your sessions and to change your password.",
        error,
        action: "/oidc/account/sign-in".to_owned(),
        fields: passwords::fields(email),
        button: "Sign in",
        link: Some(("/oidc/forgot", "Forgot your password?")),
        ..Page::default()
    }
}

#[derive(Deserialize)]
struct SignIn {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// `POST /oidc/account/sign-in`: opens the page in a browser that has no cookie.
async fn sign_in(
    State(platform): State<Arc<Platform>>,
    client: Client,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Response {
    if let Some(refusal) = closed(&platform) {
        return refusal;
    }
    let email = form.email.trim();
    let agent = match passwords::admit(&platform, &client, email, &form.password).await {
        Ok(agent) => agent,
        Err(denied) => {
            let form = sign_in_form(Some(denied.words.clone()), email);
            return denied.with(forms::respond(denied.status, &form));
        }
    };
    let Ok(secret) = secret::fresh() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (id, browser) = (agent.profile.id.as_str(), browser::of(&headers));
    match platform.issuer.sessions.begin(id, &browser, &secret, now()) {
        Ok(_) => with_cookie(&platform, &secret, Redirect::to(PAGE).into_response()),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// An answer that makes the browser keep the secret of its account page.
pub(super) fn with_cookie(platform: &Platform, secret: &str, mut answer: Response) -> Response {
    if let Some(cookie) = cookie(platform, secret) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

#[derive(Deserialize)]
struct End {
    #[serde(default)]
    session: String,
}

/// `POST /oidc/account/end`: ends one of the agent's own sessions.
async fn end(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Form(form): Form<End>,
) -> Response {
    let me = match me(&platform, &headers).await {
        Ok(me) => me,
        Err(answer) => return answer,
    };
    let own = |id: &str, session: &Session| id == form.session && session.agent == me.session.agent;
    if !end_where(&platform, own) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    Redirect::to("/oidc/account?done=ended").into_response()
}

/// `POST /oidc/account/end-others`: ends all of the agent's sessions but this browser's.
async fn end_others(State(platform): State<Arc<Platform>>, headers: HeaderMap) -> Response {
    let me = match me(&platform, &headers).await {
        Ok(me) => me,
        Err(answer) => return answer,
    };
    let others = |id: &str, session: &Session| id != me.id && session.agent == me.session.agent;
    if !end_where(&platform, others) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    Redirect::to("/oidc/account?done=others").into_response()
}

#[derive(Deserialize)]
struct ChangePassword {
    #[serde(default)]
    old: String,
    #[serde(default)]
    password: String,
}

/// `POST /oidc/account/password`: changes the password, and ends all other sessions.
async fn change_password(
    State(platform): State<Arc<Platform>>,
    client: Client,
    headers: HeaderMap,
    Form(form): Form<ChangePassword>,
) -> Response {
    let me = match me(&platform, &headers).await {
        Ok(me) => me,
        Err(answer) => return answer,
    };
    let denied = |denied: &passwords::Denied| {
        let answer = page(&platform, &me, denied.status, "", Some(denied.words.clone()));
        denied.with(answer)
    };
    // A thief of the cookie does not guess the password here.
    let tried = me.agent.email.to_lowercase();
    let tried = Try { account: &tried, from: &client.0, familiar: true };
    if let Err(wait) = platform.issuer.guesses.begin(tried, seconds()) {
        return denied(&passwords::Denied::waits(wait));
    }
    let Some(_turn) = passwords::turn(&platform).await else {
        return denied(&passwords::Denied::busy());
    };
    let (kept, agent, email) =
        (Arc::clone(&platform), me.session.agent.clone(), me.agent.email.clone());
    let changed = tokio::task::spawn_blocking(move || {
        let passwords = (form.old.as_str(), form.password.as_str());
        kept.issuer.accounts.change_password(&agent, passwords, &email)
    });
    let refused = match changed.await {
        Ok(Ok(())) => {
            platform.issuer.guesses.right(tried);
            end_where(&platform, |id, session| id != me.id && session.agent == me.session.agent);
            return Redirect::to("/oidc/account?done=password").into_response();
        }
        Ok(Err(refused)) => refused,
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    let (status, why) = match refused {
        accounts::Refused::Wrong => {
            (StatusCode::FORBIDDEN, "The old password is wrong.".to_owned())
        }
        accounts::Refused::Weak(why) => {
            platform.issuer.guesses.right(tried);
            (StatusCode::BAD_REQUEST, why.words())
        }
        accounts::Refused::Link | accounts::Refused::Disk => {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    page(&platform, &me, status, "", Some(why))
}
