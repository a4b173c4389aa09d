//! Threads, desks, queues, timers and records in memory: the pipeline of `app::execute` without
//! the table, so that the rules can be held against long histories quickly.

use std::collections::BTreeMap;

use domain::decide::{Caller, Context, Opening};
use domain::effect::{self, Effects, EngagementChange, Place, Timer};
use domain::{
    Capabilities, Command, DeliveryStatus, Entry, Event, Millis, OfferId, OfferStatus, Policy,
    Presence, QueueId, Refusal, TargetDesk, Thread, ThreadId, TimerKind, decide, evolve,
};

use super::desks::Desks;
use super::{DAWN, MAILED, everybody, id, profile, team_of};

/// An entry with what it led to.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) entry: Entry,
    pub(crate) after: Thread,
    pub(crate) effects: Effects,
}

/// Everything that is stored.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) now: Millis,
    pub(crate) capacity: u32,
    pub(crate) channel: Capabilities,
    pub(crate) logs: Vec<Vec<Written>>,
    pub(crate) desks: Desks,
    pub(crate) queue: Vec<Place>,
    pub(crate) timers: Vec<(usize, Timer)>,
    pub(crate) records: BTreeMap<OfferId, OfferStatus>,
    /// Decisions see every desk free, as if they had been read long ago.
    pub(crate) stale: bool,
    /// The conversation that commands name.
    pub(crate) named: Option<u32>,
}

impl World {
    /// Empty threads, and the whole cast at their desks.
    pub(crate) fn new(threads: usize, capacity: u32) -> Self {
        let mut desks = Desks::default();
        everybody().for_each(|agent| desks.seat(agent, capacity));
        Self {
            now: DAWN,
            capacity,
            channel: MAILED,
            logs: vec![Vec::new(); threads],
            desks,
            queue: Vec::new(),
            timers: Vec::new(),
            records: BTreeMap::new(),
            stale: false,
            named: None,
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
        let before = self.thread(at).cloned();
        let events = decide(before.as_ref(), command, &self.context(at, caller, command))?;
        if events.is_empty() {
            return Ok(events);
        }
        let entry = Entry {
            seq: before.as_ref().map_or(1, |t| t.seq + 1),
            at: self.now,
            by: caller.actor(),
            key: Some(format!("command-{}", self.logs[at].len())),
            events: events.clone(),
        };
        let after = evolve(&thread_id(at), before.clone(), &entry)
            .unwrap_or_else(|| panic!("{events:?} open nothing"));
        let effects = effect::of(before.as_ref(), &entry, &after);
        self.commit(at, caller, &effects)?;
        self.logs[at].push(Written { entry, after, effects });
        Ok(events)
    }

    fn commit(&mut self, at: usize, caller: &Caller, effects: &Effects) -> Result<(), Refusal> {
        if let Err(agent) = self.desks.apply(effects) {
            let own = caller.actor().agent() == Some(&agent);
            let desk = self.desks.read(&agent).unwrap_or(TargetDesk {
                presence: Presence::Offline,
                open: 0,
                capacity: 0,
            });
            return Err(match desk.presence {
                _ if own => Refusal::AtCapacity { open: desk.open, capacity: desk.capacity },
                Presence::Available | Presence::Busy => {
                    Refusal::TargetFull { open: desk.open, capacity: desk.capacity }
                }
                Presence::Away => Refusal::TargetUnavailable { presence: "away" },
                Presence::Offline => Refusal::TargetUnavailable { presence: "offline" },
            });
        }
        if let Some(place) = &effects.leaves_queue {
            self.queue.retain(|p| p != place);
        }
        self.queue.extend(effects.enters_queue.clone());
        self.timers.extend(effects.timers.iter().map(|timer| (at, timer.clone())));
        for change in &effects.engagements {
            match change {
                EngagementChange::Opened { offer, .. } => {
                    self.records.insert(offer.clone(), OfferStatus::Pending);
                }
                EngagementChange::Closed { offer, status, .. } => {
                    self.records.insert(offer.clone(), *status);
                }
                EngagementChange::Ended { .. } => {}
            }
        }
        Ok(())
    }

    pub(crate) fn context(&self, at: usize, caller: &Caller, command: &Command) -> Context {
        let thread = self.thread(at);
        let read = |agent| {
            let desk = self.desks.read(agent)?;
            let fresh = TargetDesk { presence: Presence::Available, open: 0, ..desk };
            Some(if self.stale { fresh } else { desk })
        };
        Context {
            now: self.now,
            caller: caller.clone(),
            policy: Policy::default(),
            channel: self.channel.clone(),
            queue_team: thread.map(|t| team_of(&t.conversation.queue)),
            opening: (*caller == Caller::Customer).then(|| opening(at)),
            conversation: self.named,
            target: command
                .target()
                .filter(|agent| profile(agent.as_str(), self.capacity).is_some())
                .and_then(read),
            target_queue_exists: match command {
                Command::TransferToQueue { to, .. } => queues().contains(to),
                _ => false,
            },
            closed_offer: command.answers().and_then(|number| self.ended(at, number)),
            known_delivery: match command {
                Command::Report(delivery) => self.known(at, delivery.message),
                _ => None,
            },
        }
    }

    fn ended(&self, at: usize, number: u64) -> Option<OfferStatus> {
        let record = self.records.get(&OfferId { thread: thread_id(at), number })?;
        Some(*record).filter(|status| *status != OfferStatus::Pending)
    }

    /// How far a message got, by the log.
    pub(crate) fn known(&self, at: usize, message: u64) -> Option<DeliveryStatus> {
        let mut known = None;
        for written in &self.logs[at] {
            for event in &written.entry.events {
                match event {
                    Event::AgentMessage { .. } if written.entry.seq == message => {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::MessageRetried { message: m } if *m == message => {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::Delivery(d) if d.message == message => known = Some(d.status),
                    _ => {}
                }
            }
        }
        known
    }

    /// The clock goes round: everything that is due fires, and is forgotten unless `keep`.
    pub(crate) fn strike(&mut self, keep: bool) {
        let now = self.now;
        let due: Vec<_> = self.timers.iter().filter(|(_, t)| t.due <= now).cloned().collect();
        if !keep {
            self.timers.retain(|(_, t)| t.due > now);
        }
        for (at, timer) in due {
            let command = match timer.kind {
                TimerKind::Offer => Command::ExpireOffer { offer: timer.number },
                TimerKind::Idle => Command::CheckIdle {
                    conversation: u32::try_from(timer.number).unwrap_or(u32::MAX),
                },
                TimerKind::Outbox => continue,
            };
            self.give(at, &Caller::Engine, &command)
                .unwrap_or_else(|refusal| panic!("the clock is refused: {refusal}"));
        }
    }
}

/// The queues that exist.
pub(crate) fn queues() -> [QueueId; 2] {
    [id("support"), id("sales")]
}

pub(crate) fn thread_id(at: usize) -> ThreadId {
    id(&format!("4t9m0c2xkq7w1h{at:02}"))
}

fn opening(at: usize) -> Opening {
    Opening {
        asset: id("support-line"),
        identity: format!("49151234567{at}"),
        contact: id("4t9m0c2xkq7w1h99"),
        name: "Jo".to_owned(),
        queue: id("support"),
    }
}
