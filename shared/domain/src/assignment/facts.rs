//! A conversation has a new owner or needs other skills.

use crate::{AgentId, Conversation, Millis, Origin, Skill};
use serde::{Deserialize, Serialize};

/// The conversation has a new owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assigned {
    /// The new owner.
    pub to: AgentId,
    /// The previous owner, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<AgentId>,
    /// How the new owner came by the conversation.
    pub origin: Origin,
    /// The previous owner's text for the new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The conversation needs other skills now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Required {
    /// The skills that an agent needs from now on.
    pub skills: Vec<Skill>,
}

impl Assigned {
    /// The conversation leaves its queue; the new owner plays no other part in it.
    pub(crate) fn fold(&self, conversation: &mut Conversation, now: Millis) {
        conversation.guests.retain(|(guest, _)| *guest != self.to);
        conversation.monitors.retain(|m| m.agent != self.to);
        conversation.front = false;
        conversation.left_by = None;
        conversation.placed_at = Millis(0);
        conversation.owner = Some(self.to.clone());
        conversation.origin = Some(self.origin);
        conversation.epoch += 1;
        conversation.assigned_at = Some(now);
        conversation.status = conversation.owned_status();
    }
}
