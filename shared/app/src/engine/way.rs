//! The way from a thread to the thread in which its customer goes on.

use crate::{Failure, Ground, Request};
use domain::person::{Way, is_username};
use domain::{Command, Millis, ThreadId, intake};
use store::Stored;

/// The end of the way from a thread.
pub(crate) struct End {
    /// The thread.
    pub(crate) thread: ThreadId,
    /// The thread's newest entry, if there is one.
    pub(crate) newest: Option<Stored>,
    /// The address to which the engine answers once the customer writes, and the moment from which
    /// it holds.
    pub(crate) moved: Option<(String, Millis)>,
    /// Whether the first thread of the way has a log.
    pub(crate) began_in_log: bool,
}

/// Follows the way from a thread to the thread in which its customer goes on. `read`: the thread's
/// newest entry, if the caller has just read it.
pub(crate) async fn way(
    ground: Ground<'_>,
    start: ThreadId,
    read: Option<Option<&Stored>>,
) -> Result<End, Failure> {
    let mut way = Way::from(start);
    let mut next_read = match read {
        Some(read) => read.cloned(),
        None => ground.thread(way.here()).await?,
    };
    let began_in_log = next_read.is_some();
    loop {
        let newest = next_read.take();
        let (next, moved) = match &newest {
            Some(stored) => (stored.thread.known.elsewhere.clone(), None),
            None => {
                let alias = ground.store.alias(way.here()).await?;
                (alias.to, alias.moved)
            }
        };
        let Some(next) = next else {
            return Ok(End { thread: way.here().clone(), newest, moved, began_in_log });
        };
        let more = way.go(next);
        next_read = ground.thread(way.here()).await?;
        if !more {
            let (thread, newest) = (way.here().clone(), next_read);
            return Ok(End { thread, newest, moved: None, began_in_log });
        }
    }
}

/// Returns the request for the thread in which its customer goes on, if that is another one. Only
/// messages from the channel go on: an agent means the thread that they name.
pub(crate) async fn goes_on(
    ground: Ground<'_>,
    request: &Request,
    newest: Option<&Stored>,
) -> Result<Option<Request>, Failure> {
    let follows = matches!(request.command, Command::ChangeIdentity(_));
    let moved = newest.is_some_and(|s| s.thread.known.elsewhere.is_some());
    if (request.opening.is_none() && !follows) || (newest.is_some() && !moved) {
        return Ok(None);
    }
    let end = way(ground, request.thread.clone(), Some(newest)).await?;
    let mut next = Request { thread: end.thread, known: None, ..request.clone() };
    let mut changed = next.thread != request.thread;
    let sent = match &request.command {
        Command::Receive(intake::Receive { sent_at, .. }) => sent_at.unwrap_or(ground.now()),
        _ => ground.now(),
    };
    // The customer's address changed before their first message: the engine answers to the new one.
    if let Some((opening, (address, at))) = next.opening.as_mut().zip(end.moved)
        && end.newest.is_none()
        && (sent <= at || is_username(&opening.identity))
        && opening.identity != address
    {
        opening.identity = address;
        opening.also.clear();
        changed = true;
    }
    Ok(changed.then_some(next))
}
