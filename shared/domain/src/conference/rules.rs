//! Rules of a conference: joining, leaving, and the owner afterwards.

use crate::discussion::rules::led_by_me;
use crate::kernel::eligible::{allowed, available, named};
use crate::kernel::guard::agent;
use crate::kernel::handover::{assigned, cascade};
use crate::offer::asked::Asked;
use crate::{
    AgentId, Context, Conversation, Discussion, EndCause, Event, Offer, OfferKind, OfferStatus,
    Origin, Promotion, Refusal, Target, Thread, conference, discussion, monitoring, offer,
};

/// How many more colleagues the conference can take. The customer and the owner count as parties,
/// too.
pub(crate) fn room(conversation: &Conversation, ctx: &Context) -> usize {
    room_beside(conversation, None, ctx)
}

/// The room in the conference, where an offer to `expert` does not count.
fn room_beside(conversation: &Conversation, expert: Option<&AgentId>, ctx: &Context) -> usize {
    let pending = conversation.offers.iter().filter(|o| !o.is_over(ctx.now));
    let asked = pending.filter(|o| o.kind == OfferKind::Conference).flat_map(|o| &o.to);
    let coming = asked.filter(|agent| Some(*agent) != expert).count();
    usize::from(ctx.policy.conference_limit).saturating_sub(2 + conversation.guests.len() + coming)
}

/// Refuses if the conference is full, counting every colleague who is asked to it.
pub(crate) fn has_room(
    conversation: &Conversation,
    pending: &[&Offer],
    asked: &Asked<'_>,
    ctx: &Context,
) -> Result<(), Refusal> {
    if let Some(agent) = asked.to.agent() {
        if conversation.is_guest(agent) {
            return Err(Refusal::TargetInConference);
        }
        let same = |o: &&&Offer| o.kind == OfferKind::Conference && o.asks(agent);
        if let Some(pending) = pending.iter().find(same) {
            return Err(Refusal::OfferPending { to: pending.to.first().cloned() });
        }
    }
    full(room(conversation, ctx), ctx)
}

pub(crate) fn full(room: usize, ctx: &Context) -> Result<(), Refusal> {
    if room == 0 {
        return Err(Refusal::ConferenceFull { limit: ctx.policy.conference_limit });
    }
    Ok(())
}

/// A colleague joins by accepting an offer. A guest leaves private discussions and loses the offers
/// to join them.
pub(crate) fn joined(thread: &Thread, me: &AgentId, number: u64, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let mut events = Vec::new();
    for talk in conversation.discussions.iter().filter(|d| d.has(me)) {
        events.extend(promoted(talk, me, Promotion::Conference));
    }
    events.extend(unasked_by(conversation, me, number, ctx));
    if let Some(mode) = conversation.monitors_as(me) {
        events.push(Event::Monitoring(monitoring::Changed {
            agent: me.clone(),
            mode: None,
            was: Some(mode),
        }));
    }
    events.push(Event::ConferenceJoined(conference::Joined { agent: me.clone(), offer: number }));
    events
}

/// Takes a new guest out of other offers, except offers to take over.
fn unasked_by(
    conversation: &Conversation,
    guest: &AgentId,
    number: u64,
    ctx: &Context,
) -> Vec<Event> {
    let asked = conversation.offers.iter().filter(|o| o.number != number && o.asks(guest));
    asked.filter(|o| o.kind != OfferKind::Assign).map(|o| unasked(o, guest, ctx)).collect()
}

/// Takes a colleague out of an offer after the colleague took another part in the conversation.
fn unasked(asked: &Offer, me: &AgentId, ctx: &Context) -> Event {
    let status =
        if asked.is_late(ctx.now) { OfferStatus::TimedOut } else { OfferStatus::Rescinded };
    let offer = asked.number;
    if asked.to.len() > 1 {
        let agent = me.clone();
        return Event::OfferPassed(offer::Passed {
            offer,
            agent,
            status,
            reason: None,
            code: None,
            load: None,
        });
    }
    Event::OfferClosed(offer::Closed {
        offer,
        status,
        by: None,
        reason: None,
        code: None,
        load: None,
    })
}

/// A consultant's part in a discussion becomes another part; the discussion ends with its last
/// consultant.
fn promoted(talk: &Discussion, expert: &AgentId, into: Promotion) -> Vec<Event> {
    let left = Event::DiscussionLeft(discussion::Left {
        discussion: talk.number,
        agent: expert.clone(),
        outcome: None,
        promoted: Some(into),
    });
    let mut events = vec![left];
    if talk.consultants.iter().all(|(e, _)| e == expert) {
        events.push(Event::DiscussionEnded(discussion::Ended {
            discussion: talk.number,
            resolved: None,
            note: None,
            cause: EndCause::Promoted,
            outcomes: Vec::new(),
            promoted: Some((into, expert.clone())),
        }));
    }
    events
}

/// Turns a discussion into a transfer or a conference, without asking the consultant again (F28,
/// F31, F32).
pub(crate) fn promote(
    thread: &Thread,
    number: u64,
    expert: Option<&AgentId>,
    into: Promotion,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let talk = led_by_me(thread, number, ctx)?;
    let (expert, offer) = match (expert, talk.consultants.as_slice()) {
        (None, [only]) => only,
        (None, _) => return Err(Refusal::WhichExpert),
        (Some(named), all) => all.iter().find(|(e, _)| e == named).ok_or(Refusal::NotExpert)?,
    };
    let colleague = named(&Target::Agent(expert.clone()), ctx)?;
    let mut events = promoted(talk, expert, into);
    match into {
        Promotion::Conference => {
            available(colleague, false)?;
            full(room_beside(conversation, Some(expert), ctx), ctx)?;
            events.extend(unasked_by(conversation, expert, *offer, ctx));
            events.push(Event::ConferenceJoined(conference::Joined {
                agent: expert.clone(),
                offer: *offer,
            }));
        }
        Promotion::Transfer => {
            allowed(colleague, ctx)?;
            let reserved =
                conversation.offers.iter().any(|o| o.kind == OfferKind::Assign && o.asks(expert));
            available(colleague, !reserved)?;
            let over = events.len() > 1;
            let rest = cascade(thread, None, EndCause::Transferred, ctx);
            let is_it = |e: &Event| matches!(e, Event::DiscussionEnded(discussion::Ended { discussion, .. }) if *discussion == number);
            events.extend(rest.into_iter().filter(|e| !(over && is_it(e))));
            events.extend(assigned(thread, expert.clone(), Origin::Transfer, None, ctx));
        }
    }
    Ok(events)
}

/// Refuses an agent who has no part in a conference.
pub(crate) fn takes_part(conversation: &Conversation, me: &AgentId) -> Result<(), Refusal> {
    let with_others = conversation.is_owner(me) && !conversation.guests.is_empty();
    if with_others || conversation.is_guest(me) { Ok(()) } else { Err(Refusal::NotInConference) }
}

/// An agent leaves the conference. In the owner's place, the guest who has been in it longest takes
/// over, among the guests who are available and have room (F36).
pub(crate) fn leave(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let me = &agent(ctx)?.id;
    if conversation.is_guest(me) {
        return Ok(vec![Event::ConferenceLeft(conference::Left { agent: me.clone() })]);
    }
    takes_part(conversation, me)?;
    let ready = |guest: &&(AgentId, u64)| {
        ctx.colleague(&guest.0).is_some_and(|c| available(c, true).is_ok())
    };
    let (successor, _) = conversation.guests.iter().find(ready).ok_or(Refusal::NoSuccessor)?;
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    events.push(Event::ConferenceLeft(conference::Left { agent: successor.clone() }));
    events.extend(assigned(thread, successor.clone(), Origin::Conference, None, ctx));
    Ok(events)
}

/// Takes a guest out (F35).
pub(crate) fn remove(thread: &Thread, guest: &AgentId) -> Result<Vec<Event>, Refusal> {
    if !thread.conversation.is_guest(guest) {
        return Err(Refusal::NotInConference);
    }
    Ok(vec![Event::ConferenceLeft(conference::Left { agent: guest.clone() })])
}
