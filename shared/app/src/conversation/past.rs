//! Earlier conversations of a thread, as they stood at their end.

use crate::{Failure, Ground};
use domain::Thread;
use store::Stored;

/// The last entry of a conversation of the thread, with the state after it. Of an earlier one
/// it is looked for in the log: entries carry the number of their conversation, in order.
/// `None` where there is no such conversation.
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
    // Entries before `low` are of this conversation or of earlier ones, those from `high` on of
    // later ones.
    let (mut low, mut high) = (1, if current.first > 0 { current.first } else { newest.entry.seq });
    let mut next = high.saturating_sub(1);
    let mut found = None;
    while low < high {
        let Some(stored) = ground.store.entry(id, next.max(low)).await? else { break };
        let seq = stored.entry.seq;
        if stored.thread.conversation.number > number {
            // An entry knows where its own conversation began.
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

/// An earlier conversation with what is known of its customer today, and what is still to be done
/// for it.
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
