//! Requeue: a conversation returns to a queue. An agent returns it by hand; the engine returns it
//! where the owner left the customer without an answer for too long
//! (`crate::sla::rules::check_watch`, F52) or went home (F58).

use crate::kernel::handover::cascade;
use crate::sla::due;
use crate::{Context, EndCause, Event, Presence, QueueId, RequeueCause, Thread, queue};

/// Requeues the conversation of an owner who has been offline for long enough (F58).
pub(crate) fn check_absent(thread: &Thread, number: u32, epoch: u32, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let (Some(owner), Some(after)) = (&c.owner, ctx.policy.offline_requeue_after) else {
        return Vec::new();
    };
    let workload = ctx.colleague(owner);
    let gone = workload.is_none_or(|d| {
        d.presence == Presence::Offline && d.left.is_none_or(|left| left + after <= ctx.now)
    });
    if c.number != number || c.epoch != epoch || !gone {
        return Vec::new();
    }
    taken_away(thread, RequeueCause::OwnerOffline, ctx)
}

/// Takes a conversation from its owner and returns it to its queue; its offers and discussions end.
pub(crate) fn taken_away(thread: &Thread, cause: RequeueCause, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    events.extend(requeued(thread, c.queue.clone(), None, cause, c.priority, ctx));
    events
}

/// The events of a conversation that returns to a queue. The watch over the customer goes on, or
/// begins again.
pub(crate) fn requeued(
    thread: &Thread,
    queue: QueueId,
    note: Option<String>,
    cause: RequeueCause,
    priority: u8,
    ctx: &Context,
) -> Vec<Event> {
    let conversation = &thread.conversation;
    let keeps = ctx.policy.transfer_keeps_wait || cause != RequeueCause::Transferred;
    let since = match (keeps, conversation.owner.is_some()) {
        (false, _) => ctx.now,
        (true, true) => conversation.waiting_since,
        (true, false) => conversation.placed_at,
    };
    let from = conversation.owner.clone();
    let mut events =
        vec![Event::Requeued(queue::Requeued { queue, from, note, cause, since, priority })];
    events.extend(due::watch_for(thread, true, ctx));
    events
}
