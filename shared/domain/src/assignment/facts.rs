//! A conversation has a new owner or needs other skills.

use crate::{AgentId, Conversation, Millis, Origin, Skill};
use serde::{Deserialize, Serialize};

/// The conversation has a new owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assigned {
    /// Who has it now.
    pub to: AgentId,
    /// Who had it before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<AgentId>,
    /// How it came about.
    pub origin: Origin,
    /// What the previous owner left for the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Other skills are needed now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Required {
    /// Which.
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
