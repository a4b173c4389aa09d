//! The watch over a customer who waits: the first response (F60), silence in the queue (F56), and
//! the owner who does not answer (F52).
//!
//! One timer goes from step to step. When it fires, the state alone decides what happens, never the
//! time or the owner for which it was armed, so that a stale timer can do no harm.

use crate::{
    Context, Conversation, Event, Millis, Party, Policy, SlaStage, Status, Thread, TimerKind, timer,
};

/// The next step of a watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A step is due: give [`crate::Command::CheckSla`].
    Act,
    /// No step is due before this moment: look again then.
    At(Millis),
    /// No customer waits; the customer's next message begins another watch.
    Done,
}

/// The next step of the watch over `thread` at `now`. `live`: whether the channel's customers sit
/// and wait.
#[must_use]
pub fn look(thread: &Thread, policy: &Policy, live: bool, now: Millis) -> Look {
    let c = &thread.conversation;
    match next(c, policy, live, now) {
        Some(due) if due <= now => Look::Act,
        Some(due) => Look::At(due),
        None => Look::Done,
    }
}

/// The next moment at which a warning, a requeue or an abandonment is due, or could become due.
pub(crate) fn next(c: &Conversation, policy: &Policy, live: bool, now: Millis) -> Option<Millis> {
    if !c.status.is_open() || (c.status != Status::Queued && c.waiting_on == Party::Customer) {
        return None;
    }
    // An agent who takes the conversation a moment from now may leave the customer from then on.
    let taken = policy
        .requeue_after
        .filter(|_| c.status == Status::Queued)
        .map(|after| next_on_grid(c.placed_at, after - policy.requeue_warning, now));
    [first_answer(c, policy), abandoned(c, policy, live), requeue(c, policy), taken]
        .into_iter()
        .flatten()
        .min()
}

/// The first moment after `now` that lies a whole number of `step`s after `from`. Every call in
/// between gives the same moment, because timers come doubled and must not arm two.
fn next_on_grid(from: Millis, step: Millis, now: Millis) -> Millis {
    let step = step.0.max(1_000);
    Millis(from.0 + ((now.0 - from.0).div_euclid(step) + 1) * step)
}

/// The moment of the next alert about the first response.
pub(crate) fn first_answer(c: &Conversation, policy: &Policy) -> Option<Millis> {
    let target = c.opened_at + policy.first_answer_target;
    match (c.answered_at, c.sla.first_answer) {
        (None, SlaStage::None) => Some(target - policy.first_answer_warning),
        (None, SlaStage::Warned) => Some(target),
        _ => None,
    }
}

/// The moment at which a customer who still waits counts as gone. A customer whose conversation was
/// requeued had no reason to write until then, so the silence counts from there.
pub(crate) fn abandoned(c: &Conversation, policy: &Policy, live: bool) -> Option<Millis> {
    let waits = live && c.status == Status::Queued;
    policy.abandon_after.filter(|_| waits).map(|after| c.customer_at.max(c.returned_at) + after)
}

/// The moment at which the engine warns the owner of losing the conversation, or requeues it.
pub(crate) fn requeue(c: &Conversation, policy: &Policy) -> Option<Millis> {
    let since = c.unanswered_since()?;
    let lost = since + policy.requeue_after?;
    let warned = c.sla.warned == Some(since);
    Some(if warned { lost } else { lost - policy.requeue_warning })
}

/// A watch over the conversation's next state, unless one runs. `queues`: whether the conversation
/// is about to wait in a queue, where a customer of a live channel may leave (F56).
///
/// Rules call this where a conversation comes to wait: the first time, again after an answer, back
/// in a queue.
pub(crate) fn watch_for(thread: &Thread, queues: bool, ctx: &Context) -> Option<Event> {
    let (c, policy) = (&thread.conversation, &ctx.policy);
    // While a customer waits, the timer runs, even if the state does not say until when. But where
    // no owner can lose the conversation, it runs only over a customer in a queue.
    let over_owner = c.waiting_on == Party::Agent && (policy.requeue_after.is_some() || !queues);
    let runs = c.status.is_open() && (c.status == Status::Queued || over_owner);
    if runs || c.sla.due > ctx.now {
        return None;
    }
    let gone = policy.abandon_after.filter(|_| queues && ctx.channel.live);
    let taken = policy.requeue_after.map(|after| after - policy.requeue_warning);
    let spans = [gone, taken].map(|span| span.map(|span| ctx.now + span));
    // An earlier watch ends with this one, even if it was about to alert about the first response.
    let due = spans.into_iter().chain([first_answer(c, policy)]).flatten().min()?;
    Some(Event::TimerArmed(timer::Armed {
        kind: TimerKind::Watch,
        due: due.max(soon(ctx)),
        number: thread.seq + 1,
    }))
}

/// A watch over a conversation that goes on as `to`, counting all the time that has passed: its
/// first step may be due at once. `None` if a running watch comes in time.
pub(crate) fn watch_on(thread: &Thread, to: &Conversation, ctx: &Context) -> Option<Event> {
    let due = next(to, &ctx.policy, ctx.channel.live, ctx.now)?.max(soon(ctx));
    let in_time = ctx.now < to.sla.due && to.sla.due <= due;
    let number = thread.seq + 1;
    (!in_time).then_some(Event::TimerArmed(timer::Armed { kind: TimerKind::Watch, due, number }))
}

/// A watch over a conversation that begins, or begins again, as entry `seq`. `answer` is the moment
/// of the next alert about its first response, if it has none yet.
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

/// The earliest moment for a timer: never in the past, so a step that is due already comes on the
/// next round.
pub(crate) fn soon(ctx: &Context) -> Millis {
    ctx.now + Millis::seconds(1)
}
