//! Everything that can happen in a small office, exhaustively: every order of commands, deadlines,
//! absences and commits.
//!
//! The rules are the real ones, and so are the conditions under which `store::commit` writes. A
//! decision sees desks as they are, or as they may have been when they were read; the clock comes
//! early, late, twice or never; a command may be overtaken between its decision and its commit.
//! Of states that no rule can tell apart one is looked at.

mod key;
mod office;
mod sight;

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use domain::{
    Command, Content, Millis, MonitorMode, OfferKind, Outcome, Policy, Profile, Promotion, Role,
    Status, Target, Thread, WrapUp,
};
use stateright::{Checker, Model, Property};

use office::{By, Mask, Office, Order, Stored, TICK, id};
use sight::Sight;

/// What is tried in a model. Everything else is left out.
#[derive(Debug, Clone, Copy, Default)]
struct Asks {
    /// Offers to one colleague, of these kinds.
    single: &'static [OfferKind],
    /// Offers to a group, of these kinds, one after the other and all at once.
    group: &'static [OfferKind],
    /// How many offers may be pending for another to be tried.
    offers: usize,
    /// Picking, writing, leaving, transfers.
    work: bool,
    /// What the engine does by itself: giving out, silence, the unanswered, absent owners.
    engine: bool,
    /// Marking done.
    wraps: bool,
    /// Talks with several, promotion, conferences.
    talks: bool,
    /// Whether those try, too, who are bound to be refused.
    strangers: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Decided and written.
    Do(Order),
    /// Decided, and not written yet.
    Decide(Order),
    /// What is decided is written, or overtaken.
    Land,
    Tick,
    /// An agent comes or goes.
    Move(usize),
}

impl Step {
    fn told(&self) -> String {
        match self {
            Self::Do(o) => format!("{} {:?}: {:?}, free: {:?}", o.at, o.by, o.command, o.free),
            other => format!("{other:?}"),
        }
    }
}

impl Hash for Stored {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl PartialEq for Stored {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Office {
    /// The commands that make sense to try on a thread, by whoever they can come from.
    fn commands(&self, at: usize, thread: Option<&Thread>) -> Vec<(usize, By, Command)> {
        let mut all = Vec::new();
        let text = Content::text("hello");
        let receive = Command::Receive { content: text, sent_at: Millis(0), reply_to: None };
        all.push((at, By::Customer, receive));
        let Some(thread) = thread else { return all };
        let c = &thread.conversation;
        let mut engine = |command| all.push((at, By::Engine, command));
        for offer in &c.offers {
            engine(Command::ExpireOffer { offer: offer.number });
        }
        if self.asks.engine {
            engine(Command::AutoAssign);
            engine(Command::CheckIdle { conversation: c.number });
            engine(Command::CheckWatch { watch: c.watch.number });
            engine(Command::CheckAbsent { conversation: c.number, epoch: c.epoch });
        }
        if self.asks.wraps {
            for wrap in &thread.wraps {
                engine(Command::CheckWrapUp { conversation: wrap.number });
            }
        }
        if self.asks.work {
            all.push((at, By::Customer, Command::CustomerLeave));
        }
        for who in 0..self.cast.len() {
            let own = self.of_agent(thread, who);
            all.extend(own.into_iter().map(|command| (at, By::Agent(who), command)));
        }
        all
    }

    fn of_agent(&self, thread: &Thread, who: usize) -> Vec<Command> {
        let mut all = Vec::new();
        let c = &thread.conversation;
        let me = &self.cast[who].id;
        let (owns, tries) = (c.is_owner(me), self.asks.strangers);
        let directs = owns || tries || self.cast[who].role != Role::Agent;
        if tries || c.status == Status::Queued {
            all.push(Command::Accept);
        }
        if directs {
            all.push(Command::Resolve { note: None });
        }
        let colleagues = || self.cast.iter().filter(|p| p.id != *me).map(|p| p.id.clone());
        let reason = || "busy".to_owned();
        for offer in &c.offers {
            let number = offer.number;
            if tries || offer.asks(me) {
                all.push(Command::AcceptOffer { offer: number });
                all.push(Command::RejectOffer { offer: number, reason: reason() });
            }
            if tries || owns {
                all.push(Command::WithdrawOffer { offer: number, reason: reason() });
            }
        }
        if self.asks.work && directs {
            all.push(Command::Send { content: Content::text("good morning") });
            all.push(Command::Transfer {
                to: Target::Queue(id("support")),
                mode: None,
                note: None,
            });
        }
        if self.asks.engine && directs {
            all.push(Command::Transfer {
                to: Target::Skill(office::skill()),
                mode: None,
                note: None,
            });
        }
        if owns || self.cast[who].role != Role::Agent {
            let to = colleagues().map(Target::Agent);
            all.extend(to.map(|to| Command::Transfer { to, mode: None, note: None }));
        }
        if owns && c.offers.len() < self.asks.offers {
            self.offers(thread, colleagues().map(Target::Agent).collect(), &mut all);
        }
        if self.asks.wraps && thread.wraps.iter().any(|w| w.agent == *me) {
            all.push(Command::Done { disposition: None, note: None });
        }
        if self.asks.talks {
            around_talks(thread, &self.cast[who], &mut all);
        }
        all
    }

    fn offers(&self, thread: &Thread, colleagues: Vec<Target>, all: &mut Vec<Command>) {
        let make = |kind, to: &Target, all, discussion| {
            let (to, note) = (to.clone(), None);
            Command::MakeOffer { kind, to, all, discussion, note }
        };
        for kind in self.asks.single {
            all.extend(colleagues.iter().map(|to| make(*kind, to, false, None)));
        }
        for kind in self.asks.group {
            let team = Target::Team(id("support"));
            all.extend([false, true].map(|at_once| make(*kind, &team, at_once, None)));
        }
        for talk in &thread.conversation.discussions {
            let joins = |to| make(OfferKind::Discuss, to, false, Some(talk.number));
            if self.asks.single.contains(&OfferKind::Discuss) {
                all.extend(colleagues.iter().map(joins));
            }
        }
    }

    /// Whom a decision may see at a free desk: nobody can say how old that news is.
    fn readings(&self, thread: Option<&Thread>, command: &Command) -> Vec<Mask> {
        let everybody = (1 << self.cast.len()) - 1;
        let ones = || (0..self.cast.len()).map(|who| 1 << who);
        let c = thread.map(|t| &t.conversation);
        let owner = c.and_then(|c| c.owner.as_ref());
        let sees = |group: Mask| {
            let some = (1..=everybody).filter(move |mask| mask & !group == 0);
            some.collect::<Vec<_>>()
        };
        match command {
            Command::MakeOffer { to, all, .. } if to.agent().is_none() => {
                let others = everybody & !self.mask(owner);
                if *all { sees(others) } else { ones().filter(|one| one & others != 0).collect() }
            }
            Command::Transfer { to: Target::Skill(_), .. } | Command::AutoAssign => {
                ones().collect()
            }
            Command::RejectOffer { .. } | Command::ExpireOffer { .. } => {
                let number = match command {
                    Command::ExpireOffer { offer } => Some(*offer),
                    _ => command.answers(),
                };
                let offer = number.and_then(|number| c.and_then(|c| c.offer(number)));
                let searches = offer.and_then(|o| o.search.as_ref()).is_some_and(|s| !s.all);
                let some = ones().filter(|_| searches);
                std::iter::once(0).chain(some).collect()
            }
            Command::LeaveConference | Command::Resolve { .. } => {
                let guests = self.mask(c.iter().flat_map(|c| &c.guests).map(|(guest, _)| guest));
                if guests == 0 {
                    vec![everybody]
                } else {
                    ones().filter(|o| o & guests != 0).collect()
                }
            }
            Command::Receive { .. } if self.policy.reopen_within.is_some() => vec![0, everybody],
            Command::CheckAbsent { .. } => vec![0],
            _ => vec![everybody],
        }
    }
}

/// What can be asked around discussions and conferences.
fn around_talks(thread: &Thread, me: &Profile, all: &mut Vec<Command>) {
    let c = &thread.conversation;
    for talk in &c.discussions {
        let discussion = talk.number;
        let leads = talk.initiator == me.id;
        if !leads {
            all.push(Command::LeaveDiscussion { discussion });
            continue;
        }
        let (resolved, note, outcomes) = (true, None, Vec::new());
        all.push(Command::EndDiscussion { discussion, resolved, note, outcomes });
        for (agent, _) in &talk.experts {
            let outcome = Outcome { agent: agent.clone(), resolved, note: None };
            all.push(Command::ReleaseExpert { discussion, outcome });
            for into in [Promotion::Transfer, Promotion::Conference] {
                all.push(Command::Promote { discussion, expert: Some(agent.clone()), into });
            }
        }
    }
    if !c.guests.is_empty() {
        all.push(Command::LeaveConference);
        if c.is_owner(&me.id) {
            let guests = c.guests.iter();
            all.extend(guests.map(|(agent, _)| Command::RemoveGuest { agent: agent.clone() }));
        }
    }
    if me.role != Role::Agent {
        all.push(Command::Monitor { mode: MonitorMode::Barge });
        all.push(Command::StopMonitoring);
    }
}

impl Model for Office {
    type State = Stored;
    type Action = Step;

    fn init_states(&self) -> Vec<Stored> {
        vec![self.start()]
    }

    fn actions(&self, state: &Stored, steps: &mut Vec<Step>) {
        if state.broken.is_some() {
            return;
        }
        for (at, thread) in state.threads.iter().enumerate() {
            let thread = thread.as_deref();
            for (at, by, command) in self.commands(at, thread) {
                let order = |free| Order { at, by, command: command.clone(), free };
                if !self.races {
                    let readings = self.readings(thread, &command);
                    steps.extend(readings.into_iter().map(|free| Step::Do(order(Some(free)))));
                } else if state.flight.is_none() {
                    steps.push(Step::Decide(order(None)));
                } else {
                    steps.push(Step::Do(order(None)));
                }
            }
        }
        if state.flight.is_some() {
            steps.push(Step::Land);
        }
        steps.push(Step::Tick);
        if self.absences {
            steps.extend((0..self.cast.len()).map(Step::Move));
        }
    }

    fn next_state(&self, last: &Stored, step: Step) -> Option<Stored> {
        let mut next = match step {
            Step::Do(order) => {
                let decided = self.decided(last, &order)?;
                self.written(last, &decided)?
            }
            Step::Decide(order) => {
                let flight = self.decided(last, &order).map(Arc::new);
                flight.as_ref()?;
                Stored { flight, ..last.clone() }
            }
            Step::Land => self.landed(last, last.flight.as_deref()?),
            Step::Tick => Stored { now: last.now + TICK, ..last.clone() },
            Step::Move(who) => {
                let mut next = last.clone();
                next.there[who] = !next.there[who];
                next
            }
        };
        next.key = key::of(self, &next);
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        macro_rules! never {
            ($law:expr) => {
                Property::always($law, |_: &Self, s: &Stored| s.broken != Some($law))
            };
        }
        vec![
            never!(office::ONE_OWNER),
            never!(office::ROOM),
            never!(office::ONE_END),
            never!(office::OUTLIVES),
            never!(office::PLACED),
            never!(office::DESKS),
            never!(office::ONE_PART),
            never!(office::PARTY),
            never!(office::OTHER),
            Property::always(office::HEARD, |office: &Self, s: &Stored| office.is_heard(s)),
            Property::sometimes(ALIVE, |office: &Self, _: &Stored| office.unseen().is_empty()),
        ]
    }
}

const ALIVE: &str = "what the model is about happens";

impl Office {
    /// An office with these agents (name, role, capacity).
    fn with(name: &'static str, cast: &[(&str, Role, u32)], asks: Asks) -> Self {
        let profile = |(name, role, capacity): &(&str, Role, u32)| Profile {
            id: id(name),
            name: (*name).to_owned(),
            role: *role,
            teams: vec![id("support")],
            capacity: *capacity,
            skills: vec![office::skill()],
        };
        let cast: Vec<_> = cast.iter().map(profile).collect();
        let alike = alike(&cast);
        let orders = orders(cast.len(), &alike);
        Self {
            name,
            cast,
            threads: 1,
            policy: Arc::new(Policy::default()),
            races: false,
            absences: false,
            asks,
            expected: &[],
            seen: AtomicU64::new(0),
            orders,
            alike,
        }
    }

    fn unseen(&self) -> Vec<Sight> {
        let seen = self.seen.load(Ordering::Relaxed);
        self.expected.iter().copied().filter(|sight| seen & sight::bit(*sight) == 0).collect()
    }

    /// Looks at every state there is.
    fn explore(self) {
        let began = Instant::now();
        let name = self.name;
        let checker = self.checker().threads(2).spawn_bfs().join();
        assert!(checker.is_done());
        let (states, visits) = (checker.unique_state_count(), checker.state_count());
        let depth = checker.max_depth();
        println!(
            "{name}: {states} states, {visits} visits, {depth} steps deep, {:.1?}",
            began.elapsed()
        );
        for (law, path) in checker.discoveries() {
            if law != ALIVE {
                let steps: Vec<_> = path.into_actions().iter().map(Step::told).collect();
                panic!("{name}: broken: {law}\n{}", steps.join("\n"));
            }
        }
        assert_eq!(checker.model().unseen(), [], "{name}: these never happen");
    }
}

/// Who can be exchanged for whom: the rules treat them alike.
fn alike(cast: &[Profile]) -> Vec<(usize, usize)> {
    let same = |a: &Profile, b: &Profile| a.capacity == b.capacity && a.role == b.role;
    let pairs = (0..cast.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.filter(|(a, b)| same(&cast[*a], &cast[*b])).collect()
}

/// Every way to exchange them.
fn orders(cast: usize, alike: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
    for who in 0..cast {
        let may = |other: &usize| {
            *other == who || alike.contains(&(who, *other)) || alike.contains(&(*other, who))
        };
        let longer = |order: Vec<usize>| {
            let free = (0..cast).filter(may).filter(|other| !order.contains(other));
            free.map(|other| [order.as_slice(), &[other]].concat()).collect::<Vec<_>>()
        };
        orders = orders.into_iter().flat_map(longer).collect();
    }
    orders
}

use Role::{Agent, Manager};

/// Searches run for two ticks, one for each who is asked; nobody waits for the clock otherwise.
fn policy() -> Policy {
    Policy {
        assign_timeout: Millis(2 * TICK.0),
        discuss_timeout: Millis(2 * TICK.0),
        conference_timeout: Millis(2 * TICK.0),
        step_timeout: TICK,
        auto_resolve_after: Millis(0),
        requeue_after: Some(Millis(0)),
        requeue_warning: Millis(0),
        abandon_after: Some(Millis(0)),
        offline_requeue_after: Some(Millis(0)),
        mode: domain::Mode::Auto,
        ..Policy::default()
    }
}

fn brief() -> Policy {
    Policy { assign_timeout: TICK, discuss_timeout: TICK, conference_timeout: TICK, ..policy() }
}

const PAIRED: [(&str, Role, u32); 3] = [("mark", Agent, 1), ("mira", Agent, 2), ("hana", Agent, 2)];

/// Two conversations, three agents, and commits that come too late.
#[test]
fn races() {
    use Sight as S;
    let asks = Asks { single: &[OfferKind::Assign], offers: 1, work: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        races: true,
        absences: true,
        policy: Arc::new(brief()),
        expected: &[
            S::Overtaken,
            S::DeskTaken,
            S::OfferAccepted,
            S::OfferRejected,
            S::OfferWithdrawn,
            S::OfferTimedOut,
            S::OfferRescinded,
            S::Picked,
            S::Transferred,
            S::Requeued,
            S::ResolvedByAgent,
            S::Abandoned,
        ],
        ..Office::with("races", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents, everything that moves work.
#[test]
fn work() {
    use Sight as S;
    let (single, group) = (&[OfferKind::Assign], &[OfferKind::Assign]);
    let asks = Asks { single, group, offers: 1, work: true, engine: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(Policy { reopen_within: Some(Millis(0)), ..brief() }),
        expected: &[
            S::OfferAccepted,
            S::OfferTimedOut,
            S::Transferred,
            S::GivenByEngine,
            S::Reopened,
            S::Requeued,
            S::RequeuedUnanswered,
            S::RequeuedOffline,
            S::ResolvedByAgent,
            S::ResolvedBySilence,
            S::Abandoned,
        ],
        ..Office::with("work", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents: what is over lies on a desk until it is marked done.
#[test]
fn wraps() {
    use Sight as S;
    let asks = Asks { wraps: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(Policy {
            wrap_up: WrapUp::Optional,
            wrap_up_limit: Some(TICK),
            reopen_within: Some(Millis(0)),
            ..policy()
        }),
        expected: &[S::Picked, S::Reopened, S::ResolvedByAgent, S::WrappedUp],
        ..Office::with("wraps", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents: a team is asked to take over, with room for some of it.
#[test]
fn teams() {
    use Sight as S;
    let (single, group) = (&[OfferKind::Assign], &[OfferKind::Assign]);
    let asks = Asks { single, group, offers: 1, work: true, strangers: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(policy()),
        expected: &[S::AcceptedWhileOthersAsked, S::SecondAccepted, S::SearchTimedOut],
        ..Office::with("teams", &PAIRED, asks)
    };
    office.explore();
}

/// One conversation, four agents: a group is asked.
#[test]
fn searches() {
    use Sight as S;
    let asks = Asks {
        single: &[OfferKind::Assign],
        group: &[OfferKind::Assign, OfferKind::Discuss],
        offers: 2,
        ..Asks::default()
    };
    let cast = [("mark", Agent, 1), ("mira", Agent, 1), ("hana", Agent, 1), ("juan", Agent, 1)];
    let office = Office {
        absences: true,
        policy: Arc::new(Policy { assign_timeout: Millis(3 * TICK.0), ..policy() }),
        expected: &[
            S::OfferAccepted,
            S::OfferRejected,
            S::OfferWithdrawn,
            S::OfferTimedOut,
            S::OfferRescinded,
            S::AcceptedWhileOthersAsked,
            S::AllButOneDeclined,
            S::SearchMovedOn,
            S::SecondAccepted,
            S::ThirdAccepted,
            S::SearchTimedOut,
            S::SearchExhausted,
        ],
        ..Office::with("searches", &cast, asks)
    };
    office.explore();
}

/// Two conversations, three agents: talks, conferences, and who has room for what they become.
#[test]
fn talks() {
    use Sight as S;
    let single = &[OfferKind::Discuss, OfferKind::Conference];
    let asks = Asks { single, offers: 1, talks: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(brief()),
        expected: &[
            S::SecondExpert,
            S::PromotedToTransfer,
            S::PromotedToConference,
            S::SecondGuest,
        ],
        ..Office::with("talks", &PAIRED, asks)
    };
    office.explore();
}

/// One conversation, three agents and their manager: talks, conferences, and what becomes of them.
#[test]
fn conferences() {
    use Sight as S;
    const KINDS: [OfferKind; 3] = [OfferKind::Assign, OfferKind::Discuss, OfferKind::Conference];
    let asks = Asks {
        single: &KINDS,
        group: &[OfferKind::Conference],
        offers: 2,
        talks: true,
        strangers: true,
        ..Asks::default()
    };
    let cast = [("mark", Agent, 1), ("mira", Agent, 1), ("hana", Agent, 1), ("mona", Manager, 1)];
    let office = Office {
        policy: Arc::new(Policy { conference_limit: 4, ..brief() }),
        expected: &[
            S::OfferAccepted,
            S::GivenByManager,
            S::DiscussionEnded,
            S::DiscussionLost,
            S::SecondExpert,
            S::ExpertLeft,
            S::ExpertReleased,
            S::LastExpertLeft,
            S::PromotedToTransfer,
            S::PromotedToConference,
            S::ExpertJoinsConference,
            S::GuestJoined,
            S::SecondGuest,
            S::GuestLeft,
            S::GuestRemoved,
            S::OwnerLeftConference,
            S::OwnerResolvedIntoConference,
            S::ManagerLooksOn,
            S::MonitorBecameGuest,
            S::MonitorBecameExpert,
        ],
        ..Office::with("conferences", &cast, asks)
    };
    office.explore();
}
