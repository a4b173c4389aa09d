//! Who of several gets it, and why: every automatic choice can be read back (F47, F63).

use crate::{AgentId, Colleague, Millis, Presence, Skill, Strategy};
use serde::{Deserialize, Serialize};

/// How many colleagues are weighed one by one in the record of a choice.
pub const WEIGHED_LIMIT: usize = 6;

/// How a choice was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routing {
    /// By what rule.
    #[serde(rename = "s")]
    pub strategy: Strategy,
    /// Who was looked at, the best first; at most [`WEIGHED_LIMIT`].
    #[serde(rename = "w")]
    pub weighed: Vec<Weighed>,
    /// How many more were looked at.
    #[serde(rename = "m", default, skip_serializing_if = "is_none")]
    pub more: u32,
    /// What told the best from the second best.
    #[serde(rename = "d")]
    pub decided_by: Decider,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none(n: &u32) -> bool {
    *n == 0
}

/// A colleague who was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighed {
    /// Who.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// How many conversations they had in progress.
    #[serde(rename = "o")]
    pub open: u32,
    /// How many they may have.
    #[serde(rename = "c")]
    pub capacity: u32,
    /// Since when nothing new had come to them and nothing had left them.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub idle_since: Option<Millis>,
    /// Why they could not be chosen; `None`: they could.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Excluded>,
}

/// Why somebody could not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excluded {
    /// No socket is open.
    Offline,
    /// They take no work.
    Away,
    /// They have as much as they may.
    Full,
    /// They cannot do what is needed.
    LacksSkill,
    /// They were asked before, and did not accept.
    Tried,
    /// They are part of the conversation already.
    Involved,
}

/// What told the best from the second best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// Nobody could be chosen.
    Nobody,
    /// There was no second.
    OnlyOne,
    /// A smaller share of the capacity was taken.
    Load,
    /// They had been idle for longer.
    Idle,
    /// Their turn was longer ago.
    Turn,
    /// Nothing: the ids were compared, so that the choice is the same every time.
    Id,
    /// There was no choice: all who could be asked were asked at once.
    Everyone,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// By what rule.
    pub strategy: Strategy,
    /// What they must be able to do.
    pub skills: &'a [Skill],
    /// Whether it takes room on the desk.
    pub needs_room: bool,
    /// Those asked before.
    pub tried: &'a [AgentId],
    /// Those who are part of the conversation.
    pub involved: &'a [AgentId],
}

/// The best of `colleagues`, then the others who could be chosen, and how that came about.
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

/// The share of the desk that is taken, in ten-thousandths.
fn share(c: &Colleague) -> u64 {
    u64::from(c.open) * 10_000 / u64::from(c.profile.capacity.max(1))
}

type Rank = (u64, Option<Millis>, AgentId);

/// Smaller is better. Who was never given anything is idle since for ever.
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
