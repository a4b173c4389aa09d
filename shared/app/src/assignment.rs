//! Assignment: the engine gives waiting conversations to agents who are there with room (F47).
//!
//! The engine looks for a match inline after every event that could make one: a conversation comes
//! to wait, an agent gets room, an agent becomes available. Once a minute it looks for the matches
//! that it missed. The roster from which it chooses may be a moment old; a condition of the write
//! decides whether the chosen agent can have the conversation.

use crate::engine::members::{HANDFUL, draw, group, random};
use crate::{Engine, Executed, Failure, Ground, Request};
use domain::{AgentId, Command, Mode, Presence, Profile, QueueId, Status, Target, serves};
use store::Stored;
use store::settings::directory::Directory;

/// The number of places at the head of a queue that one attempt tries. The conversations there may
/// need skills that no present agent has.
const PLACES: usize = 5;
/// The most conversations that one occasion gives out.
const ROUNDS: usize = 25;
/// The most restarts of one occasion, after other processes gave out the same places.
const RACES: usize = 50;
/// The most conversations that the minute's round gives out; the round finds what all occasions
/// missed.
const SWEEP_ROUNDS: usize = 200;

/// Looks for a match after an entry by which a conversation came to wait, or an agent got room.
pub(crate) async fn match_after(
    engine: Engine<'_>,
    next: &Stored,
    effects: &domain::effect::Effects,
    directory: &Directory,
) {
    let conversation = &next.thread.conversation;
    if effects.enters_queue.is_some() && conversation.status == Status::Queued {
        let occasion = Occasion::Came(next);
        match_queue(engine, &conversation.queue, directory, &occasion).await;
    }
    let freed: Vec<&AgentId> = effects
        .workloads
        .iter()
        .filter(|(_, change)| change.release.is_some())
        .map(|(agent, _)| agent)
        .collect();
    for agent in freed {
        match_agent(engine, agent, directory).await;
    }
}

/// Gives the conversations that wait in an agent's queues to this agent, or to a colleague who is
/// better placed.
pub async fn match_agent(engine: Engine<'_>, agent: &AgentId, directory: &Directory) {
    let Some(record) = directory.agents.get(agent).filter(|a| serves(&a.profile)) else {
        return;
    };
    for queue in directory.queues.values() {
        let gives = directory.policy(&queue.id).mode == Mode::Auto;
        if gives && record.profile.in_team(&queue.team) {
            let occasion = Occasion::Room(&record.profile);
            match_queue(engine, &queue.id, directory, &occasion).await;
        }
    }
}

/// Gives out the conversations of a queue, in its order, until no agent is left who could take one.
/// Best effort: the next minute's round repeats what failed.
async fn match_queue(
    engine: Engine<'_>,
    queue: &QueueId,
    directory: &Directory,
    occasion: &Occasion<'_>,
) {
    if directory.policy(queue).mode != Mode::Auto {
        return;
    }
    let mut likely = occasion.likely();
    let (mut looked, mut made, mut lost) = (false, 0, 0);
    while made < occasion.rounds() && lost < RACES {
        let found = match match_next(engine, queue, occasion, &likely, lost).await {
            Ok(found) => found,
            Err(failure) => {
                tracing::warn!(%queue, %failure, "the queue was not matched to the end");
                return;
            }
        };
        match found {
            Match::Made => (looked, made) = (false, made + 1),
            // Other processes give out the same places: the next attempts begin further apart.
            Match::Raced => lost += 1,
            // Other agents with room ran their own match.
            Match::Nobody if looked || matches!(occasion, Occasion::Room(_)) => return,
            // The handful drawn from a large team may all be absent: the next attempt asks agents
            // who are present.
            Match::Nobody => match ready(engine.ground, queue, directory).await {
                Ok(ready) if ready.is_empty() => return,
                Ok(ready) => (likely, looked) = (ready, true),
                Err(error) => {
                    tracing::warn!(%queue, %error, "nobody knows who is there");
                    return;
                }
            },
            Match::Empty => return,
        }
    }
}

/// Gives out one more conversation, unless the agent whose room was the occasion is full by now:
/// reading one workload costs less than a search for another agent.
async fn match_next(
    engine: Engine<'_>,
    queue: &QueueId,
    occasion: &Occasion<'_>,
    likely: &[AgentId],
    lost: usize,
) -> Result<Match, Failure> {
    let newcomer = match occasion {
        Occasion::Came(newcomer) => Some(*newcomer),
        Occasion::Room(profile) => {
            let workloads = engine.store.batch([&profile.id], &[], None).await?.workloads;
            let workload = workloads.get(&profile.id);
            if workload.map(|d| d.presence(profile.capacity)) != Some(Presence::Available) {
                return Ok(Match::Nobody);
            }
            None
        }
        Occasion::Round => None,
    };
    match_one(engine, queue, newcomer, likely, lost).await
}

/// Returns a handful of present agents with room, if the queue's team is larger than a handful. All
/// workloads lie in one partition: reading them all costs less than reading ten one by one.
async fn ready(
    ground: Ground<'_>,
    queue: &QueueId,
    directory: &Directory,
) -> store::Result<Vec<AgentId>> {
    let Some(group) = group(&Target::Queue(queue.clone()), directory, &[]) else {
        return Ok(Vec::new());
    };
    let Some(team) = group.team.filter(|_| group.size > HANDFUL) else {
        return Ok(Vec::new());
    };
    let workloads = ground.store.workloads().await?;
    let has_room = |profile: &Profile| {
        workloads
            .get(&profile.id)
            .is_some_and(|workload| workload.presence(profile.capacity) == Presence::Available)
    };
    let mut ready: Vec<AgentId> = directory
        .agents
        .values()
        .map(|a| &a.profile)
        .filter(|p| serves(p) && p.teams.contains(&team) && has_room(p))
        .map(|p| p.id.clone())
        .collect();
    if ready.len() > HANDFUL {
        draw(&mut ready, &[]);
    }
    Ok(ready)
}

/// Gives out the first conversation of a queue that an agent can take.
async fn match_one(
    engine: Engine<'_>,
    queue: &QueueId,
    newcomer: Option<&Stored>,
    likely: &[AgentId],
    lost: usize,
) -> Result<Match, Failure> {
    // The more processes compete, the further apart they begin.
    let places = PLACES * (lost + 1).min(HANDFUL);
    let (mut waiting, _) = engine.store.waiting(queue, places).await?;
    if waiting.is_empty() {
        return Ok(Match::Empty);
    }
    if lost > 0 {
        let by = usize::from(random()[0]) % waiting.len();
        waiting.rotate_left(by);
    }
    for place in waiting.into_iter().take(PLACES) {
        let thread = place.conversation.thread;
        let known = newcomer.filter(|n| n.thread.id == thread).cloned().map(Box::new);
        let request = Request {
            known,
            likely: likely.to_vec(),
            ..Request::engine(thread, Command::AutoAssign)
        };
        match engine.execute(&request).await {
            Ok(Executed::Wrote(_)) => return Ok(Match::Made),
            // Another process took the conversation first: the next attempt looks at the queue as
            // it stands.
            Ok(Executed::Repeated(_)) | Err(Failure::Busy) => return Ok(Match::Raced),
            Ok(Executed::Nothing) | Err(Failure::Refused(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(Match::Nobody)
}

/// Gives out the waiting conversations of a queue whose settings have just turned to automatic
/// assignment.
pub(crate) async fn match_now(engine: Engine<'_>, queue: &QueueId, directory: &Directory) {
    match_queue(engine, queue, directory, &Occasion::Round).await;
}

/// Goes round all queues with automatic assignment, for the matches that an occasion missed.
pub(crate) async fn match_all(engine: Engine<'_>, directory: &Directory) {
    for queue in directory.queues.keys() {
        match_queue(engine, queue, directory, &Occasion::Round).await;
    }
}

/// The event that makes a match possible.
enum Occasion<'a> {
    /// A conversation came to wait.
    Came(&'a Stored),
    /// This agent has room.
    Room(&'a Profile),
    /// The minute's round, for the matches that the other occasions missed.
    Round,
}

impl Occasion<'_> {
    /// The agents whom the engine looks at in any case.
    fn likely(&self) -> Vec<AgentId> {
        match self {
            Self::Room(profile) => vec![profile.id.clone()],
            Self::Came(_) | Self::Round => Vec::new(),
        }
    }

    /// The most conversations that this occasion gives out.
    fn rounds(&self) -> usize {
        match self {
            // As many as the agent's room holds; a conversation that goes to a colleague frees none
            // of it.
            Self::Room(profile) => usize::try_from(profile.capacity).unwrap_or(ROUNDS).min(ROUNDS),
            Self::Came(_) => ROUNDS,
            Self::Round => SWEEP_ROUNDS,
        }
    }
}

/// The result of looking for a match.
enum Match {
    /// An agent got a conversation.
    Made,
    /// Another process gave the conversation out meanwhile.
    Raced,
    /// No agent of those looked at can take a conversation.
    Nobody,
    /// No conversation waits.
    Empty,
}
