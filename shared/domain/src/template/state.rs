//! A template in one language, as the business entered it (F93).

use serde::{Deserialize, Serialize};

/// The longest header or footer, in characters.
pub const LINE_LIMIT: usize = 60;

/// The longest body, as it is declared and as the customer reads it, in characters.
pub const BODY_LIMIT: usize = 1_024;

/// How many buttons one may have.
pub const BUTTON_LIMIT: usize = 10;

/// The longest text of a button, in characters.
pub const BUTTON_LENGTH: usize = 25;

/// The longest name of a template, in bytes.
pub const NAME_LENGTH: usize = 512;

/// The longest language tag, in bytes.
pub const LANGUAGE_LENGTH: usize = 15;

/// A template in one language, as the business entered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name at the provider; the same in every language.
    pub name: String,
    /// The language, for example `en_US`.
    pub language: String,
    /// What it is for, as the provider sorts and bills it.
    pub category: Category,
    /// Whether the provider carries it.
    pub status: Status,
    /// The line above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The words.
    pub body: String,
    /// The line beneath the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of its buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
    /// The variable of canned messages that clients fill each placeholder from, in the order of
    /// [`Template::placeholders`]; empty: an agent writes the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<String>,
}

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// About something that the customer ordered or asked for.
    Utility,
    /// Offers and news.
    Marketing,
    /// One-time codes.
    Authentication,
}

/// Whether a template can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The provider approved it.
    Approved,
    /// The provider stopped it for a while.
    Paused,
    /// The provider refused it.
    Rejected,
    /// The business uses it no longer.
    Retired,
}

impl Status {
    /// The word as it stands in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Paused => "paused",
            Self::Rejected => "rejected",
            Self::Retired => "retired",
        }
    }
}

/// Whether `name` could be a template's name: lower case, digits and underscores.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (1..=NAME_LENGTH).contains(&name.len()) && name.bytes().all(fits)
}

/// Whether `language` could be a language tag of the provider's: `en`, `en_US`, `zh_CN`.
#[must_use]
pub fn is_language(language: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let begins = language.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2;
    begins && language.len() <= LANGUAGE_LENGTH && language.bytes().all(fits)
}
