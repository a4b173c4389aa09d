//! Canned messages: words that agents send again and again.

use crate::Time;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A canned message. Clients fill in its variables, and send none that has no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Canned {
    /// Chosen by who made it: 1 to 40 of `a-z 0-9 - _`.
    pub id: String,
    /// What it is for, as lists show it.
    pub title: String,
    /// What it is listed under.
    pub category: String,
    /// The words, with variables: `{{first_name}}`, `{{name}}`, `{{email}}`, `{{phone}}`,
    /// `{{agent_name}}`, `{{agent_first_name}}`, `{{conversation}}`, `{{queue}}` and
    /// `{{attribute.<key>}}`.
    pub text: String,
    /// What brings it up at once when typed after `/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
    /// Goes up with every change.
    pub version: u64,
    /// When it was last changed.
    pub updated_at: Time,
    /// Who changed it.
    pub updated_by: String,
}

/// `GET /v1/canned`: all of them, by category and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CannedMessages {
    /// At most 500.
    pub canned: Vec<Canned>,
}

/// `PUT /v1/canned/{canned}`: makes a canned message, or changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CannedChange {
    /// The version that you have read; 0 for a new one.
    pub version: u64,
    /// 1 to 80 characters.
    #[schemars(length(min = 1, max = limit::CANNED_TITLE))]
    pub title: String,
    /// 1 to 40 characters.
    #[schemars(length(min = 1, max = limit::CANNED_CATEGORY))]
    pub category: String,
    /// 1 to 4,000 characters. Braces that are left open and variables that do not exist are refused.
    #[schemars(length(min = 1, max = limit::CANNED_TEXT))]
    pub text: String,
    /// 1 to 30 of `a-z 0-9 - _`; no two canned messages share one.
    #[schemars(length(min = 1, max = limit::CANNED_SHORTCUT))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shortcut: Option<String>,
}
