//! Folds an entry into the state. Each noun's `facts` say what its events change.

use crate::kernel::audience::{self, Audience};
use crate::{Entry, Event, Millis, OffHours, Status, Thread, ThreadId, file, intake, message};

/// The state after `entry`. `before` is `None` for a thread's first entry.
///
/// The function is total: it never fails and never checks whether an event was allowed, which is
/// the task of [`crate::decide`]. It answers `None` only if the first entry opens nothing, and
/// `decide` never makes such an entry.
#[must_use]
pub fn evolve(id: &ThreadId, before: Option<Thread>, entry: &Entry) -> Option<Thread> {
    let mut state = before;
    for event in &entry.events {
        state = apply(id, state, event, entry);
    }
    let mut state = state?;
    state.seq = entry.seq;
    if entry.events.iter().any(|e| audience::of(e) == Audience::Everyone) {
        state.public_seq += 1;
    }
    if let Some(key) = &entry.key {
        state.recent.remember(key, entry.seq, entry.at);
    }
    Some(state)
}

fn apply(id: &ThreadId, state: Option<Thread>, event: &Event, entry: &Entry) -> Option<Thread> {
    if let Event::Opened(opened) = event {
        // The message that opens a thread carries the time of the customer's writing itself.
        let wrote = |e: &Event| matches!(e, Event::CustomerMessage(_));
        let customer_at = if entry.events.iter().any(wrote) { Millis(0) } else { entry.at };
        return Some(opened.fold(id, state, (entry.seq, entry.at), customer_at));
    }
    let mut state = state?;
    apply_to(&mut state, event, entry);
    Some(state)
}

fn apply_to(thread: &mut Thread, event: &Event, entry: &Entry) {
    let (seq, now) = (entry.seq, entry.at);
    let conversation = &mut thread.conversation;
    match event {
        Event::CustomerMessage(received) => {
            received.fold(thread, now);
            if file::elsewhere(entry).is_some() {
                file::wait_for(thread, seq);
            }
        }
        Event::FileAsked(asked) => asked.fold(thread),
        Event::FileFetched(fetched) => fetched.fold(thread),
        Event::Reopened => intake::reopened(thread, now),
        Event::OffHours => conversation.off_hours = Some(OffHours::Owed),
        Event::Abandoned => conversation.close(Status::Abandoned, now),
        Event::AgentMessage(sent) => sent.fold(thread, (seq, now)),
        Event::Echoed(echoed) => echoed.fold(thread, now),
        Event::Consented(consented) => thread.known.stopped = consented.stopped,
        Event::AutoReply(_) => message::AutoReplied::fold(thread, seq),
        Event::MessageRetried(retried) => retried.fold(&mut thread.outbox),
        Event::Delivery(delivery) => delivery.fold(&mut thread.outbox),
        // The customer's number of this entry: `public_seq` grows only after the entry's events are
        // folded in.
        Event::SurveySent(sent) => sent.fold(conversation, thread.public_seq + 1),
        Event::SurveyAnswered(_) => conversation.survey = None,
        Event::Prioritised(to) => conversation.priority = to.priority,
        Event::Required(needed) => conversation.skills.clone_from(&needed.skills),
        Event::Tagged(tags) => tags.fold(&mut conversation.labels),
        Event::Labelled(labels) => labels.fold(&mut conversation.labels),
        Event::Named(named) => conversation.labels.alias.clone_from(&named.alias),
        Event::FirstAnswerDue(due) => due.fold(&mut conversation.sla),
        Event::RequeueAhead(_) => conversation.sla.warned = conversation.unanswered_since(),
        Event::Assigned(assigned) => assigned.fold(conversation, now),
        Event::Requeued(requeued) => requeued.fold(conversation, now),
        Event::Resolved(resolved) => resolved.fold(thread, now),
        Event::ResolveUndone(undone) => undone.fold(thread),
        Event::WrappedUp(done) => done.fold(&mut thread.wraps),
        Event::OfferMade(made) => made.fold(conversation, seq),
        Event::OfferPassed(passed) => passed.fold(conversation),
        Event::OfferMoved(moved) => moved.fold(conversation),
        Event::OfferClosed(closed) => closed.fold(conversation),
        Event::DiscussionMessage(said) => said.fold(conversation),
        Event::DiscussionLeft(left) => left.fold(conversation),
        Event::DiscussionEnded(ended) => ended.fold(conversation),
        Event::ConferenceJoined(joined) => joined.fold(conversation),
        Event::ConferenceLeft(left) => left.fold(conversation),
        Event::Monitoring(changed) => changed.fold(conversation, seq),
        Event::TimerArmed(armed) => armed.fold(thread),
        Event::IdentityChanged(changed) => changed.fold(thread),
        Event::Introduced(introduced) => introduced.fold(thread),
        Event::Joined(joined) => joined.fold(thread),
        Event::Renamed(renamed) => renamed.fold(thread),
        // `apply` handles `Opened`; the other events leave the state as it is.
        Event::Opened(_)
        | Event::CustomerLeft
        | Event::Comment(_)
        | Event::CoachLine(_)
        | Event::Routed(_)
        | Event::Triggered(_)
        | Event::DiscussionDone(_) => {}
    }
}
