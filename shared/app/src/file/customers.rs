//! Customers' files that came from a provider: their keys in the bucket, and links to them.
//!
//! No record stands beside them. The key follows from the message, and the entry that says how the
//! fetch ended says all that a link needs.

use crate::conversation::earlier;
use crate::file::link::{TO_FETCH, disposition_of, no_file, saved_as};
use crate::view::file::Named;
use crate::{Failure, Shelf};
use domain::file::{self, Kept, Outcome};
use domain::{Event, Profile, ThreadId};
use protocol::file::MediaLink;

/// The key of a customer's file, or of the small picture beside it.
pub(crate) fn key(thread: &ThreadId, message: u64, small: bool) -> String {
    let (message, size) = (message.to_string(), if small { "small" } else { "whole" });
    let part = |number: &str| {
        store::key::digest(&["customers_file", number, thread.as_str(), &message, size])
    };
    let digits = [part("1"), part("2")].concat();
    let id: String = digits
        .bytes()
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit % 16)]))
        .collect();
    format!("files/{id}")
}

/// Returns a link to a customer's file, for an agent who may read the conversation of its message.
///
/// # Errors
/// A refusal if the agent may read no such file; a failure if the table fails.
pub(crate) async fn link(
    shelf: Shelf<'_>,
    me: &Profile,
    named: &Named,
) -> Result<MediaLink, Failure> {
    let (message, kept) = kept(shelf, named).await?.ok_or_else(no_file)?;
    if !reads(shelf, me, &named.thread, message).await? {
        return Err(no_file());
    }
    let Kept { medium, mut mime, name, mut size, thumbnail, .. } = kept;
    if named.small {
        let thumbnail = thumbnail.ok_or_else(no_file)?;
        (mime, size) = (thumbnail.mime, thumbnail.size);
    }
    let (key, now) = (key(&named.thread, message, named.small), shelf.now());
    let shown = disposition_of(medium, &mime, &name);
    let url = shelf.bucket.get_link(&key, &mime, &shown, now, TO_FETCH)?;
    let saved = saved_as(&name);
    let download = shelf.bucket.get_link(&key, &mime, &saved, now, TO_FETCH)?;
    Ok(MediaLink { url, download, expires: (now + TO_FETCH).0, mime, name, size })
}

/// The file of which an entry says that the bucket keeps it, and the entry of its message.
async fn kept(shelf: Shelf<'_>, named: &Named) -> Result<Option<(u64, Kept)>, Failure> {
    let Some(stored) = shelf.store.entry(&named.thread, named.seq).await? else { return Ok(None) };
    Ok(stored.entry.events.into_iter().find_map(|event| match event {
        Event::FileFetched(file::Fetched { message, outcome: Outcome::Kept(kept) }) => {
            Some((message, kept))
        }
        _ => None,
    }))
}

/// Whether an agent reads the conversation that a message belongs to, also if its file came only
/// after the next conversation had begun.
async fn reads(
    shelf: Shelf<'_>,
    me: &Profile,
    thread: &ThreadId,
    message: u64,
) -> Result<bool, Failure> {
    let Some(newest) = shelf.thread(thread).await? else { return Ok(false) };
    let Some(stored) = shelf.store.entry(thread, message).await? else { return Ok(false) };
    let written = (stored.thread.conversation.number, message);
    let directory = shelf.directory().await?;
    earlier::reads_earlier(shelf.ground, me, &newest.thread, written, &directory).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_a_key_of_its_own() {
        let thread: ThreadId = "4t9m0c2xkq7w1h5z".parse().unwrap();
        let other: ThreadId = "4t9m0c2xkq7w1h50".parse().unwrap();
        let keys = [
            key(&thread, 12, false),
            key(&thread, 12, true),
            key(&thread, 1, false),
            key(&other, 12, false),
        ];
        for (at, one) in keys.iter().enumerate() {
            let id = one.strip_prefix("files/").unwrap();
            assert!(store::file::upload::is_id(id), "{id}");
            assert!(!keys[..at].contains(one));
        }
        assert_eq!(keys[0], key(&thread, 12, false));
    }
}
