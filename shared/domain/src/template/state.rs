//! A template in one language, as the business entered it (F93).

use serde::{Deserialize, Serialize};

/// The longest header or footer, in characters.
pub const LINE_LIMIT: usize = 60;

/// The longest body, in characters, both as declared and as the customer reads it.
pub const BODY_LIMIT: usize = 1_024;

/// How many buttons a template may have.
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
    /// The template's name at the provider; the same in every language.
    pub name: String,
    /// The language, for example `en_US`.
    pub language: String,
    /// The purpose, by which the provider sorts and bills the template.
    pub category: Category,
    /// Whether the provider carries the template.
    pub status: Status,
    /// The line above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The main text.
    pub body: String,
    /// The line beneath the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of the buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
    /// The variable of canned messages from which clients fill each placeholder, in the order of
    /// [`Template::placeholders`]; for an empty one, an agent writes the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<String>,
}

/// The purpose of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// News about an order or a request of the customer.
    Utility,
    /// Offers and general news.
    Marketing,
    /// One-time codes.
    Authentication,
}

/// Whether an agent can send a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The provider approved the template.
    Approved,
    /// The provider stopped the template for a while.
    Paused,
    /// The provider rejected the template.
    Rejected,
    /// The business no longer uses the template.
    Retired,
}

impl Status {
    /// The status's name in the protocol.
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

/// Whether `name` has the form of a template's name: lower case, digits and underscores.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (1..=NAME_LENGTH).contains(&name.len()) && name.bytes().all(fits)
}

/// Whether `language` has the form of the provider's language tags: `en`, `en_US`, `zh_CN`.
#[must_use]
pub fn is_language(language: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let begins = language.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2;
    begins && language.len() <= LANGUAGE_LENGTH && language.bytes().all(fits)
}
