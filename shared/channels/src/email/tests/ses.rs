//! SNS envelopes, SES events and the request that sends.

use domain::Millis;

use super::{fixture, text};
use crate::email::kind::Outcome;
use crate::email::ses::{Answer, Event, event, read, send};
use crate::email::sns::{Kind, certificate_url, confirmation_url, envelope, public_key, verify};

const TOPIC: &str = "arn:aws:sns:eu-central-1:123456789012:mail";

fn topics() -> Vec<String> {
    vec![TOPIC.to_owned()]
}

fn key() -> Vec<u8> {
    public_key(&fixture("sns/certificate.pem")).unwrap()
}

#[test]
fn signatures_of_both_versions_are_checked() {
    for name in ["notification-v1", "notification-v2", "confirmation"] {
        let read = envelope(&fixture(&format!("sns/{name}.json"))).unwrap();
        assert!(verify(&read, &key(), &topics()).is_ok(), "{name}");
        assert!(verify(&read, &key(), &["arn:aws:sns:eu-central-1:1:other".into()]).is_err());
        assert!(verify(&read, &key()[1..], &topics()).is_err());
    }
}

#[test]
fn no_altered_envelope_is_believed() {
    let body = text("sns/notification-v2.json");
    for (from, to) in [
        ("line two", "line 2"),
        ("2026-11-30T10:00:01.000Z", "2026-11-30T10:00:02.000Z"),
        ("22b80b92", "22b80b93"),
        ("\"SignatureVersion\": \"2\"", "\"SignatureVersion\": \"1\""),
        ("\"SignatureVersion\": \"2\"", "\"SignatureVersion\": \"3\""),
        ("\"MessageId\"", "\"Subject\": \"new\", \"MessageId\""),
    ] {
        assert!(body.contains(from), "{from}");
        let altered = envelope(body.replace(from, to).as_bytes()).unwrap();
        assert!(verify(&altered, &key(), &topics()).is_err(), "{from}");
    }
}

#[test]
fn certificates_come_from_amazon_only() {
    let body = text("sns/notification-v1.json");
    let real = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-9c6465fa7f48f5cacd23014631ec1136.pem";
    assert_eq!(certificate_url(&envelope(body.as_bytes()).unwrap(), &topics()), Ok(real));
    for url in [
        "http://sns.eu-central-1.amazonaws.com/a.pem",
        "https://sns.eu-central-1.amazonaws.com.evil.example/a.pem",
        "https://evil.example/sns.eu-central-1.amazonaws.com/a.pem",
        "https://sns.eu-central-1.amazonaws.com@evil.example/a.pem",
        "https://sns.eu-central-1.amazonaws.com:8443/a.pem",
        "https://sns.us-east-1.amazonaws.com/a.pem",
        "https://bucket.s3.amazonaws.com/a.pem",
        "https://sns.eu-central-1.amazonaws.com/a.txt",
        "https://sns.eu-central-1.amazonaws.com/x/../a.pem",
        "https://sns.eu-central-1.amazonaws.com/?x=a.pem",
        "https://SNS.eu-central-1.amazonaws.com/a.pem",
        "https://sns.eu-central-1.amazonaws.com",
        "",
    ] {
        let other = envelope(body.replace(real, url).as_bytes()).unwrap();
        assert!(certificate_url(&other, &topics()).is_err(), "{url}");
        assert!(verify(&other, &key(), &topics()).is_err(), "{url}");
    }
}

#[test]
fn a_subscription_is_confirmed_at_amazon_only() {
    let body = text("sns/confirmation.json");
    let read = envelope(body.as_bytes()).unwrap();
    assert_eq!(read.kind, Kind::Subscription);
    assert!(
        confirmation_url(&read)
            .unwrap()
            .starts_with("https://sns.eu-central-1.amazonaws.com/?Action=")
    );
    let other = body.replace(
        "https://sns.eu-central-1.amazonaws.com/?Action",
        "https://169.254.169.254/?Action",
    );
    assert!(confirmation_url(&envelope(other.as_bytes()).unwrap()).is_err());
    let note = envelope(&fixture("sns/notification-v1.json")).unwrap();
    assert!(confirmation_url(&note).is_err());
}

#[test]
fn a_text_that_is_no_envelope_or_certificate_is_refused() {
    for body in [
        "",
        "{}",
        "[]",
        "null",
        "{\"Type\":\"Notification\"}",
        "{\"Type\":\"Other\",\"Signature\":\"\"}",
    ] {
        assert!(envelope(body.as_bytes()).is_err(), "{body}");
    }
    let pem = text("sns/certificate.pem");
    for end in 0..pem.len() {
        assert!(public_key(&pem.as_bytes()[..end]).is_err() || end + 2 > pem.len());
    }
    let mut bytes = pem.into_bytes();
    for at in 30..bytes.len() - 30 {
        bytes[at] ^= 1;
        let _ = public_key(&bytes);
        bytes[at] ^= 1;
    }
}

#[test]
fn a_received_mail_names_its_place() {
    let read = envelope(&fixture("sns/notification-v1.json")).unwrap();
    let Ok(Event::Received(mail)) = event(&read.message) else { panic!("a mail") };
    assert_eq!(mail.place, Some(("shop-mails".into(), "in/d6iitobk75ur44p8kdnnp7g2n800".into())));
    assert_eq!(mail.recipients, ["support+token@shop.example"]);
    assert_eq!(mail.at, Some(Millis(1_796_032_800_936)));
    assert!(!mail.virus && !mail.spam && mail.authentic);
}

/// Events of the SES Developer Guide ("Examples of event data that Amazon SES publishes to Amazon
/// SNS"), shortened.
#[test]
fn events_become_statuses() {
    let mail = r#""mail":{"timestamp":"2026-11-30T10:00:00.000Z","messageId":"ses-1","destination":["ada@example.com"],"headers":[{"name":"Message-ID","value":"<m1@shop.example>"}]}"#;
    for (kind, part, outcome, code, temporary) in [
        (
            "\"eventType\":\"Bounce\"",
            r#""bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"ada@example.com","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-30T10:00:02.000Z"}"#,
            Outcome::Failed,
            Some("5.1.1"),
            false,
        ),
        (
            "\"notificationType\":\"Bounce\"",
            r#""bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull","bouncedRecipients":[{"emailAddress":"ada@example.com"}]}"#,
            Outcome::Failed,
            None,
            true,
        ),
        (
            "\"eventType\":\"Complaint\"",
            r#""complaint":{"complainedRecipients":[{"emailAddress":"ada@example.com"}],"complaintFeedbackType":"abuse"}"#,
            Outcome::Complained,
            None,
            false,
        ),
        (
            "\"eventType\":\"Delivery\"",
            r#""delivery":{"recipients":["ada@example.com"],"smtpResponse":"250 2.6.0 Message received"}"#,
            Outcome::Delivered,
            Some("2.6.0"),
            false,
        ),
        (
            "\"eventType\":\"DeliveryDelay\"",
            r#""deliveryDelay":{"delayType":"TransientCommunicationFailure","delayedRecipients":[{"emailAddress":"ada@example.com","status":"4.4.1","diagnosticCode":"smtp; 421 4.4.1 Unable to connect"}]}"#,
            Outcome::Delayed,
            Some("4.4.1"),
            true,
        ),
        (
            "\"eventType\":\"Reject\"",
            r#""reject":{"reason":"Bad content"}"#,
            Outcome::Failed,
            None,
            false,
        ),
    ] {
        let Ok(Event::Reports { provider_id, statuses, .. }) =
            event(&format!("{{{kind},{mail},{part}}}"))
        else {
            panic!("{kind}")
        };
        assert_eq!(provider_id, "ses-1");
        let status = &statuses[0];
        assert_eq!(status.recipient.as_deref(), Some("ada@example.com"), "{kind}");
        assert_eq!(status.message_id.as_deref(), Some("m1@shop.example"), "{kind}");
        assert_eq!(
            (status.outcome, status.code.as_deref(), status.temporary),
            (outcome, code, temporary),
            "{kind}"
        );
    }
    assert!(matches!(event("{\"eventType\":\"Open\"}"), Ok(Event::Nothing(_))));
    assert!(matches!(event("Successfully validated SNS topic"), Ok(Event::Nothing(_))));
    assert!(event("{}").is_err());
}

#[test]
fn the_request_and_its_answers() {
    let request =
        send(b"From: a\r\n", "support@shop.example", "ada@example.com", Some("set"), "m-1");
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(request.path, "/v2/email/outbound-emails");
    assert_eq!(body["Content"]["Raw"]["Data"], "RnJvbTogYQ0K");
    assert_eq!(body["Destination"]["ToAddresses"][0], "ada@example.com");
    assert_eq!(body["EmailTags"][0]["Value"], "m-1");
    assert_eq!(read(200, None, b"{\"MessageId\":\"0100\"}"), Answer::Sent("0100".into()));
    for (status, error, retryable) in [
        (429, Some("TooManyRequestsException:http://internal.amazon.com/"), true),
        (400, Some("MessageRejected"), false),
        (400, Some("com.amazonaws.ses#SendingPausedException"), false),
        (400, Some("AccountSuspendedException"), false),
        (413, None, false),
        (500, None, true),
        (503, Some("SomethingNew"), true),
        (418, Some("SomethingNew"), false),
        (200, None, true),
    ] {
        let Answer::Refused(refused) = read(status, error, b"{\"message\":\"said\"}") else {
            panic!("{status}")
        };
        assert_eq!(
            (refused.retryable, refused.said.as_str()),
            (retryable, "said"),
            "{status} {error:?}"
        );
        assert!(!refused.reason.is_empty() && !refused.remedy.is_empty());
    }
}

#[test]
fn the_id_that_ses_writes_over_ours_is_known_by_its_domain() {
    use crate::email::ses::provider_id;
    assert_eq!(provider_id("<0100-a@eu-central-1.amazonses.com>"), Some("0100-a"));
    assert_eq!(provider_id("0100-a@email.amazonses.com"), Some("0100-a"));
    assert_eq!(provider_id("0100-a@amazonses.com.evil.example"), None);
    assert_eq!(provider_id("0100-a"), None);
}

#[test]
fn the_document_holds_every_error_with_its_remedy() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/channels/email.md");
    let document = std::fs::read_to_string(path).unwrap().replace('`', "");
    for (name, reason, remedy, retryable) in crate::email::ses::ERRORS {
        let row = document.lines().find(|line| line.starts_with('|') && line.contains(name));
        let row = row.unwrap_or_else(|| panic!("{name} has no row"));
        let tried = if retryable { "| yes |" } else { "| no |" };
        for part in [reason, remedy, tried] {
            assert!(row.contains(part), "{name}: {part}");
        }
    }
}
