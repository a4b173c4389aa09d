//! A colleague joins or leaves the conference.

use crate::{AgentId, Conversation};
use serde::{Deserialize, Serialize};

/// A colleague joins those who speak with the customer (F33).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The new guest.
    pub agent: AgentId,
    /// The number of the offer that the guest accepted.
    pub offer: u64,
}

/// A guest speaks with the customer no longer; the entry's author is the agent who caused it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// The former guest.
    pub agent: AgentId,
}

impl Joined {
    /// Adds the guest.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.guests.push((self.agent.clone(), self.offer));
    }
}

impl Left {
    /// Removes the guest.
    pub(crate) fn fold(&self, conversation: &mut Conversation) {
        conversation.guests.retain(|(guest, _)| *guest != self.agent);
    }
}
