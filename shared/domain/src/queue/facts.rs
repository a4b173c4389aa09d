//! A conversation returns to a queue, or changes its priority.

use crate::{AgentId, Conversation, Millis, QueueId, RequeueCause, Status};
use serde::{Deserialize, Serialize};

/// The conversation went back to a queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requeued {
    /// Which.
    pub queue: QueueId,
    /// Who had it before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<AgentId>,
    /// What the previous owner left for the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why.
    pub cause: RequeueCause,
    /// Since when it counts as waiting there.
    pub since: Millis,
    /// How urgent it is there.
    pub priority: u8,
}

/// It is more or less urgent now (F61).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prioritised {
    /// 0 to 9.
    pub priority: u8,
}

impl Requeued {
    /// The conversation waits in the queue; nobody else takes part in it any more.
    pub(crate) fn fold(&self, conversation: &mut Conversation, now: Millis) {
        conversation.guests.clear();
        conversation.monitors.clear();
        conversation.front = self.cause != RequeueCause::Transferred;
        let left = self.cause == RequeueCause::Unanswered;
        conversation.left_by = conversation.owner.take().filter(|_| left);
        conversation.placed_at = self.since;
        conversation.returned_at = now;
        conversation.priority = self.priority;
        conversation.origin = None;
        conversation.epoch += 1;
        conversation.assigned_at = None;
        conversation.status = Status::Queued;
        conversation.queue = self.queue.clone();
    }
}
