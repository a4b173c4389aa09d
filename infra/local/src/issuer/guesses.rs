//! Wrong passwords, and how long whoever gives them waits.
//!
//! Three counts, each with a wait that doubles from try to try up to a bound:
//!
//! - an address at one account: five tries, then from a minute to an hour;
//! - all addresses at one account together: fifty tries, then from half a minute to five minutes.
//!   An address from which the agent has signed in before is exempt: strangers keep nobody out;
//! - an address at all accounts together: thirty tries, then from a minute to an hour.
//!
//! The counts know e-mail addresses, not records: an address that nobody has waits as any other.
//! The latter two forgive a try a minute. All of it lives in memory; a restart begins anew.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many entries there may be before the stale ones are thrown away.
const MANY: usize = 10_000;
/// The time after which an entry without a further try is stale, in seconds.
const STALE: i64 = 24 * 60 * 60;

/// The bounds of a count.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// How many tries are free.
    free: u32,
    /// The first wait, in seconds.
    first: i64,
    /// The longest wait, in seconds.
    longest: i64,
    /// Whether a minute forgives a try.
    forgives: bool,
}

const PAIR: Bounds = Bounds { free: 5, first: 60, longest: 60 * 60, forgives: false };
const ACCOUNT: Bounds = Bounds { free: 50, first: 30, longest: 5 * 60, forgives: true };
const ADDRESS: Bounds = Bounds { free: 30, first: 60, longest: 60 * 60, forgives: true };

#[derive(Debug, Clone, Copy, Default)]
struct Tries {
    count: u32,
    /// The second until which no try is taken.
    until: i64,
    /// The second of the last try.
    last: i64,
}

impl Tries {
    fn add(&mut self, bounds: Bounds, now: i64) {
        if bounds.forgives {
            let minutes = u32::try_from((now - self.last).max(0) / 60).unwrap_or(u32::MAX);
            self.count = self.count.saturating_sub(minutes);
        }
        (self.count, self.last) = (self.count.saturating_add(1), now);
        if let Some(over) = self.count.checked_sub(bounds.free) {
            self.until = now + (bounds.first << over.min(6)).min(bounds.longest);
        }
    }
}

/// A try of a password.
#[derive(Debug, Clone, Copy)]
pub(super) struct Try<'a> {
    /// The e-mail address, in small letters.
    pub(super) account: &'a str,
    /// The client's network address.
    pub(super) from: &'a str,
    /// Whether the agent has signed in from there before.
    pub(super) familiar: bool,
}

impl Try<'_> {
    fn keys(self) -> Vec<(String, Bounds)> {
        let Self { account, from, familiar } = self;
        let mut keys =
            vec![(format!("pair {from} {account}"), PAIR), (format!("from {from}"), ADDRESS)];
        if !familiar {
            keys.push((format!("to {account}"), ACCOUNT));
        }
        keys
    }
}

/// All counts.
#[derive(Debug, Default)]
pub(super) struct Guesses(Mutex<HashMap<String, Tries>>);

impl Guesses {
    /// Counts a try before anybody looks at the password, so that tries at the same time count too.
    /// `Err`: the next one is taken after so many seconds.
    pub(super) fn begin(&self, tried: Try<'_>, now: i64) -> Result<(), i64> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() > MANY {
            all.retain(|_, tries| tries.until > now || now - tries.last < STALE / 24);
        }
        all.retain(|_, tries| now - tries.last < STALE);
        let keys = tried.keys();
        let wait = keys.iter().filter_map(|(key, _)| Some(all.get(key)?.until - now)).max();
        if let Some(wait) = wait.filter(|wait| *wait > 0) {
            return Err(wait);
        }
        for (key, bounds) in keys {
            all.entry(key).or_default().add(bounds, now);
        }
        Ok(())
    }

    /// Takes a try back, whose password was right: the address at this account begins anew.
    pub(super) fn right(&self, tried: Try<'_>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, bounds) in tried.keys() {
            if bounds.forgives {
                if let Some(tries) = all.get_mut(&key) {
                    tries.count = tries.count.saturating_sub(1);
                    tries.until = 0;
                }
            } else {
                all.remove(&key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ada(from: &str) -> Try<'_> {
        Try { account: "ada@demo.test", from, familiar: false }
    }

    #[test]
    fn whoever_guesses_at_an_account_waits_longer_and_longer() {
        let guesses = Guesses::default();
        for _ in 0..5 {
            assert_eq!(guesses.begin(ada("a"), 300), Ok(()));
        }
        assert_eq!(guesses.begin(ada("a"), 301), Err(59));
        assert_eq!(guesses.begin(ada("b"), 301), Ok(()), "another address has tries of its own");
        assert_eq!(guesses.begin(ada("a"), 360), Ok(()));
        assert_eq!(guesses.begin(ada("a"), 361), Err(119));
        assert_eq!(guesses.begin(ada("a"), 480), Ok(()));
        guesses.right(ada("a"));
        assert_eq!(guesses.begin(ada("a"), 481), Ok(()), "a right one begins anew");
        let mut now = 10_000;
        for _ in 0..20 {
            let _ = guesses.begin(ada("c"), now);
            now += 3_600;
        }
        assert!(guesses.begin(ada("c"), now).is_ok(), "an hour is the longest wait");
    }

    #[test]
    fn many_addresses_slow_an_account_down_and_keep_its_agent_in() {
        let guesses = Guesses::default();
        let addresses: Vec<String> = (0..60).map(|n| format!("198.51.100.{n}")).collect();
        let taken = addresses.iter().filter(|from| guesses.begin(ada(from), 300).is_ok());
        assert_eq!(taken.count(), 50);
        assert_eq!(guesses.begin(ada("new"), 300), Err(30));
        let home = Try { familiar: true, ..ada("home") };
        assert_eq!(guesses.begin(home, 300), Ok(()));
        for now in (330..10_000).step_by(300) {
            let _ = guesses.begin(ada("other"), now);
        }
        assert!(guesses.begin(ada("late"), 10_230).is_ok(), "five minutes are the longest wait");
    }

    #[test]
    fn one_address_at_many_accounts_waits() {
        let guesses = Guesses::default();
        let accounts: Vec<String> = (0..200).map(|n| format!("{n}@demo.test")).collect();
        let spray = |account| Try { account, from: "a", familiar: false };
        let taken = accounts.iter().filter(|account| guesses.begin(spray(account), 300).is_ok());
        assert_eq!(taken.count(), 30);
        assert_eq!(guesses.begin(spray("x@demo.test"), 310), Err(50));
        assert_eq!(guesses.begin(ada("b"), 310), Ok(()), "others sign in");
        assert_eq!(guesses.begin(spray("x@demo.test"), 300 + 30 * 60), Ok(()));
    }
}
