//! Amazon's side of incoming mail: notifications of SES that SNS signs. The key is the sandbox's
//! own, and public: it opens only the sandbox.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use serde_json::{Value, json};

/// The topic of the sandbox.
pub const TOPIC: &str = "arn:aws:sns:eu-central-1:123456789012:sandbox-mail";
/// The certificate of the sandbox's key, in PEM.
pub const CERTIFICATE: &str = include_str!("certificate.pem");
/// The name of the certificate below the address of the sandbox's SES.
pub const CERTIFICATE_NAME: &str = "sandbox.pem";
const KEY: &[u8] = include_bytes!("key.der");

/// A post of SNS, signed with the sandbox's key. `base`: the address of the sandbox's SES.
#[must_use]
pub fn notification(base: &str, id: &str, at: i64, message: &Value) -> String {
    let mut post = json!({
        "Type": "Notification", "MessageId": id, "TopicArn": TOPIC,
        "Message": message.to_string(), "Timestamp": moment(at), "SignatureVersion": "2",
        "SigningCertURL": format!("{base}/{CERTIFICATE_NAME}"),
        "UnsubscribeURL": format!("{base}/unsubscribe"),
    });
    sign(&mut post, &["Message", "MessageId", "Timestamp", "TopicArn", "Type"]);
    post.to_string()
}

/// The question of SNS whether an address wants the topic's posts.
#[must_use]
pub fn question(base: &str, id: &str, at: i64) -> String {
    let mut post = json!({
        "Type": "SubscriptionConfirmation", "MessageId": id, "TopicArn": TOPIC, "Token": "token",
        "Message": "You have chosen to subscribe to the topic.", "Timestamp": moment(at),
        "SubscribeURL": format!("{base}/confirm?Token=token"), "SignatureVersion": "2",
        "SigningCertURL": format!("{base}/{CERTIFICATE_NAME}"),
    });
    let signed = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
    sign(&mut post, &signed);
    post.to_string()
}

fn sign(post: &mut Value, fields: &[&str]) {
    let text = |name: &str| post[name].as_str().unwrap_or_default().to_owned();
    let signed: String = fields.iter().map(|name| format!("{name}\n{}\n", text(name))).collect();
    // The key stands in the program, and a test signs with it.
    let Ok(key) = RsaKeyPair::from_pkcs8(KEY) else { return };
    let mut signature = vec![0; key.public().modulus_len()];
    let done = key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature);
    if done.is_ok() {
        post["Signature"] = json!(STANDARD.encode(&signature));
    }
}

/// A moment as SES and SNS write it.
fn moment(at: i64) -> String {
    let seconds = std::time::Duration::from_millis(u64::try_from(at).unwrap_or(0));
    let moment = aws_smithy_types::DateTime::from(std::time::UNIX_EPOCH + seconds);
    moment.fmt(aws_smithy_types::date_time::Format::DateTime).unwrap_or_default()
}

/// The envelope of a mail that came in.
#[derive(Debug, Clone)]
pub struct Arrived<'a> {
    /// The id that SES gave to the mail.
    pub id: &'a str,
    /// The sender of the envelope.
    pub source: &'a str,
    /// The recipients of the envelope.
    pub recipients: &'a [String],
    /// The bucket and the key of the raw mail.
    pub place: (&'a str, &'a str),
    /// The moment.
    pub at: i64,
}

/// The notification of SES that a mail lies in the bucket.
#[must_use]
pub fn received(arrived: &Arrived<'_>) -> Value {
    let pass = json!({"status": "PASS"});
    let (bucket, key) = arrived.place;
    json!({
        "notificationType": "Received",
        "mail": {
            "messageId": arrived.id, "timestamp": moment(arrived.at), "source": arrived.source,
            "destination": arrived.recipients, "headersTruncated": false, "headers": [],
            "commonHeaders": {},
        },
        "receipt": {
            "timestamp": moment(arrived.at), "processingTimeMillis": 20,
            "recipients": arrived.recipients, "spamVerdict": pass, "virusVerdict": pass,
            "spfVerdict": pass, "dkimVerdict": pass, "dmarcVerdict": pass,
            "action": {"type": "S3", "topicArn": TOPIC, "bucketName": bucket, "objectKey": key,
                       "objectKeyPrefix": "inbound/"},
        },
    })
}

/// The fate of a mail of ours, as SES reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The recipient's server has the mail.
    Delivered,
    /// The recipient's server refused the mail.
    Bounced,
    /// The recipient called the mail spam.
    Complained,
    /// The recipient's server does not take the mail yet.
    Delayed,
}

/// The event of SES about a mail of ours.
#[must_use]
pub fn event(fate: Fate, id: &str, mark: &str, recipient: &str, at: i64) -> Value {
    let (name, part, body) = match fate {
        Fate::Delivered => (
            "Delivery",
            "delivery",
            json!({"recipients": [recipient], "smtpResponse": "250 2.6.0 Message received"}),
        ),
        Fate::Bounced => (
            "Bounce",
            "bounce",
            json!({"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": [
                {"emailAddress": recipient, "action": "failed", "status": "5.1.1",
                 "diagnosticCode": "smtp; 550 5.1.1 user unknown"}]}),
        ),
        Fate::Complained => (
            "Complaint",
            "complaint",
            json!({"complainedRecipients": [{"emailAddress": recipient}],
                   "complaintFeedbackType": "abuse"}),
        ),
        Fate::Delayed => (
            "DeliveryDelay",
            "deliveryDelay",
            json!({"delayType": "MailboxFull", "delayedRecipients": [
                {"emailAddress": recipient, "status": "4.2.2",
                 "diagnosticCode": "smtp; 452 4.2.2 mailbox full"}]}),
        ),
    };
    let mut event = json!({
        "eventType": name,
        "mail": {"messageId": id, "timestamp": moment(at), "destination": [recipient],
                 "tags": {"mark": [mark]}},
    });
    event[part] = body;
    event[part]["timestamp"] = json!(moment(at));
    event
}

#[cfg(test)]
mod tests {
    use super::*;
    use channels::{Channel as _, Secrets, Webhook};

    #[test]
    fn the_channel_believes_the_sandbox_where_it_knows_the_sandbox() {
        let base = "http://localhost:8787/sandbox/ses";
        let secrets = Secrets::default().with("sns_topic", TOPIC).with("api_url", base);
        let certificate = Some(CERTIFICATE.as_bytes());
        let event = event(Fate::Bounced, "s1", "t.7", "ada@example.com", 1_800_000_000_000);
        for body in [
            notification(base, "n1", 1_800_000_000_000, &event),
            question(base, "n2", 1_800_000_000_000),
        ] {
            let webhook = Webhook { certificate, ..Webhook::of(body.as_bytes()) };
            let email = channels::email::Email;
            assert_eq!(email.certificate(&secrets, &webhook), Some(format!("{base}/sandbox.pem")));
            assert_eq!(email.verify(&secrets, &webhook), Ok(()));
            let elsewhere = Secrets::default().with("sns_topic", TOPIC);
            assert_eq!(email.certificate(&elsewhere, &webhook), None, "only Amazon counts");
            assert!(email.verify(&elsewhere, &webhook).is_err());
            let altered = body.replace("n1", "n9").replace("n2", "n9");
            let webhook = Webhook { certificate, ..Webhook::of(altered.as_bytes()) };
            assert!(email.verify(&secrets, &webhook).is_err());
        }
    }
}
