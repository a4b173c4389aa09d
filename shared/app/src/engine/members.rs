//! The groups from which the engine chooses: teams, queues, and all agents with a skill.

use domain::{AgentId, Group, Profile, Target, serves};
use store::settings::directory::Directory;

/// The number of agents that the engine draws at random from a larger group: the best of ten is
/// nearly the best of all, and the cost does not grow with the team.
pub(crate) const HANDFUL: usize = 10;

/// Returns the group that a target names, if there is one, with the members from whom the engine
/// chooses. Members in `likely` are always among them.
pub(crate) fn group(target: &Target, directory: &Directory, likely: &[AgentId]) -> Option<Group> {
    let queue_of = |team| directory.queues.values().find(|q| !q.retired && q.team == team);
    let (team, queue) = match target {
        Target::Agent(_) | Target::Manager(_) => return None,
        Target::Team(team) => {
            directory.teams.get(team).filter(|team| !team.retired)?;
            (Some(team.clone()), queue_of(team.clone()).map(|q| q.id.clone()))
        }
        Target::Queue(queue) => {
            let record = directory.queues.get(queue).filter(|queue| !queue.retired)?;
            (Some(record.team.clone()), Some(queue.clone()))
        }
        Target::Skill(_) => (None, None),
    };
    let belongs = |profile: &Profile| match (target, &team) {
        (Target::Skill(skill), _) => profile.skills.contains(skill),
        (_, Some(team)) => profile.teams.contains(team),
        _ => false,
    };
    let mut members: Vec<AgentId> = directory
        .agents
        .values()
        .map(|a| &a.profile)
        .filter(|p| serves(p) && belongs(p))
        .map(|p| p.id.clone())
        .collect();
    // A skill that no agent has counts as unknown.
    if members.is_empty() && matches!(target, Target::Skill(_)) {
        return None;
    }
    let staffed = directory.agents.values().any(|a| belongs(&a.profile));
    let size = members.len();
    if size > HANDFUL {
        draw(&mut members, likely);
    }
    let priority = queue.as_ref().map_or(0, |queue| directory.policy(queue).priority);
    Some(Group { members, size, staffed, team, queue, priority })
}

/// Reduces `members` to a handful, drawn at random, which includes the members in `likely`.
pub(crate) fn draw(members: &mut Vec<AgentId>, likely: &[AgentId]) {
    let mut sure = 0;
    for agent in likely.iter().take(HANDFUL) {
        if let Some(at) = members.iter().position(|m| m == agent) {
            members.swap(sure, at);
            sure += 1;
        }
    }
    let random = random();
    for (at, chunk) in random.chunks_exact(4).enumerate().skip(sure) {
        let random = u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
        let rest = members.len() - at;
        let other = at + usize::try_from(random).unwrap_or(0) % rest;
        members.swap(at, other);
    }
    members.truncate(HANDFUL);
}

/// Returns random bytes. Without randomness every call draws the same handful, which is worse and
/// not wrong.
pub(crate) fn random() -> [u8; HANDFUL * 4] {
    let mut bytes = [0_u8; HANDFUL * 4];
    let _ = getrandom::fill(&mut bytes);
    bytes
}
