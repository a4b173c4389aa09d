//! Offers to a group: the first colleagues whom an offer asks, and the next (F21).

use crate::kernel::eligible::{
    allowed, allowed_by, allowed_group, available, members, named, needed_skills,
};
use crate::kernel::guard::agent;
use crate::kernel::timers::offer_lapses;
use crate::offer::asked::Asked;
use crate::{
    AgentId, Colleague, Context, Conversation, Decider, Event, Offer, OfferKind, Refusal, Routing,
    Target, Thread, Wanted, choose, conference, offer,
};

/// The first colleagues whom an offer asks, and how the engine chose them in a group.
pub(crate) struct Found {
    pub(crate) to: Vec<AgentId>,
    pub(crate) routing: Option<Routing>,
}

/// Finds the first colleagues for an offer. `reserved` lists agents whose workloads hold room for
/// it already.
pub(crate) fn first(
    thread: &Thread,
    asked: &Asked<'_>,
    reserved: &[&AgentId],
    ctx: &Context,
) -> Result<Found, Refusal> {
    if let Some(agent) = asked.to.agent() {
        if asked.all {
            return Err(Refusal::NotAGroup);
        }
        let colleague = named(asked.to, ctx)?;
        let conversation = &thread.conversation;
        if asked.kind == OfferKind::Assign {
            allowed(colleague, ctx)?;
        }
        if asked.kind == OfferKind::Conference && conversation.consults(agent) {
            return Err(Refusal::TargetConsults);
        }
        if conversation.is_guest(agent) && asked.kind != OfferKind::Assign {
            return Err(Refusal::TargetInConference);
        }
        available(colleague, asked.kind == OfferKind::Assign && !reserved.contains(&agent))?;
        return Ok(Found { to: vec![agent.clone()], routing: None });
    }
    let what = asked.to.kind();
    let group = ctx.group.as_ref().ok_or(Refusal::UnknownTarget { what })?;
    if group.size == 0 {
        return Err(Refusal::TargetEmpty { what });
    }
    if asked.kind == OfferKind::Assign {
        allowed_group(asked.to, ctx)?;
    }
    let from = &agent(ctx)?.id;
    let (mut fit, mut routing) = among(thread, asked.to, asked.kind, from, &[], ctx);
    if fit.is_empty() {
        return Err(Refusal::NobodyAvailable { what });
    }
    if asked.all {
        routing.decided_by = Decider::Everyone;
    }
    // The limit of a conference counts every colleague who is asked to it.
    fit.truncate(if asked.all { Conversation::SEARCH_LIMIT } else { 1 });
    if asked.all && asked.kind == OfferKind::Conference {
        fit.truncate(conference::rules::room(&thread.conversation, ctx));
    }
    Ok(Found { to: fit, routing: Some(routing) })
}

/// The events that pass the offer to the next colleague. There is one only if the offer asks its
/// group one after the other, an available member is left, and time is left.
pub(crate) fn next(thread: &Thread, offer: &Offer, ctx: &Context) -> Option<Vec<Event>> {
    let search = offer.group_offer.as_ref().filter(|s| !s.all && ctx.now < s.deadline)?;
    if search.tried.len() + 1 >= Conversation::SEARCH_LIMIT {
        return None;
    }
    let tried: Vec<AgentId> =
        search.tried.iter().map(|(agent, _)| agent).chain(&offer.to).cloned().collect();
    let (fit, routing) = among(thread, &search.group, offer.kind, &offer.from, &tried, ctx);
    let to = fit.into_iter().next()?;
    let expires = search.deadline.min(ctx.now + ctx.policy.step_timeout);
    Some(vec![
        Event::OfferMoved(offer::Moved { offer: offer.number, to, expires }),
        Event::Routed(routing),
        offer_lapses(offer.number, expires),
    ])
}

/// The members of a group whom `from` could ask, the best first.
fn among(
    thread: &Thread,
    group: &Target,
    kind: OfferKind,
    from: &AgentId,
    tried: &[AgentId],
    ctx: &Context,
) -> (Vec<AgentId>, Routing) {
    // Work in a queue may need skills; a question to a team needs none.
    let needed = match group {
        Target::Queue(_) => needed_skills(thread, ctx),
        Target::Skill(skill) => vec![skill.clone()],
        _ => Vec::new(),
    };
    let involved = involved(thread, kind);
    let wanted = Wanted {
        strategy: ctx.policy.strategy,
        skills: &needed,
        needs_room: kind == OfferKind::Assign,
        tried,
        involved: &involved,
    };
    // An agent may ask every colleague a question, but may hand work only to colleagues within
    // reach, even among those with the skill.
    let bounded = kind == OfferKind::Assign && matches!(group, Target::Skill(_));
    let may = |c: &&Colleague| !bounded || allowed_by(from, c, ctx).is_ok();
    let members: Vec<_> = members(ctx).into_iter().filter(may).collect();
    choose(&wanted, &members)
}

/// The agents whom an offer of this kind makes no sense for.
fn involved(thread: &Thread, kind: OfferKind) -> Vec<AgentId> {
    let c = &thread.conversation;
    let mut involved: Vec<AgentId> = c.owner.iter().cloned().collect();
    let asked = c.offers.iter().filter(|o| o.kind == kind).flat_map(|o| &o.to);
    involved.extend(asked.cloned());
    if kind != OfferKind::Assign {
        involved.extend(c.guests.iter().map(|(guest, _)| guest.clone()));
        involved.extend(c.discussions.iter().flat_map(|d| d.members()).cloned());
    }
    involved
}
