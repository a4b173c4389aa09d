//! Customers' files: the engine gets each one from its provider, looks at the content, keeps it in
//! the bucket, and appends one entry that says so, or why there is none.
//!
//! `projection` reads every entry from the table's stream and puts a message into the file queue for
//! each file; the stream brings an entry again until that has succeeded, so that no crash loses one.
//! `deliver` reads the queue. A try that fails goes back into the queue for a growing while.

mod content;
mod form;
mod length;

use crate::asset::secrets;
use crate::file::customers;
use crate::runtime::outside::Unfetched;
use crate::runtime::{metric, provider};
use crate::{Carrier, Engine, Failure, Request};
use channels::{Channel, Fetch, Found, Secrets};
use domain::content::{Media, Medium};
use domain::file::{self, Fetched, Kept, Outcome, Reason, Thumbnail};
use domain::{AssetId, Command, Event, Millis, ThreadId};
use serde::{Deserialize, Serialize};
use store::Stored;

use content::{Form, LARGEST};

/// The number of times that the engine tries to get a file: about half an hour in all.
const TRIES: u32 = 6;

/// The body of a message in the file queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMessage {
    /// The thread of the customer's message.
    pub thread: ThreadId,
    /// The account to which the customer wrote.
    pub asset: AssetId,
    /// The entry that holds the message.
    pub message: u64,
    /// The provider's name of the file: an id or an address.
    pub reference: String,
    /// The medium that the provider announced.
    pub medium: Medium,
    /// The file's name, if the provider announced one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many tries have failed.
    #[serde(default)]
    pub tries: u32,
}

/// A picture made small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Small {
    /// The bytes of the small picture, their MIME type, and its width and height.
    pub picture: (Vec<u8>, &'static str, (u32, u32)),
    /// The width and height of the large picture, as people see it.
    pub large: (u32, u32),
}

/// Makes a picture small; `None`: nobody can read it. The function that fetches brings this along,
/// so that no other function carries the libraries for it.
pub type Shrink = fn(&[u8]) -> Option<Small>;

impl Engine<'_> {
    /// Puts a message into the file queue if an entry asks for a customer's file. `projection` calls
    /// it, and the table's stream drives `projection` past every entry.
    ///
    /// # Errors
    /// If the table or the queue fails; the stream brings the entry again then.
    pub async fn want_file(&self, stored: &Stored) -> Result<(), Failure> {
        let asked = stored.entry.events.iter().find_map(|event| match event {
            Event::FileAsked(file::Asked { message }) => Some(*message),
            _ => None,
        });
        let (message, media) = match asked {
            Some(message) => {
                let entry = self.store.entry(&stored.thread.id, message).await?;
                (message, entry.and_then(|stored| file::elsewhere(&stored.entry).cloned()))
            }
            None => (stored.entry.seq, file::elsewhere(&stored.entry).cloned()),
        };
        let Some(media) = media else { return Ok(()) };
        let (thread, asset) = (stored.thread.id.clone(), stored.thread.asset.clone());
        let Media { reference, medium, name, .. } = media;
        let message = FileMessage { thread, asset, message, reference, medium, name, tries: 0 };
        self.queues.want_file(0, body(&message)).await
    }
}

fn body(message: &FileMessage) -> String {
    serde_json::json!(message).to_string()
}

/// Gets a customer's file, and writes down how that ended. Returns once the next try is queued if it
/// did not end.
///
/// # Errors
/// If the table, the bucket or the queue fails; the queue then brings the message again.
pub async fn fetch_file(
    carrier: Carrier<'_>,
    message: &FileMessage,
    shrink: Shrink,
) -> Result<(), Failure> {
    let key = customers::key(&message.thread, message.message, false);
    let outcome = match bytes(carrier, message, &key).await? {
        Ok(bytes) => look_at(carrier, message, bytes, shrink).await?,
        Err(unfetched) => match ends(message, &unfetched) {
            Some(reason) => Outcome::Refused(reason),
            None => return try_again(carrier, message, unfetched).await,
        },
    };
    let fetched = Fetched { message: message.message, outcome };
    let request = Request::engine(message.thread.clone(), Command::NoteFile(fetched));
    match carrier.engine.execute(&request).await {
        Ok(_) => Ok(()),
        Err(Failure::Refused(refusal)) => {
            tracing::info!(thread = %message.thread, %refusal, "a file came to nothing");
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

/// The reason to give a file up after a try.
fn ends(message: &FileMessage, unfetched: &Unfetched) -> Option<Reason> {
    match unfetched {
        Unfetched::Gone => Some(Reason::Gone),
        Unfetched::TooLarge => Some(Reason::TooLarge),
        Unfetched::Forbidden(why) => {
            tracing::warn!(thread = %message.thread, why, "a file's address is forbidden");
            Some(Reason::Unreachable)
        }
        Unfetched::Later { why, .. } if message.tries + 1 >= TRIES => {
            tracing::warn!(thread = %message.thread, why, "a file is given up");
            Some(Reason::Unreachable)
        }
        Unfetched::Later { .. } => None,
    }
}

/// Queues the next try: each waits four times as long as the one before, and at least as long as the
/// provider asks for.
async fn try_again(
    carrier: Carrier<'_>,
    message: &FileMessage,
    unfetched: Unfetched,
) -> Result<(), Failure> {
    let Unfetched::Later { why, wait } = unfetched else { return Ok(()) };
    let own = Millis::seconds(5 << (2 * message.tries.min(TRIES)));
    let wait = wait.unwrap_or_default().max(own);
    tracing::info!(thread = %message.thread, message = message.message, why, "a file has to wait");
    let next = FileMessage { tries: message.tries + 1, ..message.clone() };
    let seconds = i32::try_from(wait.0 / 1_000).unwrap_or(i32::MAX);
    carrier.queues.want_file(seconds, body(&next)).await
}

/// The bytes of a file: the bucket's, if an earlier try came that far, or else the provider's.
async fn bytes(
    carrier: Carrier<'_>,
    message: &FileMessage,
    key: &str,
) -> Result<Result<Vec<u8>, Unfetched>, Failure> {
    let (bucket, now) = (carrier.shelf.bucket, carrier.now());
    if let Some(kept) = bucket.whole(key, now).await? {
        return Ok(Ok(kept));
    }
    ask(carrier, message).await
}

async fn ask(
    carrier: Carrier<'_>,
    message: &FileMessage,
) -> Result<Result<Vec<u8>, Unfetched>, Failure> {
    let directory = carrier.directory().await?;
    let never = |why: &str| Ok(Err(Unfetched::Forbidden(why.to_owned())));
    let Some(asset) = directory.assets.get(&message.asset) else {
        return never("the account this came in by no longer exists");
    };
    let Some(channel) = channels::channel(&asset.channel) else {
        return never("this channel is not set up");
    };
    let secrets = secrets::of(carrier.line, &directory, asset).await?;
    let missing = |field: &&channels::Field| field.to_send && secrets.get(field.name).is_empty();
    if let Some(field) = channel.fields().iter().find(missing) {
        tracing::error!(asset = %asset.id, field = field.name, "a file met no secret: enter it");
        metric::count(metric::SECRETS_MISSING);
        let why = format!("nobody entered the {} yet", field.name);
        return Ok(Err(Unfetched::Later { why, wait: None }));
    }
    match channel.file(&secrets, &message.reference, carrier.now()) {
        None => never("the channel has no way to this file"),
        Some(Fetch::Direct(request)) => Ok(carrier.line.outside.get(&request, LARGEST).await),
        Some(Fetch::Lookup(request)) => Ok(look_up(carrier, channel, &secrets, request).await),
    }
}

/// Asks the provider for a file's address, and gets the file from there.
async fn look_up(
    carrier: Carrier<'_>,
    channel: &dyn Channel,
    secrets: &Secrets,
    request: channels::Request,
) -> Result<Vec<u8>, Unfetched> {
    let channels::Request { method, url, headers, body } = request;
    let answered = provider::call(carrier.line.connector, method, &url, &headers, body).await;
    let later = |why: String| Unfetched::Later { why, wait: None };
    let answer = answered.map_err(later)?;
    match channel.found(secrets, answer.status, &answer.body) {
        Found::At(request) => carrier.line.outside.get(&request, LARGEST).await,
        Found::Gone => Err(Unfetched::Gone),
        Found::Later { reason } => Err(later(reason)),
    }
}

/// Looks at the content, and keeps the file under a key of its message with a small picture beside
/// it.
async fn look_at(
    carrier: Carrier<'_>,
    message: &FileMessage,
    bytes: Vec<u8>,
    shrink: Shrink,
) -> Result<Outcome, Failure> {
    let form = match content::form(&bytes, message.medium, message.name.as_deref()) {
        Ok(form) => form,
        Err(reason) => return Ok(Outcome::Refused(reason)),
    };
    let (bucket, now) = (carrier.shelf.bucket, carrier.now());
    let key = |small| customers::key(&message.thread, message.message, small);
    bucket.put(&key(false), &bytes, form.mime, now).await?;
    let size = bytes.len() as u64;
    let seconds = length::seconds(&bytes, form.medium);
    let small = match form.medium {
        Medium::Image | Medium::Sticker => made_small(bytes, shrink).await,
        _ => None,
    };
    let mut large = form.pixels;
    let mut thumbnail = None;
    if let Some(Small { picture: (bytes, mime, (width, height)), large: seen }) = small {
        bucket.put(&key(true), &bytes, mime, now).await?;
        large = Some(seen);
        let size = bytes.len() as u64;
        thumbnail = Some(Thumbnail { mime: mime.to_owned(), size, width, height });
    }
    let Form { medium, mime, name, .. } = form;
    let (width, height) = large.unzip();
    let mime = mime.to_owned();
    Ok(Outcome::Kept(Kept { medium, mime, name, size, width, height, seconds, thumbnail }))
}

/// Makes a picture small beside the other work: a large one takes a while.
async fn made_small(bytes: Vec<u8>, shrink: Shrink) -> Option<Small> {
    let made = tokio::task::spawn_blocking(move || shrink(&bytes)).await;
    made.unwrap_or_else(|error| {
        tracing::warn!(%error, "a picture was not made small");
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_given_up_for_the_reason_that_stands_in_the_way() {
        let message = |tries| FileMessage {
            thread: "4t9m0c2xkq7w1h5z".parse().unwrap(),
            asset: "wa-demo".parse().unwrap(),
            message: 1,
            reference: "1".to_owned(),
            medium: Medium::Image,
            name: None,
            tries,
        };
        let later = Unfetched::Later { why: String::new(), wait: None };
        assert_eq!(ends(&message(0), &Unfetched::Gone), Some(Reason::Gone));
        assert_eq!(ends(&message(0), &Unfetched::TooLarge), Some(Reason::TooLarge));
        let forbidden = Unfetched::Forbidden(String::new());
        assert_eq!(ends(&message(0), &forbidden), Some(Reason::Unreachable));
        assert_eq!(ends(&message(TRIES - 2), &later), None);
        assert_eq!(ends(&message(TRIES - 1), &later), Some(Reason::Unreachable));
    }
}
