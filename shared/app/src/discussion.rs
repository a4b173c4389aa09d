//! Discussions after their end: the lines of one, for its participants (F24, F27).

use crate::conversation::earlier;
use crate::conversation::readable;
use crate::engine::talk_records::talk_records;
use crate::{Failure, Ground, view};
use domain::{Entry, Event, Profile, Refusal, ThreadId, discussion, offer};
use protocol::view as v;
use store::engagement::Engagement;

/// The most entries of the log in which the search for a discussion looks.
const LOOKS: usize = 2_000;
/// The number of entries that one request reads.
const READ: usize = 100;

/// Returns the events of a discussion after a position, oldest first, and whether there may be
/// more: the question, the lines that the caller may read, the participants who left, the outcome.
/// Participants may read them for ever, and so may the readers of the conversation.
///
/// # Errors
/// `not_found` if there was no such discussion, or the caller may not read it; a failure if the
/// table fails.
pub async fn discussion(
    ground: Ground<'_>,
    me: &Profile,
    thread: &ThreadId,
    number: u64,
    after: Option<u64>,
    limit: usize,
) -> Result<(Vec<v::Entry>, bool), Failure> {
    let missing = || Refusal::NotFound { what: "discussion" };
    let directory = ground.directory().await?;
    let newest = ground.thread(thread).await?.ok_or_else(missing)?;
    let records = talk_records(ground, thread, number).await?;
    let took_part = |r: &Engagement| r.made.from == me.id || r.decided_by.as_ref() == Some(&me.id);
    let reads = readable::reads(me, &newest.thread, &directory);
    let part = records.iter().any(took_part);
    let Some(first) = records.first() else { return Err(missing().into()) };
    let written = (first.made.conversation.number, number);
    let shown = part
        || reads && earlier::reads_earlier(ground, me, &newest.thread, written, &directory).await?;
    if !shown {
        return Err(missing().into());
    }
    let reader = view::reader(&me.id, &newest.thread, &directory);
    let mut after = after.unwrap_or(0).max(number.saturating_sub(1));
    let (mut found, mut looked) = (Vec::new(), 0);
    loop {
        let page = ground.store.entries_after(thread, after, READ).await?;
        for entry in page.entries {
            (after, looked) = (entry.seq, looked + 1);
            let over = entry.events.iter().any(|event| ends(event, number));
            let events = entry.events.iter().filter(|event| of(event, entry.seq, number));
            let part = Entry { events: events.cloned().collect(), ..entry };
            let shown = view::entry(&newest.thread, &part, reader);
            if !shown.events.is_empty() {
                found.push(shown);
            }
            if over || found.len() >= limit {
                return Ok((found, !over));
            }
        }
        if !page.more || looked >= LOOKS {
            return Ok((found, page.more));
        }
    }
}

const fn ends(event: &Event, number: u64) -> bool {
    matches!(event, Event::DiscussionEnded(discussion::Ended { discussion, .. }) if *discussion == number)
}

/// Whether an event of the entry `seq` belongs to the discussion.
fn of(event: &Event, seq: u64, number: u64) -> bool {
    match event {
        Event::OfferMade(offer::Made { discussion, .. }) => {
            seq == number || *discussion == Some(number)
        }
        Event::OfferClosed(offer::Closed { offer, .. }) => *offer == number,
        Event::DiscussionMessage(discussion::Said { discussion, .. })
        | Event::DiscussionLeft(discussion::Left { discussion, .. })
        | Event::DiscussionEnded(discussion::Ended { discussion, .. }) => *discussion == number,
        _ => false,
    }
}
