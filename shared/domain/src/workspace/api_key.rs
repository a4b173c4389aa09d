//! Keys of the API, by which programs act (F105).
//!
//! A program acts as an agent of its own: the key's id stands in threads as the author, under the
//! key's name. Only hashes of the tokens are kept, so that nobody reads a token twice.

use crate::{AgentId, Millis, Profile, Role, TeamId};
use serde::{Deserialize, Serialize};

/// The most keys that are not revoked.
pub const KEYS: usize = 100;
/// The conversations that a program may have in progress.
const CAPACITY: u32 = 50;

/// The requests that a key admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// The program reads and listens; it changes nothing.
    Read,
    /// The program may do what its role may do.
    Write,
}

/// The record of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    /// Its id, which is also the id of the agent as whom the program acts.
    pub id: AgentId,
    /// Its name, which colleagues see in threads.
    pub name: String,
    /// The role of the program.
    pub role: Role,
    /// The teams of the program.
    pub teams: Vec<TeamId>,
    /// Whether the program may change anything.
    pub access: Access,
    /// How many requests the program may send within a minute.
    pub requests_a_minute: u32,
    /// The tokens that open the door.
    pub tokens: Vec<Token>,
    /// Whether the key opens nothing any more. A revoked key stays so; its name stays in threads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revoked: bool,
}

/// A token, as far as anybody but its holder knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// The hash of the whole token.
    pub hash: String,
    /// The token's last characters, by which people tell two tokens apart.
    pub hint: String,
    /// The moment from which on the token opens nothing; `None` for the newest one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Millis>,
}

impl Token {
    /// Whether the token has not lapsed.
    #[must_use]
    pub fn holds(&self, now: Millis) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

impl ApiKey {
    /// The profile of the agent as whom the program acts.
    #[must_use]
    pub fn profile(&self) -> Profile {
        Profile {
            id: self.id.clone(),
            name: self.name.clone(),
            role: self.role,
            teams: self.teams.clone(),
            capacity: CAPACITY,
            skills: Vec::new(),
        }
    }

    /// Whether a token of this hash opens the door.
    #[must_use]
    pub fn admits(&self, hash: &str, now: Millis) -> bool {
        !self.revoked && self.tokens.iter().any(|token| token.hash == hash && token.holds(now))
    }

    /// Takes a new token, and lets each earlier one lapse at `until` at the latest. Forgets those
    /// that have lapsed.
    pub fn rotate(&mut self, hash: String, hint: String, now: Millis, until: Millis) {
        for token in &mut self.tokens {
            token.until = Some(token.until.map_or(until, |earlier| earlier.min(until)));
        }
        self.tokens.retain(|token| token.holds(now));
        self.tokens.push(Token { hash, hint, until: None });
    }

    /// Closes the door for every token, for good.
    pub fn revoke(&mut self) {
        self.revoked = true;
        self.tokens.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> ApiKey {
        ApiKey {
            id: "key-shop".parse().unwrap(),
            name: "Shop".to_owned(),
            role: Role::Agent,
            teams: Vec::new(),
            access: Access::Write,
            requests_a_minute: 600,
            tokens: vec![Token { hash: "one".into(), hint: "1".into(), until: None }],
            revoked: false,
        }
    }

    #[test]
    fn both_tokens_open_the_door_until_the_overlap_is_over() {
        let mut key = key();
        key.rotate("two".into(), "2".into(), Millis(100), Millis(200));
        assert!(key.admits("one", Millis(199)) && key.admits("two", Millis(199)));
        assert!(!key.admits("one", Millis(200)) && key.admits("two", Millis(200)));
        assert!(!key.admits("three", Millis(100)));
    }

    #[test]
    fn a_later_rotation_never_prolongs_an_earlier_token() {
        let mut key = key();
        key.rotate("two".into(), "2".into(), Millis(100), Millis(200));
        key.rotate("three".into(), "3".into(), Millis(150), Millis(900));
        assert!(!key.admits("one", Millis(200)));
        assert!(key.admits("two", Millis(899)));
        key.rotate("four".into(), "4".into(), Millis(300), Millis(300));
        assert_eq!(key.tokens.len(), 1, "lapsed tokens are forgotten");
    }

    #[test]
    fn a_revoked_key_opens_nothing() {
        let mut key = key();
        key.revoke();
        assert!(!key.admits("one", Millis(0)));
    }
}
