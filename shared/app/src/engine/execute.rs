//! One command, from the log and back into it.

use crate::engine::load::Loaded;
use crate::engine::way;
use crate::{Engine, Failure};
use domain::{
    AgentId, Caller, Command, Entry, Event, Millis, OffHours, Opening, Presence, Refusal, ThreadId, decide, effect, evolve, intake, laws, queue,
};
use std::time::Duration;

use futures_util::future::BoxFuture;
use store::directory::Directory;
use store::{Commit, Desk, Outcome, Stored};

pub use crate::engine::idempotency::{Once, Since};

/// A command with everything that its way in tells of it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The thread it is for.
    pub thread: ThreadId,
    /// The conversation it names; `None` where it concerns whichever is newest.
    pub conversation: Option<u32>,
    /// How a repetition is recognised; `None`: it is not, and does no harm.
    pub once: Option<Once>,
    /// The newest entry that the client knows; saves a read.
    pub seen: Option<u64>,
    /// Who asks.
    pub caller: Caller,
    /// Whether an integrator asks, instead of a person at the console.
    pub by_api: bool,
    /// What for.
    pub command: Command,
    /// What is needed to open a thread or conversation.
    pub opening: Option<Opening>,
    /// The newest entry, where it has just been written here; saves the reading of it.
    pub known: Option<Box<Stored>>,
    /// Who is among those of a large group that are looked at, because they are likely to be there.
    pub likely: Vec<AgentId>,
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

/// What became of a command that was not refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Executed {
    /// It wrote this entry.
    Wrote(Box<Stored>),
    /// It had been carried out before, by this entry.
    Repeated(u64),
    /// There was nothing to do.
    Nothing,
}

impl Executed {
    /// The entry, or 0 if there was nothing to do.
    #[must_use]
    pub fn seq(&self) -> u64 {
        match self {
            Self::Wrote(stored) => stored.entry.seq,
            Self::Repeated(seq) => *seq,
            Self::Nothing => 0,
        }
    }
}

/// How often a commit is tried: each loss means that somebody else got through.
const ATTEMPTS: u32 = 30;

/// How often a command is carried on to where its customer goes on: once, and once more for each
/// change while it is on its way.
const STEPS: usize = 8;

/// What came of carrying a command out at a thread.
enum Carried {
    /// It was.
    Out(Executed),
    /// The customer goes on elsewhere: it is to be carried out there.
    Elsewhere(Box<Request>),
}

impl Engine<'_> {
    /// Carries out a command: load, decide, commit, push.
    ///
    /// When it returns `Ok`, what happened is safe; pushing is best effort.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the rules say no. Anything else is a failure.
    pub fn execute<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Result<Executed, Failure>> {
        // Boxed: every handler's future would hold a copy of this one's whole layout otherwise.
        Box::pin(self.carry_out(request))
    }

    /// Carries a command out where its customer goes on. Each step ends by itself, and so does
    /// the way: nothing that stands in the table makes this run for ever.
    async fn carry_out(&self, request: &Request) -> Result<Executed, Failure> {
        let mut there: Option<Box<Request>> = None;
        for _ in 0..STEPS {
            match self.carry_out_at(there.as_deref().unwrap_or(request)).await? {
                Carried::Out(executed) => return Ok(executed),
                Carried::Elsewhere(next) => there = Some(next),
            }
        }
        Err(Failure::Busy)
    }

    async fn carry_out_at(&self, request: &Request) -> Result<Carried, Failure> {
        let directory = self.directory().await?;
        // One turn at a time: two threads may share a place.
        let turn = self.turns.take(&request.thread).await;
        let mut loaded = self.load(request, &directory).await?;
        for attempt in 0..ATTEMPTS {
            if let Some(next) = way::goes_on(self.ground, request, loaded.newest.as_ref()).await? {
                return Ok(Carried::Elsewhere(Box::new(next)));
            }
            if let Some(seq) = self.repeated(request, loaded.newest.as_ref()).await? {
                return Ok(Carried::Out(Executed::Repeated(seq)));
            }
            let before = loaded.newest.as_ref().map(|s| &s.thread);
            let ctx = self.context(request, &loaded, &directory).await?;
            let events = match decide(before, &request.command, &ctx) {
                Ok(events) if events.is_empty() => {
                    return self.idle(request, before).await.map(Carried::Out);
                }
                Ok(events) => events,
                Err(refusal) => return Err(refusal.into()),
            };
            let next = self.next(request, &loaded, events, ctx.now)?;
            let effects = effect::of(before, &next.entry, &next.thread);
            let outcome = self.commit(&next, &effects, &directory).await;
            match outcome {
                Ok(Outcome::Done) => {
                    drop(turn);
                    let was = loaded.newest.take().map(|s| s.thread);
                    self.hints.set(&next.thread);
                    let (reached, ()) = futures_util::future::join(
                        self.push(was.as_ref(), &next, &loaded.desks, &directory),
                        self.nudge(&next, &effects),
                    )
                    .await;
                    if reached {
                        self.follow.visitor_reached(&next).await;
                    }
                    self.follow_up(&next, &effects, &directory).await;
                    return Ok(Carried::Out(Executed::Wrote(Box::new(next))));
                }
                Ok(Outcome::Lost(winner)) => {
                    loaded.newest = Some(*winner);
                    loaded = self.rest(request, loaded, &directory).await?;
                }
                // Nobody named them: somebody else is chosen, now that this is known.
                Ok(Outcome::Desk { agent, desk }) if was_chosen(request, &agent) => {
                    loaded.desks.insert(agent, desk);
                }
                Ok(Outcome::Desk { agent, desk }) => {
                    return Err(desk_refusal(request, &agent, &desk, &directory).into());
                }
                Ok(Outcome::Conflict) => {
                    pause(attempt).await;
                    loaded.newest = self.store.newest(&request.thread, true).await?;
                    loaded = self.rest(request, loaded, &directory).await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::Busy)
    }

    /// What an entry calls for: an answer that is owed to the customer, a match. Best effort; what
    /// is lost here is found by `projection` and by the clock.
    async fn follow_up(&self, next: &Stored, effects: &effect::Effects, directory: &Directory) {
        if let Err(failure) = self.pay_auto_reply(next).await {
            tracing::warn!(thread = %next.thread.id, %failure, "an automatic reply is still owed");
        }
        self.follow.entry_written(next, effects, directory).await;
    }

    /// Tells the customer that the doors are closed, where the entry before says that it is owed
    /// (F59). Doing it twice does no harm.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn pay_auto_reply(&self, stored: &Stored) -> Result<(), Failure> {
        if stored.thread.conversation.off_hours != Some(OffHours::Owed) {
            return Ok(());
        }
        let command = Command::AutoReply;
        match self.execute(&Request::engine(stored.thread.id.clone(), command)).await {
            Ok(_) | Err(Failure::Refused(_)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// The entry that `events` make, and the thread after it.
    #[expect(clippy::unused_self, reason = "part of the pipeline")]
    fn next(
        &self,
        request: &Request,
        loaded: &Loaded,
        events: Vec<Event>,
        now: Millis,
    ) -> Result<Stored, Failure> {
        let before = loaded.newest.as_ref();
        let entry = Entry {
            seq: before.map_or(1, |s| s.entry.seq + 1),
            // Clocks of two functions may differ; a log must not run backwards.
            at: before.map_or(now, |s| s.entry.at.max(now)),
            by: request.caller.actor(),
            key: request.once.as_ref().map(|once| once.key.clone()),
            digest: request.once.as_ref().and_then(|once| once.digest.clone()),
            events,
        };
        let thread = evolve(&request.thread, before.map(|s| s.thread.clone()), &entry)
            .ok_or(Failure::Refused(Refusal::NotFound { what: "conversation" }))?;
        if let Some(law) = laws::broken_by(&thread) {
            tracing::error!(%law, thread = %thread.id, seq = entry.seq, "a law is broken");
            debug_assert!(false, "{law} is broken by {:?}", entry.events);
        }
        Ok(Stored { entry, thread })
    }

    async fn commit(
        &self,
        next: &Stored,
        effects: &effect::Effects,
        directory: &Directory,
    ) -> store::Result<Outcome> {
        let capacity =
            |agent: &AgentId| directory.agents.get(agent).map_or(0, |a| a.profile.capacity);
        let summary = next.entry.events.iter().find_map(|e| match e {
            Event::CustomerMessage(intake::Received { content, quiet: false, .. }) => {
                Some(content.summary())
            }
            Event::Requeued(queue::Requeued { note, .. }) => note.clone(),
            _ => None,
        });
        self.store
            .commit(&Commit {
                thread: &next.thread,
                entry: &next.entry,
                effects,
                capacity: &capacity,
                summary: summary.as_deref().unwrap_or_default(),
                channel: directory.channel_of(&next.thread.asset),
            })
            .await
    }
}

/// Whether the rules chose this desk, and neither the command nor who gave it.
fn was_chosen(request: &Request, agent: &AgentId) -> bool {
    let named = request.command.target().and_then(|t| t.agent()) == Some(agent);
    !named && request.caller.actor().agent() != Some(agent)
}

/// A desk did not allow it. Whose desk decides how it is said.
fn desk_refusal(request: &Request, agent: &AgentId, desk: &Desk, directory: &Directory) -> Refusal {
    let open = u32::try_from(desk.open.len()).unwrap_or(u32::MAX);
    let capacity = directory.agents.get(agent).map_or(0, |a| a.profile.capacity);
    let own = request.caller.actor().agent() == Some(agent);
    match desk.presence(capacity) {
        _ if own && open >= capacity => Refusal::AtCapacity { open, capacity },
        Presence::Offline => Refusal::TargetUnavailable { presence: "offline" },
        Presence::Away => Refusal::TargetUnavailable { presence: "away" },
        Presence::Available | Presence::Busy => Refusal::TargetFull { open, capacity },
    }
}

/// Waits a little before trying again, longer and more randomly each time.
pub(crate) async fn pause(attempt: u32) {
    let mut byte = [0_u8; 1];
    // Without randomness the wait is merely regular.
    let _ = getrandom::fill(&mut byte);
    let span = 1_u64 << attempt.min(6);
    tokio::time::sleep(Duration::from_millis(1 + span * u64::from(byte[0]) / 256)).await;
}
