//! Rules that hand a conversation on at once.

use crate::kernel::eligible::{allowed, allowed_group, available, members, named};
use crate::kernel::guard::agent;
use crate::kernel::handover::{assigned, cascade};
use crate::kernel::text;
use crate::offer::asked::Asked;
use crate::queue::requeue::requeued;
use crate::{
    AgentId, Colleague, Context, EndCause, Event, OfferKind, Origin, Refusal, RequeueCause, Target,
    Thread, TransferMode, Wanted, choose, offer,
};

/// Hands the conversation on, at once or by an offer: as the caller says, or, if an owner names a
/// colleague without a mode, as the queue's settings say (F42).
pub(crate) fn by(
    thread: &Thread,
    to: &Target,
    mode: Option<TransferMode>,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let own = thread.conversation.is_owner(&agent(ctx)?.id) && to.agent().is_some();
    let usual = if own { ctx.policy.transfer_mode } else { TransferMode::Immediate };
    match mode.unwrap_or(usual) {
        TransferMode::Immediate => self::to(thread, to, note, ctx),
        TransferMode::Offer => {
            let kind = OfferKind::Assign;
            offer::rules::make(thread, &Asked { kind, to, all: false, discussion: None, note }, ctx)
        }
    }
}

/// Hands the conversation to a colleague, to an agent with the skill, or into a queue (F37–F39,
/// F42, F43).
fn to(
    thread: &Thread,
    to: &Target,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    match to {
        Target::Agent(_) | Target::Manager(_) => to_agent(thread, to, note, ctx),
        Target::Skill(_) => to_skilled(thread, to, note, ctx),
        Target::Team(_) | Target::Queue(_) => to_queue(thread, to, note, ctx),
    }
}

/// Hands the conversation to a colleague who is available with room. A consultant of a running
/// discussion takes it over with the knowledge from there (F31).
fn to_agent(
    thread: &Thread,
    to: &Target,
    note: Option<String>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let giver = agent(ctx)?;
    let target = to.agent().ok_or(Refusal::UnknownTarget { what: "agent" })?;
    if conversation.is_owner(target) {
        let own = conversation.is_owner(&giver.id);
        return Err(if own { Refusal::TargetIsSelf } else { Refusal::TargetIsOwner });
    }
    let colleague = named(to, ctx)?;
    allowed(colleague, ctx)?;
    hand_over(thread, colleague, note, ctx)
}

/// Hands the conversation to the best available agent with the skill.
fn to_skilled(
    thread: &Thread,
    to: &Target,
    note: Option<String>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let what = to.kind();
    let group = ctx.group.as_ref().ok_or(Refusal::UnknownTarget { what })?;
    if group.size == 0 {
        return Err(Refusal::TargetEmpty { what });
    }
    let owner: Vec<AgentId> = thread.conversation.owner.iter().cloned().collect();
    let wanted = Wanted {
        strategy: ctx.policy.strategy,
        skills: &[],
        needs_room: true,
        tried: &[],
        involved: &owner,
    };
    let may = |c: &&Colleague| allowed(c, ctx).is_ok();
    let members: Vec<_> = members(ctx).into_iter().filter(may).collect();
    if members.is_empty() {
        return Err(Refusal::TransferNotAllowed { what });
    }
    let (fit, routing) = choose(&wanted, &members);
    let best = fit.first().and_then(|agent| ctx.colleague(agent));
    let colleague = best.ok_or(Refusal::NobodyAvailable { what })?;
    let mut events = vec![Event::Routed(routing)];
    events.extend(hand_over(thread, colleague, note, ctx)?);
    Ok(events)
}

fn hand_over(
    thread: &Thread,
    colleague: &Colleague,
    note: Option<String>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let giver = agent(ctx)?;
    let to = &colleague.profile.id;
    // A pending assign offer to the same colleague has already reserved the room; the colleague's
    // availability is checked again.
    let reserved = conversation.offers.iter().any(|o| o.kind == OfferKind::Assign && o.asks(to));
    available(colleague, !reserved)?;
    let origin = match (conversation.is_owner(&giver.id), ctx.by_api) {
        (true, _) => Origin::Transfer,
        (false, true) => Origin::Api,
        (false, false) => Origin::Manager,
    };
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    events.extend(assigned(thread, to.clone(), origin, note, ctx));
    Ok(events)
}

/// Hands the conversation into a queue, or into a team's first queue, where the engine routes it
/// anew.
fn to_queue(
    thread: &Thread,
    to: &Target,
    note: Option<String>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let group = ctx.group.as_ref();
    let unknown = Refusal::UnknownTarget { what: to.kind() };
    let queue = group.and_then(|g| g.queue.clone()).ok_or(unknown)?;
    allowed_group(to, ctx)?;
    if group.is_some_and(|g| !g.staffed) {
        return Err(Refusal::TargetEmpty { what: to.kind() });
    }
    if conversation.owner.is_none() && conversation.queue == queue {
        return Err(Refusal::StillQueued);
    }
    let mut events = cascade(thread, None, EndCause::Transferred, ctx);
    let priority = if ctx.policy.transfer_keeps_priority {
        conversation.priority
    } else {
        group.map_or(0, |g| g.priority)
    };
    events.extend(requeued(thread, queue, note, RequeueCause::Transferred, priority, ctx));
    Ok(events)
}
