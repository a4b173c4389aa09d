//! Who gets the next one: giving waiting conversations to those who are there with room (F47).
//!
//! Done inline after anything that could make a match: a conversation comes to wait, room is
//! freed, somebody becomes available; and once a minute for whatever was missed. Who is chosen may
//! come from a roster that is a moment old; whether they may have it is a condition of the write.

use domain::decide::{Caller, Group};
use domain::{AgentId, Command, Mode, QueueId, Status, Target, ThreadId, serves};
use store::Stored;
use store::directory::Directory;

use crate::{App, Executed, Failure, Request};

/// Of a larger group, this many are looked at, drawn at random: the best of ten is nearly the best
/// of all, and what it costs does not grow with the team.
const HANDFUL: usize = 10;
/// How many places of a queue are tried before it is left alone: those at its head may need skills
/// that nobody there has.
const PLACES: usize = 5;
/// How many conversations one occasion gives out at most.
const ROUNDS: usize = 25;

impl App {
    /// The group that a target names, if there is one, with those of its members among whom is
    /// chosen. `surely` is among them if they belong to it.
    pub(crate) fn group(
        &self,
        target: &Target,
        directory: &Directory,
        surely: Option<&AgentId>,
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
        let belongs = |profile: &domain::Profile| match (target, &team) {
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
        let size = members.len();
        if size > HANDFUL {
            self.draw(&mut members, surely);
        }
        let priority = queue.as_ref().map_or(0, |queue| directory.policy(queue).priority);
        Some(Group { members, size, team, queue, priority })
    }

    /// Leaves a handful, drawn at random.
    fn draw(&self, members: &mut Vec<AgentId>, surely: Option<&AgentId>) {
        let mut bytes = [0_u8; HANDFUL * 4];
        // Without randomness the same handful is looked at: worse, and not wrong.
        let _ = getrandom::fill(&mut bytes);
        for (at, chunk) in bytes.chunks_exact(4).enumerate() {
            let random = u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
            let rest = members.len() - at;
            let other = at + usize::try_from(random).unwrap_or(0) % rest;
            members.swap(at, other);
        }
        let sure = surely.and_then(|agent| members.iter().position(|m| m == agent));
        if let Some(at) = sure.filter(|at| *at >= HANDFUL) {
            members.swap(0, at);
        }
        members.truncate(HANDFUL);
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
            self.match_queue(&conversation.queue, directory, Some(next)).await;
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
                self.match_queue(&queue.id, directory, None).await;
            }
        }
    }

    /// Gives out what waits in a queue, in its order, until nobody is left who could take it.
    /// Best effort: whatever fails is tried again within a minute.
    pub async fn match_queue(
        &self,
        queue: &QueueId,
        directory: &Directory,
        newcomer: Option<&Stored>,
    ) {
        if directory.policy(queue).mode != Mode::Auto {
            return;
        }
        for _ in 0..ROUNDS {
            match self.match_one(queue, newcomer).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(failure) => {
                    tracing::warn!(%queue, %failure, "the queue was not matched to the end");
                    return;
                }
            }
        }
    }

    /// Gives out the first conversation of a queue that somebody can take. Tells whether one was.
    async fn match_one(&self, queue: &QueueId, newcomer: Option<&Stored>) -> Result<bool, Failure> {
        let (waiting, _) = self.store.waiting(queue, PLACES).await?;
        for place in waiting {
            let thread = place.conversation.thread;
            let known = newcomer.filter(|n| n.thread.id == thread).cloned().map(Box::new);
            if matches!(self.auto_assign(thread, known).await?, Executed::Wrote(_)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn auto_assign(
        &self,
        thread: ThreadId,
        known: Option<Box<Stored>>,
    ) -> Result<Executed, Failure> {
        let request = Request { known, ..Request::engine(thread, Command::AutoAssign) };
        match self.execute(&request).await {
            // Somebody else was faster with the last room: the next place is tried.
            Err(Failure::Refused(_)) => Ok(Executed::Nothing),
            other => other,
        }
    }

    /// Goes round all queues where work is given out, for what an occasion missed.
    pub(crate) async fn match_all(&self, directory: &Directory) {
        for queue in directory.queues.keys() {
            self.match_queue(queue, directory, None).await;
        }
    }
}

impl Request {
    /// A command of the engine's own.
    #[must_use]
    pub const fn engine(thread: ThreadId, command: Command) -> Self {
        Self {
            thread,
            conversation: None,
            key: None,
            seen: None,
            caller: Caller::Engine,
            by_api: false,
            command,
            opening: None,
            known: None,
        }
    }
}
