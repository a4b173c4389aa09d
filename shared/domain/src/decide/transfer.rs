//! Handing a conversation on, at once.

use super::offer::available;
use super::{Context, agent, assigned, cascade, still_open, text};
use crate::event::EndCause;
use crate::{AgentId, Event, Origin, QueueId, Refusal, Thread};

/// To a colleague who is there and has room (F42, F43).
pub(super) fn to_agent(
    thread: &Thread,
    to: &AgentId,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    let giver = agent(ctx)?;
    let owns = thread.conversation.is_owner(&giver.id);
    if thread.conversation.is_owner(to) {
        return Err(if owns { Refusal::TargetIsSelf } else { Refusal::TargetIsOwner });
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    // A pending assign offer to the same colleague has already reserved the room.
    let reserved = thread
        .conversation
        .offers
        .iter()
        .any(|o| o.to == *to && o.kind == crate::OfferKind::Assign);
    available(ctx, !reserved)?;
    let origin = if owns { Origin::Transfer } else { Origin::Manager };
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    events.extend(assigned(thread, to.clone(), origin, note, ctx));
    Ok(events)
}

/// Into a queue, where it keeps the time it has waited (F39).
pub(super) fn to_queue(
    thread: &Thread,
    to: &QueueId,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    if !ctx.target_queue_exists {
        return Err(Refusal::UnknownTarget { what: "queue" });
    }
    if thread.conversation.owner.is_none() && thread.conversation.queue == *to {
        return Err(Refusal::StillQueued);
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    events.push(Event::Requeued {
        queue: to.clone(),
        from: thread.conversation.owner.clone(),
        note,
    });
    Ok(events)
}
