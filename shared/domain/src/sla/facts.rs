//! A response is due, or the owner is about to lose the conversation.

use crate::{Call, Millis, Watch};
use serde::{Deserialize, Serialize};

/// The first answer is due soon, or late (F60).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstResponseDue {
    /// Whether it is late by now.
    pub late: bool,
}

/// The owner will lose the conversation if the customer gets no answer (F52).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequeueAhead {
    /// When.
    pub at: Millis,
}

impl FirstResponseDue {
    /// The watch goes on to its next stage.
    pub(crate) fn fold(&self, watch: &mut Watch) {
        watch.first_answer = if self.late { Call::Alerted } else { Call::Warned };
    }
}
