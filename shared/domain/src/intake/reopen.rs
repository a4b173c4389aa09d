//! A customer who comes back soon after the end: the same conversation goes on (F57).

use crate::sla::due;
use crate::{Context, Event, OffHours, Origin, Presence, Thread, assignment};

/// Reopens the same conversation, if the policy says so and the conversation ended a short while
/// ago. It goes to its last owner if that agent is available with room, else to its queue. Answers
/// the events before the message and those after it.
pub(crate) fn reopened(thread: &Thread, ctx: &Context) -> Option<(Vec<Event>, Vec<Event>)> {
    let c = &thread.conversation;
    let (within, closed) = (ctx.policy.reopen_within?, c.closed.as_ref()?);
    if ctx.now - closed.at > within {
        return None;
    }
    let last = closed.owner.as_ref().and_then(|agent| ctx.colleague(agent));
    // An agent who still wraps the conversation up has kept the room for it.
    let wraps = |agent| thread.wraps.iter().any(|w| w.number == c.number && w.agent == agent);
    let ready = last.filter(|d| {
        let there = matches!(d.presence, Presence::Available | Presence::Busy);
        there && (!d.is_full() || wraps(d.profile.id.clone()))
    });
    let mut after: Vec<Event> = ready
        .map(|d| {
            Event::Assigned(assignment::Assigned {
                to: d.profile.id.clone(),
                from: None,
                origin: Origin::Reopened,
                note: None,
            })
        })
        .into_iter()
        .collect();
    if after.is_empty() && ctx.off_hours.is_some() && c.off_hours != Some(OffHours::Told) {
        after.push(Event::OffHours);
    }
    // The first response has been due since the conversation first began.
    after.extend(due::first_watch(thread.seq + 1, due::first_answer(c, &ctx.policy), ctx));
    Some((vec![Event::Reopened], after))
}
