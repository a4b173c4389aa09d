//! Threads, workloads, queues, timers and records in memory: the pipeline of `app::execute` without
//! the table, so that the rules can be held against long histories quickly.

mod context;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::effect::{self, Effects, Timer};
use domain::queue::place::Place;
use domain::sla::{Look, look};
use domain::{
    AgentId, Caller, Capabilities, Command, Context, Entry, Event, Millis, OfferId, Opening,
    Policy, Presence, QueueId, Refusal, Target, TeamId, Template, Thread, ThreadId, TimerKind,
    assignment, conversation, decide, evolve, offer, sla, template, wrap_up,
};

use super::orders::commands;
use super::record::Record;
use super::workloads::Workloads;
use super::{CAST, DAWN, MAILED, everybody, id, profile, team_of};

/// An entry with its effects.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// The name of the entry's command.
    pub(crate) command: &'static str,
    pub(crate) entry: Entry,
    pub(crate) after: Thread,
    pub(crate) effects: Effects,
}

/// Everything that is stored.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) now: Millis,
    pub(crate) policy: Arc<Policy>,
    pub(crate) channel: Capabilities,
    /// The text that customers get now, if the doors are closed.
    pub(crate) off_hours: Option<String>,
    pub(crate) logs: Vec<Vec<Arc<Written>>>,
    pub(crate) workloads: Workloads,
    pub(crate) queue: Vec<Place>,
    pub(crate) timers: Vec<(usize, Timer)>,
    pub(crate) records: BTreeMap<OfferId, Record>,
    /// Decisions see every workload as free, as if they had read it long ago.
    pub(crate) stale: bool,
    /// Commands come from an integrator.
    pub(crate) by_api: bool,
    /// The conversation that commands name.
    pub(crate) named: Option<u32>,
    /// The teams that share the account.
    pub(crate) sharing: Vec<TeamId>,
    /// The facts about the customer who writes, where they differ from the usual ones.
    pub(crate) opening: Option<Opening>,
}

/// The number of times that one command is decided; without a bound it might never end.
const ATTEMPTS: usize = 30;

impl World {
    /// Empty threads, and the whole cast at work.
    pub(crate) fn new(threads: usize, capacity: u32) -> Self {
        let mut workloads = Workloads::default();
        everybody().for_each(|agent| workloads.seat(agent, capacity));
        Self {
            now: DAWN,
            policy: Arc::new(Policy::default()),
            channel: MAILED,
            off_hours: None,
            logs: vec![Vec::new(); threads],
            workloads,
            queue: Vec::new(),
            timers: Vec::new(),
            records: BTreeMap::new(),
            stale: false,
            by_api: false,
            named: None,
            sharing: vec![id("support"), id("legal")],
            opening: None,
        }
    }

    pub(crate) fn thread(&self, at: usize) -> Option<&Thread> {
        self.logs[at].last().map(|written| &written.after)
    }

    pub(crate) fn threads(&self) -> impl Iterator<Item = &Thread> {
        self.logs.iter().filter_map(|log| log.last()).map(|written| &written.after)
    }

    /// Decides and, if there is something to write, writes it. Returns the events.
    pub(crate) fn give(
        &mut self,
        at: usize,
        caller: &Caller,
        command: &Command,
    ) -> Result<Vec<Event>, Refusal> {
        let key = format!("command-{}", self.logs[at].len());
        self.give_as(at, caller, command, &key)
    }

    /// The same under a key; the world takes in one command under each key.
    pub(crate) fn give_as(
        &mut self,
        at: usize,
        caller: &Caller,
        command: &Command,
        key: &str,
    ) -> Result<Vec<Event>, Refusal> {
        if self.logs[at].iter().any(|w| w.entry.key.as_deref() == Some(key)) {
            return Ok(Vec::new());
        }
        let before = self.thread(at).cloned();
        let mut ctx = self.context(at, caller, command);
        for _ in 0..ATTEMPTS {
            let events = decide(before.as_ref(), command, &ctx)?;
            if events.is_empty() {
                return Ok(events);
            }
            let entry = Entry {
                seq: before.as_ref().map_or(1, |t| t.seq + 1),
                at: ctx.now,
                by: caller.actor(),
                key: Some(key.to_owned()),
                digest: None,
                events,
            };
            let after = evolve(&thread_id(at), before.clone(), &entry)
                .unwrap_or_else(|| panic!("{:?} open nothing", entry.events));
            let effects = effect::of(before.as_ref(), &entry, &after);
            if let Err(agent) = self.workloads.apply_at(&effects, ctx.now) {
                self.seen(&mut ctx, caller, command, &agent)?;
                continue;
            }
            self.commit(at, &effects);
            let (events, command) = (entry.events.clone(), commands::name(command));
            self.logs[at].push(Arc::new(Written { command, entry, after, effects }));
            return Ok(events);
        }
        panic!("{command:?} is decided again and again");
    }

    /// A workload did not allow the change. If the rules chose that workload, they choose again,
    /// now that this is known; else the command is refused.
    fn seen(
        &self,
        ctx: &mut Context,
        caller: &Caller,
        command: &Command,
        agent: &AgentId,
    ) -> Result<(), Refusal> {
        let own = caller.actor().agent() == Some(agent);
        let named = command.target().and_then(Target::agent) == Some(agent);
        let workload = self.workloads.read(agent).unwrap_or_else(|| panic!("{agent} has no desk"));
        if !own && !named {
            ctx.colleagues.retain(|c| c.profile.id != *agent);
            ctx.colleagues.push(workload);
            return Ok(());
        }
        let (open, capacity) = (workload.open, workload.profile.capacity);
        Err(match workload.presence {
            _ if own && workload.is_full() => Refusal::AtCapacity { open, capacity },
            Presence::Available | Presence::Busy => Refusal::TargetFull { open, capacity },
            Presence::Away => Refusal::TargetUnavailable { presence: "away" },
            Presence::Offline => Refusal::TargetUnavailable { presence: "offline" },
        })
    }

    fn commit(&mut self, at: usize, effects: &Effects) {
        if let Some(place) = &effects.leaves_queue {
            self.queue.retain(|p| p != place);
        }
        if let Some(place) = &effects.enters_queue {
            // The store writes the place anew, because the customer said more.
            self.queue.retain(|p| p != place);
            self.queue.push(place.clone());
        }
        self.timers.extend(effects.timers.iter().map(|timer| (at, timer.clone())));
        for change in &effects.engagements {
            let record = self.records.remove(&change.offer);
            self.records.insert(change.offer.clone(), Record::after(record, change));
        }
    }

    /// An agent comes or goes. An absent owner who may lose conversations sets the clock.
    pub(crate) fn stand(&mut self, agent: &AgentId, presence: Presence) {
        let was = self.workloads.present.insert(agent.clone(), presence);
        if presence != Presence::Offline || was == Some(Presence::Offline) {
            return;
        }
        let left = self.now;
        self.workloads.stamps.entry(agent.clone()).or_default().left = Some(left);
        let Some(after) = self.policy.offline_requeue_after else { return };
        for at in 0..self.logs.len() {
            let Some(c) = self.thread(at).map(|t| &t.conversation) else { continue };
            if c.is_owner(agent) {
                let (number, epoch) = (u64::from(c.number), c.epoch);
                let due = left + after;
                self.timers.push((at, Timer { kind: TimerKind::Absent, number, epoch, due }));
            }
        }
    }

    /// The clock goes round: every due timer fires, and is forgotten unless `keep`.
    pub(crate) fn strike(&mut self, keep: bool) {
        let now = self.now;
        let due: Vec<_> = self.timers.iter().filter(|(_, t)| t.due <= now).cloned().collect();
        if !keep {
            self.timers.retain(|(_, t)| t.due > now);
        }
        for (at, timer) in due {
            self.fire(at, &timer);
        }
    }

    /// A timer fires. A timer that was meant for something else must come to nothing.
    pub(crate) fn fire(&mut self, at: usize, timer: &Timer) {
        let stale = self.is_stale(at, timer);
        let conversation = u32::try_from(timer.number).unwrap_or(u32::MAX);
        let command = match timer.kind {
            TimerKind::Offer => Command::ExpireOffer(offer::Expire { offer: timer.number }),
            TimerKind::Idle => Command::CheckIdle(conversation::CheckIdle { conversation }),
            TimerKind::Absent => {
                Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch: timer.epoch })
            }
            TimerKind::WrapUp => Command::CheckWrapUp(wrap_up::Check { conversation }),
            TimerKind::Watch => match self.look(at, timer.number) {
                Some(Look::Act) => Command::CheckSla(sla::Check { watch: timer.number }),
                Some(Look::At(due)) => {
                    let due = due.max(self.now + Millis::seconds(1));
                    self.timers.push((at, Timer { due, ..timer.clone() }));
                    return;
                }
                Some(Look::Done) | None => return,
            },
            TimerKind::Outbox => return,
        };
        let told = self
            .give(at, &Caller::Engine, &command)
            .unwrap_or_else(|refusal| panic!("the clock is refused: {refusal}"));
        assert!(!stale || told.is_empty(), "{timer:?} was stale, and brought about {told:?}");
    }

    /// The task of the watch with this number; `None`: no watch has it.
    pub(crate) fn look(&self, at: usize, number: u64) -> Option<Look> {
        let thread = self.thread(at).filter(|t| t.conversation.sla.number == number)?;
        Some(look(thread, &self.policy, self.channel.live, self.now))
    }

    /// Whether the timer's subject is gone.
    fn is_stale(&self, at: usize, timer: &Timer) -> bool {
        let Some(thread) = self.thread(at) else { return true };
        let c = &thread.conversation;
        let newest = u64::from(c.number) == timer.number;
        match timer.kind {
            TimerKind::Offer => c.offer(timer.number).is_none(),
            TimerKind::Idle => !newest || !c.status.is_open(),
            TimerKind::Watch => c.sla.number != timer.number || !c.status.is_open(),
            TimerKind::Absent => !newest || c.epoch != timer.epoch,
            // The end that armed the timer does not matter: the wrap-up must have taken long
            // enough.
            TimerKind::WrapUp => {
                let over = |w: &domain::Wrap| w.lapses.is_some_and(|lapses| lapses <= self.now);
                !thread.wraps.iter().any(|w| u64::from(w.number) == timer.number && over(w))
            }
            TimerKind::Outbox => true,
        }
    }
}

fn thread_now(newest: Option<&Arc<Written>>, now: Millis) -> Millis {
    newest.map_or(now, |written| written.entry.at.max(now))
}

/// The queues that exist.
pub(crate) fn queues() -> [QueueId; 2] {
    [id("support"), id("sales")]
}

pub(crate) fn thread_id(at: usize) -> ThreadId {
    id(&format!("4t9m0c2xkq7w1h{at:02}"))
}

/// The address of the first thread's customer.
pub(crate) const IDENTITY: &str = "491512345670";

pub(crate) fn opening(at: usize) -> Opening {
    Opening {
        asset: id("support-line"),
        identity: if at == 0 { IDENTITY.to_owned() } else { format!("49151234567{at}") },
        also: Vec::new(),
        contact: id("4t9m0c2xkq7w1h99"),
        name: "Jo".to_owned(),
        queue: id("support"),
    }
}

/// The only template of the account: it takes no values.
fn hello() -> Template {
    Template {
        name: "hello".to_owned(),
        language: "en".to_owned(),
        category: template::Category::Utility,
        status: template::Status::Approved,
        header: None,
        body: "Hello".to_owned(),
        footer: None,
        buttons: Vec::new(),
        fills: Vec::new(),
    }
}
