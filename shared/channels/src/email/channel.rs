//! E-mail as a channel: mails come by Amazon SES and SNS, or from a mailbox that the local platform
//! looks into, and go out by SES or a mail server.

use domain::{Capabilities, Content, DeliveryStatus, Millis};

use super::account;
use super::kind::{Outcome, Status};
use super::letter::Mailbox;
use super::sns::{self, Envelope, Kind};
use super::write::{Draft, File, reply_subject, write};
use super::{ses, thread};
use crate::encode::{hex, unhex};
use crate::{
    Answer, Arrival, Channel, Errand, Field, Finding, Malformed, Outbound, Probe, Receipt, Reply,
    Request, Secrets, Unsendable, Unsigned, Webhook, mac,
};

pub use super::account::*;

/// The address of SES, and of certificates, in place of Amazon's own. The local platform sets it;
/// admins do not.
pub const API_URL: &str = "api_url";
/// The secret with which the local platform signs mails from its own mailboxes. Nobody enters it.
pub const MAILBOX_KEY: &str = "mailbox_key";
/// The address at which the local platform takes mails for a mail server. Nobody enters it.
pub const OUTGOING_URL: &str = "outgoing_url";

/// The header with the signature of the local platform.
pub const MAILBOX_HEADER: &str = "x-switchboard-mailbox";
/// The header by which SNS names the kind of a post.
const SNS_HEADER: &str = "x-amz-sns-message-type";

/// The longest text, in characters.
const TEXT_LIMIT: usize = 20_000;

/// E-mail.
#[derive(Debug, Clone, Copy)]
pub struct Email;

/// The signature of the local platform for a mail from its own mailbox.
#[must_use]
pub fn mailbox_signature(key: &str, body: &[u8]) -> String {
    hex(&mac::sha256(key, body))
}

fn topics(secrets: &Secrets) -> Vec<String> {
    let all = secrets.get(SNS_TOPIC).split(',').map(str::trim);
    all.filter(|topic| !topic.is_empty()).map(str::to_owned).collect()
}

/// Whether a URL is at the address that stands in place of Amazon's own.
fn is_ours(secrets: &Secrets, url: &str) -> bool {
    let base = secrets.get(API_URL).trim_end_matches('/');
    !base.is_empty() && url.strip_prefix(base).is_some_and(|rest| rest.starts_with('/'))
}

/// The URL of the certificate, if the envelope's topic is allowed and the certificate lies where
/// only Amazon can have put it.
fn certificate(secrets: &Secrets, envelope: &Envelope) -> Result<String, Unsigned> {
    let topics = topics(secrets);
    if is_ours(secrets, &envelope.certificate) && topics.contains(&envelope.topic) {
        return Ok(envelope.certificate.clone());
    }
    sns::certificate_url(envelope, &topics).map(str::to_owned)
}

/// The message of SES within a verified webhook.
fn message(body: &[u8]) -> Result<(Option<Envelope>, String), Malformed> {
    let whole = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
    match sns::envelope(body) {
        Ok(envelope) => {
            let message = envelope.message.clone();
            Ok((Some(envelope), message))
        }
        // The local platform's own mailboxes need no envelope.
        Err(_) if crate::json::read(body).is_ok_and(|value| value["Type"].is_null()) => {
            Ok((None, whole(body)))
        }
        Err(malformed) => Err(malformed),
    }
}

/// The state that a fate of a mail means; `None`: the mail is where it was.
pub(super) const fn reached(outcome: Outcome) -> Option<DeliveryStatus> {
    match outcome {
        Outcome::Failed => Some(DeliveryStatus::Failed),
        Outcome::Delayed => None,
        Outcome::Delivered | Outcome::Unseen | Outcome::Complained => {
            Some(DeliveryStatus::Delivered)
        }
        Outcome::Seen => Some(DeliveryStatus::Read),
    }
}

/// The reason of a fate, in words for agents.
pub(super) fn reason(status: &Status) -> Option<String> {
    let words = match status.outcome {
        Outcome::Complained => format!("The recipient called this mail spam. {}", status.reason),
        Outcome::Failed => {
            let code = status.code.as_deref().unwrap_or_default();
            format!("The mail came back. {code} {}", status.reason)
        }
        _ => return None,
    };
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Channel for Email {
    fn name(&self) -> &'static str {
        "email"
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: "E-mail",
            text_limit: TEXT_LIMIT,
            sends: &["text", "media"],
            files: domain::file::EMAIL,
            caption_limit: TEXT_LIMIT,
            window: None,
            late_window: None,
            quotes: false,
            opt_out: false,
            provider: true,
            live: false,
        }
    }

    /// The signature of SNS stands in the body, so that a header only tells that somebody means to
    /// bring something.
    fn is_signed(&self, header: &dyn Fn(&str) -> Option<String>) -> bool {
        [SNS_HEADER, MAILBOX_HEADER, "content-type"].iter().any(|name| header(name).is_some())
    }

    fn certificate(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Option<String> {
        certificate(secrets, &sns::envelope(webhook.body).ok()?).ok()
    }

    fn verify(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Result<(), Unsigned> {
        let key = secrets.get(MAILBOX_KEY);
        let ours = (webhook.header)(MAILBOX_HEADER).and_then(|given| unhex(&given));
        if let Some(given) = ours.filter(|_| !key.is_empty()) {
            return match mac::proves_sha256(key, webhook.body, &given) {
                true => Ok(()),
                false => Err(Unsigned),
            };
        }
        let envelope = sns::envelope(webhook.body).map_err(|_| Unsigned)?;
        certificate(secrets, &envelope)?;
        let key = sns::public_key(webhook.certificate.ok_or(Unsigned)?)?;
        sns::signature(&envelope, &key)
    }

    /// SNS asks by a post, not by a GET.
    fn challenge(&self, _: &Secrets, _: &dyn Fn(&str) -> Option<String>) -> Option<Reply> {
        None
    }

    /// The reports of SES on our own mails. A mail that came in is an errand.
    fn parse(&self, webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
        let (envelope, message) = message(webhook.body)?;
        if envelope.is_some_and(|envelope| envelope.kind != Kind::Notification) {
            return Ok(Vec::new());
        }
        let ses::Event::Reports { provider_id, mark, statuses, .. } = ses::event(&message)? else {
            return Ok(Vec::new());
        };
        let receipt = |status: &Status| {
            Some(Arrival::Receipt(Receipt {
                account: String::new(),
                addresses: status.recipient.iter().map(|one| one.to_lowercase()).collect(),
                mark: mark.clone(),
                provider_id: provider_id.clone(),
                status: reached(status.outcome)?,
                reason: reason(status),
            }))
        };
        Ok(statuses.iter().filter_map(receipt).collect())
    }

    fn errands(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Result<Vec<Errand>, Malformed> {
        let (envelope, message) = message(webhook.body)?;
        match envelope {
            Some(envelope) if envelope.kind == Kind::Subscription => {
                let named = envelope.subscribe_url.clone().filter(|url| is_ours(secrets, url));
                let amazon = || sns::confirmation_url(&envelope).ok().map(str::to_owned);
                Ok(named.or_else(amazon).map(Errand::Confirm).into_iter().collect())
            }
            Some(envelope) if envelope.kind == Kind::Unsubscription => Ok(Vec::new()),
            _ => Ok(match ses::event(&message)? {
                ses::Event::Received(received) => vec![Errand::Mail(Box::new(received))],
                _ => Vec::new(),
            }),
        }
    }

    fn is_mail(&self) -> bool {
        true
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        let kind = message.content.kind();
        let unsendable = |_| Unsendable { kind };
        let text = text(message.content).ok_or(Unsendable { kind })?;
        let from = Mailbox::new(message.mail.map_or("", |mail| mail.sender), message.account);
        let to = Mailbox::new("", message.address);
        let (Some(from), Some(to)) = (from, to) else { return Err(Unsendable { kind }) };
        let mail = match message.mail {
            Some(mail) => {
                let subject = subject(message.content, mail.subject);
                let draft = Draft {
                    from: &from,
                    reply_to: mail.reply_to,
                    to: &to,
                    subject: &subject,
                    message_id: mail.id,
                    in_reply_to: mail.in_reply_to,
                    references: mail.references,
                    date: mail.date,
                    text,
                    html: None,
                    signature: mail.signature,
                    files: mail.files,
                    automatic: mail.automatic,
                    installation: mail.installation,
                };
                write(&draft).map_err(unsendable)?
            }
            None => plain(message, (&from, &to), text).map_err(unsendable)?,
        };
        let set = Some(secrets.get(CONFIGURATION_SET));
        let sent = ses::send(&mail, message.account, message.address, set, message.mark);
        Ok(Request {
            method: "POST",
            url: format!("{}{}", outgoing(secrets), sent.path),
            headers: vec![("content-type", "application/json".to_owned())],
            body: sent.body,
        })
    }

    fn fields(&self) -> &'static [Field] {
        account::FIELDS
    }

    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str {
        let topic = secrets.get(SNS_TOPIC);
        if topic.is_empty() { secrets.get(IMAP_SERVER) } else { topic }
    }

    fn entered(&self, secrets: &Secrets) -> Vec<Finding> {
        account::entered(secrets)
    }

    fn probes(&self, _: &Secrets, _: &str, _: Millis) -> Vec<Probe> {
        Vec::new()
    }

    fn judge(&self, _: &'static str, _: u16, _: &[u8], _: Millis) -> Vec<Finding> {
        Vec::new()
    }

    fn test_content(&self, text: Option<&str>) -> Option<Content> {
        let text = text.unwrap_or("This is a test message.");
        Some(Content::Email(domain::content::Email::new("Test", text)))
    }

    fn read(&self, status: u16, body: &[u8]) -> Answer {
        match ses::read(status, None, body) {
            ses::Answer::Sent(provider_id) => Answer::Sent { provider_id },
            ses::Answer::Refused(refused) => {
                let said = if refused.said.is_empty() { refused.remedy } else { &refused.said };
                let reason = format!("{}: {said}", refused.reason);
                if refused.retryable {
                    Answer::Later { reason }
                } else {
                    Answer::Refused { reason }
                }
            }
        }
    }
}

/// The address to which mails go out.
fn outgoing(secrets: &Secrets) -> String {
    let server = secrets.get(OUTGOING_URL);
    if !server.is_empty() && !secrets.get(SMTP_SERVER).is_empty() {
        return server.trim_end_matches('/').to_owned();
    }
    match secrets.get(API_URL) {
        "" => format!("https://email.{}.amazonaws.com", region(secrets)),
        set => set.trim_end_matches('/').to_owned(),
    }
}

/// The region of SES. A value that is none becomes no part of an address.
#[must_use]
pub fn region(secrets: &Secrets) -> &str {
    let region = secrets.get(REGION);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !region.is_empty() && region.bytes().all(plain) { region } else { "us-east-1" }
}

/// The text of a message, as a mail carries it.
fn text(content: &Content) -> Option<&str> {
    Some(match content {
        Content::Text { text } => text,
        Content::Email(email) => &email.text,
        Content::Media(media) => media.caption.as_deref().unwrap_or_default(),
        Content::Template { text: Some(text), .. } => text,
        _ => return None,
    })
}

/// The subject of a message: its own, if it has one, else that of the conversation.
fn subject(content: &Content, conversations: &str) -> String {
    match content {
        Content::Email(email) if !email.subject.is_empty() => email.subject.clone(),
        _ => reply_subject(conversations),
    }
}

/// A mail outside every conversation, as a test message is.
fn plain(
    message: &Outbound<'_>,
    (from, to): (&Mailbox, &Mailbox),
    text: &str,
) -> Result<Vec<u8>, super::write::Unwritable> {
    let domain = from.address.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let moment = message.now.0.to_string();
    let id = thread::message_id(moment.as_bytes(), message.mark, &to.address, domain);
    let subject = match message.content {
        Content::Email(email) => email.subject.as_str(),
        _ => "",
    };
    const NO_FILES: &[File<'_>] = &[];
    write(&Draft {
        from,
        reply_to: message.account,
        to,
        subject,
        message_id: &id,
        in_reply_to: None,
        references: &[],
        date: message.now,
        text,
        html: None,
        signature: "",
        files: NO_FILES,
        automatic: true,
        installation: "",
    })
}
