//! Rules of the watch over a waiting customer (F52, F56, F60).

use crate::queue::requeue::taken_away;
use crate::sla::due;
use crate::sla::due::soon;
use crate::{
    Actor, Context, Entry, Event, Millis, Party, RequeueCause, Status, Thread, TimerKind, evolve,
    sla, timer,
};

/// The watch's timer fires: decides the warnings, the requeue or the abandonment that are due (F52,
/// F56, F60).
pub(crate) fn check_watch(thread: &Thread, number: u64, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let (policy, now, live) = (&*ctx.policy, ctx.now, ctx.channel.live);
    if c.sla.number != number || !c.status.is_open() {
        return Vec::new();
    }
    let due = |moment: Option<Millis>| moment.is_some_and(|at| at <= now);
    if due(due::abandoned(c, policy, live)) {
        return vec![Event::Abandoned];
    }
    let waits = c.status == Status::Queued || c.waiting_on == Party::Agent;
    let mut events = Vec::new();
    if waits && due(due::first_answer(c, policy)) {
        let late = now >= c.opened_at + policy.first_answer_target;
        events.push(Event::FirstAnswerDue(sla::FirstResponseDue { late }));
    }
    if let (Some(since), Some(after)) = (c.unanswered_since(), policy.requeue_after) {
        if now >= since + after {
            events.extend(taken_away(thread, RequeueCause::Unanswered, ctx));
        } else if due(due::requeue(c, policy)) {
            events.push(Event::RequeueAhead(sla::RequeueAhead { at: since + after }));
        }
    }
    if events.is_empty() {
        return events;
    }
    events.retain(|e| !matches!(e, Event::TimerArmed(timer::Armed { kind: TimerKind::Watch, .. })));
    events.extend(rearmed(thread, &events, number, ctx));
    events
}

/// Arms the same watch for its next step after `events`.
fn rearmed(thread: &Thread, events: &[Event], number: u64, ctx: &Context) -> Option<Event> {
    let entry = Entry {
        seq: thread.seq + 1,
        at: ctx.now,
        by: Actor::System,
        key: None,
        digest: None,
        events: events.to_vec(),
    };
    let after = evolve(&thread.id, Some(thread.clone()), &entry)?;
    let due = due::next(&after.conversation, &ctx.policy, ctx.channel.live, ctx.now)?;
    Some(Event::TimerArmed(timer::Armed {
        kind: TimerKind::Watch,
        due: due.max(soon(ctx)),
        number,
    }))
}
