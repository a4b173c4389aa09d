//! Rules of offers, which ask a colleague, or one of a group, to take over, to discuss or to
//! confer.
//!
//! An offer is pending, then exactly one of accepted, rejected, withdrawn, timed out, rescinded.
//! Its deadline is part of the decision: from that moment on nobody can accept it, even if its
//! timer has not fired yet. An offer to a group asks one member after the other within the deadline
//! of the whole offer, or asks all at once and the first to accept has it.

use crate::kernel::guard::agent;
use crate::kernel::handover::{assigned, cascade};
use crate::kernel::text;
use crate::kernel::timers::offer_lapses;
use crate::offer::asked::Asked;
use crate::offer::group;
use crate::{
    AgentId, Colleague, Context, Conversation, Discussion, EndCause, Event, Millis, Offer,
    OfferKind, OfferStatus, Origin, Refusal, Thread, conference, monitoring, offer,
};

/// Asks a colleague or a group (F1–F5, F19, F21, F32).
pub(crate) fn make(
    thread: &Thread,
    asked: &Asked<'_>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let from = agent(ctx)?.id.clone();
    if asked.to.agent() == Some(&from) {
        return Err(Refusal::TargetIsSelf);
    }
    let note = text::optional("note", asked.note, text::NOTE_LIMIT)?;
    // An entry can put an invitation in a workload or take one off it, but not both. So a late
    // offer on the same workload stays until its timer fires; nobody can accept it either way.
    let (late, pending): (Vec<_>, Vec<_>) =
        conversation.offers.iter().partition(|o| o.is_over(ctx.now));
    if let Some(same) = pending.iter().find(|o| is_same(o, asked)) {
        return Err(Refusal::OfferPending { to: same.to.first().cloned() });
    }
    let discussion = joins(conversation, asked, &pending)?;
    if asked.kind == OfferKind::Conference {
        conference::rules::has_room(conversation, &pending, asked, ctx)?;
    }
    let reserved: Vec<&AgentId> =
        late.iter().filter(|o| o.kind == OfferKind::Assign).flat_map(|o| &o.to).collect();
    let found = group::first(thread, asked, &reserved, ctx)?;
    let (left, late): (Vec<_>, Vec<_>) = late.into_iter().partition(|o| {
        o.kind != OfferKind::Assign && o.to.iter().any(|agent| found.to.contains(agent))
    });
    if pending.len() + left.len() >= Conversation::OFFER_LIMIT {
        return Err(Refusal::TooManyOffers { limit: Conversation::OFFER_LIMIT });
    }
    let deadline = ctx.now + timeout(asked.kind, ctx);
    let expires = if asked.to.agent().is_some() || asked.all {
        deadline
    } else {
        deadline.min(ctx.now + ctx.policy.step_timeout)
    };
    let mut events: Vec<_> = late.iter().map(|o| timed_out(o.number)).collect();
    events.push(Event::OfferMade(offer::Made {
        kind: asked.kind,
        from,
        to: found.to,
        target: asked.to.clone(),
        all: asked.all,
        discussion,
        note,
        expires,
        deadline,
    }));
    events.extend(found.routing.map(Event::Routed));
    events.push(offer_lapses(thread.seq + 1, expires));
    Ok(events)
}

fn timeout(kind: OfferKind, ctx: &Context) -> Millis {
    match kind {
        OfferKind::Assign => ctx.policy.assign_timeout,
        OfferKind::Discuss => ctx.policy.discuss_timeout,
        OfferKind::Conference => ctx.policy.conference_timeout,
    }
}

/// Whether `offer` asks the same already. Only one assign offer may be pending, because two
/// acceptances could not both take effect.
fn is_same(offer: &Offer, asked: &Asked<'_>) -> bool {
    offer.kind == asked.kind
        && (asked.kind == OfferKind::Assign
            || asked.to.agent().is_some_and(|to| offer.asks(to))
            || offer.group_offer.as_ref().is_some_and(|s| s.group == *asked.to))
}

/// The running discussion that the colleague is to join, if the command names one and it has room.
/// For a new discussion, checks that the conversation has room for another.
fn joins(
    conversation: &Conversation,
    asked: &Asked<'_>,
    pending: &[&Offer],
) -> Result<Option<u64>, Refusal> {
    if asked.kind != OfferKind::Discuss {
        return Ok(None);
    }
    if asked.to.agent().is_some_and(|to| conversation.consults(to)) {
        return Err(Refusal::TargetConsults);
    }
    let talks = pending.iter().filter(|o| o.kind == OfferKind::Discuss);
    let Some(number) = asked.discussion else {
        let new = talks.filter(|o| o.discussion.is_none()).count();
        if new + conversation.discussions.len() >= Conversation::DISCUSSION_LIMIT {
            return Err(Refusal::TooManyDiscussions { limit: Conversation::DISCUSSION_LIMIT });
        }
        return Ok(None);
    };
    let running = conversation.discussion(number).ok_or(Refusal::DiscussionEnded)?;
    let coming = talks.filter(|o| o.discussion == Some(number)).count();
    if running.consultants.len() + coming >= Conversation::CONSULTANT_LIMIT {
        return Err(Refusal::TooManyExperts { limit: Conversation::CONSULTANT_LIMIT });
    }
    Ok(Some(number))
}

/// Accepts an offer (F6, F19, F33). An assign offer moves the conversation; a discuss offer opens
/// or joins a discussion; a conference offer lets the colleague speak with the customer.
pub(crate) fn accept(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let offer = asked_of_me(thread, number, ctx)?;
    let me = agent(ctx)?.id.clone();
    let conversation = &thread.conversation;
    // The discussion of the offer may have ended meanwhile, or filled up.
    if let Some(joined) = offer.discussion {
        let talk = conversation.discussion(joined).ok_or(Refusal::DiscussionEnded)?;
        if talk.consultants.len() >= Conversation::CONSULTANT_LIMIT {
            return Err(Refusal::TooManyExperts { limit: Conversation::CONSULTANT_LIMIT });
        }
    }
    let mut events = vec![Event::OfferClosed(offer::Closed {
        offer: number,
        status: OfferStatus::Accepted,
        by: Some(me.clone()),
        reason: None,
        code: None,
        load: ctx.own_load(),
    })];
    match offer.kind {
        OfferKind::Assign => {
            events.extend(cascade(thread, Some(number), EndCause::Transferred, ctx));
            events.extend(assigned(thread, me, Origin::Offer, None, ctx));
        }
        OfferKind::Conference => {
            events.extend(conference::rules::joined(thread, &me, number, ctx));
        }
        OfferKind::Discuss => {
            if conversation.is_guest(&me) {
                return Err(Refusal::TargetInConference);
            }
            if conversation.discussions.iter().any(|d: &Discussion| d.has(&me)) {
                return Err(Refusal::TargetConsults);
            }
            // A consultant sees everything that a monitor sees, so an agent never is both.
            if let Some(mode) = conversation.monitors_as(&me) {
                events.push(Event::Monitoring(monitoring::Changed {
                    agent: me,
                    mode: None,
                    was: Some(mode),
                }));
            }
        }
    }
    Ok(events)
}

/// Rejects an offer, with a reason (F10). A group offer passes to the next colleague; an offer that
/// asks all at once goes on with the others (F21).
pub(crate) fn reject(
    thread: &Thread,
    number: u64,
    reason: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let offer = asked_of_me(thread, number, ctx)?;
    text::required("reason", reason, text::REASON_LIMIT)?;
    let me = agent(ctx)?.id.clone();
    let code = Some(text::code(reason, &ctx.policy.reject_reasons));
    let (reason, load) = (Some(reason.to_owned()), ctx.own_load());
    let others = offer.to.len() > 1;
    let next = group::next(thread, offer, ctx);
    if others || next.is_some() {
        let status = OfferStatus::Rejected;
        let mut events = vec![Event::OfferPassed(offer::Passed {
            offer: number,
            agent: me,
            status,
            reason,
            code,
            load,
        })];
        events.extend(next.into_iter().filter(|_| !others).flatten());
        return Ok(events);
    }
    let status = OfferStatus::Rejected;
    Ok(vec![Event::OfferClosed(offer::Closed {
        offer: number,
        status,
        by: Some(me),
        reason,
        code,
        load,
    })])
}

/// Withdraws an offer while it is pending, with a reason (F11).
pub(crate) fn withdraw(
    thread: &Thread,
    number: u64,
    reason: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let offer = pending(thread, number, ctx)?;
    let me = agent(ctx)?.id.clone();
    if offer.from != me {
        return Err(Refusal::NotOfferInitiator);
    }
    if offer.is_over(ctx.now) {
        return Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None });
    }
    text::required("reason", reason, text::REASON_LIMIT)?;
    Ok(vec![Event::OfferClosed(offer::Closed {
        offer: number,
        status: OfferStatus::Withdrawn,
        by: Some(me),
        reason: Some(reason.to_owned()),
        code: Some(text::code(reason, &ctx.policy.withdraw_reasons)),
        load: None,
    })])
}

/// The timer of an offer fires (F16). A timer that fires too early, or after an answer, changes
/// nothing. A group offer passes to the next colleague, while the whole offer has time left.
pub(crate) fn expire(thread: &Thread, number: u64, ctx: &Context) -> Vec<Event> {
    let Some(offer) = thread.conversation.offer(number).filter(|o| o.is_late(ctx.now)) else {
        return Vec::new();
    };
    match (group::next(thread, offer, ctx), offer.to.first()) {
        (Some(next), Some(asked)) => {
            let mut events = vec![Event::OfferPassed(offer::Passed {
                offer: number,
                agent: asked.clone(),
                status: OfferStatus::TimedOut,
                reason: None,
                code: None,
                load: ctx.colleague(asked).map(Colleague::load),
            })];
            events.extend(next);
            events
        }
        _ => vec![timed_out(number)],
    }
}

pub(crate) const fn timed_out(offer: u64) -> Event {
    Event::OfferClosed(offer::Closed {
        offer,
        status: OfferStatus::TimedOut,
        by: None,
        reason: None,
        code: None,
        load: None,
    })
}

fn asked_of_me<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Offer, Refusal> {
    let me = &agent(ctx)?.id;
    let offer = pending(thread, number, ctx)?;
    let gone = |status| Err(Refusal::OfferClosed { status, by: None });
    if !offer.asks(me) {
        let tried = offer.group_offer.iter().flat_map(|s| &s.tried).rfind(|(agent, _)| agent == me);
        return match tried {
            Some((_, true)) => gone(OfferStatus::Rejected),
            Some((_, false)) => gone(OfferStatus::TimedOut),
            None => Err(Refusal::NotOfferTarget),
        };
    }
    if offer.is_late(ctx.now) { gone(OfferStatus::TimedOut) } else { Ok(offer) }
}

/// The offer, if it has not ended.
fn pending<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Offer, Refusal> {
    match (thread.conversation.offer(number), &ctx.closed_offer) {
        (Some(offer), _) if !offer.is_over(ctx.now) => Ok(offer),
        (Some(_), _) => Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }),
        (None, Some(closed)) => {
            let me = agent(ctx)?.id.clone();
            let own = closed.own.filter(|own| *own != OfferStatus::Pending);
            let by = closed.by.clone().filter(|by| *by != me && own.is_some());
            Err(Refusal::OfferClosed { status: own.unwrap_or(closed.status), by })
        }
        (None, None) => Err(Refusal::NotFound { what: "offer" }),
    }
}
