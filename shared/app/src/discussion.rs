//! Discussions after their end: what was said in one, for those who were in it (F24, F27).

use crate::conversation::{earlier, sync};
use crate::{Failure, Ground, view};
use domain::{Entry, Event, OfferKind, OfferStatus, Profile, Refusal, ThreadId, discussion, offer};
use protocol::view as v;
use store::engagement::Engagement;

/// How many entries of the log are looked through for those of a discussion.
const LOOKS: usize = 2_000;
/// How many of them are read at once.
const READ: usize = 100;

/// The records of the accepted offers that led into a discussion, the first one first.
pub(crate) async fn talk_records(
    ground: Ground<'_>,
    thread: &ThreadId,
    number: u64,
) -> Result<Vec<Engagement>, Failure> {
    let mut records = ground.store.engagements_from(thread, number).await?;
    records.retain(|r| {
        r.made.kind == OfferKind::Discuss
            && r.status == OfferStatus::Accepted
            && (r.offer.number == number || r.made.discussion == Some(number))
    });
    Ok(records)
}

/// What happened in a discussion after a position, oldest first, and whether there may be more:
/// the question, the lines that the caller may read, who left, how it ended. For everybody who
/// was in it, for ever, and for those who may read the conversation.
///
/// # Errors
/// `not_found` where there was none, or the caller has nothing to do with it; a failure if the
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
    let reads = sync::reads(me, &newest.thread, &directory);
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
