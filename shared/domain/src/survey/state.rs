//! Surveys: what the settings offer, and the one that awaits its answer.

use serde::{Deserialize, Serialize};

/// A question that customers are asked with a message of its own (F41).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// What agents choose it by.
    pub name: String,
    /// What the customer reads.
    pub question: String,
    /// What the customer can answer: the words themselves or their number. Empty: the question
    /// holds a link, and nothing comes back here.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A survey that is out. Law: it takes one answer, from those that the customer was shown, whatever
/// the settings say by then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    #[serde(rename = "s")]
    pub survey: String,
    /// The customer's number of the message that asks.
    #[serde(rename = "m")]
    pub message: u64,
    /// What can be answered, the first being number 1.
    #[serde(rename = "a")]
    pub answers: Vec<String>,
}
