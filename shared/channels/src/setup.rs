//! The fields that an admin enters for a provider, and the questions and findings of a check.

use std::collections::BTreeMap;
use std::fmt;

use crate::Request;

/// The values of one account's fields, secrets among them. `Debug` never prints them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secrets(BTreeMap<String, String>);

impl Secrets {
    /// The value of a field; empty: there is none.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Puts a value in place of the field's.
    pub fn set(&mut self, field: impl Into<String>, value: impl Into<String>) {
        self.0.insert(field.into(), value.into());
    }

    /// Sets a field, as [`Secrets::set`].
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.set(field, value);
        self
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// A field that an admin enters for an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in the protocol and in the vault.
    pub name: &'static str,
    /// Whether nobody may read the value again.
    pub secret: bool,
    /// Whether the account does not work without a value.
    pub required: bool,
    /// Whether no message can go out without a value.
    pub to_send: bool,
    /// Whether the engine makes the value, for an admin to copy to the provider.
    pub made_here: bool,
}

/// A question to a provider: it changes nothing there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// The name by which the channel judges the answer.
    pub about: &'static str,
    /// The request.
    pub request: Request,
}

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is as it must be.
    Good,
    /// It works, and somebody should look at it.
    Warning,
    /// It does not work.
    Bad,
    /// Nobody could tell.
    Unknown,
}

/// One thing that a check looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The thing: `access_token`, `app_secret`, `account`, `webhooks`, `quality`.
    pub about: &'static str,
    /// How it stands.
    pub state: State,
    /// How it stands, in words.
    pub message: String,
    /// The remedy, if there is one.
    pub remedy: Option<&'static str>,
}

impl Finding {
    /// A thing that is as it must be.
    #[must_use]
    pub fn good(about: &'static str, message: impl Into<String>) -> Self {
        Self { about, state: State::Good, message: message.into(), remedy: None }
    }

    /// A thing that needs somebody.
    #[must_use]
    pub fn needs(
        about: &'static str,
        state: State,
        message: impl Into<String>,
        remedy: &'static str,
    ) -> Self {
        Self { about, state, message: message.into(), remedy: Some(remedy) }
    }
}
