//! Canned messages: texts that agents send again and again.

use crate::Time;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A canned message. Clients fill in its variables, and send no text in which a variable has no
/// value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Canned {
    /// The message's id, chosen by its author: 1 to 40 of `a-z 0-9 - _`.
    pub id: String,
    /// The title, as lists show it.
    pub title: String,
    /// The heading under which lists show the message.
    pub category: String,
    /// The text, with variables: `{{first_name}}`, `{{name}}`, `{{email}}`, `{{phone}}`,
    /// `{{agent_name}}`, `{{agent_first_name}}`, `{{conversation}}`, `{{queue}}` and
    /// `{{attribute.<key>}}`.
    pub text: String,
    /// The word that an agent types after `/` to insert the message at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
    /// The version: every change raises it.
    pub version: u64,
    /// The moment of the last change.
    pub updated_at: Time,
    /// The person who made the last change.
    pub updated_by: String,
}

/// The answer to `GET /v1/canned`: all canned messages, by category and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CannedMessages {
    /// The canned messages, at most 500.
    pub canned: Vec<Canned>,
}

/// The body of `PUT /v1/canned/{canned}`: makes a canned message, or changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CannedChange {
    /// The version that you have read; 0 for a new message.
    pub version: u64,
    /// The title: 1 to 80 characters.
    #[schemars(length(min = 1, max = limit::CANNED_TITLE))]
    pub title: String,
    /// The category: 1 to 40 characters.
    #[schemars(length(min = 1, max = limit::CANNED_CATEGORY))]
    pub category: String,
    /// The text: 1 to 4,000 characters. The server refuses braces that are left open and variables
    /// that do not exist.
    #[schemars(length(min = 1, max = limit::CANNED_TEXT))]
    pub text: String,
    /// The shortcut: 1 to 30 of `a-z 0-9 - _`; no two canned messages share one.
    #[schemars(length(min = 1, max = limit::CANNED_SHORTCUT))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
}
