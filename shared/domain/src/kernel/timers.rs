//! Timers that several rules arm.

use crate::{Context, Event, Millis, Party, Thread, TimerKind, timer};

/// Arms the timer for the customer's silence, unless the conversation's one such timer still runs.
/// A timer that fires too early arms itself again, so a message arms no second timer.
pub(crate) fn arm_idle(thread: &Thread, ctx: &Context) -> Option<Event> {
    let conversation = &thread.conversation;
    (!conversation.is_watched(ctx.now)).then(|| {
        let since = match conversation.waiting_on {
            Party::Customer => conversation.waiting_since,
            Party::Agent => ctx.now,
        };
        // The timer never lies in the past: a check of a silence that is already long comes on the
        // next round.
        let due = (since + ctx.policy.auto_resolve_after).max(ctx.now + Millis::seconds(1));
        let number = u64::from(conversation.number);
        Event::TimerArmed(timer::Armed { kind: TimerKind::Idle, due, number })
    })
}

/// The timer that ends an offer, or one step of it.
pub(crate) const fn offer_lapses(number: u64, due: Millis) -> Event {
    Event::TimerArmed(timer::Armed { kind: TimerKind::Offer, due, number })
}
