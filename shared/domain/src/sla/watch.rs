//! The watch over a customer who waits: the first answer (F60), silence in the queue (F56), and
//! the owner who does not answer (F52).
//!
//! One timer goes from one thing to the next. What it finds when it comes is decided by the state,
//! never by when or for whom it was armed, so that a stale one can do no harm.

use crate::{
    Call, Context, Conversation, Event, Millis, Party, Policy, Status, Thread, TimerKind, timer,
};

/// What a watch has to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Something is due: give [`Command::CheckWatch`].
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

/// A watch over what the conversation is about to be, unless one is running. `queues`: it is about
/// to wait in a queue, where a customer of a live channel can be found to have gone (F56).
///
/// Called where a conversation comes to wait: the first time, again after an answer, back in a
/// queue.
pub(crate) fn watch_for(thread: &Thread, queues: bool, ctx: &Context) -> Option<Event> {
    let (c, policy) = (&thread.conversation, &ctx.policy);
    // While somebody waits the timer runs, though the state may not say until when; but where no
    // owner can lose it, only over those who wait in a queue.
    let over_owner = c.waiting_on == Party::Agent && (policy.requeue_after.is_some() || !queues);
    let runs = c.status.is_open() && (c.status == Status::Queued || over_owner);
    if runs || c.watch.due > ctx.now {
        return None;
    }
    let gone = policy.abandon_after.filter(|_| queues && ctx.channel.live);
    let taken = policy.requeue_after.map(|after| after - policy.requeue_warning);
    let spans = [gone, taken].map(|span| span.map(|span| ctx.now + span));
    // An earlier watch ends with this one, also where it was about to call for the first answer.
    let due = spans.into_iter().chain([first_answer(c, policy)]).flatten().min()?;
    Some(Event::TimerArmed(timer::Armed {
        kind: TimerKind::Watch,
        due: due.max(soon(ctx)),
        number: thread.seq + 1,
    }))
}

/// The watch over a conversation that goes on as `to` says, with all the time that has passed:
/// what is due in it may be due at once. `None`: one is running that comes in time.
pub(crate) fn watch_on(thread: &Thread, to: &Conversation, ctx: &Context) -> Option<Event> {
    let due = next(to, &ctx.policy, ctx.channel.live, ctx.now)?.max(soon(ctx));
    let in_time = ctx.now < to.watch.due && to.watch.due <= due;
    let number = thread.seq + 1;
    (!in_time).then_some(Event::TimerArmed(timer::Armed { kind: TimerKind::Watch, due, number }))
}

/// The watch over a conversation that begins, or begins again, as entry `seq`. `answer`: when its
/// first answer is called for, where it has none yet.
pub(crate) fn first_watch(seq: u64, answer: Option<Millis>, ctx: &Context) -> Option<Event> {
    let policy = &ctx.policy;
    let gone = policy.abandon_after.filter(|_| ctx.channel.live);
    let taken = policy.requeue_after.map(|after| after - policy.requeue_warning);
    let others = [gone, taken].map(|span| span.map(|span| ctx.now + span));
    let due = others.into_iter().chain([answer]).flatten().min()?;
    Some(Event::TimerArmed(timer::Armed {
        kind: TimerKind::Watch,
        due: due.max(soon(ctx)),
        number: seq,
    }))
}

/// Never in the past: what is due already is looked at on the next round.
pub(crate) fn soon(ctx: &Context) -> Millis {
    ctx.now + Millis::seconds(1)
}
