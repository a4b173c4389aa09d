//! Places in a queue, and the queues' figures for the operators.

use crate::Ground;
use crate::runtime::metric;
use domain::Thread;
use futures_util::future::try_join_all;
use store::settings::directory::Directory;

/// The most places that a count goes through.
const PLACES: u32 = 100;
/// The most places of a queue of which the operators hear.
const REPORTED: usize = 1_000;

/// The state of all queues together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The number of customers who wait.
    pub waiting: i64,
    /// The time for which the first of them has waited, in seconds.
    pub longest: i64,
}

/// Reads the state of all queues.
///
/// # Errors
/// If the table fails.
pub async fn figures(ground: Ground<'_>, directory: &Directory) -> store::Result<Figures> {
    let queues = directory.queues.keys().map(|queue| ground.store.waiting(queue, REPORTED));
    let now = ground.now();
    let (mut waiting, mut longest) = (0, 0);
    for (places, _) in try_join_all(queues).await? {
        for place in places {
            waiting += 1;
            longest = longest.max((now - place.since).0 / 1_000);
        }
    }
    Ok(Figures { waiting, longest })
}

/// Tells the operators of the queues and of records that cannot be read. Best effort: the next
/// minute does it again.
pub(crate) async fn report(ground: Ground<'_>, directory: &Directory) {
    let unreadable = i64::try_from(directory.unreadable.len()).unwrap_or(i64::MAX);
    if unreadable > 0 {
        metric::report(&[(metric::RECORDS_UNREADABLE, "Count", unreadable)]);
    }
    match figures(ground, directory).await {
        Ok(Figures { waiting, longest }) => metric::report(&[
            (metric::WAITING, "Count", waiting),
            (metric::LONGEST_WAIT, "Seconds", longest),
        ]),
        Err(error) => tracing::warn!(%error, "the queues were not counted"),
    }
}

/// Returns the place of a waiting conversation in its queue, 1 being next, up to 100. One query
/// counts the places before it, and returns none of them.
pub(crate) async fn place(ground: Ground<'_>, thread: &Thread) -> store::Result<Option<u32>> {
    let Some(place) = domain::queue::place::of(thread) else { return Ok(None) };
    Ok(Some(ground.store.places_before(&place, PLACES - 1).await? + 1))
}
