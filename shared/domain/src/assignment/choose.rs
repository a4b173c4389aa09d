//! Chooses an agent among several and records why: people can read back every automatic choice
//! (F47, F63).

use crate::assignment::routing::{Decider, Excluded, Routing, WEIGHED_LIMIT, Weighed};
use crate::{AgentId, Colleague, Millis, Presence, Skill, Strategy};

/// The agent that a conversation or a request needs.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The rule that ranks the agents.
    pub strategy: Strategy,
    /// The skills that the agent must have.
    pub skills: &'a [Skill],
    /// Whether the work takes room on the agent's workload.
    pub needs_room: bool,
    /// The agents who were asked before.
    pub tried: &'a [AgentId],
    /// The agents who take part in the conversation already.
    pub involved: &'a [AgentId],
}

/// Ranks `colleagues`: answers the agents who can be chosen, the best first, and how the choice
/// came about.
#[must_use]
pub fn choose(wanted: &Wanted<'_>, colleagues: &[&Colleague]) -> (Vec<AgentId>, Routing) {
    let (mut fit, unfit): (Vec<_>, Vec<_>) =
        colleagues.iter().map(|c| (*c, excluded(wanted, c))).partition(|(_, why)| why.is_none());
    fit.sort_by_key(|(c, _)| rank(wanted.strategy, c));
    let decided_by = match fit.as_slice() {
        [] => Decider::Nobody,
        [_] => Decider::OnlyOne,
        [(best, _), (second, _), ..] => decider(wanted.strategy, best, second),
    };
    let chosen = fit.iter().map(|(c, _)| c.profile.id.clone()).collect();
    let all: Vec<_> = fit.into_iter().chain(unfit).collect();
    let more = u32::try_from(all.len().saturating_sub(WEIGHED_LIMIT)).unwrap_or(u32::MAX);
    let weighed = all
        .into_iter()
        .take(WEIGHED_LIMIT)
        .map(|(c, excluded)| Weighed {
            agent: c.profile.id.clone(),
            open: c.open,
            capacity: c.profile.capacity,
            idle_since: c.idle_since(),
            excluded,
        })
        .collect();
    (chosen, Routing { strategy: wanted.strategy, weighed, more, decided_by })
}

fn excluded(wanted: &Wanted<'_>, c: &Colleague) -> Option<Excluded> {
    let id = &c.profile.id;
    if wanted.tried.contains(id) {
        return Some(Excluded::Tried);
    }
    if wanted.involved.contains(id) {
        return Some(Excluded::Involved);
    }
    if !wanted.skills.iter().all(|skill| c.profile.skills.contains(skill)) {
        return Some(Excluded::LacksSkill);
    }
    match c.presence {
        Presence::Offline => Some(Excluded::Offline),
        Presence::Away => Some(Excluded::Away),
        Presence::Available | Presence::Busy if wanted.needs_room && c.is_full() => {
            Some(Excluded::Full)
        }
        Presence::Available | Presence::Busy => None,
    }
}

/// The share of the workload that is taken, in ten-thousandths of the capacity.
fn share(c: &Colleague) -> u64 {
    u64::from(c.open) * 10_000 / u64::from(c.profile.capacity.max(1))
}

type Rank = (u64, Option<Millis>, AgentId);

/// The rank of an agent; smaller is better. Agents who never had work rank as idle longest.
fn rank(strategy: Strategy, c: &Colleague) -> Rank {
    let id = c.profile.id.clone();
    match strategy {
        Strategy::LeastLoaded => (share(c), c.idle_since(), id),
        Strategy::LongestIdle => (0, c.idle_since(), id),
        Strategy::RoundRobin => (0, c.given, id),
    }
}

fn decider(strategy: Strategy, best: &Colleague, second: &Colleague) -> Decider {
    let (a, b) = (rank(strategy, best), rank(strategy, second));
    if a.0 != b.0 {
        Decider::Load
    } else if a.1 != b.1 {
        if strategy == Strategy::RoundRobin { Decider::Turn } else { Decider::Idle }
    } else {
        Decider::Id
    }
}
