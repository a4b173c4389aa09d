//! Place: where a waiting conversation stands in its queue. `app::queue::place` counts the number
//! that a visitor sees; `store::key` holds the order.

use crate::{ConversationId, Millis, QueueId, Status, Thread};

/// A place in a queue. The queue serves by priority, then by waiting time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The queue.
    pub queue: QueueId,
    /// The priority; higher comes first. A conversation whose owner left it has the highest.
    pub priority: u8,
    /// The moment since which the conversation waits.
    pub since: Millis,
    /// The conversation.
    pub conversation: ConversationId,
}

/// The place that a thread's conversation takes in a queue, while it waits.
#[must_use]
pub fn of(thread: &Thread) -> Option<Place> {
    let conversation = &thread.conversation;
    (conversation.status == Status::Queued).then(|| Place {
        queue: conversation.queue.clone(),
        priority: if conversation.front { u8::MAX } else { conversation.priority },
        since: conversation.placed_at,
        conversation: thread.conversation_id(),
    })
}
