//! Rules of customers' files.

use crate::file::facts::{Asked, Fetched};
use crate::{Context, Event, Refusal, Thread};

/// Asks for a customer's file again. While the engine still tries, a second request does no harm: the
/// first try that ends is written down.
pub(crate) fn ask(thread: &Thread, message: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    // A file of an earlier conversation may belong to another team.
    if ctx.file.is_none() || message < thread.conversation.first {
        return Err(Refusal::NotFound { what: "file" });
    }
    Ok(vec![Event::FileAsked(Asked { message })])
}

/// Writes down the end of a fetch, once: queues bring a message twice.
pub(crate) fn fetched(thread: &Thread, fetched: &Fetched) -> Vec<Event> {
    let waits = thread.files.contains(&fetched.message);
    // The thread may have forgotten that it waits.
    let forgotten = thread.files.len() >= Thread::FILES_LIMIT
        && thread.files.first().is_some_and(|oldest| fetched.message < *oldest);
    if waits || forgotten { vec![Event::FileFetched(fetched.clone())] } else { Vec::new() }
}
