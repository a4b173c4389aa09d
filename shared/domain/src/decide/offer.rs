//! Offers: asking a colleague to take over or to discuss, and what becomes of it.
//!
//! An offer is pending, then exactly one of accepted, rejected, withdrawn, timed out, rescinded.
//! Its deadline is part of the decision: from that moment on it cannot be accepted, whether or
//! not the clock has been round to say so.

use super::{Context, agent, assigned, cascade, owned, text};
use crate::event::{EndCause, OfferStatus};
use crate::{
    AgentId, Conversation, Event, Offer, OfferKind, Origin, Presence, Refusal, Thread, TimerKind,
};

/// Ask a colleague (F1–F5, F19).
pub(super) fn make(
    thread: &Thread,
    kind: OfferKind,
    to: &AgentId,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    owned(thread)?;
    let conversation = &thread.conversation;
    let from = agent(ctx)?.id.clone();
    if from == *to {
        return Err(Refusal::TargetIsSelf);
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    // Of assign offers one at a time: two acceptances could not both be honoured.
    let same = |o: &&Offer| o.kind == kind && (o.to == *to || kind == OfferKind::Assign);
    let (late, pending): (Vec<_>, Vec<_>) =
        conversation.offers.iter().partition(|o| o.is_late(ctx.now));
    if let Some(pending) = pending.iter().copied().find(same) {
        return Err(Refusal::OfferPending { to: pending.to.clone() });
    }
    // An entry can put an invitation on a desk or take one off, not both: the late one that lies
    // on the same desk is left to the clock. It can no longer be accepted either way.
    let left = |o: &&Offer| kind == OfferKind::Discuss && same(o);
    let (left, late): (Vec<_>, Vec<_>) = late.into_iter().partition(left);
    if pending.len() + left.len() >= Conversation::OFFER_LIMIT {
        return Err(Refusal::TooManyOffers { limit: Conversation::OFFER_LIMIT });
    }
    let timeout = match kind {
        OfferKind::Assign => ctx.policy.assign_timeout,
        OfferKind::Discuss => {
            if conversation.consults(to) {
                return Err(Refusal::TargetConsults);
            }
            let asked = pending.iter().filter(|o| o.kind == OfferKind::Discuss).count();
            if asked + conversation.discussions.len() >= Conversation::DISCUSSION_LIMIT {
                return Err(Refusal::TooManyDiscussions { limit: Conversation::DISCUSSION_LIMIT });
            }
            ctx.policy.discuss_timeout
        }
    };
    // To talk takes no room at the desk; to take over does, unless a late offer holds it still.
    let reserved = late.iter().any(|o| o.kind == OfferKind::Assign && o.to == *to);
    available(ctx, kind == OfferKind::Assign && !reserved)?;
    let expires = ctx.now + timeout;
    let mut events: Vec<_> = late.iter().map(|o| timed_out(o.number)).collect();
    events.push(Event::OfferMade { kind, from, to: to.clone(), note, expires });
    events.push(Event::TimerArmed { kind: TimerKind::Offer, due: expires });
    Ok(events)
}

/// Refuses unless the colleague named by the command exists, is there and, if asked, has room.
pub(super) fn available(ctx: &Context, needs_room: bool) -> Result<(), Refusal> {
    let desk = ctx.target.ok_or(Refusal::UnknownTarget { what: "agent" })?;
    match desk.presence {
        Presence::Available | Presence::Busy => {}
        Presence::Away => return Err(Refusal::TargetUnavailable { presence: "away" }),
        Presence::Offline => return Err(Refusal::TargetUnavailable { presence: "offline" }),
    }
    if needs_room && desk.open >= desk.capacity {
        return Err(Refusal::TargetFull { open: desk.open, capacity: desk.capacity });
    }
    Ok(())
}

/// Say yes (F6, F19). An assign offer moves the conversation; a discuss offer opens a discussion.
pub(super) fn accept(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let offer = asked_of_me(thread, number, ctx)?;
    let accepted =
        Event::OfferClosed { offer: number, status: OfferStatus::Accepted, reason: None };
    let mut events = vec![accepted];
    if offer.kind == OfferKind::Assign {
        events.extend(cascade(thread, Some(number), EndCause::Transferred, ctx));
        events.extend(assigned(thread, offer.to.clone(), Origin::Offer, None, ctx));
    }
    Ok(events)
}

/// Say no, with a reason (F10).
pub(super) fn reject(
    thread: &Thread,
    number: u64,
    reason: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    asked_of_me(thread, number, ctx)?;
    text::required("reason", reason, text::REASON_LIMIT)?;
    Ok(closed(number, OfferStatus::Rejected, reason))
}

/// Take it back while it is pending, with a reason (F11).
pub(super) fn withdraw(
    thread: &Thread,
    number: u64,
    reason: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let offer = pending(thread, number, ctx)?;
    if offer.from != agent(ctx)?.id {
        return Err(Refusal::NotOfferInitiator);
    }
    text::required("reason", reason, text::REASON_LIMIT)?;
    Ok(closed(number, OfferStatus::Withdrawn, reason))
}

/// The clock has come (F16). Too early, or answered meanwhile: nothing happens.
pub(super) fn expire(thread: &Thread, number: u64, ctx: &Context) -> Vec<Event> {
    match thread.conversation.offer(number) {
        Some(offer) if offer.is_late(ctx.now) => vec![timed_out(number)],
        _ => Vec::new(),
    }
}

const fn timed_out(offer: u64) -> Event {
    Event::OfferClosed { offer, status: OfferStatus::TimedOut, reason: None }
}

fn closed(offer: u64, status: OfferStatus, reason: &str) -> Vec<Event> {
    vec![Event::OfferClosed { offer, status, reason: Some(reason.to_owned()) }]
}

fn asked_of_me<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Offer, Refusal> {
    let offer = pending(thread, number, ctx)?;
    if offer.to == agent(ctx)?.id { Ok(offer) } else { Err(Refusal::NotOfferTarget) }
}

/// The offer, if it can still be answered.
fn pending<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Offer, Refusal> {
    match (thread.conversation.offer(number), ctx.closed_offer) {
        (Some(offer), _) if !offer.is_late(ctx.now) => Ok(offer),
        (Some(_), _) => Err(Refusal::OfferClosed { status: OfferStatus::TimedOut }),
        (None, Some(status)) => Err(Refusal::OfferClosed { status }),
        (None, None) => Err(Refusal::NotFound { what: "offer" }),
    }
}
