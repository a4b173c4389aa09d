//! Places in a queue.

use crate::Ground;
use domain::{Thread, effect};

/// How far a place in a queue is counted.
const PLACES: u32 = 100;

/// The place of a thread's conversation in its queue while it waits, 1 being next; counted up
/// to 100. One query that reads the places before it, and brings none of them.
pub(crate) async fn place(ground: Ground<'_>, thread: &Thread) -> store::Result<Option<u32>> {
    let Some(place) = effect::place(thread) else { return Ok(None) };
    Ok(Some(ground.store.places_before(&place, PLACES - 1).await? + 1))
}
