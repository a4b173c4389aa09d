//! Surveys: those of the settings, and the one that awaits its answer.

use serde::{Deserialize, Serialize};

/// A question that an agent sends to a customer in a message of its own (F41).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The name by which agents choose the survey.
    pub name: String,
    /// The question that the customer reads.
    pub question: String,
    /// The answers that the customer can give: the words themselves or their number. An empty list
    /// means that the question holds a link, and no answer comes back here.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A survey that awaits its answer. Law: it takes one answer, from those that the customer saw,
/// whatever the settings say by then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The name of the survey.
    #[serde(rename = "s")]
    pub survey: String,
    /// The customer's number of the message that asks.
    #[serde(rename = "m")]
    pub message: u64,
    /// The possible answers; the first is number 1.
    #[serde(rename = "a")]
    pub answers: Vec<String>,
}
