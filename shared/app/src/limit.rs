//! How often somebody whom nobody knows may ask. Visitors of a web chat are anonymous and cost
//! nothing to invent; without a limit one of them could fill every queue and ring every agent.
//!
//! Counted in memory, by each process for itself: no request more. What all processes together may
//! serve is bounded by the gateway's throttles for each route (`infra/template.yaml`), and what one
//! address may begin within an hour by a counter in the table.

use crate::{Failure, Gate};
use domain::Millis;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use protocol::Refused;

/// How many pairs of limit and person are remembered: some 100 bytes each.
const REMEMBERED: usize = 10_000;
/// How many chats one address may begin within an hour, whichever process serves it.
const CHATS_AN_HOUR: i64 = 600;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Beginning a web chat, by address.
    NewVisitor,
    /// What a visitor asks by HTTP: tickets, files.
    Request,
    /// What a visitor says.
    Message,
    /// What keeps a visitor's chat in step: `hello`, `ping`, `seen`.
    Step,
    /// That somebody is typing.
    Typing,
}

impl Limited {
    /// How many at once, and after how long the next.
    const fn rate(self) -> (i64, Millis) {
        match self {
            Self::NewVisitor | Self::Request | Self::Step => (60, Millis::seconds(2)),
            Self::Message => (60, Millis::seconds(1)),
            Self::Typing => (1, Millis::seconds(2)),
        }
    }
}

/// Who has asked for what lately.
#[derive(Debug, Default)]
pub struct Limits {
    asked: Mutex<HashMap<(Limited, String), Millis>>,
    /// Up to which message each visitor was answered who was told that there are more.
    reading: Mutex<HashMap<String, u64>>,
}

impl Limits {
    /// Takes one of what somebody may ask for, or tells how long they have to wait for it.
    ///
    /// The number kept is when everything asked for so far would be over if it came evenly: GCRA,
    /// a token bucket of one number.
    fn take(&self, what: Limited, who: &str, now: Millis) -> Result<(), Millis> {
        let (burst, every) = what.rate();
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

    fn has_more(&self, who: &str, number: u64) {
        let mut all = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= REMEMBERED {
            all.clear();
        }
        all.insert(who.to_owned(), number);
    }

    fn reads_on(&self, who: &str, after: u64) -> bool {
        let mut all = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = all.get(who) == Some(&after);
        if asked {
            all.remove(who);
        }
        asked
    }
}

/// Forgets those who could ask for everything again; where all are busy, the half that is closest
/// to it.
fn make_room(all: &mut HashMap<(Limited, String), Millis>, now: Millis) {
    all.retain(|_, even| *even > now);
    if all.len() >= REMEMBERED {
        let mut times: Vec<Millis> = all.values().copied().collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        all.retain(|_, even| *even > middle);
    }
}

/// Refuses what somebody unknown asks for too often.
///
/// # Errors
/// `too_many_requests`, with how long to wait.
pub fn limit(gate: Gate<'_>, what: Limited, who: &str) -> Result<(), Failure> {
    if !gate.throttle {
        return Ok(());
    }
    gate.limits.take(what, who, gate.now()).map_err(|wait| too_often(wait).into())
}

/// A visitor was answered up to message `number`, and told that there are more: the next
/// request for them is expected, and counts for nothing.
pub fn has_more(gate: Gate<'_>, who: &str, number: u64) {
    gate.limits.has_more(who, number);
}

/// Whether a visitor's request reads on where the last answer said that there is more.
#[must_use]
pub fn reads_on(gate: Gate<'_>, who: &str, after: u64) -> bool {
    gate.limits.reads_on(who, after)
}

/// Whether it is time to tell again that somebody is typing. What comes sooner is dropped: what
/// was told last is still shown.
#[must_use]
pub fn typing_is_news(gate: Gate<'_>, who: &str) -> bool {
    !gate.throttle || gate.limits.take(Limited::Typing, who, gate.now()).is_ok()
}

/// Refuses an address from which too many chats are begun.
///
/// # Errors
/// `too_many_requests`; or if the table fails.
pub async fn limit_new_visitors(gate: Gate<'_>, address: &str) -> Result<(), Failure> {
    // Whoever sends no address came by no gateway.
    if !gate.throttle || address.is_empty() {
        return Ok(());
    }
    limit(gate, Limited::NewVisitor, address)?;
    let hour = Millis::hours(1);
    let now = gate.now();
    if gate.store.count_new_visitor(address, now, hour).await? > CHATS_AN_HOUR {
        return Err(too_often(hour - Millis(now.0 % hour.0)).into());
    }
    Ok(())
}

fn too_often(wait: Millis) -> Refused {
    let seconds = ((wait.0 + 999) / 1_000).max(1);
    let mut refused = Refused::new(
        "too_many_requests",
        "This comes too often.",
        format!("Wait {seconds} seconds, then send it again."),
    );
    refused.retry_after = u32::try_from(seconds).ok();
    refused
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
