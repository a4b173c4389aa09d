//! One command, from the log and back into it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::decide::{Caller, Context, Opening, TargetDesk};
use domain::{
    AgentId, Command, DeliveryStatus, Entry, Event, Millis, OfferId, OfferStatus, Presence,
    Refusal, Thread, ThreadId, decide, effect, evolve, invariant,
};
use futures_util::future::BoxFuture;
use store::directory::Directory;
use store::{Batch, Commit, Desk, Outcome, Stored};

use crate::known::{self, Since};
use crate::{App, Failure};

/// A command with everything that its way in tells of it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The thread it is for.
    pub thread: ThreadId,
    /// The conversation it names; `None` where it concerns whichever is newest.
    pub conversation: Option<u32>,
    /// The command's id or the provider's message id; the same is taken in once.
    pub key: Option<String>,
    /// The newest entry that the client knows; saves a read.
    pub seen: Option<u64>,
    /// Who asks.
    pub caller: Caller,
    /// What for.
    pub command: Command,
    /// What is needed to open a thread or conversation.
    pub opening: Option<Opening>,
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

/// Which agents a thread concerned when it was last seen here: lets a command fetch their desks
/// together with the thread, instead of after it. Only ever a hint.
#[derive(Debug, Default)]
pub(crate) struct Hints(Mutex<HashMap<ThreadId, Vec<AgentId>>>);

impl Hints {
    const LIMIT: usize = 10_000;

    fn get(&self, thread: &ThreadId) -> Vec<AgentId> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(thread).cloned().unwrap_or_default()
    }

    fn set(&self, thread: &Thread) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::LIMIT {
            all.clear();
        }
        all.insert(thread.id.clone(), thread.conversation.parties());
    }
}

/// What was read before a decision.
struct Loaded {
    newest: Option<Stored>,
    desks: HashMap<AgentId, Desk>,
}

impl App {
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

    async fn carry_out(&self, request: &Request) -> Result<Executed, Failure> {
        let directory = self.directory().await?;
        let turn = self.turns.take(&request.thread).await;
        let mut loaded = self.load(request).await?;
        if loaded.newest.is_none()
            && request.opening.is_some()
            && let Some(to) = self.leads_to(&request.thread).await?
        {
            // One turn at a time: two threads may share a place.
            drop(turn);
            return self.execute(&Request { thread: to, ..request.clone() }).await;
        }
        for attempt in 0..ATTEMPTS {
            if let Some(seq) = self.repeated(request, loaded.newest.as_ref()).await? {
                return Ok(Executed::Repeated(seq));
            }
            let before = loaded.newest.as_ref().map(|s| &s.thread);
            let ctx = self.context(request, &loaded, &directory).await?;
            let events = match decide(before, &request.command, &ctx) {
                Ok(events) if events.is_empty() => return Ok(Executed::Nothing),
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
                    futures_util::future::join(
                        self.push(was.as_ref(), &next, &loaded.desks, &directory),
                        self.nudge(&next, &effects),
                    )
                    .await;
                    return Ok(Executed::Wrote(Box::new(next)));
                }
                Ok(Outcome::Lost(winner)) => loaded.newest = Some(*winner),
                Ok(Outcome::Desk { agent, desk }) => {
                    return Err(desk_refusal(request, &agent, &desk, &directory).into());
                }
                Ok(Outcome::Conflict) => {
                    self.pause(attempt).await;
                    loaded.newest = self.store.newest(&request.thread, true).await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::Busy)
    }

    /// Reads the thread and, at the same time, the desks that the decision or the push will need.
    async fn load(&self, request: &Request) -> Result<Loaded, Failure> {
        let mut agents: BTreeSet<AgentId> = self.hints.get(&request.thread).into_iter().collect();
        agents.extend(request.command.target().cloned());
        if let Caller::Agent(profile) = &request.caller {
            agents.insert(profile.id.clone());
        }
        if let Some(seen) = request.seen.filter(|seen| *seen > 0)
            && let Some(loaded) = self.load_by_position(request, seen, &agents).await?
        {
            return Ok(loaded);
        }
        // An old state is harmless where nothing is refused because of it.
        let consistent = request.caller != Caller::Customer;
        let newest = self.store.newest(&request.thread, consistent);
        let needed: Vec<&AgentId> = match request.command.target() {
            Some(_) => agents.iter().collect(),
            None => Vec::new(),
        };
        let (newest, batch) = if needed.is_empty() {
            (newest.await?, Batch::default())
        } else {
            futures_util::future::try_join(newest, self.store.batch(needed, &[], None)).await?
        };
        Ok(Loaded { newest, desks: batch.desks })
    }

    /// The client says which entry it knows. If that is still the newest, one request by key
    /// brings the thread and the desks.
    async fn load_by_position(
        &self,
        request: &Request,
        seen: u64,
        agents: &BTreeSet<AgentId>,
    ) -> Result<Option<Loaded>, Failure> {
        let thread = &request.thread;
        let wanted = [(thread.clone(), seen), (thread.clone(), seen + 1)];
        let batch = self.store.batch(agents, &wanted, None).await?;
        let newest = match batch.entries.as_slice() {
            [only] if only.entry.seq == seen => Some(only.clone()),
            // The client is behind, or names a position that does not exist.
            _ => self.store.newest(thread, true).await?,
        };
        Ok(Some(Loaded { newest, desks: batch.desks }))
    }

    async fn repeated(
        &self,
        request: &Request,
        newest: Option<&Stored>,
    ) -> Result<Option<u64>, Failure> {
        let (Some(key), Some(newest)) = (&request.key, newest) else { return Ok(None) };
        let since = match (&request.command, request.seen) {
            (Command::Receive { sent_at, .. }, _) => Since::Sent(*sent_at),
            (_, Some(seen)) => Since::Seen(seen),
            (_, None) => Since::Unknown,
        };
        Ok(known::find(&self.store, newest, key, since).await?.map(|entry| entry.seq))
    }

    async fn context(
        &self,
        request: &Request,
        loaded: &Loaded,
        directory: &Directory,
    ) -> Result<Context, Failure> {
        let thread = loaded.newest.as_ref().map(|s| &s.thread);
        let asset = thread.map(|t| &t.asset).or(request.opening.as_ref().map(|o| &o.asset));
        let channel =
            asset.and_then(|asset| channels::channel(directory.channel_of(asset))).map_or_else(
                || channels::Channel::capabilities(&channels::web::Web),
                |c| c.capabilities(),
            );
        let target = request.command.target().and_then(|agent| {
            let record = directory.agents.get(agent)?;
            let desk = loaded.desks.get(agent);
            Some(TargetDesk {
                presence: desk.map_or(Presence::Offline, |d| d.presence(record.profile.capacity)),
                open: desk.map_or(0, |d| u32::try_from(d.open.len()).unwrap_or(u32::MAX)),
                capacity: record.profile.capacity,
            })
        });
        Ok(Context {
            now: self.now(),
            caller: request.caller.clone(),
            policy: directory.settings.policy.clone(),
            channel,
            queue_team: thread.and_then(|t| directory.team_of(&t.conversation.queue)).cloned(),
            opening: request.opening.clone(),
            conversation: request.conversation,
            target,
            target_queue_exists: match &request.command {
                Command::TransferToQueue { to, .. } => directory.queues.contains_key(to),
                _ => false,
            },
            closed_offer: self.closed_offer(request, thread).await?,
            known_delivery: self.known_delivery(request, thread).await?,
        })
    }

    /// How the offer that the command answers ended, if the thread no longer holds it.
    async fn closed_offer(
        &self,
        request: &Request,
        thread: Option<&Thread>,
    ) -> Result<Option<OfferStatus>, Failure> {
        let Some(number) = request.command.answers() else { return Ok(None) };
        if thread.is_none_or(|t| t.conversation.offer(number).is_some()) {
            return Ok(None);
        }
        let offer = OfferId { thread: request.thread.clone(), number };
        Ok(self.store.engagement(&offer).await?.map(|e| e.status))
    }

    /// How far a message got, if the state no longer remembers it: the log does.
    async fn known_delivery(
        &self,
        request: &Request,
        thread: Option<&Thread>,
    ) -> Result<Option<DeliveryStatus>, Failure> {
        let (Command::Report(delivery), Some(thread)) = (&request.command, thread) else {
            return Ok(None);
        };
        if thread.outbox.status(delivery.message).is_some() || delivery.message == 0 {
            return Ok(None);
        }
        let mut known = None;
        let mut after = delivery.message - 1;
        loop {
            let page = self.store.entries_after(&request.thread, after, 100).await?;
            for entry in &page.entries {
                after = entry.seq;
                for event in &entry.events {
                    match event {
                        Event::AgentMessage { .. } if entry.seq == delivery.message => {
                            known = Some(DeliveryStatus::Pending);
                        }
                        Event::MessageRetried { message } if *message == delivery.message => {
                            known = Some(DeliveryStatus::Pending);
                        }
                        Event::Delivery(d) if d.message == delivery.message => {
                            known = Some(d.status);
                        }
                        _ => {}
                    }
                }
            }
            if !page.more {
                return Ok(known);
            }
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
            key: request.key.clone(),
            events,
        };
        let thread = evolve(&request.thread, before.map(|s| s.thread.clone()), &entry)
            .ok_or(Failure::Refused(Refusal::NotFound { what: "conversation" }))?;
        if let Some(law) = invariant::broken_by(&thread) {
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
            Event::CustomerMessage { content, .. } => Some(content.summary()),
            Event::Requeued { note, .. } => note.clone(),
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

    /// Waits a little before trying again, longer and more randomly each time.
    pub(crate) async fn pause(&self, attempt: u32) {
        let mut byte = [0_u8; 1];
        // Without randomness the wait is merely regular.
        let _ = getrandom::fill(&mut byte);
        let span = 1_u64 << attempt.min(6);
        tokio::time::sleep(Duration::from_millis(1 + span * u64::from(byte[0]) / 256)).await;
    }
}

/// A desk did not allow it. Whose desk decides how it is said.
fn desk_refusal(request: &Request, agent: &AgentId, desk: &Desk, directory: &Directory) -> Refusal {
    let open = u32::try_from(desk.open.len()).unwrap_or(u32::MAX);
    let capacity = directory.agents.get(agent).map_or(0, |a| a.profile.capacity);
    let own = request.caller.actor().agent() == Some(agent);
    match desk.presence(capacity) {
        _ if own => Refusal::AtCapacity { open, capacity },
        Presence::Offline => Refusal::TargetUnavailable { presence: "offline" },
        Presence::Away => Refusal::TargetUnavailable { presence: "away" },
        Presence::Available | Presence::Busy => Refusal::TargetFull { open, capacity },
    }
}

/// The app is shared between concurrent requests.
const _: fn() = || {
    const fn shared<T: Send + Sync>() {}
    shared::<Arc<App>>();
};
