//! Business hours (F59), by the wall clock of a time zone.
//!
//! On the day on which clocks go forward, nobody is there in the hour that does not exist; on the
//! day on which they go back, an hour that comes twice is open twice. The program carries the time
//! zones along, because the machines that functions run on may have none.

use std::collections::BTreeSet;

use crate::Millis;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Business hours as an admin writes them. [`Schedule::read`] checks them before anybody stores
/// them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The name of a time zone, as `Europe/Berlin`.
    pub time_zone: String,
    /// The shifts of each day, Monday first.
    pub week: [Vec<Shift>; 7],
    /// The days on which nobody is there, as `2026-12-25`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<String>,
}

/// A shift, by the wall clock, as `09:00`. `24:00` is the end of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// The first minute in which somebody is there.
    pub from: String,
    /// The first minute in which nobody is there any more.
    pub to: String,
}

/// The reason for which business hours cannot hold, with the field and the remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Unfit {
    /// Whether a value is out of its bounds, or values contradict each other.
    pub fault: Fault,
    /// The field, as `hours.week.monday`.
    pub field: String,
    /// The fault in words.
    pub message: String,
    /// The remedy in words.
    pub remedy: &'static str,
}

/// The kind of a fault in business hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A value is out of its bounds.
    OutOfRange,
    /// Two values contradict each other, or a value names nothing that exists.
    Conflict,
}

fn out_of_range(field: impl Into<String>, message: String, remedy: &'static str) -> Unfit {
    Unfit { fault: Fault::OutOfRange, field: field.into(), message, remedy }
}

fn conflict(field: impl Into<String>, message: String, remedy: &'static str) -> Unfit {
    Unfit { fault: Fault::Conflict, field: field.into(), message, remedy }
}

/// The days as the protocol names them, Monday first.
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The most shifts of a day.
const SHIFTS: usize = 5;
/// The number of days that the search for the next opening looks ahead.
const YEAR: usize = 366;
/// The most days that a schedule may name as closed.
const CLOSED: usize = 100;

/// Business hours, read and checked.
#[derive(Debug, Clone)]
pub struct Schedule {
    zone: TimeZone,
    /// The shifts of each day, Monday first, in minutes since midnight, from and to.
    week: [Vec<(u16, u16)>; 7],
    closed: BTreeSet<Date>,
}

impl Schedule {
    /// Reads and checks business hours.
    ///
    /// # Errors
    /// If a time zone, time or date is invalid, a shift ends before it begins, two shifts overlap,
    /// or no shift is left. The refusal names the field.
    pub fn read(hours: &Hours) -> Result<Self, Unfit> {
        let name = hours.time_zone.as_str();
        // "Etc/Unknown" is jiff's own name for an unknown time zone.
        let zone = TimeZone::get(name).ok().filter(|zone| !zone.is_unknown()).ok_or_else(|| {
            conflict(
                "hours.time_zone",
                format!("There is no time zone \"{}\".", crate::words::cut(name, 60)),
                "Use a name of the IANA time zone database, for example Europe/Berlin.",
            )
        })?;
        let mut week: [Vec<(u16, u16)>; 7] = Default::default();
        for ((shifts, read), day) in hours.week.iter().zip(&mut week).zip(DAYS) {
            *read = day_of(shifts, day)?;
        }
        if week.iter().all(Vec::is_empty) {
            return Err(conflict(
                "hours.week",
                "These hours open on no day.".to_owned(),
                "Open on a day, or set hours to null for always.",
            ));
        }
        if hours.closed.len() > CLOSED {
            return Err(out_of_range(
                "hours.closed",
                format!(
                    "hours.closed has {} days; at most {CLOSED} are taken.",
                    hours.closed.len()
                ),
                "Remove days that have passed.",
            ));
        }
        let closed = hours.closed.iter().map(|day| date(day)).collect::<Result<_, _>>()?;
        Ok(Self { zone, week, closed })
    }

    /// Whether the business is open at a moment.
    #[must_use]
    pub fn is_open(&self, now: Millis) -> bool {
        // The timestamp is out of jiff's range.
        let Ok(moment) = Timestamp::from_millisecond(now.0) else { return false };
        let wall = moment.to_zoned(self.zone.clone()).datetime();
        if self.closed.contains(&wall.date()) {
            return false;
        }
        let day = usize::from(wall.date().weekday().to_monday_zero_offset().unsigned_abs());
        let minute =
            u16::from(wall.hour().unsigned_abs()) * 60 + u16::from(wall.minute().unsigned_abs());
        self.week[day].iter().any(|(from, to)| (*from..*to).contains(&minute))
    }
}

impl Schedule {
    /// Returns the moment of the next opening; `None` if there is none within a year.
    #[must_use]
    pub fn next_open(&self, now: Millis) -> Option<Millis> {
        let today = Timestamp::from_millisecond(now.0).ok()?.to_zoned(self.zone.clone()).date();
        let days = std::iter::successors(Some(today), |day| day.tomorrow().ok()).take(YEAR);
        days.filter(|day| !self.closed.contains(day)).find_map(|day| {
            let weekday = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
            self.week[weekday].iter().find_map(|(from, _)| {
                let (hour, minute) = (i8::try_from(from / 60).ok()?, i8::try_from(from % 60).ok()?);
                let opens = day.at(hour, minute, 0, 0).to_zoned(self.zone.clone()).ok()?;
                let opens = Millis(opens.timestamp().as_millisecond());
                (opens > now).then_some(opens)
            })
        })
    }
}

fn day_of(shifts: &[Shift], day: &str) -> Result<Vec<(u16, u16)>, Unfit> {
    let field = format!("hours.week.{day}");
    if shifts.len() > SHIFTS {
        return Err(out_of_range(
            field.as_str(),
            format!("{field} has {} shifts; at most {SHIFTS} are taken.", shifts.len()),
            "Join some of them.",
        ));
    }
    let mut read = Vec::with_capacity(shifts.len());
    for Shift { from, to } in shifts {
        let (begin, end) = (time(from, &field)?, time(to, &field)?);
        if begin >= end {
            return Err(conflict(
                field,
                format!("On {day} the shift from {from} to {to} ends before it begins."),
                "Let it end later; one over midnight is two: until 24:00, and from 00:00.",
            ));
        }
        read.push((begin, end));
    }
    read.sort_unstable();
    if read.windows(2).any(|two| two[1].0 < two[0].1) {
        return Err(conflict(
            field,
            format!("On {day} two shifts overlap."),
            "Join them into one.",
        ));
    }
    Ok(read)
}

/// Reads `HH:MM`, up to `24:00`, as minutes since midnight.
fn time(text: &str, field: &str) -> Result<u16, Unfit> {
    let two = |digits: &str| match digits.as_bytes() {
        [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => digits.parse::<u16>().ok(),
        _ => None,
    };
    let minutes = text.split_once(':').and_then(|(hours, minutes)| {
        let (hours, minutes) = (two(hours)?, two(minutes)?);
        (minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
    });
    minutes.ok_or_else(|| {
        out_of_range(
            field,
            format!("\"{}\" is no time of the day.", crate::words::cut(text, 20)),
            "Write it as 09:00; the day goes from 00:00 to 24:00.",
        )
    })
}

fn date(text: &str) -> Result<Date, Unfit> {
    let read = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten();
    read.ok_or_else(|| {
        out_of_range(
            "hours.closed",
            format!("\"{}\" is no day of the calendar.", crate::words::cut(text, 20)),
            "Write it as 2026-12-25.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_day(zone: &str, from: &str, to: &str) -> Hours {
        let shift = Shift { from: from.to_owned(), to: to.to_owned() };
        Hours {
            time_zone: zone.to_owned(),
            week: std::array::from_fn(|_| vec![shift.clone()]),
            closed: Vec::new(),
        }
    }

    fn open(hours: &Hours, moment: &str) -> bool {
        let moment: Timestamp = moment.parse().unwrap();
        Schedule::read(hours).unwrap().is_open(Millis(moment.as_millisecond()))
    }

    #[test]
    fn hours_are_those_of_the_wall_clock_in_summer_and_in_winter() {
        for (zone, winter, summer) in
            [("Europe/Berlin", "+01:00", "+02:00"), ("America/New_York", "-05:00", "-04:00")]
        {
            let hours = every_day(zone, "09:00", "17:00");
            for (day, offset) in [("2026-01-15", winter), ("2026-07-15", summer)] {
                for (time, expected) in [
                    ("08:59:59", false),
                    ("09:00:00", true),
                    ("16:59:59", true),
                    ("17:00:00", false),
                ] {
                    let moment = format!("{day}T{time}{offset}");
                    assert_eq!(open(&hours, &moment), expected, "{zone} {moment}");
                }
            }
        }
    }

    #[test]
    fn an_hour_that_clocks_jump_over_is_open_to_nobody() {
        // Berlin: on 2026-03-29 the clocks jump from 02:00 to 03:00 at 01:00 UTC.
        let hours = every_day("Europe/Berlin", "02:00", "03:00");
        for minute in ["2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"] {
            assert!(!open(&hours, minute), "{minute}");
        }
        // The day before had this hour.
        assert!(open(&hours, "2026-03-28T01:30:00Z"));
        // A shift that would end within the missing hour ends at the jump.
        let night = every_day("Europe/Berlin", "01:00", "02:30");
        assert!(open(&night, "2026-03-29T00:59:59Z"));
        assert!(!open(&night, "2026-03-29T01:00:00Z"));
        // New York: on 2026-03-08 the clocks jump from 02:00 to 03:00 at 07:00 UTC.
        let york = every_day("America/New_York", "01:00", "02:30");
        assert!(open(&york, "2026-03-08T06:59:59Z"));
        assert!(!open(&york, "2026-03-08T07:00:00Z"));
    }

    #[test]
    fn an_hour_that_comes_twice_is_open_twice() {
        // Berlin: on 2026-10-25 the hour from 02:00 to 03:00 comes at 00:00 and at 01:00 UTC.
        let hours = every_day("Europe/Berlin", "02:00", "02:30");
        for (moment, expected) in [
            ("2026-10-24T23:59:59Z", false),
            ("2026-10-25T00:00:00Z", true),
            ("2026-10-25T00:30:00Z", false),
            ("2026-10-25T01:00:00Z", true),
            ("2026-10-25T01:30:00Z", false),
        ] {
            assert_eq!(open(&hours, moment), expected, "{moment}");
        }
        // New York: on 2026-11-01 the hour from 01:00 to 02:00 comes at 05:00 and at 06:00 UTC.
        let york = every_day("America/New_York", "01:00", "01:30");
        for (moment, expected) in [
            ("2026-11-01T05:15:00Z", true),
            ("2026-11-01T05:45:00Z", false),
            ("2026-11-01T06:15:00Z", true),
            ("2026-11-01T06:45:00Z", false),
        ] {
            assert_eq!(open(&york, moment), expected, "{moment}");
        }
    }

    #[test]
    fn a_day_that_ends_at_midnight_ends_with_its_last_minute() {
        let mut hours = every_day("UTC", "00:00", "24:00");
        assert!(open(&hours, "2026-01-05T23:59:59Z") && open(&hours, "2026-01-06T00:00:00Z"));
        hours.week[1].clear();
        // The 6th is a Tuesday.
        assert!(open(&hours, "2026-01-05T23:59:59Z") && !open(&hours, "2026-01-06T00:00:00Z"));
        assert!(open(&hours, "2026-01-07T00:00:00Z"));
    }

    #[test]
    fn the_doors_open_next_after_the_night_the_weekend_and_the_holiday() {
        let mut hours = every_day("Europe/Berlin", "09:00", "17:00");
        hours.week[5].clear();
        hours.week[6].clear();
        hours.closed.push("2026-12-25".to_owned());
        let next = |moment: &str| {
            let moment: Timestamp = moment.parse().unwrap();
            let schedule = Schedule::read(&hours).unwrap();
            let opens = schedule.next_open(Millis(moment.as_millisecond())).unwrap();
            Timestamp::from_millisecond(opens.0).unwrap().to_string()
        };
        // The first moment is before the opening and the second one after the closing; the 22nd is
        // a Tuesday.
        assert_eq!(next("2026-12-22T05:00:00Z"), "2026-12-22T08:00:00Z");
        assert_eq!(next("2026-12-22T16:00:00Z"), "2026-12-23T08:00:00Z");
        // The moment is on Thursday evening: the holiday and the weekend follow.
        assert_eq!(next("2026-12-24T16:00:00Z"), "2026-12-28T08:00:00Z");
        // The clocks go forward on Sunday, the 29th of March.
        assert_eq!(next("2026-03-27T16:00:00Z"), "2026-03-30T07:00:00Z");
    }

    #[test]
    fn on_a_closed_day_nobody_is_there_by_the_zones_own_calendar() {
        let mut hours = every_day("Europe/Berlin", "00:00", "24:00");
        hours.closed.push("2026-12-25".to_owned());
        assert!(open(&hours, "2026-12-24T22:59:59Z"));
        assert!(!open(&hours, "2026-12-24T23:00:00Z"));
        assert!(!open(&hours, "2026-12-25T22:59:59Z"));
        assert!(open(&hours, "2026-12-25T23:00:00Z"));
    }

    #[test]
    fn hours_that_cannot_be_are_refused_at_their_field() {
        let with = |change: fn(&mut Hours)| {
            let mut hours = every_day("Europe/Berlin", "09:00", "17:00");
            change(&mut hours);
            Schedule::read(&hours).unwrap_err()
        };
        type Case = (fn(&mut Hours), Fault, &'static str);
        let cases: [Case; 11] = [
            (|h| h.time_zone = "Europe/Atlantis".to_owned(), Fault::Conflict, "hours.time_zone"),
            (|h| h.time_zone = "Etc/Unknown".to_owned(), Fault::Conflict, "hours.time_zone"),
            (|h| h.time_zone.clear(), Fault::Conflict, "hours.time_zone"),
            (|h| h.week[0][0].to = "08:00".to_owned(), Fault::Conflict, "hours.week.monday"),
            (|h| h.week[1][0].to = "09:00".to_owned(), Fault::Conflict, "hours.week.tuesday"),
            (|h| h.week[2][0].from = "9:00".to_owned(), Fault::OutOfRange, "hours.week.wednesday"),
            (|h| h.week[3][0].to = "24:01".to_owned(), Fault::OutOfRange, "hours.week.thursday"),
            (|h| h.week[4][0].from = "+9:00".to_owned(), Fault::OutOfRange, "hours.week.friday"),
            (
                |h| {
                    let shift = Shift { from: "16:59".to_owned(), to: "18:00".to_owned() };
                    h.week[5].push(shift);
                },
                Fault::Conflict,
                "hours.week.saturday",
            ),
            (|h| h.week = Default::default(), Fault::Conflict, "hours.week"),
            (|h| h.closed.push("2026-02-30".to_owned()), Fault::OutOfRange, "hours.closed"),
        ];
        for (change, fault, field) in cases {
            let refused = with(change);
            assert_eq!((refused.fault, refused.field.as_str()), (fault, field));
            assert!(!refused.remedy.is_empty());
        }
    }
}
