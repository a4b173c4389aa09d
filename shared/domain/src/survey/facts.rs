//! An agent sends a survey, and the customer answers it.

use crate::Conversation;
use crate::survey::Asked;
use serde::{Deserialize, Serialize};

/// The message in this entry is a survey (F41).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The name of the survey.
    pub survey: String,
    /// The question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The possible answers; the first is number 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
}

/// The customer's message in this entry answers a survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// The name of the survey.
    pub survey: String,
    /// The answer, as the survey offered it.
    pub answer: String,
    /// The number of the answer; 0 in older entries.
    #[serde(default)]
    pub choice: u8,
}

impl Sent {
    /// The survey awaits its answer. `message` is the customer's number of the message that asks.
    pub(crate) fn fold(&self, conversation: &mut Conversation, message: u64) {
        let (survey, answers) = (self.survey.clone(), self.answers.clone());
        conversation.survey = Some(Asked { survey, message, answers });
    }
}
