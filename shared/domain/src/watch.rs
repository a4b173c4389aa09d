//! The watch over a customer who waits: the first answer (F60), silence in the queue (F56), and
//! the owner who does not answer (F52).
//!
//! One timer goes from one thing to the next. What it finds when it comes is decided by the state,
//! never by when or for whom it was armed, so that a stale one can do no harm.

use crate::{Call, Conversation, Millis, Party, Policy, Status, Thread};

/// What a watch has to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Something is due: give [`crate::Command::CheckWatch`].
    Act,
    /// Nothing yet: look again then.
    At(Millis),
    /// Nobody waits; the customer's next word begins another watch.
    Done,
}

/// What the watch over `thread` has to do at `now`. `live`: the channel's customers sit and wait.
#[must_use]
pub fn look(thread: &Thread, policy: &Policy, live: bool, now: Millis) -> Look {
    let c = &thread.conversation;
    match next(c, policy, live, now) {
        Some(due) if due <= now => Look::Act,
        Some(due) => Look::At(due),
        None => Look::Done,
    }
}

/// The next moment at which something is due, or at which something could be that is not yet.
pub(crate) fn next(c: &Conversation, policy: &Policy, live: bool, now: Millis) -> Option<Millis> {
    if !c.status.is_open() || (c.status != Status::Queued && c.waiting_on == Party::Customer) {
        return None;
    }
    // Who takes it a moment from now may leave it from then on.
    let taken = policy
        .requeue_after
        .filter(|_| c.status == Status::Queued)
        .map(|after| next_on_grid(c.placed_at, after - policy.requeue_warning, now));
    [first_answer(c, policy), abandoned(c, policy, live), requeue(c, policy), taken]
        .into_iter()
        .flatten()
        .min()
}

/// The first moment after `now` that lies a whole number of `step`s after `from`. The same for
/// everybody who asks in between: timers come doubled, and must not beget two.
fn next_on_grid(from: Millis, step: Millis, now: Millis) -> Millis {
    let step = step.0.max(1_000);
    Millis(from.0 + ((now.0 - from.0).div_euclid(step) + 1) * step)
}

/// When the first answer is called for next.
pub(crate) fn first_answer(c: &Conversation, policy: &Policy) -> Option<Millis> {
    let target = c.opened_at + policy.first_answer_target;
    match (c.answered_at, c.watch.first_answer) {
        (None, Call::None) => Some(target - policy.first_answer_warning),
        (None, Call::Warned) => Some(target),
        _ => None,
    }
}

/// When a customer who still waits counts as gone. Who was put back into a queue has had nothing
/// to say until then: their silence counts from there.
pub(crate) fn abandoned(c: &Conversation, policy: &Policy, live: bool) -> Option<Millis> {
    let waits = live && c.status == Status::Queued;
    policy.abandon_after.filter(|_| waits).map(|after| c.customer_at.max(c.returned_at) + after)
}

/// When the owner is warned of losing the conversation, or loses it.
pub(crate) fn requeue(c: &Conversation, policy: &Policy) -> Option<Millis> {
    let since = c.unanswered_since()?;
    let lost = since + policy.requeue_after?;
    let warned = c.watch.warned == Some(since);
    Some(if warned { lost } else { lost - policy.requeue_warning })
}
