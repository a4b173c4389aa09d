//! Our own mails.
//!
//! A value can never become a field of its own: addresses and ids are checked, names and subjects
//! are one line, and the builder encodes what is not plain.

use std::borrow::Cow;

use domain::Millis;
use hmac::{Hmac, Mac};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};
use sha2::Sha256;

use super::html::escaped;
use super::kind::LOOP_HEADER;
use super::letter::Mailbox;
use super::phrases::PREFIXES;
use super::plain::one_line;

/// The longest mail, in bytes, with its files in base 64: SES takes 40 MB.
pub const LONGEST: usize = 40 * 1024 * 1024;
/// The earlier mails that a mail names: the first, and the nearest.
const REFERENCES: usize = 20;
/// The longest subject, in bytes.
const SUBJECT: usize = 400;

/// A mail to write.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The account: the name that customers see, and its address.
    pub from: &'a Mailbox,
    /// The address for answers, with the conversation's token.
    pub reply_to: &'a str,
    /// The customer.
    pub to: &'a Mailbox,
    /// The conversation's subject; see [`reply_subject`].
    pub subject: &'a str,
    /// The mail's id; see [`super::thread::message_id`].
    pub message_id: &'a str,
    /// The id of the mail that this one answers.
    pub in_reply_to: Option<&'a str>,
    /// The ids of the mails before this one, the oldest first.
    pub references: &'a [String],
    /// The moment of sending.
    pub date: Millis,
    /// The text, plain.
    pub text: &'a str,
    /// The text as sanitised HTML; `None`: the plain text is turned into HTML.
    pub html: Option<&'a str>,
    /// The agent's signature, plain; empty: none.
    pub signature: &'a str,
    /// The files.
    pub files: &'a [File<'a>],
    /// Whether a program wrote the text, so that programs do not answer it (RFC 3834).
    pub automatic: bool,
    /// The installation's name, by which it recognises its own mails.
    pub installation: &'a str,
}

/// A file of a mail.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// The name.
    pub name: &'a str,
    /// The type, for example `image/png`.
    pub mime: &'a str,
    /// The content.
    pub bytes: &'a [u8],
}

/// A mail that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// An address that mail servers would not take.
    #[error("{0} is no e-mail address that can be written to")]
    Address(String),
    /// An id with other characters than ids have.
    #[error("{0} is no id of a mail")]
    Id(String),
    /// More than SES takes.
    #[error("the mail is longer than 40 MB: send fewer or smaller files")]
    TooLong,
}

/// Writes a mail.
///
/// # Errors
/// [`Unwritable`] if a value would break the mail, or if it is too long.
pub fn write(draft: &Draft<'_>) -> Result<Vec<u8>, Unwritable> {
    let files: usize = draft.files.iter().map(|file| file.bytes.len() / 3 * 4 + 4).sum();
    // Base 64 breaks its lines every 76 characters.
    if files + files / 38 + 2 * draft.text.len() > LONGEST {
        return Err(Unwritable::TooLong);
    }
    let mut references = Vec::new();
    // SES replaces `Message-ID`, and leaves `References` alone: answers repeat our own id from there.
    let own = std::iter::once(draft.message_id);
    for reference in draft.references.iter().map(String::as_str).chain(draft.in_reply_to).chain(own)
    {
        // A stranger's id may be anything; one that is no id helps nobody.
        if is_id(reference) && !references.contains(&reference) {
            references.push(reference);
        }
    }
    if references.len() > REFERENCES {
        references.drain(1..=references.len() - REFERENCES);
    }
    let mut message = MessageBuilder::new()
        .from(mailbox(draft.from)?)
        .to(mailbox(draft.to)?)
        .reply_to(Address::new_address(None::<&str>, address(draft.reply_to)?.to_owned()))
        .subject(Text::new(one_line(draft.subject, SUBJECT)))
        .date(draft.date.0.div_euclid(1_000))
        .message_id(MessageId::new(id(draft.message_id)?));
    if let Some(answered) = draft.in_reply_to.filter(|answered| is_id(answered)) {
        message = message.in_reply_to(MessageId::new(answered));
    }
    if !references.is_empty() {
        message = message
            .references(MessageId { id: references.iter().map(|id| Cow::Borrowed(*id)).collect() });
    }
    if draft.automatic {
        message = message.header("Auto-Submitted", Text::new("auto-generated"));
        message = message.header("X-Auto-Response-Suppress", Text::new("All"));
    }
    if !draft.installation.is_empty() {
        message = message.header(LOOP_HEADER, Text::new(one_line(draft.installation, 100)));
    }
    let mail = message.body(body(draft)).write_to_vec().map_err(|_| Unwritable::TooLong)?;
    if mail.len() > LONGEST { Err(Unwritable::TooLong) } else { Ok(mail) }
}

fn body<'a>(draft: &Draft<'a>) -> MimePart<'a> {
    let (text, html) = texts(draft);
    let alternative = multipart(
        draft,
        "alternative",
        vec![
            MimePart::new("text/plain", BodyPart::Text(text.into())),
            MimePart::new("text/html", BodyPart::Text(html.into())),
        ],
    );
    if draft.files.is_empty() {
        return alternative;
    }
    let mut parts = vec![alternative];
    for file in draft.files {
        let name = one_line(file.name, 200).replace(['/', '\\'], "_");
        let mime = if is_mime(file.mime) { file.mime } else { "application/octet-stream" };
        parts.push(
            MimePart::new(ContentType::new(mime), BodyPart::Binary(file.bytes.into()))
                .attachment(name),
        );
    }
    multipart(draft, "mixed", parts)
}

/// A multipart whose boundary follows from the mail, so that a repetition is the same to the byte.
fn multipart<'a>(draft: &Draft<'_>, kind: &str, parts: Vec<MimePart<'a>>) -> MimePart<'a> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(kind.as_bytes()).expect("any key length");
    mac.update(draft.message_id.as_bytes());
    mac.update(draft.text.as_bytes());
    let mut boundary = format!("=_{kind}_");
    for byte in mac.finalize().into_bytes().iter().take(12) {
        boundary.push_str(&format!("{byte:02x}"));
    }
    let kind = ContentType::new(format!("multipart/{kind}")).attribute("boundary", boundary);
    MimePart::new(kind, BodyPart::Multipart(parts))
}

fn texts(draft: &Draft<'_>) -> (String, String) {
    let text = super::plain::lines(draft.text);
    let signature = super::plain::lines(draft.signature);
    let (text, signature) = (text.trim_end(), signature.trim());
    let paragraphs = || format!("<div>{}</div>", escaped(text).replace('\n', "<br>\n"));
    let html = draft.html.map_or_else(paragraphs, super::html::sanitised);
    if signature.is_empty() {
        return (format!("{text}\n"), format!("{html}\n"));
    }
    let below = escaped(signature).replace('\n', "<br>\n");
    (format!("{text}\n\n-- \n{signature}\n"), format!("{html}\n<div><br>-- <br>\n{below}</div>\n"))
}

/// The subject of an answer: the prefixes of all languages give way to one `Re:`, so that a
/// conversation keeps its subject.
#[must_use]
pub fn reply_subject(subject: &str) -> String {
    let line = one_line(subject, SUBJECT);
    let mut rest = line.as_str();
    while let Some((prefix, after)) = rest.split_once([':', '：']) {
        // Some programs count: `Re[2]:`.
        let word = prefix.trim().split(['[', '(']).next().unwrap_or("").to_lowercase();
        if !PREFIXES.contains(&word.as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    format!("Re: {rest}").trim_end().to_owned()
}

fn mailbox(mailbox: &Mailbox) -> Result<Address<'_>, Unwritable> {
    let address = address(&mailbox.address)?;
    let name = one_line(&mailbox.name, 200);
    Ok(Address::new_address((!name.is_empty()).then_some(name), address.to_owned()))
}

/// An address that every server takes: SES wants domains in Punycode and local parts in ASCII.
fn address(address: &str) -> Result<&str, Unwritable> {
    let ok = address.is_ascii()
        && Mailbox::new("", address).is_some_and(|one| one.address.len() == address.len());
    if ok { Ok(address) } else { Err(Unwritable::Address(one_line(address, 100))) }
}

fn id(id: &str) -> Result<&str, Unwritable> {
    if is_id(id) { Ok(id) } else { Err(Unwritable::Id(one_line(id, 100))) }
}

fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>".contains(&byte);
    !id.is_empty() && id.len() <= 900 && id.bytes().all(plain)
}

fn is_mime(mime: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/+-._".contains(&byte);
    mime.matches('/').count() == 1
        && mime.len() <= 100
        && mime.bytes().all(plain)
        && !mime.starts_with("multipart/")
        && !mime.starts_with("message/")
}
