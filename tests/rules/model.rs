//! Everything that can happen in a small office, exhaustively: every order of commands, deadlines,
//! absences and commits.
//!
//! The rules are the real ones, and so are the conditions under which `store::commit` writes. A
//! decision sees workloads as they are, or as they may have been when they were read; the clock
//! comes early, late, twice or never; a command may be overtaken between its decision and its
//! commit. The search looks at one of the states that no rule can tell apart.

mod asks;
mod key;
mod office;
mod scenes;
mod sight;

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use domain::{Policy, Profile, Role};
use stateright::{Checker, Model, Property};

use asks::Asks;
use office::{Office, Order, Stored, TICK, id};
use sight::Sight;

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// A command is decided and written.
    Do(Order),
    /// A command is decided, and not written yet.
    Decide(Order),
    /// The decided command is written, or overtaken.
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
            never!(office::WORKLOADS),
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

    /// Looks at every state.
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

/// The pairs of agents whom the rules treat alike.
fn alike(cast: &[Profile]) -> Vec<(usize, usize)> {
    let same = |a: &Profile, b: &Profile| a.capacity == b.capacity && a.role == b.role;
    let pairs = (0..cast.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.filter(|(a, b)| same(&cast[*a], &cast[*b])).collect()
}

/// Every order of the cast that exchanges such agents.
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
