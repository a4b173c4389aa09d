//! The workspace's day, and the counts of each day.

use crate::engine::pause;
use crate::runtime::metric;
use crate::{Failure, Ground};
use domain::{Event, Millis};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::Stored;
use store::board::tally::{Count, Counted, Tallied};
use store::settings::directory::Directory;

/// The most attempts to count an entry: each loss means that another count of the same queue got
/// through.
const ATTEMPTS: u32 = 30;

/// A day of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The date, as `2026-11-21`.
    pub name: String,
    /// The moment at which the day began.
    pub from: Millis,
    /// The name of the time zone that bounds the day.
    pub zone: String,
}

impl Day {
    /// Returns the day that holds a moment, by the time zone of the workspace's business hours; by
    /// UTC if the workspace has none.
    #[must_use]
    pub fn of(directory: &Directory, moment: Millis) -> Self {
        let known = |name: &&str| TimeZone::get(name).is_ok();
        let zone = directory.time_zone().filter(known).unwrap_or("UTC");
        let wall = Timestamp::from_millisecond(moment.0)
            .unwrap_or_default()
            .to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
        let began = wall.start_of_day().unwrap_or_else(|_| wall.clone());
        Self {
            name: wall.date().to_string(),
            from: Millis(began.timestamp().as_millisecond()),
            zone: zone.to_owned(),
        }
    }
}

/// Counts what an entry adds to its queue's day: a first response, in time or late (F60), a
/// customer who gave up (F56), or a resolution, which also counts for the owner. The same entry
/// counts only once.
///
/// # Errors
/// If the table fails, or other counts keep winning the race.
pub async fn count(
    ground: Ground<'_>,
    stored: &Stored,
    directory: &Directory,
) -> Result<(), Failure> {
    let Some(what) = counted(stored, directory) else { return Ok(()) };
    let (thread, at) = (&stored.thread, stored.entry.at);
    let count = Count {
        conversation: thread.conversation_id(),
        opened: thread.conversation.opened_at,
        queue: thread.conversation.queue.clone(),
        day: Day::of(directory, at).name,
        at,
        what,
    };
    for attempt in 0..ATTEMPTS {
        if ground.store.count(&count).await? == Tallied::Done {
            if matches!(count.what, Counted::AnsweredInTime | Counted::AnsweredLate) {
                let took = (at - thread.conversation.opened_at).0 / 1_000;
                metric::report(&[(metric::FIRST_RESPONSE, "Seconds", took)]);
            }
            return Ok(());
        }
        pause::pause(attempt).await;
    }
    Err(Failure::Busy)
}

/// Returns what an entry adds to the day, if it adds anything.
fn counted(stored: &Stored, directory: &Directory) -> Option<Counted> {
    let (entry, conversation) = (&stored.entry, &stored.thread.conversation);
    entry.events.iter().find_map(|event| match event {
        Event::Abandoned => Some(Counted::Abandoned(entry.seq)),
        Event::Resolved(_) => {
            let owner = conversation.closed.as_ref().and_then(|closed| closed.owner.clone());
            Some(Counted::Resolved(owner))
        }
        Event::AgentMessage(_) if conversation.answered_at == Some(entry.at) => {
            let goal = directory.policy(&conversation.queue).first_answer_target;
            let in_time = entry.at - conversation.opened_at <= goal;
            Some(if in_time { Counted::AnsweredInTime } else { Counted::AnsweredLate })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use store::settings::overrides::{Document, Hours, Scope};

    use super::*;

    fn living_by(zone: &str) -> Directory {
        let mut directory = Directory::default();
        let mut document = Document::default();
        let hours = Hours { time_zone: zone.to_owned(), ..Hours::default() };
        document.own.hours = Some(Some(hours));
        directory.set(Scope::Workspace, document);
        directory
    }

    fn at(moment: &str) -> Millis {
        Millis(moment.parse::<Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_day_begins_at_midnight_of_the_workspaces_clock() {
        for (zone, moment, name, from) in [
            ("Europe/Berlin", "2026-01-05T22:59:59Z", "2026-01-05", "2026-01-04T23:00:00Z"),
            ("Europe/Berlin", "2026-01-05T23:00:00Z", "2026-01-06", "2026-01-05T23:00:00Z"),
            ("Europe/Berlin", "2026-07-05T22:00:00Z", "2026-07-06", "2026-07-05T22:00:00Z"),
            ("America/New_York", "2026-01-06T04:59:59Z", "2026-01-05", "2026-01-05T05:00:00Z"),
            ("Asia/Kolkata", "2026-01-05T18:30:00Z", "2026-01-06", "2026-01-05T18:30:00Z"),
        ] {
            let day = Day::of(&living_by(zone), at(moment));
            assert_eq!((day.name.as_str(), day.from), (name, at(from)), "{zone} {moment}");
            assert_eq!(day.zone, zone);
        }
    }

    #[test]
    fn on_the_day_on_which_clocks_change_it_is_an_hour_shorter_or_longer() {
        let berlin = living_by("Europe/Berlin");
        for (day, next, hours) in [
            ("2026-03-28", "2026-03-29", 24),
            ("2026-03-29", "2026-03-30", 23),
            ("2026-10-25", "2026-10-26", 25),
        ] {
            let noon = |day: &str| Day::of(&berlin, at(&format!("{day}T12:00:00Z"))).from;
            assert_eq!(noon(next) - noon(day), Millis::hours(hours), "{day}");
        }
    }

    #[test]
    fn without_business_hours_a_day_is_that_of_the_world() {
        let day = Day::of(&Directory::default(), at("2026-01-05T23:59:59Z"));
        assert_eq!((day.name.as_str(), day.zone.as_str()), ("2026-01-05", "UTC"));
        assert_eq!(day.from, at("2026-01-05T00:00:00Z"));
    }
}
