//! The check of a Twilio account: questions that change nothing, and the meaning of their answers.

use domain::Millis;
use domain::words::cut;
use serde_json::Value;

use super::{ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SHARED_KEY, WEBHOOK_URL, base, login};
use crate::Request;
use crate::encode::percent;
use crate::setup::{Finding, Probe, Secrets, State};

const ENTER_LOGIN: &str = "Copy account SID and auth token from the Twilio Console (Account > API \
     keys & tokens), or make an API key there, and enter them.";
const ENTER_TOKEN: &str = "Copy the primary auth token from the Twilio Console (Account > API keys \
     & tokens): Twilio signs webhooks with it, also where an API key sends.";
const ENTER_URL: &str = "Enter the webhook's address with its host, as it stands in the Twilio \
     Console.";
const ENTER_NUMBER: &str = "Enter the number as +15551234567, as it stands in the Twilio Console.";
const SET_HOOK: &str = "Set the webhook's address at the number in the Twilio Console: A message \
     comes in > Webhook, POST; or at its messaging service.";

/// The findings that need no question.
pub(super) fn entered(secrets: &Secrets) -> Vec<Finding> {
    let empty = |field: &str| secrets.get(field).is_empty();
    let mut all = Vec::new();
    let key = !empty(API_KEY) && !empty(API_SECRET);
    if empty(ACCOUNT_SID) || (empty(AUTH_TOKEN) && !key) {
        let message = "Account SID and token are not entered, so that no message can be sent.";
        all.push(Finding::needs("access_token", State::Bad, message, ENTER_LOGIN));
    }
    if empty(AUTH_TOKEN) && empty(SHARED_KEY) {
        let message = "No auth token is entered, so that no webhook can be trusted.";
        all.push(Finding::needs("app_secret", State::Bad, message, ENTER_TOKEN));
    }
    if empty(WEBHOOK_URL) {
        let message = "The webhook's address is not entered, so that nobody learns whether \
                       messages arrive.";
        all.push(Finding::needs("webhooks", State::Warning, message, ENTER_URL));
    }
    all
}

/// The questions about an account.
pub(super) fn probes(secrets: &Secrets, account: &str) -> Vec<Probe> {
    let sid = secrets.get(ACCOUNT_SID);
    if sid.is_empty() {
        return Vec::new();
    }
    let ask = |about, path: String| {
        let request = Request {
            method: "GET",
            url: format!("{}/2010-04-01/Accounts/{}{path}", base(secrets), percent(sid)),
            headers: vec![("authorization", login(secrets))],
            body: Vec::new(),
        };
        Probe { about, request }
    };
    let number = percent(account);
    vec![
        ask("access_token", ".json".to_owned()),
        ask("account", format!("/IncomingPhoneNumbers.json?PhoneNumber={number}")),
    ]
}

/// The meaning of an answer.
pub(super) fn judge(about: &'static str, status: u16, body: &[u8], _: Millis) -> Vec<Finding> {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let said = cut(answer["message"].as_str().unwrap_or("no reason given"), 200);
    match (about, status) {
        ("access_token", 200) => vec![owner(&answer)],
        ("access_token", 401 | 403 | 404) => {
            let message = format!("Twilio refuses the credentials: {said}");
            vec![Finding::needs("access_token", State::Bad, message, ENTER_LOGIN)]
        }
        ("account", 200) => number(&answer),
        // The account's own answer already says that the credentials are of no use.
        ("account", 401 | 403 | 404) => Vec::new(),
        (about, _) => {
            let message = format!("Twilio did not tell: it answered {status}.");
            let remedy = "Check again in a few minutes.";
            vec![Finding::needs(about, State::Unknown, message, remedy)]
        }
    }
}

fn owner(answer: &Value) -> Finding {
    let name = cut(answer["friendly_name"].as_str().unwrap_or_default(), 100);
    match answer["status"].as_str() {
        Some("active") if answer["type"] == "Trial" => Finding::needs(
            "access_token",
            State::Warning,
            format!("The Twilio account {name} is a trial: it writes to verified numbers only."),
            "Upgrade the account in the Twilio Console.",
        ),
        Some("active") => {
            Finding::good("access_token", format!("The Twilio account {name} is active."))
        }
        other => Finding::needs(
            "access_token",
            State::Bad,
            format!("The Twilio account {name} is {}.", other.unwrap_or("in an unknown state")),
            "Ask Twilio's support.",
        ),
    }
}

fn number(answer: &Value) -> Vec<Finding> {
    let found = &answer["incoming_phone_numbers"][0];
    let Some(number) = found["phone_number"].as_str() else {
        let message = "The Twilio account has no such number; a short code or another sender may \
                       still work.";
        return vec![Finding::needs("account", State::Warning, message, ENTER_NUMBER)];
    };
    let able = |what: &str| found["capabilities"][what] == true;
    let mut all = vec![match (able("sms"), able("mms")) {
        (true, true) => {
            Finding::good("account", format!("The number {number} carries SMS and MMS."))
        }
        (true, false) => {
            Finding::good("account", format!("The number {number} carries SMS without files."))
        }
        (false, _) => Finding::needs(
            "account",
            State::Bad,
            format!("The number {number} carries no SMS."),
            "Buy a number with SMS at Twilio.",
        ),
    }];
    let hook = found["sms_url"].as_str().unwrap_or_default();
    all.push(if hook.is_empty() {
        let message = "The number names no webhook for messages; a messaging service may.";
        Finding::needs("webhooks", State::Unknown, message, SET_HOOK)
    } else {
        Finding::good("webhooks", format!("Twilio brings messages to {}.", cut(hook, 200)))
    });
    all
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn judged(about: &'static str, status: u16, answer: &Value) -> Vec<(State, &'static str)> {
        let all = judge(about, status, answer.to_string().as_bytes(), Millis(0));
        all.into_iter().map(|finding| (finding.state, finding.about)).collect()
    }

    #[test]
    fn a_number_without_sms_and_one_without_a_webhook_are_named() {
        let number = |sms: bool, hook: &str| {
            json!({"incoming_phone_numbers": [{"phone_number": "+15557654321", "sms_url": hook,
                "capabilities": {"sms": sms, "mms": true, "voice": true}}]})
        };
        let good = judged("account", 200, &number(true, "https://desk.example/webhooks/sms/a1"));
        assert_eq!(good, [(State::Good, "account"), (State::Good, "webhooks")]);
        let without = judged("account", 200, &number(false, ""));
        assert_eq!(without, [(State::Bad, "account"), (State::Unknown, "webhooks")]);
        let none = judged("account", 200, &json!({"incoming_phone_numbers": []}));
        assert_eq!(none, [(State::Warning, "account")]);
    }

    #[test]
    fn wrong_credentials_a_trial_and_a_suspended_account_are_told_apart() {
        let one = |status, answer: Value| judged("access_token", status, &answer)[0].0;
        assert_eq!(one(200, json!({"status": "active", "type": "Full"})), State::Good);
        assert_eq!(one(200, json!({"status": "active", "type": "Trial"})), State::Warning);
        assert_eq!(one(200, json!({"status": "suspended"})), State::Bad);
        assert_eq!(one(401, json!({"code": 20003, "message": "Authenticate"})), State::Bad);
        assert_eq!(one(503, Value::Null), State::Unknown);
        assert!(judged("account", 401, &Value::Null).is_empty());
    }

    #[test]
    fn a_missing_value_is_said_before_twilio_is_asked() {
        let about = |secrets: &Secrets| -> Vec<_> {
            entered(secrets).iter().map(|finding| finding.about).collect()
        };
        assert_eq!(about(&Secrets::default()), ["access_token", "app_secret", "webhooks"]);
        let key = Secrets::default()
            .with(ACCOUNT_SID, "AC1")
            .with(API_KEY, "SK1")
            .with(API_SECRET, "s")
            .with(WEBHOOK_URL, "https://desk.example/");
        assert_eq!(about(&key), ["app_secret"], "an API key signs nothing");
        assert_eq!(about(&key.with(AUTH_TOKEN, "t")), [""; 0]);
    }

    #[test]
    fn a_number_stays_one_value_of_the_url() {
        let secrets = Secrets::default().with(ACCOUNT_SID, "AC1/../x").with(AUTH_TOKEN, "t");
        let all = probes(&secrets, "+1 555&x=1");
        assert_eq!(
            all[1].request.url,
            "https://api.twilio.com/2010-04-01/Accounts/AC1%2F..%2Fx/IncomingPhoneNumbers.json\
             ?PhoneNumber=%2B1%20555%26x%3D1"
        );
        assert!(probes(&Secrets::default(), "+1").is_empty());
    }
}
