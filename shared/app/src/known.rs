//! Whether a key (a command's id, a provider's message id) has been taken in before.
//!
//! The log itself is the memory: an entry names the key that caused it. The state carries hashes
//! of the last few keys, which answers nearly always without a read; the rest is looked up, so
//! that a repetition is recognised however late it comes.

use domain::{Entry, Millis, Thread};
use store::{Store, Stored};

/// What bounds the search for a key that the state no longer remembers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Since {
    /// It was sent at this time by the provider's clock, so it was not taken in before that.
    Sent(Millis),
    /// The client knew of this entry when it first gave the command.
    Seen(u64),
    /// Nothing is known: the last [`BLIND`] entries are searched.
    Unknown,
}

/// How far a provider's clock may be ahead of ours. Both follow network time; a wider margin would
/// make a lively chat search its log for every message.
const SKEW: Millis = Millis::seconds(5);
/// How many entries are searched when nothing bounds the search.
const BLIND: usize = 200;
/// How many entries are read at once.
const PAGE: usize = 100;

/// The entry that took `key` in, if one did.
pub(crate) async fn find(
    store: &Store,
    newest: &Stored,
    key: &str,
    since: Since,
) -> store::Result<Option<Entry>> {
    let is_it = |entry: &Entry| entry.key.as_deref() == Some(key);
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
    match since {
        Since::Sent(at) if at > written + SKEW => Ok(None),
        Since::Seen(seq) if seq + 1 >= oldest => Ok(None),
        Since::Sent(at) => {
            search(store, thread, oldest, usize::MAX, is_it, |entry| entry.at + SKEW < at).await
        }
        Since::Seen(seq) => {
            search(store, thread, oldest, usize::MAX, is_it, |entry| entry.seq <= seq).await
        }
        Since::Unknown => search(store, thread, oldest, BLIND, is_it, |_| false).await,
    }
}

/// Searches backwards from entry `before`.
async fn search(
    store: &Store,
    thread: &Thread,
    before: u64,
    limit: usize,
    is_it: impl Fn(&Entry) -> bool,
    too_old: impl Fn(&Entry) -> bool,
) -> store::Result<Option<Entry>> {
    let (mut before, mut searched) = (before, 0);
    loop {
        let page = store.entries_before(&thread.id, before, PAGE).await?;
        for entry in page.entries.iter().rev() {
            if is_it(entry) {
                return Ok(Some(entry.clone()));
            }
            searched += 1;
            if too_old(entry) || searched >= limit {
                return Ok(None);
            }
        }
        match page.entries.first() {
            Some(first) if page.more => before = first.seq,
            _ => return Ok(None),
        }
    }
}
