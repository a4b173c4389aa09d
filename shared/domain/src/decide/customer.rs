//! What the customer does.

use super::Context;
use crate::{Content, Event, Millis, Refusal, Status, Thread};

/// The customer wrote. Nothing that arrives is refused: what was accepted is never lost.
///
/// The first message, and the first after a resolution, opens a conversation (F57). A reaction to
/// an earlier message does not: it is no new piece of work.
pub(super) fn receive(
    thread: Option<&Thread>,
    content: &Content,
    sent_at: Millis,
    reply_to: Option<&String>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let message =
        Event::CustomerMessage { content: content.clone(), sent_at, reply_to: reply_to.cloned() };
    let opens = match thread {
        None => true,
        Some(t) => !t.conversation.status.is_open() && !matches!(content, Content::Reaction { .. }),
    };
    if !opens {
        return Ok(vec![message]);
    }
    let opening = ctx.opening.as_ref().ok_or(Refusal::NotFound { what: "conversation" })?;
    let opened = Event::Opened {
        number: thread.map_or(1, |t| t.conversation.number + 1),
        asset: opening.asset.clone(),
        identity: opening.identity.clone(),
        contact: opening.contact.clone(),
        name: opening.name.chars().take(40).collect(),
        queue: opening.queue.clone(),
    };
    Ok(vec![opened, message])
}

/// The customer closed the chat. While it is queued nobody is left to be served (F56).
pub(super) fn leave(thread: &Thread) -> Vec<Event> {
    match thread.conversation.status {
        Status::Queued => vec![Event::CustomerLeft, Event::Abandoned],
        Status::Active | Status::Pending => vec![Event::CustomerLeft],
        Status::Resolved | Status::Abandoned => Vec::new(),
    }
}
