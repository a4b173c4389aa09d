//! Places in a queue.

use crate::Ground;
use domain::Thread;

/// The most places that a count goes through.
const PLACES: u32 = 100;

/// Returns the place of a waiting conversation in its queue, 1 being next, up to 100. One query
/// counts the places before it, and returns none of them.
pub(crate) async fn place(ground: Ground<'_>, thread: &Thread) -> store::Result<Option<u32>> {
    let Some(place) = domain::queue::place::of(thread) else { return Ok(None) };
    Ok(Some(ground.store.places_before(&place, PLACES - 1).await? + 1))
}
