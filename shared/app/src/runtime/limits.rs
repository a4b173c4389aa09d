//! Rates of requests, counted in memory.

use domain::Millis;
use quick_cache::sync::Cache;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The number of pairs of limit and caller that a process remembers, at some 100 bytes each.
pub(crate) const REMEMBERED: usize = 10_000;

/// The requests that have a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Beginning a web chat, counted by address.
    NewVisitor,
    /// A visitor's requests by HTTP: tickets, files.
    Request,
    /// A visitor's messages.
    Message,
    /// The frames that keep a visitor's chat in step: `hello`, `ping`, `seen`.
    Step,
    /// The frame that says that somebody is typing.
    Typing,
    /// A program's requests; its key says how many.
    Key,
    /// The note of a key's use.
    KeyNote,
    /// The note that an asset's provider sent or took something.
    SignOfLife,
    /// The note that something of an asset did not work.
    SignOfTrouble,
}

impl Limited {
    /// The number of requests at once, and the time after which each next one is free.
    pub(crate) const fn rate(self) -> (i64, Millis) {
        match self {
            Self::NewVisitor | Self::Request | Self::Step => (60, Millis::seconds(2)),
            Self::Message => (60, Millis::seconds(1)),
            Self::Typing => (1, Millis::seconds(2)),
            Self::Key => (600, Millis(100)),
            Self::KeyNote => (1, Millis::minutes(1)),
            Self::SignOfLife => (1, Millis::minutes(15)),
            Self::SignOfTrouble => (1, Millis::seconds(10)),
        }
    }
}

/// The recent requests of each caller.
#[derive(Debug)]
pub(crate) struct Limits {
    asked: Mutex<HashMap<(Limited, String), Millis>>,
    /// The last message in each visitor's answer that announced more.
    reading: Cache<String, u64>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { asked: Mutex::default(), reading: Cache::new(REMEMBERED) }
    }
}

impl Limits {
    /// Takes one request from a caller's limit, or returns the time that the caller has to wait.
    ///
    /// The limit keeps one moment: the end of all requests so far, if they came evenly (GCRA, a
    /// token bucket of one number).
    pub(crate) fn take(&self, what: Limited, who: &str, now: Millis) -> Result<(), Millis> {
        let (burst, every) = what.rate();
        self.take_at(what, who, burst, every, now)
    }

    /// As [`Limits::take`], at a rate of the caller's own: `burst` requests at once, and each next
    /// one after `every`.
    pub(crate) fn take_at(
        &self,
        what: Limited,
        who: &str,
        burst: i64,
        every: Millis,
        now: Millis,
    ) -> Result<(), Millis> {
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= REMEMBERED {
            make_room(&mut all, now);
        }
        let even = all.entry((what, who.to_owned())).or_insert(now);
        let start = (*even).max(now);
        let ahead = Millis(every.0 * (burst - 1));
        if start - now > ahead {
            return Err(start - now - ahead);
        }
        *even = start + every;
        Ok(())
    }

    pub(crate) fn has_more(&self, who: &str, number: u64) {
        self.reading.insert(who.to_owned(), number);
    }

    pub(crate) fn reads_on(&self, who: &str, after: u64) -> bool {
        let asked = self.reading.get(who) == Some(after);
        if asked {
            self.reading.remove(who);
        }
        asked
    }
}

/// Forgets the callers who have their full limit again; if none has, the half that is closest to
/// it.
fn make_room(all: &mut HashMap<(Limited, String), Millis>, now: Millis) {
    all.retain(|_, even| *even > now);
    if all.len() >= REMEMBERED {
        let mut times: Vec<Millis> = all.values().copied().collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        all.retain(|_, even| *even > middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_taken_and_then_one_at_a_time() {
        let limits = Limits::default();
        let mut now = Millis(1_000_000);
        for _ in 0..60 {
            limits.take(Limited::Message, "vera", now).unwrap();
        }
        assert_eq!(limits.take(Limited::Message, "vera", now), Err(Millis::seconds(1)));
        assert_eq!(limits.take(Limited::Message, "walt", now), Ok(()), "another is not held up");
        assert_eq!(limits.take(Limited::Step, "vera", now), Ok(()), "nor something else");
        now = now + Millis::seconds(1);
        assert_eq!(limits.take(Limited::Message, "vera", now), Ok(()));
        assert_eq!(limits.take(Limited::Message, "vera", now), Err(Millis::seconds(1)));
        now = now + Millis::hours(1);
        for _ in 0..60 {
            limits.take(Limited::Message, "vera", now).unwrap();
        }
        assert!(limits.take(Limited::Message, "vera", now).is_err(), "rest is not saved up");
    }

    #[test]
    fn typing_is_told_every_two_seconds() {
        let limits = Limits::default();
        let told = |at| limits.take(Limited::Typing, "vera", Millis(at)).is_ok();
        let times = [0, 500, 1_999, 2_000, 2_100, 4_000];
        assert_eq!(times.map(|at| told(1_000_000 + at)), [true, false, false, true, false, true]);
    }

    #[test]
    fn however_many_ask_memory_stays_bounded_and_the_busiest_stay_limited() {
        let limits = Limits::default();
        let now = Millis(1_000_000);
        while limits.take(Limited::Message, "flood", now).is_ok() {}
        for n in 0..50_000 {
            limits.take(Limited::Message, &n.to_string(), now).unwrap();
        }
        assert!(limits.asked.lock().unwrap().len() <= REMEMBERED);
        assert!(limits.take(Limited::Message, "flood", now).is_err());
    }
}
