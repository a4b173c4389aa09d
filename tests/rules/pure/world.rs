//! Threads, desks, queues, timers and records in memory: the pipeline of `app::execute` without
//! the table, so that the rules can be held against long histories quickly.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::effect::{self, Effects, Place, Timer};
use domain::sla::{Look, look};
use domain::{
    AgentId, Caller, Capabilities, ClosedOffer, Colleague, Command, Context, DeliveryStatus,
    EndedTalk, Entry, Event, Group, Millis, OfferId, OfferKind, OfferStatus, Opening, Policy,
    Presence, QueueId, Refusal, Target, TeamId, Template, Thread, ThreadId, TimerKind, Undone,
    assignment, conversation, decide, discussion, evolve, message, needs, offer, serves, sla,
    template, wrap_up,
};

use super::desks::Desks;
use super::orders::commands;
use super::record::Record;
use super::{CAST, DAWN, MAILED, everybody, id, profile, team_of};

/// An entry with what it led to.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// The name of the command that brought it about.
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
    /// What customers are told now, if the doors are closed.
    pub(crate) off_hours: Option<String>,
    pub(crate) logs: Vec<Vec<Arc<Written>>>,
    pub(crate) desks: Desks,
    pub(crate) queue: Vec<Place>,
    pub(crate) timers: Vec<(usize, Timer)>,
    pub(crate) records: BTreeMap<OfferId, Record>,
    /// Decisions see every desk free, as if they had been read long ago.
    pub(crate) stale: bool,
    /// Commands come from an integrator.
    pub(crate) by_api: bool,
    /// The conversation that commands name.
    pub(crate) named: Option<u32>,
    /// The teams that share the account.
    pub(crate) sharing: Vec<TeamId>,
}

/// A decision that is looked for again and again would never end.
const ATTEMPTS: usize = 30;

impl World {
    /// Empty threads, and the whole cast at their desks.
    pub(crate) fn new(threads: usize, capacity: u32) -> Self {
        let mut desks = Desks::default();
        everybody().for_each(|agent| desks.seat(agent, capacity));
        Self {
            now: DAWN,
            policy: Arc::new(Policy::default()),
            channel: MAILED,
            off_hours: None,
            logs: vec![Vec::new(); threads],
            desks,
            queue: Vec::new(),
            timers: Vec::new(),
            records: BTreeMap::new(),
            stale: false,
            by_api: false,
            named: None,
            sharing: vec![id("support"), id("legal")],
        }
    }

    pub(crate) fn thread(&self, at: usize) -> Option<&Thread> {
        self.logs[at].last().map(|written| &written.after)
    }

    pub(crate) fn threads(&self) -> impl Iterator<Item = &Thread> {
        self.logs.iter().filter_map(|log| log.last()).map(|written| &written.after)
    }

    /// Decides and, if there is something to write, writes it. Answers with the events.
    pub(crate) fn give(
        &mut self,
        at: usize,
        caller: &Caller,
        command: &Command,
    ) -> Result<Vec<Event>, Refusal> {
        let key = format!("command-{}", self.logs[at].len());
        self.give_as(at, caller, command, &key)
    }

    /// The same under a key; what was taken in under that key is not taken in again.
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
            if let Err(agent) = self.desks.apply_at(&effects, ctx.now) {
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

    /// A desk did not allow it. Where the rules chose that desk, they choose again, now that this
    /// is known; else it is refused.
    fn seen(
        &self,
        ctx: &mut Context,
        caller: &Caller,
        command: &Command,
        agent: &AgentId,
    ) -> Result<(), Refusal> {
        let own = caller.actor().agent() == Some(agent);
        let named = command.target().and_then(Target::agent) == Some(agent);
        let desk = self.desks.read(agent).unwrap_or_else(|| panic!("{agent} has no desk"));
        if !own && !named {
            ctx.colleagues.retain(|c| c.profile.id != *agent);
            ctx.colleagues.push(desk);
            return Ok(());
        }
        let (open, capacity) = (desk.open, desk.profile.capacity);
        Err(match desk.presence {
            _ if own && desk.is_full() => Refusal::AtCapacity { open, capacity },
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
            // Written anew in the same place, because more was said.
            self.queue.retain(|p| p != place);
            self.queue.push(place.clone());
        }
        self.timers.extend(effects.timers.iter().map(|timer| (at, timer.clone())));
        for change in &effects.engagements {
            let record = self.records.remove(&change.offer);
            self.records.insert(change.offer.clone(), Record::after(record, change));
        }
    }

    pub(crate) fn context(&self, at: usize, caller: &Caller, command: &Command) -> Context {
        let thread = self.thread(at);
        let needed = needs(thread, command, &self.policy);
        let group = needed.group.as_ref().and_then(|target| self.group(target));
        let mut read: Vec<AgentId> = needed.agents;
        read.extend(group.iter().flat_map(|g| g.members.iter().cloned()));
        read.extend(caller.actor().agent().cloned());
        if matches!(command, Command::Undo(_)) {
            // As the app does: those who had a part before the step.
            read.extend(everybody());
        }
        read.sort();
        read.dedup();
        let colleague = |agent: AgentId| {
            let desk = self.desks.read(&agent)?;
            let fresh = Colleague { presence: Presence::Available, open: 0, ..desk.clone() };
            Some(if self.stale { fresh } else { desk })
        };
        Context {
            now: thread_now(self.logs[at].last(), self.now),
            caller: caller.clone(),
            by_api: self.by_api,
            policy: Arc::clone(&self.policy),
            channel: self.channel.clone(),
            queue_team: thread.map(|t| team_of(&t.conversation.queue)),
            asset_teams: self.sharing.clone(),
            opening: (*caller == Caller::Customer).then(|| opening(at)),
            conversation: self.named,
            colleagues: read.into_iter().filter_map(colleague).collect(),
            group,
            closed_offer: command.answers().and_then(|number| self.ended(at, number, caller)),
            ended_talk: match command {
                Command::FinishDiscussion(discussion::MarkDone { discussion }) => {
                    self.ended_talk(at, *discussion)
                }
                _ => None,
            },
            known_delivery: match command {
                Command::Report(delivery) => self.known(at, delivery.message),
                _ => None,
            },
            undone: match command {
                Command::Undo(conversation::Undo { entry }) => self.undone(at, *entry),
                _ => None,
            },
            templates: vec![hello()],
            off_hours: self.off_hours.clone(),
        }
    }

    /// The group that a target names, as the directory has it.
    fn group(&self, target: &Target) -> Option<Group> {
        let (team, queue): (Option<TeamId>, Option<QueueId>) = match target {
            Target::Agent(_) | Target::Manager(_) => return None,
            Target::Skill(_) => (None, None),
            Target::Team(team) => {
                CAST.iter().find(|(.., t)| *t == team.as_str())?;
                let queue = queues().into_iter().find(|q| q.as_str() == team.as_str());
                (Some(team.clone()), queue)
            }
            Target::Queue(queue) => {
                queues().contains(queue).then_some(())?;
                (Some(team_of(queue)), Some(queue.clone()))
            }
        };
        let belong: Vec<_> = CAST
            .iter()
            .filter_map(|(name, ..)| profile(name, 1))
            .filter(|p| match (target, &team) {
                (Target::Skill(skill), _) => p.skills.contains(skill),
                (_, Some(team)) => p.teams.contains(team),
                _ => false,
            })
            .collect();
        let staffed = !belong.is_empty();
        let members: Vec<AgentId> = belong.into_iter().filter(serves).map(|p| p.id).collect();
        if members.is_empty() && matches!(target, Target::Skill(_)) {
            return None;
        }
        let (size, priority) = (members.len(), self.policy.priority);
        Some(Group { members, size, staffed, team, queue, priority })
    }

    fn ended(&self, at: usize, number: u64, caller: &Caller) -> Option<ClosedOffer> {
        if self.thread(at).is_none_or(|t| t.conversation.offer(number).is_some()) {
            return None;
        }
        let record = self.records.get(&OfferId { thread: thread_id(at), number })?;
        let me = caller.actor();
        let own = record.tried.iter().rfind(|t| me.agent() == Some(&t.agent)).map(|t| t.status);
        Some(ClosedOffer { status: record.status, by: record.by.clone(), own })
    }

    /// An entry and the thread before it.
    fn undone(&self, at: usize, entry: u64) -> Option<Undone> {
        let log = self.logs.get(at)?;
        let place = log.iter().position(|w| w.entry.seq == entry)?;
        let before = log.get(place.checked_sub(1)?)?.after.clone();
        Some(Undone { entry: log[place].entry.clone(), before })
    }

    /// A discussion that is over, by the records of its offers.
    fn ended_talk(&self, at: usize, number: u64) -> Option<EndedTalk> {
        if self.thread(at).is_none_or(|t| t.conversation.discussion(number).is_some()) {
            return None;
        }
        let of_talk = |(offer, record): &(&OfferId, &Record)| {
            let joined = offer.number == number || record.discussion == Some(number);
            let discuss = record.kind == OfferKind::Discuss;
            offer.thread == thread_id(at) && discuss && joined && record.ended.is_some()
        };
        let records: Vec<_> = self.records.iter().filter(of_talk).collect();
        let from = records.first().map(|(_, record)| record.from.clone())?;
        let experts = records.iter().filter_map(|(_, record)| record.by.clone());
        let undone = records
            .iter()
            .flat_map(|(offer, record)| record.undone.iter().map(|a| (a.clone(), offer.number)));
        let undone = undone.collect();
        Some(EndedTalk { members: std::iter::once(from).chain(experts).collect(), undone })
    }

    /// How an offer ended, if it did.
    pub(crate) fn end_of(&self, at: usize, number: u64) -> Option<OfferStatus> {
        let record = self.records.get(&OfferId { thread: thread_id(at), number })?;
        Some(record.status).filter(|status| *status != OfferStatus::Pending)
    }

    /// How far a message got, by the log.
    pub(crate) fn known(&self, at: usize, message: u64) -> Option<DeliveryStatus> {
        let mut known = None;
        for written in &self.logs[at] {
            for event in &written.entry.events {
                match event {
                    Event::AgentMessage(_) | Event::AutoReply(_)
                        if written.entry.seq == message =>
                    {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::MessageRetried(message::Retried { message: m }) if *m == message => {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::Delivery(d) if d.message == message => known = Some(d.status),
                    _ => {}
                }
            }
        }
        known
    }

    /// Somebody comes or goes. Where an absent owner loses what they own, the clock is set.
    pub(crate) fn stand(&mut self, agent: &AgentId, presence: Presence) {
        let was = self.desks.present.insert(agent.clone(), presence);
        if presence != Presence::Offline || was == Some(Presence::Offline) {
            return;
        }
        let left = self.now;
        self.desks.stamps.entry(agent.clone()).or_default().left = Some(left);
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

    /// The clock goes round: everything that is due fires, and is forgotten unless `keep`.
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

    /// A timer fires. One that was meant for something else must come to nothing.
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
                Some(Look::Act) => Command::CheckWatch(sla::Check { watch: timer.number }),
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

    /// What the watch with this number has to do; `None`: there is none with it.
    pub(crate) fn look(&self, at: usize, number: u64) -> Option<Look> {
        let thread = self.thread(at).filter(|t| t.conversation.watch.number == number)?;
        Some(look(thread, &self.policy, self.channel.live, self.now))
    }

    /// Whether what the timer was armed for is gone.
    fn is_stale(&self, at: usize, timer: &Timer) -> bool {
        let Some(thread) = self.thread(at) else { return true };
        let c = &thread.conversation;
        let newest = u64::from(c.number) == timer.number;
        match timer.kind {
            TimerKind::Offer => c.offer(timer.number).is_none(),
            TimerKind::Idle => !newest || !c.status.is_open(),
            TimerKind::Watch => c.watch.number != timer.number || !c.status.is_open(),
            TimerKind::Absent => !newest || c.epoch != timer.epoch,
            // Whichever end armed it: what it finds must have taken long enough by now.
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

fn opening(at: usize) -> Opening {
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
