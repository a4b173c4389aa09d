//! Earlier conversations of a thread, as they stood at their end.

use crate::{Failure, Ground};
use domain::Thread;
use store::Stored;

/// Returns the last entry of a conversation of the thread, with the state after it. The search for
/// an earlier conversation halves the log: entries carry the number of their conversation, in
/// order. `None` if there is no such conversation.
///
/// # Errors
/// If the table fails.
pub async fn end_of(
    ground: Ground<'_>,
    newest: &Stored,
    number: u32,
) -> Result<Option<Stored>, Failure> {
    let current = &newest.thread.conversation;
    if number >= current.number {
        return Ok((number == current.number).then(|| newest.clone()));
    }
    let id = &newest.thread.id;
    // Entries before `low` belong to this conversation or earlier ones, entries from `high` on to
    // later ones.
    let (mut low, mut high) = (1, if current.first > 0 { current.first } else { newest.entry.seq });
    let mut next = high.saturating_sub(1);
    let mut found = None;
    while low < high {
        let Some(stored) = ground.store.entry(id, next.max(low)).await? else { break };
        let seq = stored.entry.seq;
        if stored.thread.conversation.number > number {
            // An entry knows the position at which its own conversation began.
            let first = stored.thread.conversation.first;
            high = if first > low { first.min(seq) } else { seq };
        } else {
            low = seq + 1;
            if stored.thread.conversation.number == number {
                found = Some(stored);
            }
        }
        next = if low < high && high - low > 64 { low + (high - low) / 2 } else { high - 1 };
    }
    Ok(found.map(|stored| as_known_now(stored, &newest.thread)))
}

/// Returns an earlier conversation with today's record of its customer and its open wrap-ups.
fn as_known_now(stored: Stored, newest: &Thread) -> Stored {
    let number = stored.thread.conversation.number;
    let wraps = newest.wraps.iter().filter(|wrap| wrap.number == number).cloned().collect();
    let thread = Thread {
        identity: newest.identity.clone(),
        name: newest.name.clone(),
        named: newest.named,
        wraps,
        ..stored.thread
    };
    Stored { thread, ..stored }
}
