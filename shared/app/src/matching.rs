//! Who gets the next one: giving waiting conversations to those who are there with room (F47).
//!
//! Done inline after anything that could make a match: a conversation comes to wait, room is
//! freed, somebody becomes available; and once a minute for whatever was missed. Who is chosen may
//! come from a roster that is a moment old; whether they may have it is a condition of the write.

use crate::{App, Executed, Failure, Request};
use domain::{
    AgentId, Caller, Command, Group, Mode, Presence, Profile, QueueId, Status, Target, ThreadId,
    serves,
};
use store::Stored;
use store::directory::Directory;

/// Of a larger group, this many are looked at, drawn at random: the best of ten is nearly the best
/// of all, and what it costs does not grow with the team.
const HANDFUL: usize = 10;
/// How many places of a queue are tried before it is left alone: those at its head may need skills
/// that nobody there has.
const PLACES: usize = 5;
/// How many conversations one occasion gives out at most.
const ROUNDS: usize = 25;
/// How often it starts anew because others gave out the same places.
const RACES: usize = 50;
/// And the minute's round, which finds what all occasions missed.
const SWEEP_ROUNDS: usize = 200;

impl App {
    /// The group that a target names, if there is one, with those of its members among whom is
    /// chosen. Those of `likely` who belong to it are among them.
    pub(crate) fn group(
        &self,
        target: &Target,
        directory: &Directory,
        likely: &[AgentId],
    ) -> Option<Group> {
        let queue_of = |team| directory.queues.values().find(|q| q.team == team);
        let (team, queue) = match target {
            Target::Agent(_) | Target::Manager(_) => return None,
            Target::Team(team) => {
                directory.teams.get(team)?;
                (Some(team.clone()), queue_of(team.clone()).map(|q| q.id.clone()))
            }
            Target::Queue(queue) => {
                let record = directory.queues.get(queue)?;
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
        // A skill that nobody has is not known to exist.
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

    /// Looks for a match after an entry: its conversation came to wait, or room was freed.
    pub(crate) async fn match_after(
        &self,
        next: &Stored,
        effects: &domain::effect::Effects,
        directory: &Directory,
    ) {
        let conversation = &next.thread.conversation;
        if effects.enters_queue.is_some() && conversation.status == Status::Queued {
            let occasion = Occasion::Came(next);
            self.match_queue(&conversation.queue, directory, &occasion).await;
        }
        let freed: Vec<&AgentId> = effects
            .desks
            .iter()
            .filter(|(_, change)| change.release.is_some())
            .map(|(agent, _)| agent)
            .collect();
        for agent in freed {
            self.match_agent(agent, directory).await;
        }
    }

    /// Gives an agent, or whoever is better placed, what waits in the queues they serve.
    pub async fn match_agent(&self, agent: &AgentId, directory: &Directory) {
        let Some(record) = directory.agents.get(agent).filter(|a| serves(&a.profile)) else {
            return;
        };
        for queue in directory.queues.values() {
            let gives = directory.policy(&queue.id).mode == Mode::Auto;
            if gives && record.profile.in_team(&queue.team) {
                let occasion = Occasion::Room(&record.profile);
                self.match_queue(&queue.id, directory, &occasion).await;
            }
        }
    }

    /// Gives out what waits in a queue, in its order, until nobody is left who could take it.
    /// Best effort: whatever fails is tried again within a minute.
    async fn match_queue(&self, queue: &QueueId, directory: &Directory, occasion: &Occasion<'_>) {
        if directory.policy(queue).mode != Mode::Auto {
            return;
        }
        let mut likely = occasion.likely();
        let (mut looked, mut made, mut lost) = (false, 0, 0);
        while made < occasion.rounds() && lost < RACES {
            let found = match self.match_next(queue, occasion, &likely, lost).await {
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
                Match::Nobody => match self.ready(queue, directory).await {
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
        &self,
        queue: &QueueId,
        occasion: &Occasion<'_>,
        likely: &[AgentId],
        lost: usize,
    ) -> Result<Match, Failure> {
        let newcomer = match occasion {
            Occasion::Came(newcomer) => Some(*newcomer),
            Occasion::Room(profile) => {
                let desks = self.store.batch([&profile.id], &[], None).await?.desks;
                let desk = desks.get(&profile.id);
                if desk.map(|d| d.presence(profile.capacity)) != Some(Presence::Available) {
                    return Ok(Match::Nobody);
                }
                None
            }
            Occasion::Round => None,
        };
        self.match_one(queue, newcomer, likely, lost).await
    }

    /// A handful of those who are there with room, where a queue's team is larger than that. All
    /// desks lie together: reading them all costs less than reading ten of them one by one.
    async fn ready(&self, queue: &QueueId, directory: &Directory) -> store::Result<Vec<AgentId>> {
        let Some(group) = self.group(&Target::Queue(queue.clone()), directory, &[]) else {
            return Ok(Vec::new());
        };
        let Some(team) = group.team.filter(|_| group.size > HANDFUL) else {
            return Ok(Vec::new());
        };
        let desks = self.store.desks().await?;
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
        &self,
        queue: &QueueId,
        newcomer: Option<&Stored>,
        likely: &[AgentId],
        lost: usize,
    ) -> Result<Match, Failure> {
        // The more are at it, the further apart they begin.
        let places = PLACES * (lost + 1).min(HANDFUL);
        let (mut waiting, _) = self.store.waiting(queue, places).await?;
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
            match self.execute(&request).await {
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
    pub(crate) async fn match_now(&self, queue: &QueueId, directory: &Directory) {
        self.match_queue(queue, directory, &Occasion::Round).await;
    }

    /// Goes round all queues where work is given out, for what an occasion missed.
    pub(crate) async fn match_all(&self, directory: &Directory) {
        for queue in directory.queues.keys() {
            self.match_queue(queue, directory, &Occasion::Round).await;
        }
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

/// Leaves a handful, drawn at random, with those of `likely` who are among them.
fn draw(members: &mut Vec<AgentId>, likely: &[AgentId]) {
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

/// Without randomness the same handful is looked at: worse, and not wrong.
fn random() -> [u8; HANDFUL * 4] {
    let mut bytes = [0_u8; HANDFUL * 4];
    let _ = getrandom::fill(&mut bytes);
    bytes
}

impl Request {
    /// A command of the engine's own.
    #[must_use]
    pub const fn engine(thread: ThreadId, command: Command) -> Self {
        Self {
            thread,
            conversation: None,
            once: None,
            seen: None,
            caller: Caller::Engine,
            by_api: false,
            command,
            opening: None,
            known: None,
            likely: Vec::new(),
        }
    }
}
