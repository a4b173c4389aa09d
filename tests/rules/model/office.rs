//! The stored state, and the result of one step: the real rules, and the conditions under which
//! `store::commit` writes.

mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::effect::{self, Effects, WorkloadChange};
use domain::laws::WorkloadView;
use domain::{
    AgentId, Caller, Capabilities, Colleague, Command, Context, Entry, Event, Group, Millis,
    OfferKind, OfferStatus, Opening, Policy, Presence, Profile, Skill, Thread, ThreadId, decide,
    evolve, needs, offer,
};

use super::sight::{self, Sight};

/// The length of the clock's steps.
pub(super) const TICK: Millis = Millis::minutes(1);
const DAWN: Millis = Millis(1_763_711_674_123);
const CHAT: Capabilities = Capabilities {
    name: "Chat",
    text_limit: 80,
    sends: &["text"],
    files: &[],
    caption_limit: 80,
    window: None,
    late_window: None,
    quotes: false,
    opt_out: false,
    provider: false,
    live: true,
};

pub(super) fn id<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}

/// A set of agents, by their place in the cast.
pub(super) type Mask = u8;

/// The subject of a model: its agents, their number and room, and the commands that it tries.
pub(super) struct Office {
    pub(super) name: &'static str,
    pub(super) cast: Vec<Profile>,
    pub(super) threads: usize,
    pub(super) policy: Arc<Policy>,
    /// Whether a command is decided in one step and written in another, so that it can come late.
    pub(super) races: bool,
    /// Whether agents come and go.
    pub(super) absences: bool,
    pub(super) asks: super::Asks,
    /// The sights that a model must have seen, or it would prove nothing.
    pub(super) expected: &'static [Sight],
    pub(super) seen: AtomicU64,
    /// The orders of the cast that the rules cannot tell apart: exchanging equals changes nothing.
    pub(super) orders: Vec<Vec<usize>>,
    /// The pairs of equals.
    pub(super) alike: Vec<(usize, usize)>,
}

/// Everything that is stored.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) now: Millis,
    pub(super) threads: Vec<Option<Arc<Thread>>>,
    pub(super) workloads: Arc<BTreeMap<AgentId, WorkloadView>>,
    pub(super) there: Vec<bool>,
    /// The record of every offer, kept apart from the threads.
    pub(super) records: Arc<BTreeMap<(usize, u64), Record>>,
    /// A command that is decided and not yet written.
    pub(super) flight: Option<Arc<Flight>>,
    pub(super) broken: Option<&'static str>,
    /// The key, which is the same for all states that no rule can tell apart.
    pub(super) key: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Flight {
    pub(super) order: Order,
    pub(super) entry: Entry,
    pub(super) after: Arc<Thread>,
    effects: Effects,
}

/// A command and its caller. `free`: the agents whom the decision sees at a free workload; nobody
/// knows how old that news is. `None`: the decision sees the workloads as they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Order {
    pub(super) at: usize,
    pub(super) by: By,
    pub(super) command: Command,
    pub(super) free: Option<Mask>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Customer,
    Engine,
    Agent(usize),
}

#[derive(Debug, Clone)]
pub(super) struct Record {
    kind: OfferKind,
    status: OfferStatus,
    /// The agents who have not heard how the offer ended for them.
    asked: BTreeSet<AgentId>,
    /// Whether the discussion or the part in a conference to which the offer led goes on.
    runs: bool,
}

pub(super) const ONE_OWNER: &str = "a conversation lies on the desk of its one owner";
pub(super) const ROOM: &str = "nobody has more than they have room for";
pub(super) const ONE_END: &str = "an offer has exactly one end, and everybody asked hears of it";
pub(super) const OUTLIVES: &str = "nothing outlives its conversation";
pub(super) const PLACED: &str =
    "an open conversation has an owner or a queue, a closed one neither";
pub(super) const WORKLOADS: &str = "desks match threads";
pub(super) const ONE_PART: &str = "nobody is in two parts";
pub(super) const PARTY: &str = "a conference has no more parties than it may have";
pub(super) const OTHER: &str = "every other law holds";
pub(super) const HEARD: &str = "the clock can always end what is late";

pub(super) fn thread_id(at: usize) -> ThreadId {
    id(&format!("4t9m0c2xkq7w1h{at:02}"))
}

impl Office {
    pub(super) fn start(&self) -> Stored {
        let workload = |p: &Profile| {
            (p.id.clone(), WorkloadView { capacity: p.capacity, ..WorkloadView::default() })
        };
        let mut start = Stored {
            now: DAWN,
            threads: vec![None; self.threads],
            workloads: Arc::new(self.cast.iter().map(workload).collect()),
            there: vec![true; self.cast.len()],
            records: Arc::default(),
            flight: None,
            broken: None,
            key: Vec::new(),
        };
        start.key = super::key::of(self, &start);
        start
    }

    pub(super) fn place(&self, agent: &AgentId) -> usize {
        self.cast.iter().position(|p| p.id == *agent).unwrap_or_else(|| panic!("who is {agent}?"))
    }

    pub(super) fn mask<'a>(&self, agents: impl IntoIterator<Item = &'a AgentId>) -> Mask {
        agents.into_iter().fold(0, |mask, agent| mask | 1 << self.place(agent))
    }

    pub(super) fn saw(&self, sights: u64) {
        if self.seen.load(Ordering::Relaxed) & sights != sights {
            self.seen.fetch_or(sights, Ordering::Relaxed);
        }
    }

    fn caller(&self, by: By) -> Caller {
        match by {
            By::Customer => Caller::Customer,
            By::Engine => Caller::Engine,
            By::Agent(who) => Caller::Agent(self.cast[who].clone()),
        }
    }

    fn context(&self, stored: &Stored, order: &Order) -> Context {
        let thread = stored.threads[order.at].as_deref();
        let wanted = needs(thread, &order.command, &self.policy);
        let read = |(who, profile): (usize, &Profile)| {
            let workload = &stored.workloads[&profile.id];
            let (there, open) = match order.free {
                Some(free) => (free & 1 << who != 0, 0),
                None => (stored.there[who], u32::try_from(workload.open.len()).unwrap_or(u32::MAX)),
            };
            let presence = match there {
                true if open >= profile.capacity => Presence::Busy,
                true => Presence::Available,
                false => Presence::Offline,
            };
            let profile = profile.clone();
            Colleague { profile, presence, open, given: None, freed: None, left: None }
        };
        let reads = !wanted.agents.is_empty() || wanted.group.is_some();
        let everybody = self.cast.iter().enumerate().filter(|_| reads);
        let group = wanted.group.map(|_| Group {
            members: self.cast.iter().map(|p| p.id.clone()).collect(),
            size: self.cast.len(),
            staffed: true,
            team: Some(id("support")),
            queue: Some(id("support")),
            priority: 0,
        });
        Context {
            now: stored.now,
            caller: self.caller(order.by),
            by_api: false,
            policy: Arc::clone(&self.policy),
            channel: CHAT,
            queue_team: thread.map(|_| id("support")),
            asset_teams: Vec::new(),
            file: None,
            opening: (order.by == By::Customer).then(|| Opening {
                asset: id("chat"),
                identity: "visitor".to_owned(),
                also: Vec::new(),
                contact: id("4t9m0c2xkq7w1h99"),
                name: "Jo".to_owned(),
                queue: id("support"),
            }),
            conversation: match order.command {
                // The command may mark an earlier conversation done.
                Command::Done(_) => thread.and_then(|t| {
                    let own = |agent: &AgentId| By::Agent(self.place(agent)) == order.by;
                    t.wraps.iter().find(|w| own(&w.agent)).map(|w| w.number)
                }),
                _ => None,
            },
            colleagues: everybody.map(read).collect(),
            group,
            closed_offer: None,
            ended_talk: None,
            known_delivery: None,
            related: None,
            undone: None,
            templates: Vec::new(),
            off_hours: None,
        }
    }

    /// Decides, and puts the change together.
    pub(super) fn decided(&self, stored: &Stored, order: &Order) -> Option<Flight> {
        let before = stored.threads[order.at].as_deref();
        let ctx = self.context(stored, order);
        let events = decide(before, &order.command, &ctx).ok().filter(|e| !e.is_empty())?;
        let seq = before.map_or(1, |t| t.seq + 1);
        let by = ctx.caller.actor();
        let entry = Entry { seq, at: stored.now, by, key: None, digest: None, events };
        let after = evolve(&thread_id(order.at), before.cloned(), &entry)?;
        let effects = effect::of(before, &entry, &after);
        Some(Flight { order: order.clone(), entry, after: Arc::new(after), effects })
    }

    /// Writes the decided change, if the workloads allow it.
    pub(super) fn written(&self, stored: &Stored, flight: &Flight) -> Option<Stored> {
        let at = flight.order.at;
        let allows = |(agent, change): (&AgentId, &WorkloadChange)| {
            let workload = &stored.workloads[agent];
            let room = workload.open.len() < workload.capacity as usize;
            let here = stored.there[self.place(agent)];
            (change.take.is_none() || room) && (!change.must_be_available || here)
        };
        if !flight.effects.workloads.iter().all(allows) {
            return None;
        }
        let mut next = stored.clone();
        let workloads = Arc::make_mut(&mut next.workloads);
        for (agent, change) in &flight.effects.workloads {
            let Some(workload) = workloads.get_mut(agent) else { continue };
            // The store's update takes one of take and release, and one of invite and dismiss.
            if let Some(take) = &change.take {
                workload.open.insert(take.conversation.clone());
            } else if let Some(release) = &change.release {
                workload.open.remove(release);
            }
            if change.invite.is_empty() {
                workload.inbox.retain(|offer| !change.dismiss.contains(offer));
            } else {
                workload.inbox.extend(change.invite.iter().cloned());
            }
        }
        let heard = self.record(&mut next, flight);
        let before = next.threads[at].replace(Arc::clone(&flight.after));
        self.saw(sight::of(before.as_deref(), flight));
        let closed = flight.entry.events.iter().filter_map(|event| match event {
            Event::OfferClosed(offer::Closed { offer, .. }) => Some(*offer),
            _ => None,
        });
        let heard = heard.filter(|()| closed.clone().all(|offer| self.is_over(&next, at, offer)));
        next.broken = next.broken.or_else(|| self.breach(&next, at, heard));
        Some(next)
    }
}

/// A skill that every agent has.
pub(super) fn skill() -> Skill {
    id("english")
}
