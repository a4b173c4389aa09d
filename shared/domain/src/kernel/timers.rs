//! Timers that several rules arm.

use crate::{Context, Event, Millis, Party, Thread, TimerKind, timer};

/// One timer per conversation watches for the customer's silence; it re-arms itself when it
/// fires too early, so a message costs no timer while one is still running.
pub(crate) fn arm_idle(thread: &Thread, ctx: &Context) -> Option<Event> {
    let conversation = &thread.conversation;
    (!conversation.is_watched(ctx.now)).then(|| {
        let since = match conversation.waiting_on {
            Party::Customer => conversation.waiting_since,
            Party::Agent => ctx.now,
        };
        // Never in the past: a silence that is already long is looked at on the next round.
        let due = (since + ctx.policy.auto_resolve_after).max(ctx.now + Millis::seconds(1));
        let number = u64::from(conversation.number);
        Event::TimerArmed(timer::Armed { kind: TimerKind::Idle, due, number })
    })
}

/// The timer that ends a request, or one step of it.
pub(crate) const fn offer_lapses(number: u64, due: Millis) -> Event {
    Event::TimerArmed(timer::Armed { kind: TimerKind::Offer, due, number })
}
