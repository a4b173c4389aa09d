//! The check of an account on X: a question that changes nothing, and the meaning of its answer.

use domain::Millis;
use domain::words::cut;
use serde_json::Value;

use super::{ACCESS_TOKEN, CONSUMER_KEY, CONSUMER_SECRET, TOKEN_SECRET, base, errors, oauth};
use crate::Request;
use crate::setup::{Finding, Probe, Secrets, State};

const ENTER_KEYS: &str = "Copy API key and secret, and access token and secret of the account, from \
     the Developer Console (Keys and tokens), with the permission Read, write and Direct Messages.";
const SUBSCRIBE: &str = "Register the webhook (POST /2/webhooks) and subscribe the account to its \
     direct messages; X then checks the webhook every hour.";

/// The findings that need no question.
pub(super) fn entered(secrets: &Secrets) -> Vec<Finding> {
    let empty = |field: &&str| secrets.get(field).is_empty();
    let mut all = Vec::new();
    if [CONSUMER_KEY, ACCESS_TOKEN, TOKEN_SECRET].iter().any(empty) {
        let message = "Keys or tokens are not entered, so that no message can be sent.";
        all.push(Finding::needs("access_token", State::Bad, message, ENTER_KEYS));
    }
    if empty(&CONSUMER_SECRET) {
        let message = "No API secret is entered, so that no webhook can be trusted.";
        all.push(Finding::needs("app_secret", State::Bad, message, ENTER_KEYS));
    }
    let message = "Whether X brings messages here, only the app itself can ask.";
    all.push(Finding::needs("webhooks", State::Unknown, message, SUBSCRIBE));
    all
}

/// The questions about an account.
pub(super) fn probes(secrets: &Secrets, now: Millis) -> Vec<Probe> {
    if secrets.get(ACCESS_TOKEN).is_empty() {
        return Vec::new();
    }
    let url = format!("{}/2/users/me", base(secrets));
    let sign = oauth::header(secrets, "GET", &url, &[], "check", now);
    let headers = vec![("authorization", sign)];
    let request = Request { method: "GET", url, headers, body: Vec::new() };
    vec![Probe { about: "account", request }]
}

/// The meaning of an answer.
pub(super) fn judge(about: &'static str, status: u16, body: &[u8], _: Millis) -> Vec<Finding> {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |field: &str| cut(answer["data"][field].as_str().unwrap_or_default(), 100);
    vec![match status {
        200 => Finding::good(
            about,
            format!("The account is @{}, with the id {}.", text("username"), text("id")),
        ),
        401 | 403 => {
            let message = errors::read(status, &answer).0;
            Finding::needs("access_token", State::Bad, message, ENTER_KEYS)
        }
        _ => {
            let message = errors::read(status, &answer).0;
            Finding::needs(about, State::Unknown, message, "Check again in a few minutes.")
        }
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_account_and_refused_keys_are_told_apart() {
        let one = |status, body: &[u8]| judge("account", status, body, Millis(0)).remove(0);
        let good = one(200, br#"{"data": {"id": "1", "username": "shop"}}"#);
        assert_eq!(
            (good.state, good.message.as_str()),
            (State::Good, "The account is @shop, with the id 1.")
        );
        assert_eq!((one(401, b"{}").state, one(401, b"{}").about), (State::Bad, "access_token"));
        assert_eq!(one(503, b"").state, State::Unknown);
    }

    #[test]
    fn a_missing_value_is_said_before_x_is_asked() {
        let about: Vec<_> = entered(&Secrets::default()).iter().map(|one| one.about).collect();
        assert_eq!(about, ["access_token", "app_secret", "webhooks"]);
        assert!(probes(&Secrets::default(), Millis(0)).is_empty());
        let probes = probes(&Secrets::default().with(ACCESS_TOKEN, "t"), Millis(0));
        assert_eq!(probes[0].request.url, "https://api.x.com/2/users/me");
    }
}
