//! What is stored, and what one step makes of it: the real rules, and the conditions under which
//! `store::commit` writes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::effect::{self, DeskChange, Effects};
use domain::engagement::Step as Part;
use domain::laws::{self, DeskView};
use domain::{
    AgentId, Caller, Capabilities, Colleague, Command, Context, Entry, Event, Group, Millis,
    OfferKind, OfferStatus, Opening, Policy, Presence, Profile, Skill, Target, Thread, ThreadId,
    decide, evolve, needs, offer,
};

use super::sight::{self, Sight};

/// The clock goes in steps of this.
pub(super) const TICK: Millis = Millis::minutes(1);
const DAWN: Millis = Millis(1_763_711_674_123);
const CHAT: Capabilities = Capabilities {
    name: "Chat",
    text_limit: 80,
    sends: &["text"],
    files: &[],
    caption_limit: 80,
    window: None,
    provider: false,
    live: true,
};

pub(super) fn id<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}

/// A set of agents, by their place in the cast.
pub(super) type Mask = u8;

/// What a model is about: who, how much, and what can be asked.
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
    /// What must be seen to happen, or the model would say nothing.
    pub(super) expected: &'static [Sight],
    pub(super) seen: AtomicU64,
    /// Who can be told from whom: exchanging equals changes nothing.
    pub(super) orders: Vec<Vec<usize>>,
    /// The pairs of equals.
    pub(super) alike: Vec<(usize, usize)>,
}

/// Everything that is stored.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) now: Millis,
    pub(super) threads: Vec<Option<Arc<Thread>>>,
    pub(super) desks: Arc<BTreeMap<AgentId, DeskView>>,
    pub(super) there: Vec<bool>,
    /// What became of every offer, kept apart from the threads.
    pub(super) records: Arc<BTreeMap<(usize, u64), Record>>,
    /// A command that is decided and not yet written.
    pub(super) flight: Option<Arc<Flight>>,
    pub(super) broken: Option<&'static str>,
    /// The same for all states that no rule can tell apart.
    pub(super) key: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct Flight {
    pub(super) order: Order,
    pub(super) entry: Entry,
    pub(super) after: Arc<Thread>,
    effects: Effects,
}

/// A command and who gives it. `free`: whom the decision sees at a free desk; nobody knows how old
/// that news is. `None`: it sees the desks as they are.
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
    /// Those who have not heard how it ended for them.
    asked: BTreeSet<AgentId>,
    /// Whether what it led to, a discussion or a part in a conference, goes on.
    runs: bool,
}

pub(super) const ONE_OWNER: &str = "a conversation lies on the desk of its one owner";
pub(super) const ROOM: &str = "nobody has more than they have room for";
pub(super) const ONE_END: &str = "an offer has exactly one end, and everybody asked hears of it";
pub(super) const OUTLIVES: &str = "nothing outlives its conversation";
pub(super) const PLACED: &str =
    "an open conversation has an owner or a queue, a closed one neither";
pub(super) const DESKS: &str = "desks match threads";
pub(super) const ONE_PART: &str = "nobody is in two parts";
pub(super) const PARTY: &str = "a conference has no more parties than it may have";
pub(super) const OTHER: &str = "every other law holds";
pub(super) const HEARD: &str = "the clock can always end what is late";

pub(super) fn thread_id(at: usize) -> ThreadId {
    id(&format!("4t9m0c2xkq7w1h{at:02}"))
}

impl Office {
    pub(super) fn start(&self) -> Stored {
        let desk =
            |p: &Profile| (p.id.clone(), DeskView { capacity: p.capacity, ..DeskView::default() });
        let mut start = Stored {
            now: DAWN,
            threads: vec![None; self.threads],
            desks: Arc::new(self.cast.iter().map(desk).collect()),
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
            let desk = &stored.desks[&profile.id];
            let (there, open) = match order.free {
                Some(free) => (free & 1 << who != 0, 0),
                None => (stored.there[who], u32::try_from(desk.open.len()).unwrap_or(u32::MAX)),
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
            opening: (order.by == By::Customer).then(|| Opening {
                asset: id("chat"),
                identity: "visitor".to_owned(),
                also: Vec::new(),
                contact: id("4t9m0c2xkq7w1h99"),
                name: "Jo".to_owned(),
                queue: id("support"),
            }),
            conversation: match order.command {
                // What is marked done may be an earlier one.
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
            undone: None,
            templates: Vec::new(),
            off_hours: None,
        }
    }

    /// Decides, and puts together what is to be written.
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

    /// Writes what was decided, if the desks allow it.
    pub(super) fn written(&self, stored: &Stored, flight: &Flight) -> Option<Stored> {
        let at = flight.order.at;
        let allows = |(agent, change): (&AgentId, &DeskChange)| {
            let desk = &stored.desks[agent];
            let room = desk.open.len() < desk.capacity as usize;
            let here = stored.there[self.place(agent)];
            (change.take.is_none() || room) && (!change.must_be_available || here)
        };
        if !flight.effects.desks.iter().all(allows) {
            return None;
        }
        let mut next = stored.clone();
        let desks = Arc::make_mut(&mut next.desks);
        for (agent, change) in &flight.effects.desks {
            let Some(desk) = desks.get_mut(agent) else { continue };
            // As the store's update is built: of take and release, of invite and dismiss, one.
            if let Some(take) = &change.take {
                desk.open.insert(take.conversation.clone());
            } else if let Some(release) = &change.release {
                desk.open.remove(release);
            }
            if change.invite.is_empty() {
                desk.inbox.retain(|offer| !change.dismiss.contains(offer));
            } else {
                desk.inbox.extend(change.invite.iter().cloned());
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

    /// Whether nobody can answer the offer any more, nor end it.
    fn is_over(&self, stored: &Stored, at: usize, offer: u64) -> bool {
        let reason = || "too late".to_owned();
        let answers = [
            Command::AcceptOffer(offer::Accept { offer }),
            Command::RejectOffer(offer::Reject { offer, reason: reason() }),
            Command::WithdrawOffer(offer::Withdraw { offer, reason: reason() }),
        ];
        let nothing =
            |by, command| self.decided(stored, &Order { at, by, command, free: None }).is_none();
        let agents = (0..self.cast.len()).map(By::Agent);
        nothing(By::Engine, Command::ExpireOffer(offer::Expire { offer }))
            && agents.into_iter().all(|by| answers.iter().all(|c| nothing(by, c.clone())))
    }

    /// Keeps the records, as `store::engagement` does. `None`: a step that cannot be.
    fn record(&self, next: &mut Stored, flight: &Flight) -> Option<()> {
        let at = flight.order.at;
        let changes = &flight.effects.engagements;
        if changes.is_empty() {
            return Some(());
        }
        let records = Arc::make_mut(&mut next.records);
        for change in changes {
            let key = (at, change.offer.number);
            for part in &change.steps {
                if let Part::Opened(opened) = part {
                    let asked = opened.to.iter().cloned().collect();
                    let (kind, status) = (opened.kind, OfferStatus::Pending);
                    let record = Record { kind, status, asked, runs: false };
                    if records.insert(key, record).is_some() {
                        return None;
                    }
                    continue;
                }
                let record = records.get_mut(&key)?;
                let pending = record.status == OfferStatus::Pending;
                let fits = match part {
                    Part::Opened(_) => false,
                    Part::Passed(own) => pending && record.asked.remove(&own.agent),
                    Part::Moved { to, .. } => pending && record.asked.insert(to.clone()),
                    Part::Closed { status, by, others, .. } => {
                        record.status = *status;
                        record.runs =
                            *status == OfferStatus::Accepted && record.kind != OfferKind::Assign;
                        let said = matches!(status, OfferStatus::Accepted | OfferStatus::Rejected);
                        let own = by.iter().filter(|_| said).all(|by| record.asked.remove(by));
                        let rest = others.iter().all(|own| record.asked.remove(&own.agent));
                        let known = said == by.is_some() || *status == OfferStatus::Withdrawn;
                        pending
                            && own
                            && rest
                            && known
                            && record.asked.is_empty()
                            && *status != OfferStatus::Pending
                    }
                    Part::Ended { .. } => {
                        // Whose discussion became a conference goes on in that.
                        let guests = &flight.after.conversation.guests;
                        let goes_on = guests.iter().any(|(_, offer)| *offer == key.1);
                        std::mem::replace(&mut record.runs, goes_on)
                    }
                    // Only what has ended waits to be marked done; nobody does so in the model.
                    Part::Undone(_) => !record.runs,
                    Part::Done(_) => false,
                };
                if !fits {
                    return None;
                }
            }
        }
        Some(())
    }

    /// Which law the newest entry of thread `at` breaks.
    fn breach(&self, next: &Stored, at: usize, heard: Option<()>) -> Option<&'static str> {
        let threads = next.threads.iter().flatten().map(|t| &**t);
        let law = laws::broken_by_all(threads.clone(), &next.desks);
        if let Some(law) = law {
            use laws::Law;
            return Some(match law {
                Law::QueuedOrOwned => PLACED,
                Law::NothingOutlivesItsConversation => OUTLIVES,
                Law::OnePartEach => ONE_PART,
                Law::WithinCapacity => ROOM,
                Law::DesksMatchThreads => DESKS,
                _ => OTHER,
            });
        }
        let thread = next.threads[at].as_deref()?;
        let c = &thread.conversation;
        let known = next.records.range((at, 0)..=(at, u64::MAX));
        let pending = |r: &Record| r.status == OfferStatus::Pending;
        let live = known.clone().filter(|(_, r)| pending(r)).count();
        let asked = c.offers.iter().all(|o| {
            let record = next.records.get(&(at, o.number));
            record.is_some_and(|r| pending(r) && r.asked == o.to.iter().cloned().collect())
        });
        let parts: BTreeSet<u64> = c
            .discussions
            .iter()
            .flat_map(|d| &d.experts)
            .chain(&c.guests)
            .map(|(_, offer)| *offer)
            .collect();
        let running = known.filter(|(_, r)| r.runs).map(|((_, number), _)| *number);
        let accepted = running.collect::<BTreeSet<u64>>() == parts;
        if heard.is_none() || live != c.offers.len() || !asked || !accepted {
            return Some(ONE_END);
        }
        let id = thread.conversation_id();
        let holds = |who: &usize| next.desks[&self.cast[*who].id].open.contains(&id);
        let reserved = |who: &usize| {
            let agent = &self.cast[*who].id;
            c.offers.iter().any(|o| o.kind == OfferKind::Assign && o.asks(agent))
                || thread.wraps.iter().any(|w| w.number == c.number && w.agent == *agent)
        };
        let holding: Vec<_> =
            (0..self.cast.len()).filter(holds).filter(|who| !reserved(who)).collect();
        let owner: Vec<_> = c.owner.iter().map(|o| self.place(o)).collect();
        if holding != owner {
            return Some(ONE_OWNER);
        }
        let parties = 2 + c.guests.len();
        (parties > usize::from(self.policy.conference_limit)).then_some(PARTY)
    }

    /// What was decided is written now: if nobody was faster and the desks allow it. Who was
    /// overtaken decides again; who was found by the engine is looked for again.
    pub(super) fn landed(&self, stored: &Stored, flight: &Flight) -> Stored {
        let newest = stored.threads[flight.order.at].as_ref().map_or(0, |t| t.seq);
        let mut next = stored.clone();
        next.flight = None;
        let lost = newest + 1 != flight.entry.seq;
        if !lost && let Some(written) = self.written(&next, flight) {
            return written;
        }
        let named = flight.order.command.target().and_then(Target::agent).is_some();
        if lost || !named {
            self.saw(sight::bit(if lost { Sight::Overtaken } else { Sight::DeskTaken }));
            next.flight = self.decided(&next, &flight.order).map(Arc::new);
        } else {
            self.saw(sight::bit(Sight::DeskTaken));
        }
        next
    }

    /// Whether the clock, when it comes, can end everything that is late.
    pub(super) fn is_heard(&self, stored: &Stored) -> bool {
        stored.threads.iter().enumerate().all(|(at, thread)| {
            let offers = thread.iter().flat_map(|t| &t.conversation.offers);
            offers.filter(|o| o.is_late(stored.now)).all(|o| {
                let command = Command::ExpireOffer(offer::Expire { offer: o.number });
                let order = Order { at, by: By::Engine, command, free: None };
                let decided = self.decided(stored, &order);
                decided.is_some_and(|flight| self.written(stored, &flight).is_some())
            })
        })
    }
}

/// Everybody can do this.
pub(super) fn skill() -> Skill {
    id("english")
}
