//! A survey is sent and answered.

use crate::Conversation;
use crate::survey::Asked;
use serde::{Deserialize, Serialize};

/// The message in this entry is a survey (F41).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// Which.
    pub survey: String,
    /// What is asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// What can be answered, the first being number 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
}

/// The customer's message in this entry answers a survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// Which.
    pub survey: String,
    /// The answer, as it was offered.
    pub answer: String,
    /// Its number among those offered; 0 in entries of before it was kept.
    #[serde(default)]
    pub choice: u8,
}

impl Sent {
    /// The survey awaits its answer. `message`: the customer's number of the message that asks.
    pub(crate) fn fold(&self, conversation: &mut Conversation, message: u64) {
        let (survey, answers) = (self.survey.clone(), self.answers.clone());
        conversation.survey = Some(Asked { survey, message, answers });
    }
}
