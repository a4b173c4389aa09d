//! Carrying out one command: the engine reads the log, decides, and appends an entry.

use crate::engine::capacity::{was_chosen, workload_refusal};
use crate::engine::load::Loaded;
use crate::engine::pause::pause;
use crate::engine::request::{Executed, Request};
use crate::engine::way;
use crate::runtime::metric::Metric;
use crate::{Engine, Failure};
use domain::{
    AgentId, Command, Entry, Event, Millis, OffHours, Refusal, Thread, decide, effect, evolve,
    intake, laws, queue,
};

use futures_util::future::BoxFuture;
use store::settings::directory::Directory;
use store::{Commit, Outcome, Stored};

pub use crate::engine::idempotency::{Once, Since};

/// The most attempts to commit: each loss means that another command got through.
const ATTEMPTS: u32 = 30;

/// The most threads through which a command follows its customer: one, and one more for each change
/// on the way.
const STEPS: usize = 8;

/// The result of carrying out a command at a thread.
enum Carried {
    /// The command was carried out.
    Out(Executed),
    /// The customer goes on in another thread: this request repeats the command there.
    Elsewhere(Box<Request>),
}

impl Engine<'_> {
    /// Carries out a command: load, decide, commit, push.
    ///
    /// After `Ok` the entry is safe in the log; pushing is best effort.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the rules say no. Anything else is a failure.
    pub fn execute<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Result<Executed, Failure>> {
        // Boxed: otherwise every handler's future would hold a copy of this one's whole layout.
        Box::pin(self.carry_out(request))
    }

    /// Carries out a command in the thread where its customer goes on. The number of steps is
    /// bounded, so that no content of the table makes this run for ever.
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
        // Requests for one thread take turns; two threads may share a lock.
        let turn = self.thread_locks.take(&request.thread).await;
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
                    self.prefetch.set(&next.thread);
                    let (reached, ()) = futures_util::future::join(
                        self.push(was.as_ref(), &next, &loaded.workloads, &directory),
                        self.wake_up(&next, &effects),
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
                // The rules chose this agent, not the command: the next attempt knows the workload
                // and chooses again.
                Ok(Outcome::Workload { agent, workload }) if was_chosen(request, &agent) => {
                    loaded.workloads.insert(agent, workload);
                }
                Ok(Outcome::Workload { agent, workload }) => {
                    return Err(workload_refusal(request, &agent, &workload, &directory).into());
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

    /// Carries out what an entry calls for: an automatic reply to the customer, a match. Best
    /// effort; `projection` and the clock make up for a loss.
    async fn follow_up(&self, next: &Stored, effects: &effect::Effects, directory: &Directory) {
        if let Err(failure) = self.pay_auto_reply(next).await {
            tracing::warn!(thread = %next.thread.id, %failure, "an automatic reply is still owed");
        }
        self.follow.entry_written(next, effects, directory).await;
    }

    /// Tells the customer that the business is closed, if the entry before says that it owes the
    /// customer this reply (F59). A second call does no harm.
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
            // Two functions' clocks may differ; the times in a log must not run backwards.
            at: before.map_or(now, |s| s.entry.at.max(now)),
            by: request.caller.actor(),
            key: request.once.as_ref().map(|once| once.key.clone()),
            digest: request.once.as_ref().and_then(|once| once.digest.clone()),
            events,
        };
        let thread = evolve(&request.thread, before.map(|s| s.thread.clone()), &entry)
            .ok_or(Failure::Refused(Refusal::NotFound { what: "conversation" }))?;
        lawful(&thread, entry.seq).inspect_err(|failure| {
            tracing::error!(%failure, events = ?entry.events, "a law forbids this entry");
            self.metrics.count(Metric::LawsBroken, "engine", now);
        })?;
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

/// Refuses a state that breaks a law: the mistake is in the rules, and must not reach the log.
fn lawful(thread: &Thread, seq: u64) -> Result<(), Failure> {
    let broken = laws::broken_by(thread);
    broken.map_or(Ok(()), |law| Err(Failure::LawBroken { law, thread: thread.id.clone(), seq }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Actor, Status, ThreadId, intake};

    fn opened() -> Thread {
        let id: ThreadId = "00000000000000aa".parse().unwrap();
        let opened = intake::Opened {
            number: 1,
            asset: "wa-main".parse().unwrap(),
            identity: "4915100000000".to_owned(),
            contact: "00000000000000bb".parse().unwrap(),
            name: "Smith".to_owned(),
            queue: "support".parse().unwrap(),
            priority: 0,
            skills: Vec::new(),
        };
        let entry = Entry {
            seq: 1,
            at: Millis(1),
            by: Actor::Customer,
            key: None,
            digest: None,
            events: vec![Event::Opened(opened)],
        };
        evolve(&id, None, &entry).unwrap()
    }

    #[test]
    fn an_entry_that_breaks_a_law_is_not_written_and_the_caller_reads_unavailable() {
        let mut thread = opened();
        assert!(lawful(&thread, 1).is_ok());
        thread.conversation.status = Status::Active;
        let failure = lawful(&thread, 2).unwrap_err();
        assert!(matches!(failure, Failure::LawBroken { seq: 2, .. }), "{failure}");
        assert_eq!(failure.public().code, "unavailable");
    }
}
