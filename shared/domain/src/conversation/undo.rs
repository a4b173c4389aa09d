//! The undoing of an agent's own last step: the end of a conversation, or the removal of a guest.
//!
//! Offers and discussions that the step ended stay ended for ever (F18, F26).

use crate::kernel::eligible::available;
use crate::kernel::guard::agent;
use crate::kernel::timers::arm_idle;
use crate::sla::due;
use crate::{
    AgentId, Context, Event, Millis, OfferKind, Party, Refusal, Status, Thread, Undone, conference,
    conversation,
};

/// How long after a step its author can take it back.
pub(crate) const WINDOW: Millis = Millis::seconds(30);

const MORE: &str = "more has happened in the conversation since";

/// Takes back an entry of the caller's own, if nothing has come of it yet.
pub(crate) fn undo(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let me = &agent(ctx)?.id;
    let undone = ctx.undone.as_ref().filter(|u| u.entry.seq == number);
    let undone = undone.ok_or(Refusal::NotFound { what: "entry" })?;
    if undone.entry.by.agent() != Some(me) {
        return Err(Refusal::CannotUndo { why: "somebody else did it" });
    }
    if ctx.now - undone.entry.at > WINDOW {
        return Err(Refusal::CannotUndo { why: "it is longer ago than 30 seconds" });
    }
    let events = &undone.entry.events;
    if events.iter().any(|e| matches!(e, Event::Resolved(_))) {
        return goes_on(thread, undone, ctx);
    }
    match events.as_slice() {
        [Event::ConferenceLeft(crate::conference::Left { agent })] if agent != me => {
            comes_back(thread, undone, agent, ctx)
        }
        _ => Err(Refusal::CannotUndo { why: "only an end or a removal can be" }),
    }
}

/// Returns the conversation to its owner.
fn goes_on(thread: &Thread, undone: &Undone, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let c = &thread.conversation;
    let same = c.number == undone.before.conversation.number && c.status == Status::Resolved;
    if !same || c.closed.as_ref().is_none_or(|closed| closed.at != undone.entry.at) {
        return Err(Refusal::CannotUndo { why: MORE });
    }
    let owner = undone.before.conversation.owner.clone();
    let owner = owner.ok_or(Refusal::CannotUndo { why: "nobody had the conversation" })?;
    // An owner who still wraps the conversation up has kept the room for it.
    let reserved = thread.wraps.iter().any(|w| w.number == c.number && w.agent == owner);
    if owner != agent(ctx)?.id {
        let colleague = ctx.colleague(&owner).ok_or(Refusal::UnknownTarget { what: "agent" })?;
        available(colleague, !reserved)?;
    }
    let mut next = c.clone();
    (next.status, next.owner) = (Status::Active, Some(owner.clone()));
    let mut events = vec![Event::ResolveUndone(conversation::ResolveUndone { owner })];
    events.extend(match c.waiting_on {
        Party::Agent => due::watch_on(thread, &next, ctx),
        Party::Customer => arm_idle(thread, ctx),
    });
    Ok(events)
}

/// The guest speaks with the customer again, under the number of the offer that the guest accepted.
fn comes_back(
    thread: &Thread,
    undone: &Undone,
    guest: &AgentId,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let c = &thread.conversation;
    let was = undone.before.conversation.guests.iter().find(|(agent, _)| agent == guest);
    let (_, offer) = was.ok_or(Refusal::NotInConference)?;
    let asked = c.offers.iter().any(|o| o.kind != OfferKind::Assign && o.asks(guest));
    let part = c.is_guest(guest) || c.consults(guest) || c.monitors_as(guest).is_some();
    if c.epoch != undone.before.conversation.epoch || asked || part {
        return Err(Refusal::CannotUndo { why: MORE });
    }
    let colleague = ctx.colleague(guest).ok_or(Refusal::UnknownTarget { what: "agent" })?;
    available(colleague, false)?;
    conference::rules::full(conference::rules::room(c, ctx), ctx)?;
    Ok(vec![Event::ConferenceJoined(crate::conference::Joined {
        agent: guest.clone(),
        offer: *offer,
    })])
}
