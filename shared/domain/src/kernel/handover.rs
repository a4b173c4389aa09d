//! What changes hands with a conversation: its owner, and all that ends with the earlier one.

use crate::kernel::timers::arm_idle;
use crate::sla::watch;
use crate::{
    AgentId, Context, Event, OfferStatus, Origin, Party, QueueId, RequeueCause, Thread, assignment,
    discussion, offer, queue,
};

/// A new owner.
///
/// Where it is the customer's turn, the timer may have fired in vain while the conversation was
/// queued: it is armed again, or nobody would ever look for the customer's silence (F54).
pub(crate) fn assigned(
    thread: &Thread,
    to: AgentId,
    origin: Origin,
    note: Option<String>,
    ctx: &Context,
) -> Vec<Event> {
    let from = thread.conversation.owner.clone();
    let mut events = vec![Event::Assigned(assignment::Assigned { to, from, origin, note })];
    if thread.conversation.waiting_on == Party::Customer {
        events.extend(arm_idle(thread, ctx));
    }
    events
}

/// What ends when a conversation changes hands or is over: its offers and its discussions.
///
/// Whose deadline has passed did not lose its object: its time was up, as those who tried to
/// answer it have been told, whether or not the clock has been round (F18).
pub(crate) fn cascade(
    thread: &Thread,
    except: Option<u64>,
    cause: crate::EndCause,
    ctx: &Context,
) -> Vec<Event> {
    let conversation = &thread.conversation;
    let offers = conversation.offers.iter().filter(|o| Some(o.number) != except).map(|o| {
        let status =
            if o.is_over(ctx.now) { OfferStatus::TimedOut } else { OfferStatus::Rescinded };
        Event::OfferClosed(offer::Closed {
            offer: o.number,
            status,
            by: None,
            reason: None,
            code: None,
            load: None,
        })
    });
    let discussions = conversation.discussions.iter().map(|d| {
        Event::DiscussionEnded(discussion::Ended {
            discussion: d.number,
            resolved: None,
            note: None,
            cause,
            outcomes: Vec::new(),
            promoted: None,
        })
    });
    offers.chain(discussions).collect()
}

/// Back into a queue. The watch over the customer goes on, or begins again.
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
    events.extend(watch::watch_for(thread, true, ctx));
    events
}
