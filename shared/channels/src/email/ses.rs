//! Amazon SES: the mails and reports that its notifications name, and the request that sends a
//! mail. Facts: the SES Developer Guide and the SESv2 API reference, read 2026-11-30.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Millis;
use serde_json::{Value, json};

use super::status::{Outcome, Status};
use crate::{Malformed, json};

/// A message that SES sent through SNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A mail came in.
    Received(Received),
    /// The fate of a mail of ours, for each recipient.
    Reports {
        /// The id that SES gave to our mail.
        provider_id: String,
        /// The mark that we gave to the mail, where the event names its tags.
        mark: Option<String>,
        /// The moment, by the clock of SES.
        at: Option<Millis>,
        /// The reports.
        statuses: Vec<Status>,
    },
    /// An event that changes nothing, for example `Send`, `Open` or a test of the topic.
    Nothing(String),
}

/// A mail that SES took in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// The id that SES gave to the mail: a repetition has the same.
    pub provider_id: String,
    /// The moment, by the clock of SES.
    pub at: Option<Millis>,
    /// The address of the envelope's sender; empty: none, as with bounces.
    pub source: String,
    /// The addresses of the envelope, ours among them.
    pub recipients: Vec<String>,
    /// The place of the raw mail in S3: bucket and key.
    pub place: Option<(String, String)>,
    /// The mail itself, if an SNS action brought it (up to 150 kB).
    pub content: Option<String>,
    /// Whether SES found a virus: nobody may open the mail's files.
    pub virus: bool,
    /// Whether SES takes the mail for spam.
    pub spam: bool,
    /// Whether the author's domain vouches for the author (DMARC, else DKIM with SPF).
    pub authentic: bool,
}

/// Reads the message of a verified envelope.
///
/// # Errors
/// [`Malformed`] if the message is none of SES.
pub fn event(message: &str) -> Result<Event, Malformed> {
    let Ok(value) = json::read(message.as_bytes()) else {
        // "Successfully validated SNS topic for Amazon SES event publishing."
        return Ok(Event::Nothing(super::plain::one_line(message, 100)));
    };
    let kind = value["eventType"].as_str().or_else(|| value["notificationType"].as_str());
    let Some(kind) = kind else {
        return Err(Malformed { why: "this is no event of SES".into(), field: Some("eventType") });
    };
    Ok(match kind {
        "Received" => Event::Received(received(&value)),
        "Bounce" => reports(&value, &value["bounce"], bounced),
        "Complaint" => reports(&value, &value["complaint"], complained),
        "Delivery" => reports(&value, &value["delivery"], delivered),
        "DeliveryDelay" => reports(&value, &value["deliveryDelay"], delayed),
        "Reject" => reports(&value, &value["reject"], rejected),
        "Rendering Failure" => reports(&value, &value["failure"], rejected),
        other => Event::Nothing(super::plain::one_line(other, 100)),
    })
}

fn text(value: &Value) -> String {
    super::plain::one_line(value.as_str().unwrap_or(""), 1_000)
}

fn at(value: &Value) -> Option<Millis> {
    let moment: jiff::Timestamp = value.as_str()?.parse().ok()?;
    Some(Millis(moment.as_millisecond()))
}

fn received(value: &Value) -> Received {
    let (receipt, mail) = (&value["receipt"], &value["mail"]);
    let verdict = |name: &str| receipt[name]["status"].as_str().unwrap_or("");
    let listed = receipt["recipients"].as_array().or_else(|| mail["destination"].as_array());
    let action = &receipt["action"];
    let place = (action["bucketName"].as_str(), action["objectKey"].as_str());
    let aligned = verdict("dkimVerdict") == "PASS" && verdict("spfVerdict") == "PASS";
    Received {
        provider_id: text(&mail["messageId"]),
        at: at(&receipt["timestamp"]).or_else(|| at(&mail["timestamp"])),
        source: text(&mail["source"]),
        recipients: listed.into_iter().flatten().take(200).map(text).collect(),
        place: match place {
            (Some(bucket), Some(key)) => Some((bucket.to_owned(), key.to_owned())),
            _ => None,
        },
        content: value["content"].as_str().map(str::to_owned),
        virus: verdict("virusVerdict") == "FAIL",
        spam: verdict("spamVerdict") == "FAIL",
        authentic: verdict("dmarcVerdict") == "PASS"
            || (verdict("dmarcVerdict") != "FAIL" && aligned),
    }
}

fn reports(
    value: &Value,
    part: &Value,
    read: fn(&Value, &Value) -> Vec<(String, Status)>,
) -> Event {
    let mail = &value["mail"];
    let header = |name: &str| {
        let all = mail["headers"].as_array().into_iter().flatten();
        all.filter(|one| one["name"].as_str().is_some_and(|key| key.eq_ignore_ascii_case(name)))
            .find_map(|one| one["value"].as_str())
    };
    // SES replaces the id of a mail, and keeps ours in the headers.
    let own = mail["commonHeaders"]["messageId"].as_str().or_else(|| header("Message-ID"));
    let message_id = own.map(|id| id.trim_matches(['<', '>', ' ']).to_owned());
    let statuses = read(part, mail).into_iter().map(|(recipient, status)| Status {
        message_id: message_id.clone(),
        recipient: super::status::address(&recipient),
        ..status
    });
    Event::Reports {
        provider_id: text(&mail["messageId"]),
        mark: mail["tags"]["mark"][0].as_str().map(str::to_owned),
        at: at(&part["timestamp"]).or_else(|| at(&mail["timestamp"])),
        statuses: statuses.take(200).collect(),
    }
}

fn status(outcome: Outcome, code: &str, temporary: bool, reason: String) -> Status {
    let code = super::status::code(code);
    Status { message_id: None, recipient: None, outcome, code, temporary, reason }
}

fn bounced(part: &Value, _: &Value) -> Vec<(String, Status)> {
    // `Transient` comes when SES has stopped trying; `Undetermined` says nothing.
    let temporary = part["bounceType"] == "Transient";
    let kind = text(&part["bounceSubType"]);
    let of = |one: &Value| {
        let said = text(&one["diagnosticCode"]);
        let reason = if said.is_empty() { bounce_in_words(&kind).to_owned() } else { said };
        (
            text(&one["emailAddress"]),
            status(Outcome::Failed, &text(&one["status"]), temporary, reason),
        )
    };
    part["bouncedRecipients"].as_array().into_iter().flatten().map(of).collect()
}

/// The kinds of bounces, in words.
fn bounce_in_words(kind: &str) -> &'static str {
    match kind {
        "NoEmail" => "the address does not exist",
        "Suppressed" | "OnAccountSuppressionList" => {
            "earlier mails to this address came back, so that Amazon does not try again"
        }
        "MailboxFull" => "the mailbox is full",
        "MessageTooLarge" => "the mail is too large for the recipient's server",
        "ContentRejected" => "the recipient's server does not take the content",
        "AttachmentRejected" => "the recipient's server does not take the files",
        _ => "the recipient's server does not take the mail",
    }
}

fn complained(part: &Value, _: &Value) -> Vec<(String, Status)> {
    let kind = text(&part["complaintFeedbackType"]);
    let of = |one: &Value| {
        (text(&one["emailAddress"]), status(Outcome::Complained, "", false, kind.clone()))
    };
    part["complainedRecipients"].as_array().into_iter().flatten().map(of).collect()
}

fn delivered(part: &Value, _: &Value) -> Vec<(String, Status)> {
    let said = text(&part["smtpResponse"]);
    let of = |one: &Value| (text(one), status(Outcome::Delivered, &said, false, said.clone()));
    part["recipients"].as_array().into_iter().flatten().map(of).collect()
}

fn delayed(part: &Value, _: &Value) -> Vec<(String, Status)> {
    let kind = text(&part["delayType"]);
    let of = |one: &Value| {
        let said = text(&one["diagnosticCode"]);
        let reason = if said.is_empty() { kind.clone() } else { said };
        (text(&one["emailAddress"]), status(Outcome::Delayed, &text(&one["status"]), true, reason))
    };
    part["delayedRecipients"].as_array().into_iter().flatten().map(of).collect()
}

fn rejected(part: &Value, mail: &Value) -> Vec<(String, Status)> {
    let said = part["reason"].as_str().or_else(|| part["errorMessage"].as_str());
    let reason = super::plain::one_line(said.unwrap_or(""), 300);
    let of = |one: &Value| (text(one), status(Outcome::Failed, "", false, reason.clone()));
    mail["destination"].as_array().into_iter().flatten().map(of).collect()
}

/// The request `SendEmail` of SESv2 without its host and its signature: the caller signs it
/// (aws-sigv4, service `ses`) for `https://email.<region>.amazonaws.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendEmail {
    /// The path.
    pub path: &'static str,
    /// The body, JSON.
    pub body: Vec<u8>,
}

/// Renders the request that sends a mail. `tag`: comes back with every event of the mail; a value
/// with other characters than SES takes is left out.
#[must_use]
pub fn send(
    mail: &[u8],
    from: &str,
    to: &str,
    configuration: Option<&str>,
    tag: &str,
) -> SendEmail {
    let mut body = json!({
        "FromEmailAddress": from,
        "Destination": {"ToAddresses": [to]},
        "Content": {"Raw": {"Data": STANDARD.encode(mail)}},
    });
    if let Some(name) = configuration.filter(|name| !name.is_empty()) {
        body["ConfigurationSetName"] = json!(name);
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@".contains(&byte);
    if !tag.is_empty() && tag.len() <= 256 && tag.bytes().all(plain) {
        body["EmailTags"] = json!([{"Name": "mark", "Value": tag}]);
    }
    SendEmail { path: "/v2/email/outbound-emails", body: body.to_string().into_bytes() }
}

/// The id that SES gave to a mail of ours, in the `Message-ID` that SES wrote over ours: answers and
/// bounces name it. `None`: the id is not of SES.
#[must_use]
pub fn provider_id(message_id: &str) -> Option<&str> {
    let (local, domain) = message_id.trim_matches(['<', '>']).rsplit_once('@')?;
    domain.to_ascii_lowercase().ends_with(".amazonses.com").then_some(local)
}

/// The answer of SES to [`send`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// SES has the mail, under this id.
    Sent(String),
    /// SES does not have the mail.
    Refused(Refused),
}

/// Why SES does not have a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The reason, for agents.
    pub reason: &'static str,
    /// The remedy, for admins.
    pub remedy: &'static str,
    /// Whether another try may succeed without anybody's doing.
    pub retryable: bool,
    /// The words of SES.
    pub said: String,
}

/// The errors of `SendEmail`: name, reason, remedy, retryable.
pub const ERRORS: [(&str, &str, &str, bool); 15] = [
    (
        "TooManyRequestsException",
        "Amazon takes no more mails for a moment",
        "Ask AWS for a higher sending rate if this lasts",
        true,
    ),
    (
        "ThrottlingException",
        "Amazon takes no more mails for a moment",
        "Ask AWS for a higher sending rate if this lasts",
        true,
    ),
    (
        "LimitExceededException",
        "The account has used up its mails for the day",
        "Ask AWS for a higher sending quota",
        true,
    ),
    (
        "SendingPausedException",
        "Sending is paused for the account",
        "Look at the account's reputation in the SES console and resume sending",
        false,
    ),
    (
        "AccountSuspendedException",
        "AWS has stopped the account's sending",
        "Answer the case that AWS opened about the account",
        false,
    ),
    (
        "MailFromDomainNotVerifiedException",
        "The domain's MAIL FROM record is missing",
        "Publish the MX record that the SES console shows",
        false,
    ),
    (
        "MessageRejected",
        "Amazon does not take this mail",
        "Verify the sender's address or domain in SES; in the sandbox, the recipient's, too",
        false,
    ),
    (
        "BadRequestException",
        "Amazon does not understand this mail",
        "Look at the address and the size of the files",
        false,
    ),
    (
        "NotFoundException",
        "The configuration set does not exist",
        "Enter the name of a configuration set of this region",
        false,
    ),
    (
        "AccessDeniedException",
        "The function may not send mails",
        "Allow ses:SendEmail for the identity",
        false,
    ),
    (
        "UnrecognizedClientException",
        "The credentials are not valid",
        "Check the region and the role of the function",
        false,
    ),
    (
        "RequestEntityTooLarge",
        "The mail is larger than 40 MB",
        "Send fewer or smaller files",
        false,
    ),
    ("InternalFailure", "Amazon had a fault of its own", "Nothing: the engine tries again", true),
    // The two of a mail server of the account's own, on one machine.
    (
        "MailServerRefused",
        "The mail server does not take this mail",
        "Look at the words of the mail server",
        false,
    ),
    (
        "MailServerAway",
        "The mail server is out of reach",
        "Look at the mail server's address, user and password",
        true,
    ),
];

/// Reads the answer of SES. `error`: the header `x-amzn-errortype`.
#[must_use]
pub fn read(status: u16, error: Option<&str>, body: &[u8]) -> Answer {
    let value = json::read(body).unwrap_or(Value::Null);
    if let (200, Some(id)) = (status, value["MessageId"].as_str()) {
        return Answer::Sent(id.to_owned());
    }
    let named = error.or_else(|| value["__type"].as_str()).unwrap_or("");
    // `com.amazonaws.ses#MessageRejected:http://…`
    let name = named.split(':').next().unwrap_or("").rsplit('#').next().unwrap_or("");
    let name = match (name, status) {
        ("", 413) => "RequestEntityTooLarge",
        ("", 429) => "TooManyRequestsException",
        ("", 403) => "AccessDeniedException",
        ("", 200 | 500..) => "InternalFailure",
        (name, _) => name,
    };
    let said = value["message"].as_str().or_else(|| value["Message"].as_str()).unwrap_or("");
    let known = ERRORS.iter().find(|(error, ..)| *error == name);
    let (reason, remedy, retryable) = known.map_or(
        ("Amazon does not take the mail", "Look at the words of Amazon", status >= 500),
        |(_, reason, remedy, retryable)| (*reason, *remedy, *retryable),
    );
    Answer::Refused(Refused { reason, remedy, retryable, said: super::plain::one_line(said, 300) })
}
