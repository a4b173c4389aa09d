//! Accounts of this machine's own sign-in service: passwords, invitations and resets.
//!
//! The file `accounts.json` in the data folder keeps, for each agent, the argon2id hash of the
//! password, and the hashes of the links that set a new one. A link is good once: an admin's for
//! three days, one that the agent asked for by e-mail for an hour. A guesser waits: five wrong
//! passwords lock the account for a minute, and each further one for twice as long, up to an hour.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::BadKey;
use super::kept::Kept;
use super::secret::{self, hashed};

/// The time for which an admin's link is good, in seconds.
const LINK_SECONDS: i64 = 3 * 24 * 60 * 60;
/// The time for which a link is good that the agent asked for by e-mail, in seconds.
const RESET_SECONDS: i64 = 60 * 60;
/// The fewest characters of a password. OWASP's cheat sheet on authentication asks for eight with a
/// second factor and fifteen without one; twelve is what people accept.
pub const LEAST: usize = 12;
/// The most characters: a longer text would only cost time.
pub const MOST: usize = 200;
/// How many wrong passwords in a row an account takes before it locks.
const FREE_TRIES: u32 = 5;
/// The first lock, in seconds. Each further wrong password doubles it.
const FIRST_LOCK: i64 = 60;
/// The longest lock, in seconds.
const LONGEST_LOCK: i64 = 60 * 60;

/// An agent's account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Account {
    /// The argon2id hash of the password, in PHC form; `None`: nobody has set one yet.
    password: Option<String>,
    /// The SHA-256 of an admin's link that sets a password, and the second in which it lapses.
    link: Option<(String, i64)>,
    /// The same of the link that the agent asked for by e-mail. It leaves the admin's link good:
    /// anybody may ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    reset: Option<(String, i64)>,
    /// How many wrong passwords came since the last right one.
    wrong: u32,
    /// The second until which the account takes no password.
    locked_until: i64,
}

/// All accounts.
#[derive(Debug)]
pub struct Accounts(Kept<BTreeMap<String, Account>>);

impl Account {
    /// Whether one of the links has this hash, and is good still.
    fn is_opened_by(&self, wanted: &str, now: i64) -> bool {
        [&self.link, &self.reset]
            .into_iter()
            .flatten()
            .any(|(hash, until)| hash == wanted && *until > now)
    }
}

/// The reason for which a password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The agent has no account, or the password is wrong.
    Wrong,
    /// Too many wrong passwords came; the account takes one again after so many seconds.
    Locked(i64),
    /// The link is unknown, used or too old.
    Link,
    /// The password is shorter than [`LEAST`] or longer than [`MOST`] characters, or holds the
    /// e-mail address.
    Weak,
    /// The data folder could not be written.
    Disk,
}

impl Accounts {
    /// Reads the accounts of a data folder; without a folder they live in memory.
    ///
    /// # Errors
    /// If the file holds no accounts.
    pub fn open(folder: Option<&Path>) -> Result<Self, BadKey> {
        Kept::open(folder, "accounts.json").map(Self)
    }

    /// Whether the agent has a password.
    #[must_use]
    pub fn has_password(&self, agent: &str) -> bool {
        self.0.read(|all| all.get(agent).is_some_and(|account| account.password.is_some()))
    }

    /// Makes a link's secret that sets the agent's password once. An earlier one of an admin lapses.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written.
    pub fn invite(&self, agent: &str, now: i64) -> Result<String, BadKey> {
        self.link(agent, |account, hash| account.link = Some((hash, now + LINK_SECONDS)))
    }

    /// Makes a link's secret for an agent who forgot the password. An earlier one lapses.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written.
    pub fn reset(&self, agent: &str, now: i64) -> Result<String, BadKey> {
        self.link(agent, |account, hash| account.reset = Some((hash, now + RESET_SECONDS)))
    }

    fn link(&self, agent: &str, keep: impl FnOnce(&mut Account, String)) -> Result<String, BadKey> {
        let secret = secret::fresh()?;
        let kept =
            self.0.change(|all| keep(all.entry(agent.to_owned()).or_default(), hashed(&secret)));
        kept.map_err(|e| BadKey(e.to_string()))?;
        Ok(secret)
    }

    /// The agent whom a link's secret lets set a password.
    #[must_use]
    pub fn invited(&self, secret: &str, now: i64) -> Option<String> {
        let wanted = hashed(secret);
        self.0.read(|all| {
            let found = all.iter().find(|(_, account)| account.is_opened_by(&wanted, now));
            found.map(|(agent, _)| agent.clone())
        })
    }

    /// Sets the password of the agent whom the link names, and uses the link up. Returns the agent.
    ///
    /// # Errors
    /// [`Refused::Link`], [`Refused::Weak`], [`Refused::Disk`].
    pub fn set_password(
        &self,
        secret: &str,
        password: &str,
        email: &str,
        now: i64,
    ) -> Result<String, Refused> {
        let agent = self.invited(secret, now).ok_or(Refused::Link)?;
        let hash = new_password(password, email)?;
        let wanted = hashed(secret);
        let used = self.0.change(|all| {
            // Of two browsers with the same link the first one wins.
            let Some(account) = all.get_mut(&agent) else { return false };
            let good = account.is_opened_by(&wanted, now);
            if good {
                *account = Account { password: Some(hash), ..Account::default() };
            }
            good
        });
        if used.map_err(|_| Refused::Disk)? { Ok(agent) } else { Err(Refused::Link) }
    }

    /// Changes the password of an agent who gives the old one. Links that set one lapse.
    ///
    /// # Errors
    /// [`Refused::Wrong`], [`Refused::Locked`], [`Refused::Weak`], [`Refused::Disk`].
    pub fn change_password(
        &self,
        agent: &str,
        (old, new): (&str, &str),
        email: &str,
        now: i64,
    ) -> Result<(), Refused> {
        self.check(agent, old, now)?;
        let hash = new_password(new, email)?;
        let changed = self.0.change(|all| {
            let account = Account { password: Some(hash), ..Account::default() };
            all.insert(agent.to_owned(), account);
        });
        changed.map_err(|_| Refused::Disk)
    }

    /// Checks an agent's password.
    ///
    /// # Errors
    /// [`Refused::Wrong`], [`Refused::Locked`].
    pub fn check(&self, agent: &str, password: &str, now: i64) -> Result<(), Refused> {
        let (kept, locked) = self.0.read(|all| {
            let account = all.get(agent);
            let locked = account.map_or(0, |account| account.locked_until - now);
            (account.and_then(|account| account.password.clone()), locked)
        });
        if locked > 0 {
            return Err(Refused::Locked(locked));
        }
        let fits = secret::fits(password, kept.as_deref());
        // A lock that cannot be written or lifted on disk is no reason to let nobody in.
        let _ = self.0.change(|all| {
            let Some(account) = all.get_mut(agent) else { return };
            if fits {
                (account.wrong, account.locked_until) = (0, 0);
                return;
            }
            account.wrong = account.wrong.saturating_add(1);
            if let Some(over) = account.wrong.checked_sub(FREE_TRIES) {
                let lock = FIRST_LOCK << over.min(6);
                account.locked_until = now + lock.min(LONGEST_LOCK);
            }
        });
        if fits { Ok(()) } else { Err(Refused::Wrong) }
    }
}

/// The hash of a new password that is strong enough.
fn new_password(password: &str, email: &str) -> Result<String, Refused> {
    let length = password.chars().count();
    let named = !email.is_empty() && password.to_lowercase().contains(&email.to_lowercase());
    if !(LEAST..=MOST).contains(&length) || named {
        return Err(Refused::Weak);
    }
    secret::of_password(password).ok_or(Refused::Disk)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWORD: &str = "correct horse battery";

    fn with_password() -> Accounts {
        let accounts = Accounts::open(None).unwrap();
        let link = accounts.invite("ada", 100).unwrap();
        assert_eq!(accounts.set_password(&link, PASSWORD, "ada@demo.test", 200), Ok("ada".into()));
        accounts
    }

    #[test]
    fn an_invitation_sets_a_password_once_and_the_password_signs_in() {
        let accounts = with_password();
        assert_eq!(accounts.check("ada", PASSWORD, 300), Ok(()));
        assert_eq!(accounts.check("ada", "another password", 300), Err(Refused::Wrong));
        assert_eq!(accounts.check("nobody", PASSWORD, 300), Err(Refused::Wrong));
    }

    #[test]
    fn a_link_is_refused_when_it_is_used_late_or_replaced() {
        let accounts = Accounts::open(None).unwrap();
        let first = accounts.invite("ada", 100).unwrap();
        let second = accounts.invite("ada", 100).unwrap();
        let set = |link: &str, now| accounts.set_password(link, PASSWORD, "", now);
        assert_eq!(set(&first, 200), Err(Refused::Link), "replaced");
        assert_eq!(set(&second, 100 + LINK_SECONDS), Err(Refused::Link), "late");
        assert_eq!(set("", 200), Err(Refused::Link));
        assert_eq!(set(&second, 200), Ok("ada".into()));
        assert_eq!(set(&second, 200), Err(Refused::Link), "used");
    }

    #[test]
    fn a_link_by_email_is_good_for_an_hour_and_leaves_the_admins_link_good() {
        let accounts = Accounts::open(None).unwrap();
        let admins = accounts.invite("ada", 100).unwrap();
        let late = accounts.reset("ada", 100).unwrap();
        assert_eq!(accounts.invited(&late, 100 + RESET_SECONDS - 1), Some("ada".into()));
        assert_eq!(accounts.invited(&late, 100 + RESET_SECONDS), None);
        assert_eq!(accounts.invited(&admins, 100 + RESET_SECONDS), Some("ada".into()));
        let again = accounts.reset("ada", 200).unwrap();
        assert_eq!(accounts.set_password(&again, PASSWORD, "", 300), Ok("ada".into()));
        assert_eq!(accounts.invited(&again, 300), None, "the link is used");
        assert_eq!(accounts.invited(&admins, 300), None, "the password is set");
    }

    #[test]
    fn a_new_password_needs_the_old_one() {
        let accounts = with_password();
        let change = |old: &str, new: &str| {
            accounts.change_password("ada", (old, new), "ada@demo.test", 300)
        };
        assert_eq!(change("a wrong password", "another password"), Err(Refused::Wrong));
        assert_eq!(change(PASSWORD, "short"), Err(Refused::Weak));
        assert_eq!(change(PASSWORD, "another password"), Ok(()));
        assert_eq!(accounts.check("ada", PASSWORD, 300), Err(Refused::Wrong));
        assert_eq!(accounts.check("ada", "another password", 300), Ok(()));
    }

    #[test]
    fn a_weak_password_leaves_the_link_good() {
        let accounts = Accounts::open(None).unwrap();
        let link = accounts.invite("ada", 100).unwrap();
        for weak in ["short", &"x".repeat(MOST + 1), "my Ada@Demo.test password"] {
            let set = accounts.set_password(&link, weak, "ada@demo.test", 200);
            assert_eq!(set, Err(Refused::Weak), "{weak}");
        }
        assert!(accounts.set_password(&link, PASSWORD, "ada@demo.test", 200).is_ok());
    }

    #[test]
    fn whoever_guesses_a_password_waits_longer_and_longer() {
        let accounts = with_password();
        for _ in 0..FREE_TRIES {
            assert_eq!(accounts.check("ada", "guess guess guess", 300), Err(Refused::Wrong));
        }
        assert_eq!(accounts.check("ada", PASSWORD, 301), Err(Refused::Locked(59)));
        assert_eq!(accounts.check("ada", "guess", 360), Err(Refused::Wrong));
        assert_eq!(accounts.check("ada", PASSWORD, 361), Err(Refused::Locked(119)));
        assert_eq!(accounts.check("ada", PASSWORD, 480), Ok(()));
        assert_eq!(accounts.check("ada", "guess guess", 481), Err(Refused::Wrong));
        assert_eq!(accounts.check("ada", PASSWORD, 482), Ok(()), "a right one begins anew");
    }

    #[test]
    fn accounts_outlive_the_process_and_hold_no_secret_in_clear() {
        let folder = std::env::temp_dir().join(format!("switchboard-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let accounts = Accounts::open(Some(&folder)).unwrap();
        let link = accounts.invite("ada", 100).unwrap();
        let text = std::fs::read_to_string(folder.join("accounts.json")).unwrap();
        assert!(!text.contains(&link));
        accounts.set_password(&link, PASSWORD, "", 200).unwrap();
        let text = std::fs::read_to_string(folder.join("accounts.json")).unwrap();
        assert!(text.contains("$argon2id$") && !text.contains(PASSWORD));
        let again = Accounts::open(Some(&folder)).unwrap();
        assert_eq!(again.check("ada", PASSWORD, 300), Ok(()));
        assert!(again.has_password("ada") && !again.has_password("mark"));
        std::fs::write(folder.join("accounts.json"), "{").unwrap();
        assert!(Accounts::open(Some(&folder)).unwrap_err().to_string().contains("accounts.json"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
