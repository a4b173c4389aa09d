//! Rules that give a conversation to an agent, and that set the skills it needs.

use crate::assignment::choose::choose;
use crate::kernel::eligible::{members, needed_skills};
use crate::kernel::guard::agent;
use crate::kernel::handover::assigned;
use crate::kernel::limit;
use crate::{Context, Event, Mode, Origin, Refusal, Skill, Status, Thread, Wanted, assignment};

/// An agent takes a waiting conversation (F46). Of two agents who try, one gets it (F49). The
/// owner's own attempt answers no events.
pub(crate) fn accept(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    if thread.conversation.is_owner(&agent(ctx)?.id) {
        return Ok(Vec::new());
    }
    if let Some(owner) = &thread.conversation.owner {
        return Err(Refusal::AlreadyTaken { by: owner.clone() });
    }
    Ok(assigned(thread, agent(ctx)?.id.clone(), Origin::Picked, None, ctx))
}

/// How many skills a conversation may need.
const SKILL_LIMIT: usize = limit::SKILLS;

/// Sets the skills that an agent needs to be given the conversation (F47).
pub(crate) fn require(thread: &Thread, skills: &[Skill]) -> Result<Vec<Event>, Refusal> {
    if skills.len() > SKILL_LIMIT {
        return Err(Refusal::OutOfRange { field: "skills", least: 0, most: 5 });
    }
    let same = thread.conversation.skills == skills;
    Ok(if same {
        Vec::new()
    } else {
        vec![Event::Required(assignment::Required { skills: skills.to_vec() })]
    })
}

/// Gives a waiting conversation to the best available agent with room (F47), and records how the
/// engine found that agent (F63). The conversation goes on waiting where no such agent exists.
pub(crate) fn auto_assign(thread: &Thread, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    if conversation.status != Status::Queued || ctx.policy.mode != Mode::Auto {
        return Vec::new();
    }
    let left: Vec<_> = conversation.left_by.iter().cloned().collect();
    let wanted = Wanted {
        strategy: ctx.policy.strategy,
        skills: &needed_skills(thread, ctx),
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
