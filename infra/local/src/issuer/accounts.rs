//! Accounts of this machine's own sign-in service: passwords, invitations and resets.
//!
//! The file `accounts.json` in the data folder keeps, for each agent, the argon2id hash of the
//! password, and the hashes of the links that set a new one. A link is good once: an admin's for
//! three days, one that the agent asked for by e-mail for an hour. Links belong to the e-mail address
//! for which they were made: another address voids them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::BadKey;
use super::kept::Kept;
use super::secret::{self, hashed};
use super::strength::{self, Weak};

/// The time for which an admin's link is good, in seconds.
const LINK_SECONDS: i64 = 3 * 24 * 60 * 60;
/// The time for which a link is good that the agent asked for by e-mail, in seconds.
const RESET_SECONDS: i64 = 60 * 60;
/// How many addresses an account remembers from which its agent signed in.
const FAMILIAR: usize = 20;

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
    /// The e-mail address for which the links were made; empty: an earlier program made them.
    #[serde(skip_serializing_if = "String::is_empty")]
    links_for: String,
    /// The SHA-256 of the network addresses from which the agent signed in, the latest one last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    familiar: Vec<String>,
}

/// All accounts.
#[derive(Debug)]
pub struct Accounts(Kept<BTreeMap<String, Account>>);

impl Account {
    /// The account after its agent has chosen a password: no link is good any more.
    fn with_password(&self, hash: String) -> Self {
        Self { password: Some(hash), familiar: self.familiar.clone(), ..Self::default() }
    }

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
    /// The link is unknown, used or too old.
    Link,
    /// The new password is too easy to guess.
    Weak(Weak),
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
    pub fn invite(&self, agent: &str, email: &str, now: i64) -> Result<String, BadKey> {
        let secret = secret::fresh()?;
        self.admit_link(agent, email, hashed(&secret), now + LINK_SECONDS)?;
        Ok(secret)
    }

    /// Makes a link good whose secret somebody else made, who has its hash only.
    ///
    /// # Errors
    /// If the data folder cannot be written.
    pub(super) fn admit_link(
        &self,
        agent: &str,
        email: &str,
        hash: String,
        until: i64,
    ) -> Result<(), BadKey> {
        self.link(agent, email, |account| account.link = Some((hash, until)))
    }

    /// Makes a link's secret for an agent who forgot the password. An earlier one lapses.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written.
    pub fn reset(&self, agent: &str, email: &str, now: i64) -> Result<String, BadKey> {
        let secret = secret::fresh()?;
        let reset = Some((hashed(&secret), now + RESET_SECONDS));
        self.link(agent, email, |account| account.reset = reset)?;
        Ok(secret)
    }

    fn link(
        &self,
        agent: &str,
        email: &str,
        keep: impl FnOnce(&mut Account),
    ) -> Result<(), BadKey> {
        let kept = self.0.change(|all| {
            let account = all.entry(agent.to_owned()).or_default();
            let email = email.to_lowercase();
            if account.links_for != email {
                (account.link, account.reset, account.links_for) = (None, None, email);
            }
            keep(account);
        });
        kept.map_err(|e| BadKey(e.to_string()))
    }

    /// The agent whom a link's secret lets set a password, and the e-mail address for which the link
    /// was made (empty: any).
    #[must_use]
    pub fn invited(&self, secret: &str, now: i64) -> Option<(String, String)> {
        let wanted = hashed(secret);
        self.0.read(|all| {
            let found = all.iter().find(|(_, account)| account.is_opened_by(&wanted, now));
            found.map(|(agent, account)| (agent.clone(), account.links_for.clone()))
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
        let fits = |(_, links_for): &(String, String)| {
            links_for.is_empty() || links_for.eq_ignore_ascii_case(email)
        };
        let (agent, _) = self.invited(secret, now).filter(fits).ok_or(Refused::Link)?;
        let hash = new_password(password, email)?;
        let wanted = hashed(secret);
        let used = self.0.change(|all| {
            // Of two browsers with the same link the first one wins.
            let Some(account) = all.get_mut(&agent) else { return false };
            let good = account.is_opened_by(&wanted, now);
            if good {
                *account = account.with_password(hash);
            }
            good
        });
        if used.map_err(|_| Refused::Disk)? { Ok(agent) } else { Err(Refused::Link) }
    }

    /// Changes the password of an agent who gives the old one. Links that set one lapse.
    ///
    /// # Errors
    /// [`Refused::Wrong`], [`Refused::Weak`], [`Refused::Disk`].
    pub fn change_password(
        &self,
        agent: &str,
        (old, new): (&str, &str),
        email: &str,
    ) -> Result<(), Refused> {
        self.check(agent, old)?;
        let hash = new_password(new, email)?;
        let changed = self.0.change(|all| {
            let account = all.entry(agent.to_owned()).or_default();
            *account = account.with_password(hash);
        });
        changed.map_err(|_| Refused::Disk)
    }

    /// Checks an agent's password. For an agent without one it takes as long.
    ///
    /// # Errors
    /// [`Refused::Wrong`].
    pub fn check(&self, agent: &str, password: &str) -> Result<(), Refused> {
        let kept = self.0.read(|all| all.get(agent).and_then(|account| account.password.clone()));
        if secret::fits(password, kept.as_deref()) { Ok(()) } else { Err(Refused::Wrong) }
    }

    /// Whether the agent has signed in from a network address before.
    pub(super) fn is_familiar(&self, agent: &str, from: &str) -> bool {
        let from = hashed(from);
        self.0.read(|all| all.get(agent).is_some_and(|account| account.familiar.contains(&from)))
    }

    /// Remembers that the agent signed in from a network address.
    pub(super) fn signed_in_from(&self, agent: &str, from: &str) {
        let from = hashed(from);
        let kept = self.0.change(|all| {
            let Some(account) = all.get_mut(agent) else { return };
            if account.familiar.last() != Some(&from) {
                account.familiar.retain(|one| *one != from);
                account.familiar.push(from);
                let surplus = account.familiar.len().saturating_sub(FAMILIAR);
                account.familiar.drain(..surplus);
            }
        });
        if let Err(error) = kept {
            // An agent who is not remembered waits like a stranger, and is let in all the same.
            tracing::warn!(%error, "the address of a sign-in was not kept");
        }
    }
}

/// The hash of a new password that is strong enough.
fn new_password(password: &str, email: &str) -> Result<String, Refused> {
    strength::check(password, email)?;
    secret::of_password(password).ok_or(Refused::Disk)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWORD: &str = "correct horse battery";

    fn with_password() -> Accounts {
        let accounts = Accounts::open(None).unwrap();
        let link = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        assert_eq!(accounts.set_password(&link, PASSWORD, "ada@demo.test", 200), Ok("ada".into()));
        accounts
    }

    #[test]
    fn an_invitation_sets_a_password_once_and_the_password_signs_in() {
        let accounts = with_password();
        assert_eq!(accounts.check("ada", PASSWORD), Ok(()));
        assert_eq!(accounts.check("ada", "another password"), Err(Refused::Wrong));
        assert_eq!(accounts.check("nobody", PASSWORD), Err(Refused::Wrong));
    }

    #[test]
    fn a_link_is_refused_when_it_is_used_late_or_replaced() {
        let accounts = Accounts::open(None).unwrap();
        let first = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let second = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let set = |link: &str, now| accounts.set_password(link, PASSWORD, "ada@demo.test", now);
        assert_eq!(set(&first, 200), Err(Refused::Link), "replaced");
        assert_eq!(set(&second, 100 + LINK_SECONDS), Err(Refused::Link), "late");
        assert_eq!(set("", 200), Err(Refused::Link));
        assert_eq!(set(&second, 200), Ok("ada".into()));
        assert_eq!(set(&second, 200), Err(Refused::Link), "used");
    }

    #[test]
    fn a_link_by_email_is_good_for_an_hour_and_leaves_the_admins_link_good() {
        let accounts = Accounts::open(None).unwrap();
        let admins = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let late = accounts.reset("ada", "ada@demo.test", 100).unwrap();
        assert_eq!(
            accounts.invited(&late, 100 + RESET_SECONDS - 1).map(|(agent, _)| agent),
            Some("ada".into())
        );
        assert_eq!(accounts.invited(&late, 100 + RESET_SECONDS).map(|(agent, _)| agent), None);
        assert_eq!(
            accounts.invited(&admins, 100 + RESET_SECONDS).map(|(agent, _)| agent),
            Some("ada".into())
        );
        let again = accounts.reset("ada", "ada@demo.test", 200).unwrap();
        assert_eq!(accounts.set_password(&again, PASSWORD, "ada@demo.test", 300), Ok("ada".into()));
        assert_eq!(accounts.invited(&again, 300).map(|(agent, _)| agent), None, "the link is used");
        assert_eq!(
            accounts.invited(&admins, 300).map(|(agent, _)| agent),
            None,
            "the password is set"
        );
    }

    #[test]
    fn a_new_password_needs_the_old_one() {
        let accounts = with_password();
        let change =
            |old: &str, new: &str| accounts.change_password("ada", (old, new), "ada@demo.test");
        assert_eq!(change("a wrong password", "another password"), Err(Refused::Wrong));
        assert_eq!(change(PASSWORD, "short"), Err(Refused::Weak(Weak::Short)));
        assert_eq!(change(PASSWORD, "another password"), Ok(()));
        assert_eq!(accounts.check("ada", PASSWORD), Err(Refused::Wrong));
        assert_eq!(accounts.check("ada", "another password"), Ok(()));
    }

    #[test]
    fn a_weak_password_leaves_the_link_good() {
        let accounts = Accounts::open(None).unwrap();
        let link = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let set = |password: &str| accounts.set_password(&link, password, "ada@demo.test", 200);
        assert_eq!(set("short"), Err(Refused::Weak(Weak::Short)));
        assert_eq!(set(PASSWORD), Ok("ada".into()));
    }

    #[test]
    fn another_email_address_voids_links_that_were_made_for_the_old_one() {
        let accounts = Accounts::open(None).unwrap();
        let old = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let set = |link: &str| accounts.set_password(link, PASSWORD, "winter@demo.test", 200);
        assert_eq!(set(&old), Err(Refused::Link));
        let by_email = accounts.reset("ada", "Winter@demo.test", 150).unwrap();
        assert_eq!(accounts.invited(&old, 200), None);
        assert_eq!(set(&by_email), Ok("ada".into()));
    }

    #[test]
    fn an_account_remembers_from_where_its_agent_signed_in() {
        let accounts = with_password();
        assert!(!accounts.is_familiar("ada", "203.0.113.7"));
        for n in 0..=FAMILIAR {
            accounts.signed_in_from("ada", &format!("203.0.113.{n}"));
        }
        assert!(!accounts.is_familiar("ada", "203.0.113.0"), "the oldest one is forgotten");
        assert!(accounts.is_familiar("ada", "203.0.113.7"));
        accounts.change_password("ada", (PASSWORD, "a further password"), "").unwrap();
        assert!(accounts.is_familiar("ada", "203.0.113.7"));
    }

    #[test]
    fn accounts_outlive_the_process_and_hold_no_secret_in_clear() {
        let folder = std::env::temp_dir().join(format!("switchboard-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let accounts = Accounts::open(Some(&folder)).unwrap();
        let link = accounts.invite("ada", "ada@demo.test", 100).unwrap();
        let text = std::fs::read_to_string(folder.join("accounts.json")).unwrap();
        assert!(!text.contains(&link));
        accounts.set_password(&link, PASSWORD, "ada@demo.test", 200).unwrap();
        let text = std::fs::read_to_string(folder.join("accounts.json")).unwrap();
        assert!(text.contains("$argon2id$") && !text.contains(PASSWORD));
        let again = Accounts::open(Some(&folder)).unwrap();
        assert_eq!(again.check("ada", PASSWORD), Ok(()));
        assert!(again.has_password("ada") && !again.has_password("mark"));
        std::fs::write(folder.join("accounts.json"), "{").unwrap();
        assert!(Accounts::open(Some(&folder)).unwrap_err().to_string().contains("accounts.json"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
