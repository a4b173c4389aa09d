//! The requests that hand messages to Twilio, and the reader of its answers.

use domain::{Address, Content};
use serde_json::Value;

use super::parse::MARK;
use super::{ACCOUNT_SID, MESSAGING_SERVICE, WEBHOOK_URL, base, errors, login};
use crate::encode::{form, percent};
use crate::{Answer, Outbound, Request, Secrets, Unsendable};

/// The request for `POST /2010-04-01/Accounts/{sid}/Messages.json`.
pub(super) fn render(secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
    let (text, link) = match message.content {
        Content::Text { text } => (Some(text.as_str()), None),
        Content::Media(file) => {
            let link = message.link.ok_or(Unsendable { kind: "media" })?;
            (file.caption.as_deref(), Some(link))
        }
        other => return Err(Unsendable { kind: other.kind() }),
    };
    let to = match Address::read(message.address) {
        // A short code has no plus sign, and no phone number is that short.
        Address::Number(digits) if digits.len() <= 6 => digits,
        Address::Number(digits) => format!("+{digits}"),
        // An address of another channel of Twilio's, such as `rcs:+49…`.
        Address::User(id) if id.contains(':') => id,
        Address::User(_) => return Err(Unsendable { kind: "sender without a number" }),
        Address::Username(_) => return Err(Unsendable { kind: "user name" }),
    };
    let callback = callback(secrets, message.mark);
    let service = secrets.get(MESSAGING_SERVICE);
    let given = |value: &'_ str| !value.is_empty();
    let fields = [
        ("To", Some(to.as_str())),
        ("From", Some(message.account).filter(|from| given(from))),
        ("MessagingServiceSid", Some(service).filter(|service| given(service))),
        ("Body", text.filter(|text| given(text))),
        ("MediaUrl", link),
        ("StatusCallback", callback.as_deref()),
    ];
    let fields: Vec<_> =
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let account = percent(secrets.get(ACCOUNT_SID));
    Ok(Request {
        method: "POST",
        url: format!("{}/2010-04-01/Accounts/{account}/Messages.json", base(secrets)),
        headers: vec![
            ("authorization", login(secrets)),
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
        ],
        body: form(&fields).into_bytes(),
    })
}

/// The account's own webhook with our mark, if its address is entered.
fn callback(secrets: &Secrets, mark: &str) -> Option<String> {
    let entered = secrets.get(WEBHOOK_URL).trim();
    let base = entered.split(['?', '#']).next().filter(|base| base.starts_with("http"))?;
    Some(format!("{base}?{MARK}={}", percent(mark)))
}

/// Reads Twilio's answer.
pub(super) fn read(status: u16, body: &[u8]) -> Answer {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    let code = answer["error_code"].as_i64().or_else(|| answer["code"].as_i64());
    let said = answer["error_message"].as_str().or_else(|| answer["message"].as_str());
    let taken = matches!(status, 200 | 201);
    let failed = matches!(answer["status"].as_str(), Some("failed" | "undelivered" | "canceled"));
    if taken && !failed {
        // Twilio has taken a message; sending it again could only double it.
        let provider_id = answer["sid"].as_str().unwrap_or_default().to_owned();
        return Answer::Sent { provider_id };
    }
    let reason = errors::told(code, said);
    if !taken && errors::passes(code, status) {
        Answer::Later { reason }
    } else {
        Answer::Refused { reason }
    }
}

#[cfg(test)]
mod tests {
    use domain::Millis;
    use domain::content::{Media, Medium};

    use super::super::form::items;
    use super::super::{API_KEY, API_SECRET, AUTH_TOKEN};
    use super::*;

    const URL: &str = "https://desk.example/webhooks/sms/a1";

    fn secrets() -> Secrets {
        Secrets::default().with(ACCOUNT_SID, "AC1").with(AUTH_TOKEN, "token")
    }

    fn outbound<'a>(address: &'a str, content: &'a Content, link: Option<&'a str>) -> Outbound<'a> {
        let (account, mark, now) = ("+15557654321", "t.7", Millis(0));
        Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload: None,
            now,
            late: false,
            mail: None,
        }
    }

    /// The request's fields, as Twilio reads them.
    fn fields(secrets: &Secrets, message: &Outbound<'_>) -> Value {
        let request = render(secrets, message).unwrap();
        items(&request.body).unwrap().remove(0).fields.raw()
    }

    #[test]
    fn a_text_has_the_documented_shape() {
        let content = Content::text("Grüße & 1+1=2 😀");
        let message = outbound("15551234567", &content, None);
        let request = render(&secrets(), &message).unwrap();
        assert_eq!(request.url, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
        // base64("AC1:token")
        assert_eq!(request.headers[0], ("authorization", "Basic QUMxOnRva2Vu".to_owned()));
        assert_eq!(
            fields(&secrets(), &message),
            serde_json::json!({"To": "+15551234567", "From": "+15557654321", "Body": "Grüße & 1+1=2 😀"})
        );
    }

    #[test]
    fn an_api_key_a_service_and_a_callback_are_used_where_they_are_entered() {
        let secrets = secrets()
            .with(API_KEY, "SK1")
            .with(API_SECRET, "s")
            .with(MESSAGING_SERVICE, "MG1")
            .with(WEBHOOK_URL, format!("{URL}#rc=3&rp=all"));
        let content = Content::text("Hello");
        let message = outbound("15551234567", &content, None);
        let request = render(&secrets, &message).unwrap();
        assert_eq!(request.headers[0].1, "Basic U0sxOnM=");
        let sent = fields(&secrets, &message);
        assert_eq!(sent["MessagingServiceSid"], "MG1");
        assert_eq!(sent["From"], "+15557654321");
        assert_eq!(sent["StatusCallback"], format!("{URL}?mark=t.7"));
    }

    #[test]
    fn a_file_goes_by_its_link_with_its_caption_as_text() {
        let content = Content::Media(Media {
            medium: Medium::Image,
            reference: "1".to_owned(),
            mime: "image/png".to_owned(),
            name: None,
            caption: Some("As promised".to_owned()),
            size: Some(1),
            width: None,
            height: None,
        });
        let link = "https://files.test/1?X-Amz-Signature=2&b=3";
        let sent = fields(&secrets(), &outbound("15551234567", &content, Some(link)));
        assert_eq!((&sent["MediaUrl"], &sent["Body"]), (&link.into(), &"As promised".into()));
        let none = render(&secrets(), &outbound("15551234567", &content, None));
        assert_eq!(none, Err(Unsendable { kind: "media" }));
    }

    #[test]
    fn a_short_code_gets_no_plus_sign_and_a_word_gets_no_answer() {
        let content = Content::text("Hello");
        let to =
            |address: &str| fields(&secrets(), &outbound(address, &content, None))["To"].clone();
        assert_eq!(to("12345"), "12345");
        assert_eq!(to("rcs:+15551234567"), "rcs:+15551234567");
        for address in ["ACME", "@smith"] {
            assert!(render(&secrets(), &outbound(address, &content, None)).is_err(), "{address}");
        }
    }

    #[test]
    fn answers_are_taken_put_off_or_final() {
        let sent = read(201, br#"{"sid": "SM1", "status": "queued", "error_code": null}"#);
        assert_eq!(sent, Answer::Sent { provider_id: "SM1".to_owned() });
        let refused = |answer: Answer| match answer {
            Answer::Refused { reason } => reason,
            other => panic!("{other:?}"),
        };
        let stopped = br#"{"code": 21610, "message": "Attempt to send to unsubscribed recipient", "status": 400}"#;
        assert_eq!(
            refused(read(400, stopped)),
            "The customer has stopped messages from this number (21610). \
             Only the customer can allow them again, by texting START."
        );
        assert_eq!(
            refused(read(400, br#"{"code": 99999, "message": "Odd"}"#)),
            "Twilio: Odd (99999)"
        );
        let failed = br#"{"sid": "SM1", "status": "failed", "error_code": 30005}"#;
        assert!(refused(read(201, failed)).contains("unknown or no longer in use"));
        for (status, body) in [
            (429, r#"{"code": 20429}"#),
            (503, "<html>"),
            (500, r#"{"code": 77}"#),
            (400, r#"{"code": 21611}"#),
        ] {
            assert!(matches!(read(status, body.as_bytes()), Answer::Later { .. }), "{body}");
        }
        assert!(refused(read(401, br#"{"code": 20003}"#)).contains("credentials"));
    }
}
