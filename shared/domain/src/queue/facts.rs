//! A conversation returns to a queue, or changes its priority.

use crate::{AgentId, Conversation, Millis, QueueId, RequeueCause, Status};
use serde::{Deserialize, Serialize};

/// The conversation went back to a queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requeued {
    /// The queue.
    pub queue: QueueId,
    /// The previous owner, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<AgentId>,
    /// The previous owner's text for the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The cause of the return.
    pub cause: RequeueCause,
    /// The moment since which the conversation counts as waiting there.
    pub since: Millis,
    /// The priority in the queue.
    pub priority: u8,
}

/// The conversation has another priority (F61).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prioritised {
    /// The priority, 0 to 9.
    pub priority: u8,
}

impl Requeued {
    /// The conversation waits in the queue, without an owner, guests or monitors.
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
