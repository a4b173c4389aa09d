//! The part of a chat that a visitor's client lacks, as much as fits into one frame.

use crate::visitor::frame::message;
use crate::{Failure, Ground};
use domain::audience::for_customer;
use domain::{Entry, ThreadId};
use protocol::visitor::VisitorMessage;
use store::Stored;
use store::settings::directory::Directory;

/// The most messages that a visitor's client gets at once.
pub(crate) const MESSAGES: usize = 100;
/// The most bytes of a part.
const FRAME_BYTES: usize = 28 * 1024;

/// Returns the messages after a visitor's position, as many as fit into one frame, and whether
/// there are more.
pub(super) async fn messages_after(
    ground: Ground<'_>,
    newest: &Stored,
    after: u64,
    directory: &Directory,
) -> Result<(Vec<VisitorMessage>, bool), Failure> {
    let (thread, position) = (&newest.thread.id, newest.thread.public_seq);
    if after >= position {
        return Ok((Vec::new(), false));
    }
    // The client nearly always lacks only the last few messages.
    let page = ground.store.entries_before(thread, newest.entry.seq + 1, MESSAGES).await?;
    let seen = page.entries.iter().filter(|entry| !for_customer(entry).is_empty());
    let before_page = position.saturating_sub(u64::try_from(seen.count()).unwrap_or(0));
    let mut part = Part { number: after, ..Part::default() };
    if before_page <= after {
        part.add(&page.entries, after - before_page, directory);
    } else {
        let mut from = entry_before_message(ground, thread, after + 1, newest.entry.seq).await?;
        while !part.full {
            let page = ground.store.entries_after(thread, from, MESSAGES).await?;
            part.add(&page.entries, 0, directory);
            match page.entries.last() {
                Some(last) if page.more => from = last.seq,
                _ => break,
            }
        }
    }
    let more = part.number < position;
    Ok((part.messages, more))
}

/// Returns the position of the entry right before the one with the visitor's message `number`. Each
/// entry holds the number of messages up to it, so that the search halves the log.
async fn entry_before_message(
    ground: Ground<'_>,
    thread: &ThreadId,
    number: u64,
    newest: u64,
) -> Result<u64, Failure> {
    // Entries up to `low` hold fewer messages, and entries up to `high` hold enough.
    let (mut low, mut high) = (0, newest);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let stored = ground.store.entry(thread, middle).await?;
        match stored {
            Some(stored) if stored.thread.public_seq < number => low = middle,
            _ => high = middle,
        }
    }
    Ok(low)
}

/// Messages for one frame.
#[derive(Default)]
struct Part {
    messages: Vec<VisitorMessage>,
    /// The number of the last message.
    number: u64,
    bytes: usize,
    full: bool,
}

impl Part {
    /// Adds the messages that a visitor sees in some entries, without the first `but`, until the
    /// part is full.
    fn add(&mut self, entries: &[Entry], but: u64, directory: &Directory) {
        let seen = entries.iter().filter_map(|e| Some((e, for_customer(e).into_iter().next()?)));
        for (entry, seen) in seen.skip(usize::try_from(but).unwrap_or(usize::MAX)) {
            let message = message(entry, &seen, self.number + 1, directory);
            let bytes = crate::engine::encode::encode(&message).len() + 1;
            let fits = self.messages.is_empty() || self.bytes + bytes <= FRAME_BYTES;
            if !fits || self.messages.len() >= MESSAGES {
                self.full = true;
                return;
            }
            self.number += 1;
            self.bytes += bytes;
            self.messages.push(message);
        }
    }
}
