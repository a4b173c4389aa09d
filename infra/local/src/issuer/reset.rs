//! "Forgot your password?": a link by e-mail. The answer is the same whether the account exists.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use serde::Deserialize;

use super::client::Client;
use super::request::closed;
use super::{agents, letters, seconds};
use crate::Platform;
use crate::pages::forms::{self, Field, Page};

const HOUR: i64 = 60 * 60;
/// The most requests from one network address in an hour.
const OF_ADDRESS: usize = 10;
/// The most letters to one e-mail address in an hour.
const OF_ACCOUNT: usize = 3;

/// The routes.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new().route("/oidc/forgot", routing::get(page).post(ask))
}

/// The requests of the last hour, by what they count for.
#[derive(Debug, Default)]
pub(super) struct Limits(Mutex<HashMap<String, Vec<i64>>>);

impl Limits {
    /// Counts a request. `Err`: there were `most` within the hour; the next one is free after so
    /// many seconds.
    fn count(&self, key: &str, most: usize, now: i64) -> Result<(), i64> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, moments| {
            moments.retain(|moment| now - *moment < HOUR);
            !moments.is_empty()
        });
        let moments = all.entry(key.to_owned()).or_default();
        match moments.first() {
            Some(first) if moments.len() >= most => Err(HOUR - (now - first)),
            _ => {
                moments.push(now);
                Ok(())
            }
        }
    }
}

/// `GET /oidc/forgot`: the form, or where this machine sends no e-mail the words who helps.
async fn page(State(platform): State<Arc<Platform>>) -> Response {
    if let Some(refusal) = closed(&platform) {
        return refusal;
    }
    if platform.issuer.mail.is_none() {
        let ask = Page {
            title: "Forgot your password?",
            intro: "Ask an admin of your workspace. An admin makes a link under Settings, Agents, \
                    your name, New sign-in link; with it you choose a new password.",
            ..Page::default()
        };
        return forms::respond(StatusCode::OK, &ask);
    }
    forms::respond(StatusCode::OK, &form(None))
}

fn form<'a>(error: Option<String>) -> Page<'a> {
    Page {
        title: "Forgot your password?",
        intro: "You get an e-mail with a link that sets a new one.",
        error,
        action: "/oidc/forgot".to_owned(),
        fields: vec![Field {
            name: "email",
            label: "E-mail",
            kind: "email",
            value: "",
            help: "The address that your admin invited.",
            autocomplete: "username",
        }],
        button: "Send the link",
        ..Page::default()
    }
}

#[derive(Deserialize)]
struct Ask {
    #[serde(default)]
    email: String,
}

/// `POST /oidc/forgot`: sends the link, beside the answer. The time of the answer tells nothing.
async fn ask(
    State(platform): State<Arc<Platform>>,
    Client(from): Client,
    Form(asked): Form<Ask>,
) -> Response {
    if closed(&platform).is_some() || platform.issuer.mail.is_none() {
        return page(State(platform)).await;
    }
    let (limits, now) = (&platform.issuer.resets, seconds());
    if let Err(wait) = limits.count(&format!("from {from}"), OF_ADDRESS, now) {
        let error = "Too many requests came from here. Try again in an hour.".to_owned();
        let refused = forms::respond(StatusCode::TOO_MANY_REQUESTS, &form(Some(error)));
        return ([(header::RETRY_AFTER, wait.to_string())], refused).into_response();
    }
    let email = asked.email.trim().to_lowercase();
    // One letter more or less is invisible from outside: the answer stays the same.
    if limits.count(&format!("to {email}"), OF_ACCOUNT, now).is_ok() {
        tokio::spawn(send(Arc::clone(&platform), email));
    }
    let sent = Page {
        title: "Look into your inbox",
        intro: "If somebody here has this address, an e-mail with a link is on its way. The link \
                is good once, and for an hour. No e-mail after some minutes? Look into the folder \
                for spam, or ask an admin for a link.",
        ..Page::default()
    };
    forms::respond(StatusCode::OK, &sent)
}

async fn send(platform: Arc<Platform>, email: String) {
    let Ok(all) = agents(&platform).await else { return };
    let Some(agent) = all.into_iter().find(|a| a.active && a.email.eq_ignore_ascii_case(&email))
    else {
        return;
    };
    let id = &agent.profile.id;
    let secret = match platform.issuer.accounts.reset(id.as_str(), &agent.email, seconds()) {
        Ok(secret) => secret,
        Err(error) => {
            tracing::error!(agent = %id, %error, "a link for a new password was not made");
            return;
        }
    };
    let link = format!("{}/invite/{secret}", platform.base_url);
    match letters::reset(&platform, &agent, &link).await {
        Ok(()) => tracing::info!(agent = %id, "a link for a new password was sent"),
        Err(why) => tracing::error!(agent = %id, %why, "a link for a new password was not sent"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_frees_one_request_an_hour_after_it_came() {
        let limits = Limits::default();
        for moment in [0, 10, 20] {
            assert_eq!(limits.count("to ada", 3, moment), Ok(()));
        }
        assert_eq!(limits.count("to ada", 3, 30), Err(HOUR - 30));
        assert_eq!(limits.count("to mark", 3, 30), Ok(()), "others have a limit of their own");
        assert_eq!(limits.count("to ada", 3, HOUR), Ok(()));
        assert_eq!(limits.count("to ada", 3, HOUR), Err(10));
    }
}
