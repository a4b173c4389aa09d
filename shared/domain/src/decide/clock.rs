//! What the engine does by itself: giving work out, and what the clock brings about.

use super::search::{members, skills};
use super::{Context, assigned, cascade, transfer};
use crate::event::{EndCause, RequeueCause};
use crate::route::{Wanted, choose};
use crate::{
    Actor, Content, Conversation, Entry, Event, Millis, Mode, OffHours, Origin, Party, Presence,
    Status, Thread, TimerKind, evolve, watch,
};

/// Give a waiting conversation to the best who is there with room (F47), and say how they were
/// found (F63). Where nobody is, it goes on waiting.
pub(super) fn auto_assign(thread: &Thread, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    if conversation.status != Status::Queued || ctx.policy.mode != Mode::Auto {
        return Vec::new();
    }
    let left: Vec<_> = conversation.left_by.iter().cloned().collect();
    let wanted = Wanted {
        strategy: ctx.policy.strategy,
        skills: &skills(thread, ctx),
        needs_room: true,
        tried: &left,
        involved: &[],
    };
    let (fit, routing) = choose(&wanted, &members(ctx));
    let Some(best) = fit.into_iter().next() else { return Vec::new() };
    let mut events = vec![Event::Routed(routing)];
    events.extend(assigned(thread, best, Origin::Auto, None, ctx));
    events
}

/// Tell the customer that the doors are closed, if they wait for that (F59).
pub(super) fn auto_reply(thread: &Thread, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let owed = conversation.off_hours == Some(OffHours::Owed) && conversation.status.is_open();
    let Some(text) = ctx.off_hours.as_ref().filter(|_| owed) else { return Vec::new() };
    let mut events = vec![Event::AutoReply { content: Content::text(text) }];
    events.extend(super::write::direct(thread, ctx));
    events
}

/// The watch came to look after a customer who waits (F52, F56, F60).
pub(super) fn check_watch(thread: &Thread, number: u64, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let (policy, now, live) = (&*ctx.policy, ctx.now, ctx.channel.live);
    if c.watch.number != number || !c.status.is_open() {
        return Vec::new();
    }
    let due = |moment: Option<Millis>| moment.is_some_and(|at| at <= now);
    if due(watch::abandoned(c, policy, live)) {
        return vec![Event::Abandoned];
    }
    let waits = c.status == Status::Queued || c.waiting_on == Party::Agent;
    let mut events = Vec::new();
    if waits && due(watch::first_answer(c, policy)) {
        let late = now >= c.opened_at + policy.first_answer_target;
        events.push(Event::FirstAnswerDue { late });
    }
    if let (Some(since), Some(after)) = (c.unanswered_since(), policy.requeue_after) {
        if now >= since + after {
            events.extend(cascade(thread, None, EndCause::Transferred, ctx));
            let (queue, cause) = (c.queue.clone(), RequeueCause::Unanswered);
            events.extend(transfer::requeued(thread, queue, None, cause, c.priority, ctx));
        } else if due(watch::requeue(c, policy)) {
            events.push(Event::RequeueAhead { at: since + after });
        }
    }
    if events.is_empty() {
        return events;
    }
    events.retain(|e| !matches!(e, Event::TimerArmed { kind: TimerKind::Watch, .. }));
    events.extend(rearmed(thread, &events, number, ctx));
    events
}

/// The same watch, armed for what comes next after `events`.
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
    let due = watch::next(&after.conversation, &ctx.policy, ctx.channel.live, ctx.now)?;
    Some(Event::TimerArmed { kind: TimerKind::Watch, due: due.max(soon(ctx)), number })
}

/// A watch over what the conversation is about to be, unless one is running. `queues`: it is about
/// to wait in a queue, where a customer of a live channel can be found to have gone (F56).
///
/// Called where a conversation comes to wait: the first time, again after an answer, back in a
/// queue.
pub(super) fn watch_for(thread: &Thread, queues: bool, ctx: &Context) -> Option<Event> {
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
    let due = spans.into_iter().chain([watch::first_answer(c, policy)]).flatten().min()?;
    Some(Event::TimerArmed {
        kind: TimerKind::Watch,
        due: due.max(soon(ctx)),
        number: thread.seq + 1,
    })
}

/// The watch over a conversation that goes on as `next` says, with all the time that has passed:
/// what is due in it may be due at once. `None`: one is running that comes in time.
pub(super) fn watch_on(thread: &Thread, next: &Conversation, ctx: &Context) -> Option<Event> {
    let due = watch::next(next, &ctx.policy, ctx.channel.live, ctx.now)?.max(soon(ctx));
    let in_time = ctx.now < next.watch.due && next.watch.due <= due;
    let number = thread.seq + 1;
    (!in_time).then_some(Event::TimerArmed { kind: TimerKind::Watch, due, number })
}

/// The watch over a conversation that begins, or begins again, as entry `seq`. `answer`: when its
/// first answer is called for, where it has none yet.
pub(super) fn first_watch(seq: u64, answer: Option<Millis>, ctx: &Context) -> Option<Event> {
    let policy = &ctx.policy;
    let gone = policy.abandon_after.filter(|_| ctx.channel.live);
    let taken = policy.requeue_after.map(|after| after - policy.requeue_warning);
    let others = [gone, taken].map(|span| span.map(|span| ctx.now + span));
    let due = others.into_iter().chain([answer]).flatten().min()?;
    Some(Event::TimerArmed { kind: TimerKind::Watch, due: due.max(soon(ctx)), number: seq })
}

/// Never in the past: what is due already is looked at on the next round.
fn soon(ctx: &Context) -> Millis {
    ctx.now + Millis::seconds(1)
}

/// The owner went, and has not come back for long enough (F58).
pub(super) fn check_absent(thread: &Thread, number: u32, epoch: u32, ctx: &Context) -> Vec<Event> {
    let c = &thread.conversation;
    let (Some(owner), Some(after)) = (&c.owner, ctx.policy.offline_requeue_after) else {
        return Vec::new();
    };
    let desk = ctx.colleague(owner);
    let gone = desk.is_none_or(|d| {
        d.presence == Presence::Offline && d.left.is_none_or(|left| left + after <= ctx.now)
    });
    if c.number != number || c.epoch != epoch || !gone {
        return Vec::new();
    }
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    let cause = RequeueCause::OwnerOffline;
    events.extend(transfer::requeued(thread, c.queue.clone(), None, cause, c.priority, ctx));
    events
}
