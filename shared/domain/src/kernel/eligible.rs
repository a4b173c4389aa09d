//! The checks that an agent can get work or an offer: availability, room, skills, and the giver's
//! reach.

use crate::kernel::guard::agent;
use crate::{
    AgentId, Caller, Colleague, Context, Presence, Profile, Refusal, Role, Skill, Target, TeamId,
    Thread,
};

/// The candidates of the group.
pub(crate) fn members(ctx: &Context) -> Vec<&Colleague> {
    let members = ctx.group.iter().flat_map(|g| &g.members);
    members.filter_map(|agent| ctx.colleague(agent)).collect()
}

/// The skills that a new owner of the conversation needs.
pub(crate) fn needed_skills(thread: &Thread, ctx: &Context) -> Vec<Skill> {
    let mut skills = thread.conversation.skills.clone();
    skills.extend(
        ctx.policy.skills.iter().filter(|s| !thread.conversation.skills.contains(s)).cloned(),
    );
    skills
}

/// The colleague whom a target names.
pub(crate) fn named<'a>(target: &Target, ctx: &'a Context) -> Result<&'a Colleague, Refusal> {
    let unknown = Refusal::UnknownTarget { what: target.kind() };
    let colleague = target.agent().and_then(|agent| ctx.colleague(agent)).ok_or(unknown.clone())?;
    let manager = matches!(target, Target::Manager(_));
    if manager && colleague.profile.role == Role::Agent { Err(unknown) } else { Ok(colleague) }
}

/// Refuses an unavailable colleague and, if `needs_room` is set, a colleague without room.
pub(crate) fn available(colleague: &Colleague, needs_room: bool) -> Result<(), Refusal> {
    match colleague.presence {
        Presence::Available | Presence::Busy => {}
        Presence::Away => return Err(Refusal::TargetUnavailable { presence: "away" }),
        Presence::Offline => return Err(Refusal::TargetUnavailable { presence: "offline" }),
    }
    if needs_room && colleague.is_full() {
        let (open, capacity) = (colleague.open, colleague.profile.capacity);
        return Err(Refusal::TargetFull { open, capacity });
    }
    Ok(())
}

/// Whether the caller may give work to this colleague.
pub(crate) fn allowed(colleague: &Colleague, ctx: &Context) -> Result<(), Refusal> {
    allowed_by(&agent(ctx)?.id, colleague, ctx)
}

/// Whether `giver` may give work to this colleague: the colleague must belong to one of the giver's
/// own teams, to the team that serves the queue, or to a team that shares the account (F38, F51).
pub(crate) fn allowed_by(
    giver: &AgentId,
    colleague: &Colleague,
    ctx: &Context,
) -> Result<(), Refusal> {
    // A group offer goes on while others act, so the giver may be among the workloads that the
    // engine read.
    let giver = match &ctx.caller {
        Caller::Agent(profile) if profile.id == *giver => Some(profile),
        _ => ctx.colleague(giver).map(|c| &c.profile),
    };
    let near = |team: &TeamId| {
        giver.is_some_and(|g| g.teams.contains(team))
            || ctx.queue_team.as_ref() == Some(team)
            || ctx.asset_teams.contains(team)
    };
    if is_free(giver, ctx) || colleague.profile.teams.iter().any(near) {
        return Ok(());
    }
    Err(Refusal::TransferNotAllowed { what: "agent" })
}

/// Whether the caller may hand work to this team: only one of the caller's own (F37). Queues are
/// open to every agent (F39), because the engine routes each conversation in a queue anew.
pub(crate) fn allowed_group(to: &Target, ctx: &Context) -> Result<(), Refusal> {
    let giver = agent(ctx)?;
    match to {
        Target::Team(team) if !is_free(Some(giver), ctx) && !giver.teams.contains(team) => {
            Err(Refusal::TransferNotAllowed { what: to.kind() })
        }
        _ => Ok(()),
    }
}

/// Whether `giver` may hand conversations to anybody.
fn is_free(giver: Option<&Profile>, ctx: &Context) -> bool {
    ctx.policy.transfer_outside_own_teams || giver.is_some_and(|g| g.role == Role::Admin)
}
