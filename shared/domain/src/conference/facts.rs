//! A colleague joins or leaves the conference.

use crate::{AgentId, Conversation};
use serde::{Deserialize, Serialize};

/// A colleague speaks with the customer, too (F33).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// Who.
    pub agent: AgentId,
    /// The offer that they accepted.
    pub offer: u64,
}

/// A colleague speaks with the customer no longer; by whom stands in the entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// Who.
    pub agent: AgentId,
}

impl Joined {
    /// One guest more.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.guests.push((self.agent.clone(), self.offer));
    }
}

impl Left {
    /// One guest less.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.guests.retain(|(guest, _)| *guest != self.agent);
    }
}
