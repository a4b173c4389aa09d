//! Rules of the order in a queue (F61).

use crate::{Conversation, Event, Refusal, Thread, queue};

/// Sets the conversation's priority (F61).
pub(crate) fn prioritise(thread: &Thread, priority: u8) -> Result<Vec<Event>, Refusal> {
    if priority > Conversation::PRIORITY_LIMIT {
        let most = i64::from(Conversation::PRIORITY_LIMIT);
        return Err(Refusal::OutOfRange { field: "priority", least: 0, most });
    }
    let same = thread.conversation.priority == priority;
    Ok(if same { Vec::new() } else { vec![Event::Prioritised(queue::Prioritised { priority })] })
}
