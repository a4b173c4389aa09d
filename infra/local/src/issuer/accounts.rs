//! Accounts of this machine's own sign-in service: passwords, invitations and resets.
//!
//! The file `accounts.json` in the data folder keeps, for each agent, the argon2id hash of the
//! password, and the hash of the link that sets a new one. A link is good once, for three days.
//! A guesser waits: five wrong passwords lock the account for a minute, and each further
//! one for twice as long, up to an hour.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{BadKey, hex, random};

/// The time for which a link that sets a password is good, in seconds.
const LINK_SECONDS: i64 = 3 * 24 * 60 * 60;
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
    /// The SHA-256 of the link that sets a password, and the second in which it lapses.
    link: Option<(String, i64)>,
    /// How many wrong passwords came since the last right one.
    wrong: u32,
    /// The second until which the account takes no password.
    locked_until: i64,
}

/// All accounts.
#[derive(Debug)]
pub struct Accounts {
    file: Option<PathBuf>,
    all: Mutex<BTreeMap<String, Account>>,
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
        let file = folder.map(|folder| folder.join("accounts.json"));
        let bad = |e: &dyn std::fmt::Display| BadKey(format!("accounts.json: {e}"));
        let all = match file.as_ref().filter(|file| file.exists()) {
            Some(file) => {
                let text = std::fs::read_to_string(file).map_err(|e| bad(&e))?;
                serde_json::from_str(&text).map_err(|e| bad(&e))?
            }
            None => BTreeMap::new(),
        };
        Ok(Self { file, all: Mutex::new(all) })
    }

    /// Whether the agent has a password.
    #[must_use]
    pub fn has_password(&self, agent: &str) -> bool {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(agent).is_some_and(|account| account.password.is_some())
    }

    /// Makes a link's secret that sets the agent's password once. An earlier link lapses.
    ///
    /// # Errors
    /// If there is no randomness, or the data folder cannot be written.
    pub fn invite(&self, agent: &str, now: i64) -> Result<String, BadKey> {
        let mut bytes = [0_u8; 24];
        random(&mut bytes)?;
        let secret = hex(&bytes);
        let kept = self.change(|all| {
            let account = all.entry(agent.to_owned()).or_default();
            account.link = Some((hashed(&secret), now + LINK_SECONDS));
        });
        kept.map_err(|e| BadKey(e.to_string()))?;
        Ok(secret)
    }

    /// The agent whom a link's secret lets set a password.
    #[must_use]
    pub fn invited(&self, secret: &str, now: i64) -> Option<String> {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = hashed(secret);
        let is_it = |account: &Account| {
            account.link.as_ref().is_some_and(|(hash, until)| *hash == wanted && *until > now)
        };
        all.iter().find(|(_, account)| is_it(account)).map(|(agent, _)| agent.clone())
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
        let length = password.chars().count();
        let named = !email.is_empty() && password.to_lowercase().contains(&email.to_lowercase());
        if !(LEAST..=MOST).contains(&length) || named {
            return Err(Refused::Weak);
        }
        let hash = hash(password).ok_or(Refused::Disk)?;
        let wanted = hashed(secret);
        let mut used = false;
        self.change(|all| {
            // Of two browsers with the same link the first one wins.
            if let Some(account) = all.get_mut(&agent)
                && account.link.as_ref().is_some_and(|(link, _)| *link == wanted)
            {
                *account = Account { password: Some(hash), ..Account::default() };
                used = true;
            }
        })
        .map_err(|_| Refused::Disk)?;
        if used { Ok(agent) } else { Err(Refused::Link) }
    }

    /// Checks an agent's password.
    ///
    /// # Errors
    /// [`Refused::Wrong`], [`Refused::Locked`].
    pub fn check(&self, agent: &str, password: &str, now: i64) -> Result<(), Refused> {
        let (kept, locked) = {
            let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
            let account = all.get(agent);
            let locked = account.map_or(0, |account| account.locked_until - now);
            (account.and_then(|account| account.password.clone()), locked)
        };
        if locked > 0 {
            return Err(Refused::Locked(locked));
        }
        // An unknown agent costs as much time as a known one: nobody learns who has an account.
        let known = kept.is_some();
        let hash = kept.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
        if fits && known {
            // A lock that cannot be lifted on disk lapses by itself.
            let _ = self.change(|all| {
                if let Some(account) = all.get_mut(agent) {
                    (account.wrong, account.locked_until) = (0, 0);
                }
            });
            return Ok(());
        }
        let _ = self.change(|all| {
            if let Some(account) = all.get_mut(agent) {
                account.wrong = account.wrong.saturating_add(1);
                if let Some(over) = account.wrong.checked_sub(FREE_TRIES) {
                    let lock = FIRST_LOCK << over.min(6);
                    account.locked_until = now + lock.min(LONGEST_LOCK);
                }
            }
        });
        Err(Refused::Wrong)
    }

    /// Changes the accounts and writes them: a new file takes the place of the old one, so that a
    /// power cut leaves the one or the other.
    fn change(&self, change: impl FnOnce(&mut BTreeMap<String, Account>)) -> std::io::Result<()> {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = all.clone();
        change(&mut next);
        if next == *all {
            return Ok(());
        }
        if let Some(file) = &self.file {
            let new = file.with_extension("json.new");
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut written = options.open(&new)?;
            written.write_all(&serde_json::to_vec_pretty(&next)?)?;
            written.sync_all()?;
            std::fs::rename(&new, file)?;
        }
        *all = next;
        Ok(())
    }
}

/// The hash of a password that nobody knows, for agents without an account.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c3dpdGNoYm9hcmQtbm9ib2R5$\
                      2xqZXc1oMZ5YcFhYq0bnHYvh0yqTnpPM3QTE5pC2S5k";

/// Argon2id with OWASP's second parameters: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

fn hash(password: &str) -> Option<String> {
    let salt = SaltString::generate(&mut OsRng);
    Some(argon2().hash_password(password.as_bytes(), &salt).ok()?.to_string())
}

fn hashed(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
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
