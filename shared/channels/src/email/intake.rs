//! The end of a mail that came in: a message, statuses of mails of ours, or an item that is set
//! aside with the reason. A mail never ends as two of them.

use domain::Millis;
use domain::content::{Email, MailFile};
use sha2::{Digest as _, Sha256};

use super::channel::{reached, reason};
use super::kind::{Nature, Ours, Status, nature};
use super::letter::{Attachment, Kind, Letter, Mailbox};
use super::quote::{fold, fold_html};
use super::ses::Received;
use super::thread::{self, Belongs, belongs, read_id};
use super::{page, plain, read, ses};
use crate::Receipt;
use crate::encode::hex;

/// How far the author's clock may be off before the moment of receipt counts instead.
const CREDIBLE: Millis = Millis::hours(7 * 24);
/// How far the author's clock may be ahead.
const AHEAD: Millis = Millis::minutes(5);

/// Authors that nobody answers: forms of web pages write in such names, and name the customer in
/// `Reply-To`.
const NOBODY: [&str; 9] = [
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "do_not_reply",
    "dontreply",
    "nobody",
    "wordpress",
];

/// The installation and the account that take a mail in.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The secret under which the installation makes ids and addresses.
    pub secret: &'a [u8],
    /// The name of the installation in its own mails.
    pub installation: &'a str,
    /// The account's address.
    pub account: &'a str,
    /// Reports whether an address belongs to an account of ours.
    pub is_account: &'a (dyn Fn(&str) -> bool + Sync),
}

/// The end of a mail.
#[derive(Debug)]
pub enum Taken {
    /// A person wrote.
    Message(Box<Note>),
    /// The mail reports on mails of ours.
    Statuses(Vec<Receipt>),
    /// The mail is nobody's message.
    Aside {
        /// The reason.
        why: &'static str,
        /// The author, the subject and the beginning of the text, for admins.
        shown: String,
    },
}

/// A person's mail.
#[derive(Debug)]
pub struct Note {
    /// The customer, to whom answers go.
    pub customer: Mailbox,
    /// The address that wrote, where that is another one.
    pub author: Option<String>,
    /// The conversation that the mail names.
    pub belongs: Belongs,
    /// The id that tells the mail apart: its copies have the same.
    pub key: String,
    /// The moment of writing.
    pub sent_at: Option<Millis>,
    /// The id of the mail that this one answers.
    pub reply_to: Option<String>,
    /// The content; the folder of the bucket is not in it yet.
    pub content: Email,
    /// Whether a bound cut something off.
    pub shortened: bool,
    /// The HTML as a page, if there is one.
    pub page: Option<String>,
    /// The same page with the pictures of other servers, if there are any.
    pub images: Option<String>,
    /// The files, in the order of the content.
    pub files: Vec<Attachment>,
}

/// Reads a mail and tells what becomes of it.
#[must_use]
pub fn take(raw: &[u8], received: &Received, place: &Place<'_>) -> Taken {
    let letter = match read(raw) {
        Ok(letter) => letter,
        Err(super::Unreadable::TooLong) => return aside("it is longer than 40 MB", None),
        Err(super::Unreadable::NoMail) => return aside("it is no mail", None),
    };
    if received.virus {
        return aside("Amazon found a virus in it", Some(&letter));
    }
    let ours = Ours {
        installation: place.installation,
        is_address: &|address| (place.is_account)(&thread::account(address)),
        is_id: &|id| read_id(place.secret, id).is_some(),
    };
    // A form on the business's own page writes in the business's own name.
    let form = form(&letter, place);
    match nature(&letter, &ours) {
        Nature::Person => person(letter, raw, received, place),
        Nature::Loop if form.is_some() && !is_ours(&letter, place) => {
            person(letter, raw, received, place)
        }
        Nature::Loop => aside("it is a mail of our own that came back", Some(&letter)),
        Nature::List => aside("it comes from a mailing list or a newsletter", Some(&letter)),
        Nature::Automatic => automatic(&letter, place),
        Nature::Delivery(all) | Nature::Complaint(all) | Nature::Receipt(all) => {
            statuses(&letter, &all, place)
        }
    }
}

fn aside(why: &'static str, letter: Option<&Letter>) -> Taken {
    let shown = letter.map_or_else(String::new, |letter| {
        let from = letter.from.as_ref().map_or("", |from| from.address.as_str());
        let text = &letter.text[..letter.text.floor_char_boundary(1_000)];
        format!("From: {from}\nSubject: {}\n\n{text}", letter.subject)
    });
    Taken::Aside { why, shown }
}

/// Whether a mail of ours came back, by its own marks.
fn is_ours(letter: &Letter, place: &Place<'_>) -> bool {
    let mark = letter.field(&super::kind::LOOP_HEADER.to_lowercase());
    mark == Some(place.installation)
        || letter.message_id.as_deref().is_some_and(|id| read_id(place.secret, id).is_some())
}

/// An automatic answer to a mail of ours proves that the mail arrived.
fn automatic(letter: &Letter, place: &Place<'_>) -> Taken {
    let Belongs::Answers { mark, .. } = belongs(place.secret, letter, &[]) else {
        return aside("a program answered for a person", Some(letter));
    };
    let subject = plain::one_line(&letter.subject, 200);
    Taken::Statuses(vec![Receipt {
        account: String::new(),
        addresses: letter.from.iter().map(|from| from.address.to_lowercase()).collect(),
        mark: Some(mark),
        provider_id: letter.ancestors().first().copied().unwrap_or_default().to_owned(),
        status: domain::DeliveryStatus::Delivered,
        reason: Some(format!("An automatic answer came: {subject}")),
    }])
}

fn statuses(letter: &Letter, all: &[Status], place: &Place<'_>) -> Taken {
    let found: Vec<_> = all.iter().filter_map(|status| meant(letter, status, place)).collect();
    if found.is_empty() {
        return aside("it reports on a mail that is not known here", Some(letter));
    }
    let receipts = found.into_iter().filter_map(|meant| {
        let status = meant.status;
        let recipient = status.recipient.iter().map(|one| one.to_lowercase());
        Some(Receipt {
            account: String::new(),
            addresses: recipient.collect(),
            mark: meant.mark,
            provider_id: meant.given.or_else(|| status.message_id.clone()).unwrap_or_default(),
            status: reached(status.outcome)?,
            reason: reason(status),
        })
    });
    Taken::Statuses(receipts.collect())
}

/// A report on a mail of ours.
struct Meant<'a> {
    status: &'a Status,
    /// Our mark, if the report names our id.
    mark: Option<String>,
    /// The id of SES, if the report names it.
    given: Option<String>,
}

/// SES replaces our id; a report that repeats our header has our own one in the references.
fn meant<'a>(letter: &Letter, status: &'a Status, place: &Place<'_>) -> Option<Meant<'a>> {
    let named: Vec<&str> =
        status.message_id.iter().map(String::as_str).chain(letter.ancestors()).collect();
    let mark = named.iter().find_map(|id| read_id(place.secret, id)).map(|(mark, _)| mark);
    let given = named.iter().find_map(|id| ses::provider_id(id)).map(str::to_owned);
    (mark.is_some() || given.is_some()).then_some(Meant { status, mark, given })
}

/// The customer whom a form names: a form writes in nobody's name, or in the business's own.
fn form(letter: &Letter, place: &Place<'_>) -> Option<Mailbox> {
    let from = letter.from.as_ref()?;
    let (local, domain) = from.address.rsplit_once('@')?;
    let local = local.to_lowercase();
    let nobody = NOBODY.iter().any(|name| local == *name || local.starts_with(&format!("{name}+")));
    let own =
        place.account.rsplit_once('@').is_some_and(|(_, own)| own.eq_ignore_ascii_case(domain));
    let [customer] = letter.reply_to.as_slice() else { return None };
    let other = !(place.is_account)(&thread::account(&customer.address))
        && !customer.address.eq_ignore_ascii_case(&from.address);
    ((nobody || own) && other).then(|| customer.clone())
}

fn person(letter: Letter, raw: &[u8], received: &Received, place: &Place<'_>) -> Taken {
    let form = form(&letter, place);
    let author = letter.from.clone().or_else(|| Mailbox::new("", &received.source));
    let Some(customer) = form.or_else(|| author.clone()) else {
        return aside("it names no author", Some(&letter));
    };
    let is_other = |one: &Mailbox| !one.address.eq_ignore_ascii_case(&customer.address);
    let author = author.filter(is_other).map(|one| one.address.to_lowercase());
    let customer = Mailbox { address: customer.address.to_lowercase(), ..customer };
    let key = key(&letter, raw);
    let belongs = belongs(place.secret, &letter, &received.recipients);
    let folded = letter.html.as_deref().map(fold_html);
    let page = folded.as_ref().map(|folded| page::page(folded, &letter.attachments, false));
    let images = folded
        .as_ref()
        .filter(|folded| folded.remote_images > 0)
        .map(|folded| page::page(folded, &letter.attachments, true));
    let text = fold(&letter.text);
    let rest: Vec<&str> =
        [&text.signature, &text.quoted].into_iter().map(|part| part.trim()).collect();
    let quoted = rest.join("\n\n").trim().to_owned();
    let own = |address: &str| (place.is_account)(&thread::account(address));
    let others = letter.also_to(own).into_iter().map(|one| one.address);
    let coauthors = letter.coauthors.iter().map(|one| one.address.clone());
    let content = Email {
        subject: letter.subject.clone(),
        text: text.text,
        quoted: (!quoted.is_empty()).then_some(quoted),
        also_to: coauthors.chain(others).collect(),
        files: letter.attachments.iter().map(file).collect(),
        message_id: letter.message_id.clone(),
        remote_images: images.is_some(),
        ..Email::default()
    };
    let answered = letter.ancestors().first().copied();
    Taken::Message(Box::new(Note {
        customer,
        author,
        belongs,
        key,
        sent_at: sent_at(letter.date, received.at),
        reply_to: answered.map(|id| ses::provider_id(id).unwrap_or(id).to_owned()),
        content,
        shortened: letter.shortened,
        page,
        images,
        files: letter.attachments,
    }))
}

fn file(file: &Attachment) -> MailFile {
    let sort = match file.kind {
        Kind::File => None,
        Kind::Calendar => Some("calendar"),
        Kind::Winmail => Some("winmail"),
        Kind::Encrypted => Some("encrypted"),
        Kind::Signature => Some("signature"),
        Kind::Mail => Some("mail"),
    };
    MailFile {
        name: file.name.clone(),
        mime: file.mime.clone(),
        size: file.bytes.len() as u64,
        inline: file.inline,
        sort: sort.map(str::to_owned),
    }
}

/// The author's moment, if it is near the moment of receipt.
fn sent_at(date: Option<Millis>, received: Option<Millis>) -> Option<Millis> {
    match (date, received) {
        (Some(date), Some(at)) if date > at + AHEAD || date + CREDIBLE < at => Some(at),
        (Some(date), _) => Some(date),
        (None, at) => at,
    }
}

/// The folder of the bucket for a mail of an account: the same mail has the same one.
#[must_use]
pub fn folder(asset: &str, raw: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(asset.as_bytes());
    hash.update([0]);
    hash.update(raw);
    hex(&hash.finalize())[..32].to_owned()
}

/// The bytes of a mail that a notification holds: as text, or in base 64.
#[must_use]
pub fn inline(content: &str) -> Vec<u8> {
    let packed: String = content.split_whitespace().collect();
    // The header of a mail has colons, and base 64 has none.
    let decoded = (!packed.is_empty()).then(|| crate::encode::unbase64(&packed)).flatten();
    decoded.unwrap_or_else(|| content.as_bytes().to_vec())
}

/// Two copies of a mail that went different ways have one key; a program that gives all its mails
/// one id does not make them one. A mail without an id is the same only to the byte.
fn key(letter: &Letter, raw: &[u8]) -> String {
    let mut hash = Sha256::new();
    if letter.message_id.is_none() {
        hash.update(raw);
    }
    let from = letter.from.as_ref().map_or("", |from| from.address.as_str());
    let date = letter.date.map_or(0, |date| date.0).to_string();
    let id = letter.message_id.as_deref().unwrap_or_default();
    for part in [id, from, &date, &letter.subject, &letter.text] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    for file in &letter.attachments {
        hash.update(file.name.as_bytes());
        hash.update(Sha256::digest(&file.bytes));
    }
    format!("mail:{}", &hex(&hash.finalize())[..32])
}
