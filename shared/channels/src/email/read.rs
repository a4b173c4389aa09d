//! From the raw bytes of a mail to a [`Letter`].

use std::collections::HashSet;

use domain::Millis;
use mail_parser::{
    Address, HeaderName, HeaderValue, Message, MessageParser, MessagePart, PartType,
};

use super::letter::{Attachment, Kind, Letter, Mailbox, Report};
use super::plain::{lines, one_line};
use super::{charset, files, flow, guard, html};

/// The recipients that are read of one field.
const RECIPIENTS: usize = 200;
/// The earlier mails that are read of one field.
const ANCESTORS: usize = 100;
/// The longest id of a mail: RFC 5322 ends lines at 998 characters.
const ID: usize = 998;
/// The files that are read.
const FILES: usize = 200;
/// The texts that are read, of a mail that has one after the other.
const TEXTS: usize = 500;
/// The longest text that is read, in bytes; the raw mail has the rest.
const TEXT: usize = 1024 * 1024;
/// The fields of the header that are kept for [`super::kind`].
const FIELDS: usize = 300;

/// Bytes that are no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The mail is longer than [`guard::MAIL`].
    #[error("the mail is longer than 40 MB")]
    TooLong,
    /// Nothing in it looks like the header of a mail.
    #[error("this is no mail: it has no header")]
    NoMail,
}

/// Reads a mail.
///
/// # Errors
/// [`Unreadable`] if the bytes are no mail, or more than SES takes in.
pub fn read(raw: &[u8]) -> Result<Letter, Unreadable> {
    if raw.len() > guard::MAIL {
        return Err(Unreadable::TooLong);
    }
    // Old Macs end lines with a carriage return alone.
    let is_mac = !raw.contains(&b'\n') && raw.contains(&b'\r');
    let mac: Option<Vec<u8>> =
        is_mac.then(|| raw.iter().map(|byte| if *byte == b'\r' { b'\n' } else { *byte }).collect());
    let (bounded, shortened) = guard::bounded(mac.as_deref().unwrap_or(raw));
    let message = MessageParser::default().parse(bounded.as_ref()).ok_or(Unreadable::NoMail)?;
    if message.headers().is_empty() {
        return Err(Unreadable::NoMail);
    }
    let mut letter = header(&message);
    letter.shortened = shortened;
    body(&mut letter, message);
    Ok(letter)
}

fn header(message: &Message<'_>) -> Letter {
    let mut letter = Letter { fields: fields(message), ..Letter::default() };
    let of = |name: HeaderName<'_>| mailboxes(message, &name);
    let mut authors = of(HeaderName::From);
    letter.reply_to = of(HeaderName::ReplyTo);
    for instead in [HeaderName::Sender, HeaderName::ReplyTo, HeaderName::ReturnPath] {
        if authors.is_empty() {
            authors = of(instead);
        }
    }
    let mut authors = authors.into_iter();
    letter.from = authors.next();
    letter.coauthors = authors.collect();
    letter.to = of(HeaderName::To);
    letter.cc = of(HeaderName::Cc);
    letter.subject = letter.field("subject").unwrap_or_default().to_owned();
    letter.date = message
        .date()
        .filter(|date| date.is_valid())
        .map(|date| Millis(date.to_timestamp().saturating_mul(1_000)));
    letter.message_id = ids(message, &HeaderName::MessageId).into_iter().next();
    letter.in_reply_to = ids(message, &HeaderName::InReplyTo);
    letter.references = ids(message, &HeaderName::References);
    letter
}

/// The bytes of every field of a name.
fn raws<'a>(message: &'a Message<'_>, name: &HeaderName<'_>) -> Vec<&'a [u8]> {
    message
        .headers()
        .iter()
        .filter(|header| header.name == *name)
        .filter_map(|header| {
            message.raw_message.get(header.offset_start() as usize..header.offset_end() as usize)
        })
        .collect()
}

fn fields(message: &Message<'_>) -> Vec<(String, String)> {
    message
        .headers()
        .iter()
        .take(FIELDS)
        .map(|header| {
            let raw = message
                .raw_message
                .get(header.offset_start() as usize..header.offset_end() as usize)
                .unwrap_or_default();
            let value = match &header.value {
                HeaderValue::Text(text) if raw.is_ascii() => text.as_ref().to_owned(),
                HeaderValue::Text(_) if !charset::has_words(raw) => charset::guessed(raw),
                HeaderValue::Text(text) => text.as_ref().to_owned(),
                _ => charset::guessed(raw),
            };
            (header.name().to_lowercase(), one_line(&value, 2_000))
        })
        .collect()
}

fn mailboxes(message: &Message<'_>, name: &HeaderName<'_>) -> Vec<Mailbox> {
    let mut all: Vec<Mailbox> = Vec::new();
    for header in message.headers().iter().filter(|header| header.name == *name) {
        let read = |address: &Address<'_>| {
            address
                .iter()
                .filter_map(|one| Mailbox::new(one.name().unwrap_or(""), one.address()?))
                .take(RECIPIENTS)
                .collect::<Vec<Mailbox>>()
        };
        all.extend(header.value.as_address().map(read).unwrap_or_default());
    }
    // A broken field, for example without angle brackets, still shows its address somewhere.
    if all.is_empty() {
        for raw in raws(message, name) {
            let text = charset::guessed(raw);
            let separates = |c: char| c.is_whitespace() || "<>,;\"()[]".contains(c);
            all.extend(text.split(separates).filter_map(|word| Mailbox::new("", word)).take(1));
        }
    }
    all.truncate(RECIPIENTS);
    all
}

/// The ids of a field: everything in angle brackets, else its words with an `@`.
fn ids(message: &Message<'_>, name: &HeaderName<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for raw in raws(message, name) {
        let text = String::from_utf8_lossy(raw);
        let mut found: Vec<&str> =
            text.split('<').skip(1).filter_map(|rest| Some(rest.split_once('>')?.0)).collect();
        if found.is_empty() {
            found = text.split_whitespace().filter(|word| word.contains('@')).collect();
        }
        let usable = |id: &String| !id.is_empty() && id.len() <= ID;
        // Folding may put a line's end into an id.
        all.extend(found.iter().map(|id| id.split_whitespace().collect::<String>()).filter(usable));
    }
    // The oldest and the nearest say the most.
    if all.len() > ANCESTORS {
        all.drain(1..all.len() - ANCESTORS + 1);
    }
    all
}

fn body(letter: &mut Letter, message: Message<'_>) {
    let Message { html_body, text_body, attachments, parts, raw_message } = message;
    let is_html =
        |id: &u32| matches!(parts.get(*id as usize).map(|p| &p.body), Some(PartType::Html(_)));
    let text = |id: &u32| charset::text(parts.get(*id as usize)?, &raw_message);
    let has_html = html_body.iter().any(is_html);
    letter.shortened |= html_body.len().max(text_body.len()) > TEXTS;

    let mut plain = String::new();
    for id in text_body.iter().take(TEXTS).filter(|id| !is_html(id)) {
        let Some(text) = text(id) else { continue };
        let text = flow::unwrapped(&text, parts.get(*id as usize));
        join(&mut plain, &lines(&text));
    }
    let mut markup = String::new();
    for id in html_body.iter().take(TEXTS).filter(|_| has_html) {
        let Some(text) = text(id) else { continue };
        let block = if is_html(id) {
            text
        } else {
            format!("<div style=\"white-space: pre-wrap\">{}</div>", html::escaped(&text))
        };
        markup.push_str(&block);
    }
    let cleaned = html::clean(&markup).filter(|_| !markup.is_empty());
    if plain.trim().is_empty() && !markup.is_empty() {
        plain = cleaned.as_deref().map_or_else(|| html::stripped(&markup), flow::text);
    }
    let shown = cleaned.as_deref().map(html::cids).unwrap_or_default();
    letter.shortened |= plain.len() > TEXT || (cleaned.is_none() && !markup.is_empty());
    plain.truncate(plain.floor_char_boundary(TEXT));
    letter.encrypted = plain.trim_start().starts_with("-----BEGIN PGP MESSAGE-----");
    letter.text = plain;
    letter.html = cleaned;

    let attachments: HashSet<u32> = attachments.into_iter().collect();
    for (id, part) in (0_u32..).zip(parts) {
        let mime = files::mime(&part);
        letter.signed |= mime == "multipart/signed";
        letter.encrypted |= mime == "multipart/encrypted";
        if !attachments.contains(&id) {
            continue;
        }
        if letter.attachments.len() + letter.reports.len() == FILES {
            letter.shortened = true;
            break;
        }
        take(letter, part, mime, &raw_message, &shown);
    }
}

/// Adds a part to the files, or to the reports if machines read it.
fn take(
    letter: &mut Letter,
    part: MessagePart<'_>,
    mime: String,
    raw: &[u8],
    shown: &HashSet<String>,
) {
    if files::is_report(&mime) {
        let text = charset::content(&part, raw);
        let text = charset::guessed(&text[..text.len().min(64 * 1024)]);
        letter.reports.push(Report { mime: mime.clone(), text: lines(&text) });
        if !files::is_mail(&mime) {
            return;
        }
    }
    let attachment: Attachment = files::attachment(part, mime, raw, shown);
    letter.encrypted |= attachment.kind == Kind::Encrypted;
    letter.signed |= attachment.kind == Kind::Signature;
    letter.attachments.push(attachment);
}

fn join(all: &mut String, text: &str) {
    if !all.is_empty() && !text.trim().is_empty() {
        all.push('\n');
    }
    all.push_str(text);
}
