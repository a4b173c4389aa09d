//! The handover of a conversation: its new owner, and the offers and discussions that end.

use crate::kernel::timers::arm_idle;
use crate::{
    AgentId, Context, Event, OfferStatus, Origin, Party, Thread, assignment, discussion, offer,
};

/// The events of a new owner.
///
/// The inactivity timer may have fired in vain while the conversation was queued. So a conversation
/// in which the customer has the next word arms the timer again; otherwise no timer would check for
/// the customer's silence (F54).
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

/// Ends the offers and discussions of a conversation that changes hands or ends.
///
/// An offer past its deadline ends as `TimedOut`, even if its timer has not fired yet: agents who
/// tried to answer it have been told so (F18).
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
