//! Business hours (F59) in a queue. `domain::hours` has the rule.

use domain::hours::Schedule;
use domain::{Millis, QueueId};
use store::settings::directory::Directory;

/// Returns the text for a customer who writes to a closed queue; `None` if the queue is open or has
/// no such text.
#[must_use]
pub fn off_hours<'a>(directory: &'a Directory, queue: &QueueId, now: Millis) -> Option<&'a str> {
    let rules = directory.rules(queue);
    // The settings check hours before they store them.
    let schedule = Schedule::read(rules.hours.as_ref()?).ok()?;
    if schedule.is_open(now) { None } else { rules.off_hours_message.as_deref() }
}
