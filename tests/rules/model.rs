//! Two agents and two conversations, exhaustively: every order of offers, answers, deadlines,
//! transfers, resolutions and absences.
//!
//! Decisions see every desk free, as if it had been read long ago, so that only the conditions of
//! the commit stand between the agents and too much work. The clock may come late, or never.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use domain::decide::{Caller, Context, Opening};
use domain::{
    AgentId, Capabilities, Command, Entry, Event, Millis, OfferKind, OfferStatus, Policy, Presence,
    QueueId, Status, TargetDesk, Thread, decide, effect, evolve, invariant,
};
use stateright::{Checker, Model, Property};

use crate::pure::desks::Desks;
use crate::pure::world::thread_id;
use crate::pure::{DAWN, MARK, MIRA, agent, id, team_of};

const AGENTS: [&str; 2] = [MARK, MIRA];
/// Mark has room for one conversation, Mira for both.
const CAPACITY: [u32; 2] = [1, 2];
const TICK: Millis = Millis::minutes(1);
const CHAT: Capabilities = Capabilities {
    name: "Chat",
    text_limit: 80,
    sends: &["text"],
    window: None,
    provider: false,
    live: true,
};

struct Office;

/// Everything that is stored, and how the newest offer to end has ended.
#[derive(Debug, Clone)]
struct Stored {
    now: Millis,
    threads: [Option<Thread>; 2],
    desks: Desks,
    ended: Option<OfferStatus>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Command(usize, Caller, Command),
    Tick,
    Stand(AgentId, Presence),
}

/// An offer without its number: kind, asked, and ticks until its deadline.
type OfferShape = (OfferKind, AgentId, i64);
/// A conversation without positions and dates: no rule looks at those.
type Shape = (Status, Option<AgentId>, bool, Vec<OfferShape>, Vec<(AgentId, usize)>);

impl Stored {
    fn shape(&self, thread: &Thread) -> Shape {
        let c = &thread.conversation;
        let left = |expires: Millis| ((expires - self.now).0 / TICK.0).max(0);
        let mut offers: Vec<_> =
            c.offers.iter().map(|o| (o.kind, o.to.clone(), left(o.expires))).collect();
        offers.sort_by_key(|(kind, to, _)| (*kind == OfferKind::Assign, to.clone()));
        let talks = c.discussions.iter().map(|d| (d.initiator.clone(), d.experts.len())).collect();
        (c.status, c.owner.clone(), c.waiting_on == domain::Party::Agent, offers, talks)
    }

    fn shapes(&self) -> Vec<Option<Shape>> {
        self.threads.iter().map(|t| t.as_ref().map(|t| self.shape(t))).collect()
    }

    fn seats(&self) -> Vec<(usize, usize, Presence)> {
        let seat = |(agent, desk): (&AgentId, &invariant::DeskView)| {
            (desk.open.len(), desk.inbox.len(), self.desks.presence(agent))
        };
        self.desks.views.iter().map(seat).collect()
    }

    fn give(&mut self, at: usize, caller: &Caller, command: &Command) -> Option<()> {
        let before = self.threads[at].clone();
        let context = context(self.now, before.as_ref(), caller, command);
        let events = decide(before.as_ref(), command, &context).ok()?;
        if events.is_empty() {
            return None;
        }
        let seq = before.as_ref().map_or(1, |t| t.seq + 1);
        let entry = Entry { seq, at: self.now, by: caller.actor(), key: None, events };
        let after = evolve(&thread_id(at), before.clone(), &entry)?;
        self.desks.apply(&effect::of(before.as_ref(), &entry, &after)).ok()?;
        let end = entry.events.iter().find_map(|e| match e {
            Event::OfferClosed { status, .. } => Some(*status),
            _ => None,
        });
        self.ended = end.or(self.ended);
        self.threads[at] = Some(after);
        Some(())
    }
}

impl Hash for Stored {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.shapes().hash(state);
        self.seats().hash(state);
        self.ended.hash(state);
    }
}

impl PartialEq for Stored {
    fn eq(&self, other: &Self) -> bool {
        self.shapes() == other.shapes()
            && self.seats() == other.seats()
            && self.ended == other.ended
    }
}

fn context(now: Millis, thread: Option<&Thread>, caller: &Caller, command: &Command) -> Context {
    let queue: QueueId = id("support");
    Context {
        now,
        caller: caller.clone(),
        policy: Policy::default(),
        channel: CHAT,
        queue_team: thread.map(|t| team_of(&t.conversation.queue)),
        opening: Some(Opening {
            asset: id("chat"),
            identity: "visitor".to_owned(),
            contact: id("4t9m0c2xkq7w1h99"),
            name: "Jo".to_owned(),
            queue,
        }),
        conversation: None,
        target: command.target().map(|_| TargetDesk {
            presence: Presence::Available,
            open: 0,
            capacity: 1,
        }),
        target_queue_exists: true,
        closed_offer: None,
        known_delivery: None,
    }
}

/// What the customer and the clock can do.
fn from_outside(at: usize, thread: Option<&Thread>, steps: &mut Vec<Step>) {
    let content = domain::Content::text("hello");
    let write = Command::Receive { content, sent_at: DAWN, reply_to: None };
    steps.push(Step::Command(at, Caller::Customer, write));
    steps.push(Step::Command(at, Caller::Customer, Command::CustomerLeave));
    for offer in thread.iter().flat_map(|t| &t.conversation.offers) {
        let expire = Command::ExpireOffer { offer: offer.number };
        steps.push(Step::Command(at, Caller::Engine, expire));
    }
}

/// What one agent can try on one thread.
fn from_agent(at: usize, thread: &Thread, who: usize, steps: &mut Vec<Step>) {
    let colleague: AgentId = id(AGENTS[1 - who]);
    let reason = || "busy".to_owned();
    let mut commands = vec![
        Command::Accept,
        Command::Send { content: domain::Content::text("good morning") },
        Command::Resolve { note: None },
        Command::TransferToAgent { to: colleague.clone(), note: None },
        Command::TransferToQueue { to: id("support"), note: None },
    ];
    for kind in [OfferKind::Assign, OfferKind::Discuss] {
        commands.push(Command::MakeOffer { kind, to: colleague.clone(), note: None });
    }
    for offer in thread.conversation.offers.iter().map(|o| o.number) {
        commands.push(Command::AcceptOffer { offer });
        commands.push(Command::RejectOffer { offer, reason: reason() });
        commands.push(Command::WithdrawOffer { offer, reason: reason() });
    }
    for discussion in thread.conversation.discussions.iter().map(|d| d.number) {
        commands.push(Command::EndDiscussion { discussion, resolved: true, note: None });
        commands.push(Command::LeaveDiscussion { discussion });
    }
    let caller = agent(AGENTS[who]);
    steps.extend(commands.into_iter().map(|c| Step::Command(at, caller.clone(), c)));
}

impl Model for Office {
    type State = Stored;
    type Action = Step;

    fn init_states(&self) -> Vec<Stored> {
        let mut desks = Desks::default();
        for (name, capacity) in AGENTS.iter().zip(CAPACITY) {
            desks.seat(id(name), capacity);
        }
        vec![Stored { now: DAWN, threads: [None, None], desks, ended: None }]
    }

    fn actions(&self, state: &Stored, steps: &mut Vec<Step>) {
        for (at, thread) in state.threads.iter().enumerate() {
            from_outside(at, thread.as_ref(), steps);
            if let Some(thread) = thread {
                (0..AGENTS.len()).for_each(|who| from_agent(at, thread, who, steps));
            }
        }
        steps.push(Step::Tick);
        for name in AGENTS {
            for presence in [Presence::Available, Presence::Away] {
                steps.push(Step::Stand(id(name), presence));
            }
        }
    }

    fn next_state(&self, last: &Stored, step: Step) -> Option<Stored> {
        let mut next = last.clone();
        match step {
            Step::Command(at, caller, command) => next.give(at, &caller, &command)?,
            Step::Tick => next.now = next.now + TICK,
            Step::Stand(agent, presence) => {
                next.desks.present.insert(agent, presence);
            }
        }
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(LAWFUL, |_, s: &Stored| {
                let threads = s.threads.iter().flatten();
                invariant::broken_by_all(threads, &s.desks.views).is_none()
            }),
            Property::always(ROOM, |_, s: &Stored| {
                AGENTS.iter().zip(CAPACITY).all(|(name, capacity)| s.load(&id(name)) <= capacity)
            }),
            Property::always(ONCE, |_, s: &Stored| {
                let desks = s.desks.views.values();
                s.threads.iter().flatten().filter(|t| t.conversation.offers.is_empty()).all(|t| {
                    let id = t.conversation_id();
                    let holding = desks.clone().filter(|d| d.open.contains(&id)).count();
                    holding == usize::from(t.conversation.owner.is_some())
                })
            }),
            Property::sometimes("accepted", |_, s: &Stored| s.saw(OfferStatus::Accepted)),
            Property::sometimes("rejected", |_, s: &Stored| s.saw(OfferStatus::Rejected)),
            Property::sometimes("withdrawn", |_, s: &Stored| s.saw(OfferStatus::Withdrawn)),
            Property::sometimes("timed out", |_, s: &Stored| s.saw(OfferStatus::TimedOut)),
            Property::sometimes("rescinded", |_, s: &Stored| s.saw(OfferStatus::Rescinded)),
        ]
    }
}

impl Stored {
    fn saw(&self, end: OfferStatus) -> bool {
        self.ended == Some(end)
    }

    /// How many conversations an agent owns or has been asked to take over, by the threads.
    fn load(&self, agent: &AgentId) -> u32 {
        let concerns = |t: &&Thread| {
            let c = &t.conversation;
            let asked = c.offers.iter().any(|o| o.kind == OfferKind::Assign && o.to == *agent);
            c.is_owner(agent) || asked
        };
        self.threads.iter().flatten().filter(concerns).count().try_into().unwrap_or(u32::MAX)
    }
}

const LAWFUL: &str = "every named law holds";
const ROOM: &str = "nobody has more than they have room for";
const ONCE: &str = "an owned conversation lies on its owner's desk and on no other";

/// What the search found: counterexamples and examples, by property.
static FOUND: LazyLock<HashMap<&str, String>> = LazyLock::new(|| {
    let checker = Office.checker().threads(2).spawn_bfs().join();
    println!(
        "the model has {} states, {} visits",
        checker.unique_state_count(),
        checker.state_count()
    );
    assert!(checker.is_done());
    let paths = checker.discoveries().into_iter();
    paths.map(|(name, path)| (name, format!("{:?}", path.into_actions()))).collect()
});

#[test]
fn no_order_of_steps_breaks_a_law() {
    assert_eq!(FOUND.get(LAWFUL), None);
}

#[test]
fn no_order_of_steps_gives_an_agent_more_than_they_have_room_for() {
    assert_eq!(FOUND.get(ROOM), None);
}

#[test]
fn no_order_of_steps_puts_a_conversation_on_two_desks() {
    assert_eq!(FOUND.get(ONCE), None);
}

#[test]
fn an_offer_can_find_each_of_its_ends() {
    for end in ["accepted", "rejected", "withdrawn", "timed out", "rescinded"] {
        assert!(FOUND.contains_key(end), "no offer is ever {end}");
    }
}
