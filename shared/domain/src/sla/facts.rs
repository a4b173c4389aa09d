//! A first response is due, or the owner is about to lose the conversation.

use crate::{Millis, Sla, SlaStage};
use serde::{Deserialize, Serialize};

/// The first response is due soon, or late (F60).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstResponseDue {
    /// Whether the first response is late by now.
    pub late: bool,
}

/// The owner will lose the conversation if the customer gets no answer (F52).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequeueAhead {
    /// The moment of the loss.
    pub at: Millis,
}

impl FirstResponseDue {
    /// The watch records that its warning or alert went out.
    pub(crate) fn fold(&self, watch: &mut Sla) {
        watch.first_answer = if self.late { SlaStage::Alerted } else { SlaStage::Warned };
    }
}
