//! Idempotency: whether the engine took in a key (a command's id, a provider's message id) before.
//!
//! The log itself is the memory: an entry names the key that caused it. The state carries hashes of
//! the last few keys, which nearly always answer without a read; the engine searches the log for
//! the others, so that it recognises a repetition however late it comes.

use domain::{Actor, Entry, Millis, Thread};
use serde::Serialize;
use store::{Store, Stored};

/// The means to recognise a repetition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// The command's id, or the provider's id of the message. An author uses one key for one
    /// command.
    pub key: String,
    /// The bound of the search for the key.
    pub since: Since,
    /// A digest of the command's content, if another command could come under the same id.
    pub digest: Option<String>,
}

/// The bound of the search for a key that the state no longer remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The time of sending by the provider's clock: no earlier entry holds the key.
    Sent(Millis),
    /// The newest entry that the client knew when it first gave the command.
    Seen(u64),
    /// The newest message, by the visitor's own numbers, that the client had when it first gave the
    /// command.
    Had(u64),
    /// No bound is known: the search goes back as far as the reference promises.
    Promised,
}

impl Once {
    /// The key of a provider's message, sent at this time by the provider's clock.
    #[must_use]
    pub const fn sent(key: String, at: Millis) -> Self {
        Self { key, since: Since::Sent(at), digest: None }
    }

    /// The key of a client's command with the content `what`. The client knew entry `seen` when it
    /// gave the command.
    #[must_use]
    pub fn given<T: Serialize>(key: String, seen: Option<u64>, what: &T) -> Self {
        let since = seen.map_or(Since::Promised, Since::Seen);
        Self { key, since, digest: Some(digest(what)) }
    }

    /// The key of a visitor's command. The client had message `after` when it gave the command.
    #[must_use]
    pub fn by_visitor<T: Serialize>(key: String, after: Option<u64>, what: &T) -> Self {
        let since = after.map_or(Since::Promised, Since::Had);
        Self { key, since, digest: Some(digest(what)) }
    }
}

/// Thirty bits that tell two commands apart. Entries store them, so the function must stay as it
/// is.
fn digest<T: Serialize>(what: &T) -> String {
    let bytes = crate::engine::encode::encode(what);
    store::key::digest(&[&String::from_utf8_lossy(&bytes)]).chars().take(6).collect()
}

/// The time within which the engine finds a command's id if the client does not say what it knew.
/// The reference promises it.
const PROMISED: Millis = Millis::hours(7 * 24);
/// The most that a provider's clock may be ahead of ours. Both follow network time; a wider margin
/// would make a lively chat search its log for every message.
const SKEW: Millis = Millis::seconds(5);
/// The number of entries that the first search reads at once, and every further one.
const PAGES: [usize; 2] = [200, 1_000];

/// Returns the entry of `author` that took the key in, if there is one.
pub(crate) async fn find(
    store: &Store,
    newest: &Stored,
    author: &Actor,
    once: &Once,
    now: Millis,
) -> store::Result<Option<Entry>> {
    let key = once.key.as_str();
    let is_it = |entry: &Entry| entry.key.as_deref() == Some(key) && entry.by == *author;
    if is_it(&newest.entry) {
        return Ok(Some(newest.entry.clone()));
    }
    let thread = &newest.thread;
    for seq in thread.recent.candidates(key) {
        if let Some(found) = store.entry(&thread.id, seq).await?
            && is_it(&found.entry)
        {
            return Ok(Some(found.entry));
        }
    }
    let Some((oldest, written)) = thread.recent.oldest() else { return Ok(None) };
    // A time ahead of our clock bounds nothing, neither this one nor an earlier one from when the
    // clocks differed more.
    let ahead = thread.known.ahead.unwrap_or_default();
    let since = match once.since {
        Since::Sent(at) => Since::Sent(at.min(now) - ahead),
        since => since,
    };
    let complete = match since {
        Since::Sent(at) => at > written + SKEW,
        Since::Seen(seq) => seq + 1 >= oldest,
        Since::Had(number) => number >= thread.public_seq,
        Since::Promised => written + PROMISED < now,
    };
    if complete {
        return Ok(None);
    }
    let once = Once { since, ..once.clone() };
    search(store, thread, oldest, &once, now, is_it).await
}

/// Searches backwards from entry `before`, as far as the key can be.
async fn search(
    store: &Store,
    thread: &Thread,
    mut before: u64,
    once: &Once,
    now: Millis,
    is_it: impl Fn(&Entry) -> bool,
) -> store::Result<Option<Entry>> {
    let mut pages = PAGES.into_iter();
    let mut limit = PAGES[0];
    loop {
        limit = pages.next().unwrap_or(limit);
        let (found, reached) = store.entries_naming(&thread.id, &once.key, before, limit).await?;
        if let Some(found) = found.into_iter().find(&is_it) {
            return Ok(Some(found));
        }
        let Some(reached) = reached else { return Ok(None) };
        let far_enough = match once.since {
            Since::Seen(seq) => reached <= seq,
            since => match store.entry(&thread.id, reached).await? {
                None => true,
                Some(at) => match since {
                    Since::Sent(sent) => at.entry.at + SKEW < sent,
                    Since::Had(number) => at.thread.public_seq <= number,
                    Since::Promised | Since::Seen(_) => at.entry.at + PROMISED < now,
                },
            },
        };
        if far_enough {
            return Ok(None);
        }
        before = reached;
    }
}
