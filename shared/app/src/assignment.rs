//! Who gets the next one: giving waiting conversations to those who are there with room (F47).
//!
//! Done inline after anything that could make a match: a conversation comes to wait, room is
//! freed, somebody becomes available; and once a minute for whatever was missed. Who is chosen may
//! come from a roster that is a moment old; whether they may have it is a condition of the write.

use crate::engine::group::{HANDFUL, draw, group, random};
use crate::{Engine, Executed, Failure, Ground, Request};
use domain::{AgentId, Command, Mode, Presence, Profile, QueueId, Status, Target, serves};
use store::Stored;
use store::directory::Directory;

/// How many places of a queue are tried before it is left alone: those at its head may need skills
/// that nobody there has.
const PLACES: usize = 5;
/// How many conversations one occasion gives out at most.
const ROUNDS: usize = 25;
/// How often it starts anew because others gave out the same places.
const RACES: usize = 50;
/// And the minute's round, which finds what all occasions missed.
const SWEEP_ROUNDS: usize = 200;

/// Looks for a match after an entry: its conversation came to wait, or room was freed.
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
        .desks
        .iter()
        .filter(|(_, change)| change.release.is_some())
        .map(|(agent, _)| agent)
        .collect();
    for agent in freed {
        match_agent(engine, agent, directory).await;
    }
}

/// Gives an agent, or whoever is better placed, what waits in the queues they serve.
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

/// Gives out what waits in a queue, in its order, until nobody is left who could take it.
/// Best effort: whatever fails is tried again within a minute.
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
            // Others give out the same places: the next time, not all begin with the first.
            Match::Raced => lost += 1,
            // Whoever else has room had an occasion of their own.
            Match::Nobody if looked || matches!(occasion, Occasion::Room(_)) => return,
            // Of a large team the handful may all have been at home: who is there, is asked.
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

/// Gives out one more, unless the room that was the occasion is filled by now: to look for
/// somebody else costs more than to look at one desk.
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
            let desks = engine.store.batch([&profile.id], &[], None).await?.desks;
            let desk = desks.get(&profile.id);
            if desk.map(|d| d.presence(profile.capacity)) != Some(Presence::Available) {
                return Ok(Match::Nobody);
            }
            None
        }
        Occasion::Round => None,
    };
    match_one(engine, queue, newcomer, likely, lost).await
}

/// A handful of those who are there with room, where a queue's team is larger than that. All
/// desks lie together: reading them all costs less than reading ten of them one by one.
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
    let desks = ground.store.desks().await?;
    let has_room = |profile: &Profile| {
        desks
            .get(&profile.id)
            .is_some_and(|desk| desk.presence(profile.capacity) == Presence::Available)
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

/// Gives out the first conversation of a queue that somebody can take.
async fn match_one(
    engine: Engine<'_>,
    queue: &QueueId,
    newcomer: Option<&Stored>,
    likely: &[AgentId],
    lost: usize,
) -> Result<Match, Failure> {
    // The more are at it, the further apart they begin.
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
            // Somebody else was faster with it: what stands in the queue now is looked at.
            Ok(Executed::Repeated(_)) | Err(Failure::Busy) => return Ok(Match::Raced),
            Ok(Executed::Nothing) | Err(Failure::Refused(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(Match::Nobody)
}

/// Gives out what waits in a queue where work is given out from now on.
pub(crate) async fn match_now(engine: Engine<'_>, queue: &QueueId, directory: &Directory) {
    match_queue(engine, queue, directory, &Occasion::Round).await;
}

/// Goes round all queues where work is given out, for what an occasion missed.
pub(crate) async fn match_all(engine: Engine<'_>, directory: &Directory) {
    for queue in directory.queues.keys() {
        match_queue(engine, queue, directory, &Occasion::Round).await;
    }
}

/// What makes a match possible.
enum Occasion<'a> {
    /// A conversation came to wait.
    Came(&'a Stored),
    /// This agent has room.
    Room(&'a Profile),
    /// The minute's round, for what was missed.
    Round,
}

impl Occasion<'_> {
    /// Who is among those looked at in any case.
    fn likely(&self) -> Vec<AgentId> {
        match self {
            Self::Room(profile) => vec![profile.id.clone()],
            Self::Came(_) | Self::Round => Vec::new(),
        }
    }

    /// How many it gives out at most.
    fn rounds(&self) -> usize {
        match self {
            // As many as that room holds; what goes to others frees none of it.
            Self::Room(profile) => usize::try_from(profile.capacity).unwrap_or(ROUNDS).min(ROUNDS),
            Self::Came(_) => ROUNDS,
            Self::Round => SWEEP_ROUNDS,
        }
    }
}

/// What came of looking for a match.
enum Match {
    /// A conversation was given to somebody.
    Made,
    /// Somebody else gave it out meanwhile.
    Raced,
    /// Nobody who was looked at can take any.
    Nobody,
    /// Nothing waits.
    Empty,
}
