//! The check of a WhatsApp account: questions to the Graph API that change nothing, and the meaning of
//! their answers. `docs/decisions/0041-secrets-of-assets.md` names the sources.

use super::sign::signature;
use super::{ACCESS_TOKEN, APP_SECRET, BUSINESS_ACCOUNT};
use crate::Request;
use crate::encode::percent;
use crate::setup::{Finding, Probe, Secrets, State};
use domain::Millis;
use domain::words::cut;
use serde_json::Value;

const ENTER_TOKEN: &str = "Make a permanent token of a system user in Meta Business Suite, with the \
     permissions whatsapp_business_messaging and whatsapp_business_management, and enter it.";
const ENTER_ACCOUNT: &str = "Copy the phone number id (not the phone number) from the page \
     WhatsApp > API Setup of the app, and assign the number to the token's system user.";
const ENTER_SECRET: &str = "Copy the app secret from App settings > Basic of the app to which the \
     access token belongs.";
const SUBSCRIBE: &str = "Subscribe the app to the WhatsApp Business account: the page \
     WhatsApp > Configuration of the app, field messages.";
/// A token that lapses within this time is worth a warning.
const SOON: Millis = Millis::hours(7 * 24);

/// The questions about an account.
pub(super) fn probes(secrets: &Secrets, account: &str) -> Vec<Probe> {
    let token = secrets.get(ACCESS_TOKEN);
    if token.is_empty() {
        return Vec::new();
    }
    let ask = |about, path: String| {
        let request = Request {
            method: "GET",
            url: format!("{}/{path}", secrets.get(super::GRAPH_URL)),
            headers: vec![("authorization", format!("Bearer {token}"))],
            body: Vec::new(),
        };
        Probe { about, request }
    };
    let fields = "id,display_phone_number,verified_name,quality_rating,name_status";
    let mut all = vec![
        ask("account", format!("{}?fields={fields}", percent(account))),
        ask("access_token", format!("debug_token?input_token={}", percent(token))),
    ];
    if !secrets.get(APP_SECRET).is_empty() {
        let proof = signature(secrets.get(APP_SECRET), token.as_bytes());
        let proof = proof.trim_start_matches("sha256=");
        all.push(ask(
            "app_secret",
            format!("{}?fields=id&appsecret_proof={proof}", percent(account)),
        ));
    }
    let business = secrets.get(BUSINESS_ACCOUNT);
    if !business.is_empty() {
        all.push(ask("webhooks", format!("{}/subscribed_apps", percent(business))));
    }
    all
}

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
    if secrets.get(BUSINESS_ACCOUNT).is_empty() {
        let message = "Without the id of the WhatsApp Business account nobody can tell whether \
                       webhooks are subscribed.";
        let remedy = "Enter the id from the page WhatsApp > API Setup of the app.";
        all.push(Finding::needs("webhooks", State::Unknown, message, remedy));
    }
    all
}

/// The meaning of an answer.
pub(super) fn judge(about: &'static str, status: u16, body: &[u8], now: Millis) -> Vec<Finding> {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let error = Error::read(status, &answer);
    match (about, error) {
        ("account", None) => account(&answer),
        ("account", Some(error)) => vec![error.about_account()],
        ("access_token", None) => vec![token(&answer["data"], now)],
        // The account's own answer already says whether the token is of any use.
        ("access_token", Some(_)) => Vec::new(),
        ("app_secret", None) => {
            vec![Finding::good("app_secret", "The app secret belongs to the access token.")]
        }
        ("app_secret", Some(error)) => error.about_secret().into_iter().collect(),
        ("webhooks", None) => vec![webhooks(&answer)],
        ("webhooks", Some(error)) => {
            let message = format!("Meta does not tell the webhooks' subscription: {}", error.said);
            let remedy = "Compare the id of the WhatsApp Business account, and give the system \
                          user access to it.";
            vec![Finding::needs("webhooks", State::Warning, message, remedy)]
        }
        _ => Vec::new(),
    }
}

fn account(answer: &Value) -> Vec<Finding> {
    let text = |field: &str| answer[field].as_str().unwrap_or_default().to_owned();
    let (number, name) = (text("display_phone_number"), text("verified_name"));
    let mut all = vec![match text("name_status").as_str() {
        "DECLINED" | "EXPIRED" => Finding::needs(
            "account",
            State::Warning,
            format!("{number} is there, but Meta has not approved its name {name}."),
            "Ask for a review of the display name in WhatsApp Manager.",
        ),
        _ => Finding::good("account", format!("The account is {number}, {name}.")),
    }];
    let quality = |state, message: &str| {
        let remedy = "Send less of what customers block or report; WhatsApp Manager shows which.";
        Finding::needs("quality", state, message, remedy)
    };
    match text("quality_rating").as_str() {
        "GREEN" => all.push(Finding::good("quality", "The quality of the account is high.")),
        "YELLOW" => all.push(quality(State::Warning, "The quality of the account is medium.")),
        "RED" => {
            all.push(quality(
                State::Warning,
                "The quality is low: Meta may lower the limits soon.",
            ));
        }
        _ => {}
    }
    all
}

fn token(data: &Value, now: Millis) -> Finding {
    let about = "access_token";
    if data["is_valid"] == false {
        let said = data["error"]["message"].as_str().unwrap_or("it is not valid");
        let message = format!("Meta refuses the access token: {}", cut(said, 200));
        return Finding::needs(about, State::Bad, message, ENTER_TOKEN);
    }
    let needed = ["whatsapp_business_messaging", "whatsapp_business_management"];
    if let Some(scopes) = data["scopes"].as_array() {
        let lacks = |scope: &&str| !scopes.iter().any(|one| one == scope);
        if let Some(scope) = needed.into_iter().find(lacks) {
            let message = format!("The access token lacks the permission {scope}.");
            return Finding::needs(about, State::Bad, message, ENTER_TOKEN);
        }
    }
    let expires = Millis(data["expires_at"].as_i64().unwrap_or(0).saturating_mul(1_000));
    match expires.0 {
        0 => Finding::good(about, "The access token is valid and does not expire."),
        _ if expires <= now => {
            Finding::needs(about, State::Bad, "The access token has expired.", ENTER_TOKEN)
        }
        _ if expires - now < SOON => {
            let hours = (expires - now).0 / Millis::hours(1).0;
            let message = format!("The access token expires in {hours} hours.");
            Finding::needs(about, State::Warning, message, ENTER_TOKEN)
        }
        _ => {
            let days = (expires - now).0 / Millis::hours(24).0;
            Finding::good(about, format!("The access token is valid for {days} more days."))
        }
    }
}

fn webhooks(answer: &Value) -> Finding {
    let names: Vec<&str> = answer["data"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|app| app["whatsapp_business_api_data"]["name"].as_str())
        .collect();
    if answer["data"].as_array().is_none_or(Vec::is_empty) {
        let message = "No app is subscribed, so that no message of a customer arrives.";
        return Finding::needs("webhooks", State::Bad, message, SUBSCRIBE);
    }
    Finding::good("webhooks", format!("Webhooks are subscribed: {}.", names.join(", ")))
}

/// An error of the Graph API.
struct Error {
    code: i64,
    said: String,
}

impl Error {
    fn read(status: u16, answer: &Value) -> Option<Self> {
        if status == 200 {
            return None;
        }
        let said = answer["error"]["message"].as_str().map_or_else(
            || format!("it answered {status} without a reason"),
            |said| cut(said, 200),
        );
        Some(Self { code: answer["error"]["code"].as_i64().unwrap_or(0), said })
    }

    fn about_account(&self) -> Finding {
        let said = &self.said;
        match self.code {
            190 | 102 | 463 | 467 => Finding::needs(
                "access_token",
                State::Bad,
                format!("Meta refuses the access token: {said}"),
                ENTER_TOKEN,
            ),
            10 | 200..=299 | 3 => Finding::needs(
                "access_token",
                State::Bad,
                format!("The access token may not use this account: {said}"),
                ENTER_TOKEN,
            ),
            100 | 33 | 803 => Finding::needs(
                "account",
                State::Bad,
                format!("Meta knows no such phone number id for this token: {said}"),
                ENTER_ACCOUNT,
            ),
            _ => Finding::needs(
                "account",
                State::Unknown,
                format!("Meta did not tell: {said}"),
                "Check again in a few minutes.",
            ),
        }
    }

    fn about_secret(&self) -> Option<Finding> {
        self.said.contains("appsecret_proof").then(|| {
            let message = "The app secret is not the one of the access token's app, so that the \
                           webhooks' signatures will not match.";
            Finding::needs("app_secret", State::Bad, message, ENTER_SECRET)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: Millis = Millis(1_800_000_000_000);

    fn judged(about: &'static str, status: u16, answer: &Value) -> (State, &'static str, String) {
        let findings = judge(about, status, answer.to_string().as_bytes(), NOW);
        let first = findings.into_iter().next().unwrap();
        (first.state, first.about, first.message)
    }

    fn error(code: i64, message: &str) -> Value {
        json!({"error": {"code": code, "message": message}})
    }

    #[test]
    fn an_expired_token_a_wrong_number_and_a_wrong_secret_are_told_apart() {
        let expired = error(190, "Error validating access token: Session has expired");
        let (state, about, message) = judged("account", 401, &expired);
        assert_eq!((state, about), (State::Bad, "access_token"));
        assert!(message.contains("Session has expired"));
        let unknown = error(100, "Unsupported get request. Object with ID '4915' does not exist");
        assert_eq!(judged("account", 400, &unknown).1, "account");
        let secret = error(100, "Invalid appsecret_proof provided in the API argument");
        assert_eq!(judged("app_secret", 400, &secret).1, "app_secret");
        let other = judge("app_secret", 401, expired.to_string().as_bytes(), NOW);
        assert!(other.is_empty(), "the token's own finding says it");
    }

    #[test]
    fn a_token_that_lapses_soon_is_a_warning() {
        let seconds = NOW.0 / 1_000;
        let data = |expires: i64| {
            json!({"data": {"is_valid": true, "expires_at": expires,
                "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"]}})
        };
        assert_eq!(judged("access_token", 200, &data(0)).0, State::Good);
        assert_eq!(judged("access_token", 200, &data(seconds + 86_400 * 30)).0, State::Good);
        let (state, _, message) = judged("access_token", 200, &data(seconds + 7_200));
        assert_eq!(
            (state, message.as_str()),
            (State::Warning, "The access token expires in 2 hours.")
        );
        assert_eq!(judged("access_token", 200, &data(seconds - 1)).0, State::Bad);
        let few = json!({"data": {"is_valid": true, "expires_at": 0, "scopes": ["whatsapp_business_messaging"]}});
        assert!(judged("access_token", 200, &few).2.contains("whatsapp_business_management"));
    }

    #[test]
    fn a_business_account_without_a_subscription_is_named() {
        assert_eq!(judged("webhooks", 200, &json!({"data": []})).0, State::Bad);
        let app = json!({"data": [{"whatsapp_business_api_data": {"name": "Shop", "id": "1"}}]});
        assert_eq!(judged("webhooks", 200, &app).2, "Webhooks are subscribed: Shop.");
    }

    #[test]
    fn a_token_of_strange_characters_stays_one_value_of_the_url() {
        let secrets = Secrets::default()
            .with(ACCESS_TOKEN, "a&b=c#d é")
            .with(super::super::GRAPH_URL, "https://graph.test/v26.0");
        let probes = probes(&secrets, "106/../x");
        assert_eq!(
            probes[1].request.url,
            "https://graph.test/v26.0/debug_token?input_token=a%26b%3Dc%23d%20%C3%A9"
        );
        assert!(probes[0].request.url.starts_with("https://graph.test/v26.0/106%2F..%2Fx?"));
    }
}
