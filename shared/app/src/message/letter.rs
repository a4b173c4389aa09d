//! Messages that go out as mails: what a mail has beside its text, and its way to Amazon.

use channels::email::channel::{
    ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY, SENDER_NAME, region as region_of,
};
use channels::email::thread::{self, Keys};
use channels::email::write::File;
use channels::{Channel, Mail, Request, Secrets};
use domain::{Actor, Content, Entry, Event, Millis, Thread, ThreadId};
use store::settings::directory::{Asset, Directory};

use crate::file::attachment;
use crate::runtime::key::mail_keys;
use crate::runtime::provider::{self, Answer};
use crate::runtime::signed;
use crate::{Carrier, Credentials, Failure, Line};

/// The entries in which the search for the conversation's mails looks.
const SEARCHED: usize = 60;
/// The mails that programs may send to one customer within an hour. Two programs that answer each
/// other end here, whatever else fails.
const AUTOMATIC: usize = 5;
/// The time for which [`AUTOMATIC`] counts.
const WITHIN: Millis = Millis::hours(1);

/// The parts of a mail beside its text, ready to be lent to a channel.
pub(crate) struct Letter {
    id: String,
    reply_to: String,
    subject: String,
    in_reply_to: Option<String>,
    references: Vec<String>,
    sender: String,
    signature: String,
    date: Millis,
    files: Vec<attachment::Attached>,
    automatic: bool,
    installation: String,
}

impl Letter {
    /// The files, as a channel takes them.
    pub(crate) fn files(&self) -> Vec<File<'_>> {
        let all = self.files.iter();
        all.map(|file| File { name: &file.name, mime: &file.mime, bytes: &file.bytes }).collect()
    }

    /// The parts, as a channel takes them.
    pub(crate) fn mail<'a>(&'a self, files: &'a [File<'a>]) -> Mail<'a> {
        Mail {
            id: &self.id,
            reply_to: &self.reply_to,
            subject: &self.subject,
            in_reply_to: self.in_reply_to.as_deref(),
            references: &self.references,
            sender: &self.sender,
            signature: &self.signature,
            date: self.date,
            files,
            automatic: self.automatic,
            installation: &self.installation,
        }
    }
}

/// Gathers the parts of a mail; `Err` within: the reason for which it must not go out.
///
/// # Errors
/// If the table, the vault or the bucket fails.
pub(crate) async fn compose(
    carrier: Carrier<'_>,
    (directory, asset, secrets): (&Directory, &Asset, &Secrets),
    thread: &Thread,
    entry: &Entry,
    content: &Content,
) -> Result<Result<Letter, String>, Failure> {
    let keys = mail_keys(carrier.line).await?;
    let page = carrier.store.entries_before(&thread.id, entry.seq, SEARCHED).await?;
    let automatic = !matches!(entry.by, Actor::Agent(_));
    let recent = |one: &&Entry| one.at + WITHIN > entry.at && is_automatic(one);
    if automatic && page.entries.iter().filter(recent).count() >= AUTOMATIC {
        let why = "too many automatic mails went to this address within an hour";
        return Ok(Err(why.to_owned()));
    }
    let before = Before::of(&page.entries, &keys, thread, asset);
    let subject = match before.subject {
        Some(subject) => subject,
        None => named(directory, asset),
    };
    let author = match &entry.by {
        Actor::Agent(agent) => directory.agents.get(agent).map(|agent| agent.profile.name.clone()),
        Actor::Customer | Actor::System => None,
    };
    let sender = match secrets.get(SENDER_NAME) {
        "" => named(directory, asset),
        name => name.to_owned(),
    };
    let token = thread::address(&keys.secret, &asset.account, thread.id.as_str());
    let files = attachment::attached(carrier.shelf, content).await?;
    Ok(Ok(Letter {
        id: id(&keys, thread, asset, entry.seq),
        reply_to: token.unwrap_or_else(|| asset.account.clone()),
        subject,
        in_reply_to: before.answered,
        references: before.references,
        sender,
        signature: author.unwrap_or_default(),
        date: entry.at,
        files: files.into_iter().collect(),
        automatic,
        installation: keys.installation,
    }))
}

/// The mark that a provider returns with its receipts: it leads straight to the message.
pub(crate) fn mark(thread: &ThreadId, seq: u64) -> String {
    format!("{thread}.{seq}")
}

/// The name in which the business writes.
fn named(directory: &Directory, asset: &Asset) -> String {
    let name = &directory.workspace_record.name;
    if name.is_empty() { asset.name.clone() } else { name.clone() }
}

/// The id of the mail with the message of an entry.
fn id(keys: &Keys, thread: &Thread, asset: &Asset, seq: u64) -> String {
    let domain = asset.account.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    thread::message_id(&keys.secret, &mark(&thread.id, seq), thread.id.as_str(), domain)
}

/// Whether a program wrote the message of an entry.
fn is_automatic(entry: &Entry) -> bool {
    !matches!(entry.by, Actor::Agent(_)) && domain::audience::outbound(entry).is_some()
}

/// The mails before a message.
#[derive(Default)]
struct Before {
    subject: Option<String>,
    /// The id of the customer's last mail.
    answered: Option<String>,
    /// The ids of all mails, the oldest first.
    references: Vec<String>,
}

impl Before {
    fn of(entries: &[Entry], keys: &Keys, thread: &Thread, asset: &Asset) -> Self {
        let mut before = Self::default();
        for entry in entries {
            if domain::audience::outbound(entry).is_some() {
                before.references.push(id(keys, thread, asset, entry.seq));
            }
            for event in &entry.events {
                let Event::CustomerMessage(message) = event else { continue };
                let Content::Email(email) = &message.content else { continue };
                before.subject = Some(email.subject.clone());
                before.answered.clone_from(&email.message_id);
                before.references.extend(email.message_id.clone());
            }
        }
        before
    }
}

/// Sends a channel's request to its provider.
///
/// # Errors
/// A sentence, if no answer came; the request may have had an effect all the same.
pub(crate) async fn ask(
    line: Line<'_>,
    channel: &dyn Channel,
    secrets: &Secrets,
    request: Request,
) -> Result<Answer, String> {
    if channel.is_mail() {
        return call(line, secrets, request).await;
    }
    let Request { method, url, headers, body } = request;
    provider::call(line.connector, method, &url, &headers, body).await
}

/// Sends the request of a mail, signed with the keys that an admin entered, or else with the
/// function's own.
///
/// # Errors
/// A sentence, if no answer came; the mail may have gone out all the same.
async fn call(line: Line<'_>, secrets: &Secrets, mut request: Request) -> Result<Answer, String> {
    let own = &line.config.credentials;
    let entered = Credentials {
        key_id: secrets.get(ACCESS_KEY_ID).to_owned(),
        secret: secrets.get(SECRET_ACCESS_KEY).to_owned(),
        token: None,
    };
    let keys = if entered.key_id.is_empty() { own } else { &entered };
    signed::add(&mut request, keys, ("ses", region_of(secrets)), line.now())?;
    let Request { method, url, headers, body } = request;
    let mut answer = provider::call(line.connector, method, &url, &headers, body).await?;
    name_error(&mut answer);
    Ok(answer)
}

/// Gives an account's secrets the region of the installation, where none is entered.
pub(crate) fn with_region(line: Line<'_>, secrets: &mut Secrets) {
    if secrets.get(REGION).is_empty() {
        secrets.set(REGION, line.config.region.clone());
    }
}

/// SES names an error in a header, and channels read bodies.
fn name_error(answer: &mut Answer) {
    let Some(kind) = answer.error.take() else { return };
    let mut body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if !body.is_object() {
        body = serde_json::json!({});
    }
    body["__type"] = serde_json::json!(kind);
    answer.body = body.to_string().into_bytes();
}
