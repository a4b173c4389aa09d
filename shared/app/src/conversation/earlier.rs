//! Earlier conversations of a customer: the rights to read them.
//!
//! A thread holds all conversations of one customer at one account. The policy decides which agents
//! read the newest one. The team of the queue that had an earlier one, the agents who took part in
//! it and admins read it; unless its queue sets `history_stays_with_team`, the readers of the
//! newest conversation read it, too.

use crate::conversation::past;
use crate::conversation::readable;
use crate::{Failure, Ground};
use domain::{Actor, ConversationId, Millis, Profile, QueueId, Refusal, Thread, ThreadId, reads};
use store::conversation::summary::Card;
use store::settings::directory::Directory;
use store::{Page, Stood, Stored};

/// The most earlier conversations in which the search for a file's conversation looks.
const LOOKS: usize = 50;

/// Applies the rule above to an earlier conversation that stood in `queue`. `newest`: whether the
/// agent reads the thread's newest conversation. `took_part`: whether the agent was a party of this
/// one.
fn reads_of(
    me: &Profile,
    newest: bool,
    queue: &QueueId,
    took_part: bool,
    directory: &Directory,
) -> bool {
    let own = reads(me, directory.team_of(queue), took_part);
    own || newest && !directory.policy(queue).history_stays_with_team
}

fn shows(me: &Profile, newest: bool, stood: &Stood, directory: &Directory) -> bool {
    reads_of(me, newest, &stood.queue, stood.parties.contains(&me.id), directory)
}

/// Empties the entries of conversations that the agent does not read. The entries themselves stay:
/// positions have no gaps.
///
/// An entry belongs to the queue in which its conversation stood after it. A transfer to another
/// queue within the *same* conversation hands over the entries before it, too.
pub fn keep_to_team(me: &Profile, newest: &Thread, page: &mut Page, directory: &Directory) {
    let now = newest.conversation.number;
    let reads_newest = readable::reads(me, newest, directory);
    for (entry, stood) in page.entries.iter_mut().zip(&page.stood) {
        let shown = match stood.conversation < now {
            true => shows(me, reads_newest, stood, directory),
            false => reads_newest,
        };
        if !shown {
            entry.events.clear();
            entry.by = Actor::System;
            entry.key = None;
        }
    }
}

/// Whether a list shows the agent a conversation with its last line. `newest` is the number of the
/// thread's newest conversation, which the agent reads.
#[must_use]
pub fn lists(me: &Profile, card: &Card, newest: u32, directory: &Directory) -> bool {
    let took_part = card.owner.as_ref() == Some(&me.id);
    card.id.number >= newest || reads_of(me, true, &card.queue, took_part, directory)
}

/// A conversation that an agent may read.
#[derive(Debug, Clone)]
pub struct Readable {
    /// The newest entry of the thread.
    pub newest: Stored,
    /// The newest entry of the conversation itself.
    pub last: Stored,
}

/// Returns a conversation, the newest of its thread or an earlier one, to an agent who may read it.
///
/// # Errors
/// `not_found` if there is no such conversation, or the agent may not read it; a failure if the
/// table fails.
pub async fn readable_conversation(
    ground: Ground<'_>,
    me: &Profile,
    id: &ConversationId,
    directory: &Directory,
) -> Result<Readable, Failure> {
    let missing = || Refusal::NotFound { what: "conversation" };
    let newest = ground.thread(&id.thread).await?.ok_or_else(missing)?;
    let last = past::end_of(ground, &newest, id.number).await?.ok_or_else(missing)?;
    if !reads_earlier(ground, me, &newest.thread, (id.number, last.entry.seq), directory).await? {
        return Err(missing().into());
    }
    Ok(Readable { newest, last })
}

/// Whether an agent reads the conversation `number`, which holds the entry `seq`.
///
/// # Errors
/// If the table fails.
pub async fn reads_earlier(
    ground: Ground<'_>,
    me: &Profile,
    newest: &Thread,
    (number, seq): (u32, u64),
    directory: &Directory,
) -> Result<bool, Failure> {
    let reads_newest = readable::reads(me, newest, directory);
    let stays = || directory.any_policy(|policy| policy.history_stays_with_team);
    if number >= newest.conversation.number || reads_newest && !stays() {
        return Ok(reads_newest);
    }
    let page = ground.store.entries_after(&newest.id, seq.saturating_sub(1), 1).await?;
    let stood = page.stood.first();
    Ok(stood.is_some_and(|stood| shows(me, reads_newest, stood, directory)))
}

/// Whether an agent reads the conversation that was open in a thread at a moment.
///
/// # Errors
/// If the table fails.
pub(crate) async fn reads_at(
    ground: Ground<'_>,
    me: &Profile,
    thread: &ThreadId,
    at: Millis,
    directory: &Directory,
) -> Result<bool, Failure> {
    let Some(newest) = ground.thread(thread).await? else { return Ok(false) };
    let current = &newest.thread.conversation;
    if at >= current.opened_at || current.number == 1 {
        return Ok(readable::reads(me, &newest.thread, directory));
    }
    for number in (1..current.number).rev().take(LOOKS) {
        let Some(last) = past::end_of(ground, &newest, number).await? else { break };
        if last.thread.conversation.opened_at <= at || number == 1 {
            let written = (number, last.entry.seq);
            return reads_earlier(ground, me, &newest.thread, written, directory).await;
        }
    }
    Ok(false)
}
