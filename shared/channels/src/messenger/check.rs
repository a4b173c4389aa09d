//! The check of an account of Messenger or Instagram: questions to the Graph API that change
//! nothing, and the meaning of their answers.

use domain::Millis;
use domain::words::cut;
use serde_json::Value;

use super::{ACCESS_TOKEN, APP_SECRET, GRAPH_URL, Platform};
use crate::Request;
use crate::encode::percent;
use crate::setup::{Finding, Probe, Secrets, State};
use crate::whatsapp::fields::list;
use crate::whatsapp::signature;

const ENTER_TOKEN: &str = "Make a token of the Page by a system user in Meta Business Suite, with \
     the permissions pages_messaging and pages_manage_metadata (for Instagram also instagram_basic \
     and instagram_manage_messages), and enter it.";
const ENTER_ACCOUNT: &str = "Enter the id of the Page (for Instagram: of the professional account) \
     for which the token was made.";
const ENTER_SECRET: &str = "Copy the app secret from App settings > Basic of the app to which the \
     access token belongs.";
const SUBSCRIBE: &str = "Subscribe the app to the Page: Messenger > Messenger API settings of the \
     app, fields messages, messaging_postbacks, message_reactions, message_edits, message_echoes, \
     message_reads, message_deliveries, messaging_referrals, messaging_handovers and standby.";

/// The findings that need no question.
pub(super) fn entered(secrets: &Secrets) -> Vec<Finding> {
    let mut all = Vec::new();
    if secrets.get(ACCESS_TOKEN).is_empty() {
        let message = "No access token is entered, so that no message can be sent.";
        all.push(Finding::needs("access_token", State::Bad, message, ENTER_TOKEN));
    }
    if secrets.get(APP_SECRET).is_empty() {
        let message = "No app secret is entered, so that no webhook can be trusted.";
        all.push(Finding::needs("app_secret", State::Bad, message, ENTER_SECRET));
    }
    all
}

/// The questions about an account.
pub(super) fn probes(platform: Platform, secrets: &Secrets, account: &str) -> Vec<Probe> {
    let token = secrets.get(ACCESS_TOKEN);
    if token.is_empty() {
        return Vec::new();
    }
    let ask = |about, path: String| {
        let request = Request {
            method: "GET",
            url: format!("{}/{path}", secrets.get(GRAPH_URL)),
            headers: vec![("authorization", format!("Bearer {token}"))],
            body: Vec::new(),
        };
        Probe { about, request }
    };
    let name = if platform == Platform::Instagram { "username" } else { "name" };
    let mut all = vec![ask("account", format!("{}?fields=id,{name}", percent(account)))];
    if !secrets.get(APP_SECRET).is_empty() {
        let proof = signature(secrets.get(APP_SECRET), token.as_bytes());
        let proof = proof.trim_start_matches("sha256=");
        all.push(ask("app_secret", format!("me?fields=id&appsecret_proof={proof}")));
    }
    // The Page's subscription holds for its Instagram account, too.
    all.push(ask("webhooks", "me/subscribed_apps".to_owned()));
    all
}

/// The meaning of an answer.
pub(super) fn judge(about: &'static str, status: u16, body: &[u8], _: Millis) -> Vec<Finding> {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let code = answer["error"]["code"].as_i64().unwrap_or(0);
    let said = answer["error"]["message"]
        .as_str()
        .map_or_else(|| format!("it answered {status} without a reason"), |said| cut(said, 200));
    let needs = |about, state, words: &str, remedy| {
        vec![Finding::needs(about, state, format!("{words}: {said}"), remedy)]
    };
    match (about, status, code) {
        ("account", 200, _) => {
            let name = answer["name"].as_str().or_else(|| answer["username"].as_str());
            let name = cut(name.unwrap_or("without a name"), 100);
            vec![Finding::good("account", format!("The account is {name}."))]
        }
        ("account", _, 190 | 102 | 463 | 467) => {
            needs("access_token", State::Bad, "Meta refuses the access token", ENTER_TOKEN)
        }
        ("account", _, 3 | 10 | 200..=299) => needs(
            "access_token",
            State::Bad,
            "The access token may not use this account",
            ENTER_TOKEN,
        ),
        ("account", _, 100 | 33 | 803) => {
            needs("account", State::Bad, "Meta knows no such account for this token", ENTER_ACCOUNT)
        }
        ("account", ..) => {
            let remedy = "Check again in a few minutes.";
            needs("account", State::Unknown, "Meta did not tell", remedy)
        }
        ("app_secret", 200, _) => {
            vec![Finding::good("app_secret", "The app secret belongs to the access token.")]
        }
        ("app_secret", ..) if said.contains("appsecret_proof") => {
            let words = "The app secret is not the one of the access token's app";
            needs("app_secret", State::Bad, words, ENTER_SECRET)
        }
        ("webhooks", 200, _) => vec![webhooks(&answer)],
        ("webhooks", ..) => {
            let remedy = "Give the token the permission pages_manage_metadata.";
            needs(
                "webhooks",
                State::Unknown,
                "Meta does not tell the webhooks' subscription",
                remedy,
            )
        }
        // The account's own answer already says whether the token is of any use.
        _ => Vec::new(),
    }
}

fn webhooks(answer: &Value) -> Finding {
    let apps = list(&answer["data"]);
    if apps.is_empty() {
        let message = "No app is subscribed, so that no message of a customer arrives.";
        return Finding::needs("webhooks", State::Bad, message, SUBSCRIBE);
    }
    let fields = |name: &str| {
        let all = apps.iter().flat_map(|app| list(&app["subscribed_fields"]));
        all.filter_map(Value::as_str).any(|field| field == name)
    };
    let wanted = ["messages", "messaging_postbacks", "message_reads", "message_echoes"];
    match wanted.into_iter().find(|name| !fields(name)) {
        Some("messages") => {
            let message = "The app is subscribed, but not to messages.";
            Finding::needs("webhooks", State::Bad, message, SUBSCRIBE)
        }
        Some(name) => {
            let message = format!("The app is subscribed to messages, but not to {name}.");
            Finding::needs("webhooks", State::Warning, message, SUBSCRIBE)
        }
        None => Finding::good("webhooks", "Webhooks are subscribed."),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn judged(about: &'static str, status: u16, answer: &Value) -> Vec<(State, &'static str)> {
        let all = judge(about, status, answer.to_string().as_bytes(), Millis(0));
        all.into_iter().map(|finding| (finding.state, finding.about)).collect()
    }

    fn error(code: i64, message: &str) -> Value {
        json!({"error": {"code": code, "message": message}})
    }

    #[test]
    fn an_expired_token_a_wrong_account_and_a_wrong_secret_are_told_apart() {
        assert_eq!(judged("account", 200, &json!({"name": "Shop"})), [(State::Good, "account")]);
        assert_eq!(judged("account", 401, &error(190, "expired")), [(State::Bad, "access_token")]);
        assert_eq!(judged("account", 400, &error(100, "unknown")), [(State::Bad, "account")]);
        assert_eq!(judged("account", 503, &Value::Null), [(State::Unknown, "account")]);
        let proof = error(100, "Invalid appsecret_proof provided in the API argument");
        assert_eq!(judged("app_secret", 400, &proof), [(State::Bad, "app_secret")]);
        assert!(judged("app_secret", 401, &error(190, "expired")).is_empty());
    }

    #[test]
    fn a_missing_subscription_is_named() {
        let apps =
            |fields: &[&str]| json!({"data": [{"name": "Desk", "subscribed_fields": fields}]});
        let state = |answer: &Value| judged("webhooks", 200, answer)[0].0;
        assert_eq!(state(&json!({"data": []})), State::Bad);
        assert_eq!(state(&apps(&["message_reads"])), State::Bad);
        assert_eq!(state(&apps(&["messages"])), State::Warning);
        let all = ["messages", "messaging_postbacks", "message_reads", "message_echoes"];
        assert_eq!(state(&apps(&all)), State::Good);
    }
}
