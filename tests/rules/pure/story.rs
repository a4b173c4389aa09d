//! Random stories: steps that mostly make sense and sometimes do not.

mod command;

use std::sync::Arc;

use domain::{
    AgentId, Caller, Conversation, DeliveryStatus, Event, Millis, Mode, MonitorMode, OfferKind,
    Policy, Presence, Promotion, Strategy as By, Target, TransferMode, WrapUp, file,
};
use proptest::prelude::*;

use super::world::{World, queues};
use super::{ADA, CHAT, EVA, HANA, INTERNAL, MARK, MIRA, MONA, agent, id};

/// The agents who act in the stories: three of a team, one of another, a manager and the admin.
pub(crate) const ACTORS: [&str; 6] = [MARK, MIRA, HANA, EVA, MONA, ADA];
/// The number of conversations that each of them may have.
pub(crate) const CAPACITY: u32 = 2;
/// The number of threads.
pub(crate) const THREADS: usize = 3;

/// A workspace, and what happens in it.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) rules: Rules,
    pub(crate) steps: Vec<Step>,
}

/// The settings that differ from workspace to workspace.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    auto: bool,
    chat: bool,
    by: By,
    wrap_up: WrapUp,
    wrap_limit: bool,
    reopens: bool,
    phrases: bool,
    requeues: bool,
    offline: bool,
    outside: bool,
    keeps: bool,
    small: bool,
}

/// One step of a story. Numbers choose among what there is at that moment.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    thread: usize,
    /// The agent who gives the command; `None`: an agent who has the right to.
    by: Option<usize>,
    /// Whether workloads were read long ago.
    stale: bool,
    /// Whether the command comes twice.
    twice: bool,
    act: Act,
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Write,
    Say(&'static str),
    React,
    Leave,
    Rename(bool),
    Move,
    Send,
    Survey,
    Retry(usize),
    Photo,
    /// The fetch of one of the customer's files ends.
    NoteFile(usize),
    FetchFile(usize),
    Comment(bool),
    Tag(usize),
    Label(usize),
    Name(bool),
    Trigger,
    Pick(usize),
    Resolve,
    ResolveForAll,
    /// The agent who wrote the newest entry takes its step back.
    Undo,
    Done(bool),
    Prioritise(u8),
    Require(bool),
    Give(usize),
    GiveTo(usize),
    Ask(OfferKind, usize, bool),
    AskGroup(OfferKind, usize, bool),
    Yes(usize),
    No(usize),
    TakeBack(usize),
    Speak(usize),
    End(usize, bool),
    Quit(usize),
    Release(usize),
    Promote(usize, Promotion),
    LeaveConference(usize),
    Remove(usize),
    Monitor(usize, MonitorMode),
    StopMonitoring,
    Coach(bool),
    Report(usize, DeliveryStatus),
    /// The business writes past the engine.
    Echo,
    /// An agent puts an emoji on the customer's message.
    Emoji,
    /// The customer forbids further messages, or allows them.
    Stop(bool),
    AutoAssign,
    AutoReply,
    /// A timer that may never have been armed.
    Clock(u8, u64),
    Stand(usize, Presence),
    /// The owner leaves.
    Gone,
    Doors,
    Wait(Millis),
    Strike {
        keep: bool,
    },
}

/// A workspace and up to forty steps.
pub(crate) fn story() -> impl Strategy<Value = Story> {
    let steps = proptest::collection::vec(step(), 1..=40);
    (rules(), steps).prop_map(|(rules, steps)| Story { rules, steps })
}

fn rules() -> impl Strategy<Value = Rules> {
    let by = prop_oneof![Just(By::LeastLoaded), Just(By::LongestIdle), Just(By::RoundRobin)];
    let wrap = prop_oneof![Just(WrapUp::Off), Just(WrapUp::Optional), Just(WrapUp::Mandatory)];
    (any::<[bool; 9]>(), prop::bool::weighted(0.2), by, wrap).prop_map(|(b, small, by, wrap_up)| {
        let [auto, chat, wrap_limit, reopens, phrases, requeues, offline, outside, keeps] = b;
        Rules {
            auto,
            chat,
            by,
            wrap_up,
            wrap_limit,
            reopens,
            phrases,
            requeues,
            offline,
            outside,
            keeps,
            small,
        }
    })
}

impl Rules {
    /// An empty world under these rules.
    pub(crate) fn world(&self) -> World {
        let mut world = World::new(THREADS, CAPACITY);
        if self.chat {
            world.channel = CHAT;
        }
        world.policy = Arc::new(Policy {
            mode: if self.auto { Mode::Auto } else { Mode::Manual },
            strategy: self.by,
            wrap_up: self.wrap_up,
            wrap_up_limit: self.wrap_limit.then(|| Millis::minutes(5)),
            reopen_within: self.reopens.then(|| Millis::hours(1)),
            closing_phrases: if self.phrases { vec!["Thanks".to_owned()] } else { Vec::new() },
            requeue_after: self.requeues.then(|| Millis::minutes(10)),
            offline_requeue_after: self.offline.then(|| Millis::minutes(3)),
            transfer_outside_own_teams: self.outside,
            transfer_keeps_wait: self.keeps,
            transfer_keeps_priority: self.keeps,
            conference_limit: if self.small { 3 } else { 6 },
            priority: u8::from(self.keeps),
            transfer_mode: if self.small { TransferMode::Offer } else { TransferMode::Immediate },
            ..Policy::default()
        });
        world
    }
}

fn step() -> impl Strategy<Value = Step> {
    let by = prop_oneof![6 => Just(None), 1 => (0..ACTORS.len()).prop_map(Some)];
    let act = prop_oneof![
        4 => customer(), 5 => owner(), 6 => offers(), 4 => talk(), 3 => together(), 5 => outside()];
    let thread = prop_oneof![3 => Just(0), 2 => 0..THREADS];
    (thread, by, prop::bool::weighted(0.2), prop::bool::weighted(0.1), act)
        .prop_map(|(thread, by, stale, twice, act)| Step { thread, by, stale, twice, act })
}

fn nth() -> impl Strategy<Value = usize> {
    prop_oneof![3 => Just(0_usize), 1 => 0..4_usize]
}

fn who() -> impl Strategy<Value = usize> {
    0..ACTORS.len()
}

fn kind() -> impl Strategy<Value = OfferKind> {
    prop_oneof![Just(OfferKind::Assign), Just(OfferKind::Discuss), Just(OfferKind::Conference)]
}

fn customer() -> impl Strategy<Value = Act> {
    prop_oneof![8 => Just(Act::Write), 1 => Just(Act::Say("thanks!")), 1 => Just(Act::Say("2")),
        1 => Just(Act::React), 1 => prop::bool::weighted(0.3).prop_map(Act::Stop), 1 => Just(Act::Leave),
        1 => Just(Act::Photo), 1 => Just(Act::Move),
        1 => any::<bool>().prop_map(Act::Rename)]
}

fn owner() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => who().prop_map(Act::Pick),
        4 => Just(Act::Send),
        1 => Just(Act::Survey),
        1 => Just(Act::Echo),
        1 => Just(Act::Emoji),
        2 => (0..3_usize).prop_map(Act::Retry),
        1 => (0..3_usize).prop_map(Act::FetchFile),
        1 => any::<bool>().prop_map(Act::Comment),
        1 => (0..20_usize).prop_map(Act::Tag),
        1 => (0..4_usize).prop_map(Act::Label),
        1 => any::<bool>().prop_map(Act::Name),
        1 => Just(Act::Trigger),
        3 => Just(Act::Resolve),
        1 => Just(Act::ResolveForAll),
        2 => Just(Act::Undo),
        2 => any::<bool>().prop_map(Act::Done),
        1 => (0..12_u8).prop_map(Act::Prioritise),
        1 => any::<bool>().prop_map(Act::Require),
        2 => who().prop_map(Act::Give),
        2 => (0..7_usize).prop_map(Act::GiveTo),
    ]
}

fn offers() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (kind(), who(), any::<bool>()).prop_map(|(kind, to, join)| Act::Ask(kind, to, join)),
        4 => (kind(), 0..7_usize, any::<bool>())
            .prop_map(|(kind, to, all)| Act::AskGroup(kind, to, all)),
        6 => nth().prop_map(Act::Yes),
        2 => nth().prop_map(Act::No),
        1 => nth().prop_map(Act::TakeBack),
    ]
}

fn talk() -> impl Strategy<Value = Act> {
    let into = prop_oneof![Just(Promotion::Transfer), Just(Promotion::Conference)];
    prop_oneof![
        2 => nth().prop_map(Act::Speak),
        1 => (nth(), any::<bool>()).prop_map(|(nth, helped)| Act::End(nth, helped)),
        1 => nth().prop_map(Act::Quit),
        2 => nth().prop_map(Act::Release),
        2 => (nth(), into).prop_map(|(nth, into)| Act::Promote(nth, into)),
    ]
}

fn together() -> impl Strategy<Value = Act> {
    let mode =
        prop_oneof![Just(MonitorMode::Silent), Just(MonitorMode::Coach), Just(MonitorMode::Barge)];
    prop_oneof![
        2 => nth().prop_map(Act::LeaveConference),
        1 => nth().prop_map(Act::Remove),
        3 => (4..6_usize, mode).prop_map(|(who, mode)| Act::Monitor(who, mode)),
        1 => Just(Act::StopMonitoring),
        2 => any::<bool>().prop_map(Act::Coach),
    ]
}

fn outside() -> impl Strategy<Value = Act> {
    let status = prop_oneof![
        Just(DeliveryStatus::Sent),
        Just(DeliveryStatus::Delivered),
        Just(DeliveryStatus::Read),
        Just(DeliveryStatus::Failed),
    ];
    let presence = prop_oneof![
        3 => Just(Presence::Available), 1 => Just(Presence::Away), 2 => Just(Presence::Offline)];
    let wait = prop_oneof![
        2 => Just(Millis::seconds(21)), 5 => Just(Millis::seconds(31)), 3 => Just(Millis::minutes(2)), 2 => Just(Millis(119_999)),
        3 => Just(Millis::minutes(5)), 2 => Just(Millis::minutes(-5)),
        2 => Just(Millis::minutes(9)), 1 => Just(Millis::hours(25))];
    prop_oneof![
        4 => (0..6_usize, status).prop_map(|(nth, status)| Act::Report(nth, status)),
        2 => (who(), presence).prop_map(|(who, presence)| Act::Stand(who, presence)),
        2 => (0..3_usize).prop_map(Act::NoteFile),
        3 => Just(Act::AutoAssign),
        1 => Just(Act::AutoReply),
        1 => Just(Act::Doors),
        2 => Just(Act::Gone),
        1 => (0..5_u8, 0..6_u64).prop_map(|(kind, number)| Act::Clock(kind, number)),
        5 => wait.prop_map(Act::Wait),
        6 => any::<bool>().prop_map(|keep| Act::Strike { keep }),
    ]
}

impl World {
    /// Plays one step; returns the code of a refusal, which is an answer, too.
    pub(crate) fn play(&mut self, step: &Step) -> Option<&'static str> {
        self.now = self.now + Millis(1);
        self.stale = step.stale;
        let act = if step.by.is_none() { self.sensible(step) } else { step.act };
        match act {
            Act::Wait(span) => self.now = self.now + span,
            Act::Strike { keep } => self.strike(keep),
            Act::Stand(who, presence) => self.stand(&id(ACTORS[who]), presence),
            Act::Gone => {
                let owner = self.thread(step.thread).and_then(|t| t.conversation.owner.clone());
                owner.into_iter().for_each(|owner| self.stand(&owner, Presence::Offline));
            }
            Act::Doors => {
                let closed = "We are closed.".to_owned();
                self.off_hours = self.off_hours.take().map_or(Some(closed), |_| None);
            }
            _ => return self.commands(step, act),
        }
        None
    }

    fn commands(&mut self, step: &Step, act: Act) -> Option<&'static str> {
        let (right, command) = self.command(step.thread, act);
        let caller = match (right, step.by) {
            (Some(Caller::Agent(_)) | None, Some(by)) => agent(ACTORS[by]),
            (Some(right), _) => right,
            (None, None) => agent(ACTORS[0]),
        };
        self.by_api = step.twice && matches!(caller, Caller::Agent(_));
        let key = format!("k{}", self.logs[step.thread].len());
        let told = self.give_as(step.thread, &caller, &command, &key);
        if step.twice {
            let (entries, wrote) =
                (self.logs[step.thread].len(), matches!(&told, Ok(e) if !e.is_empty()));
            let again = self.give_as(step.thread, &caller, &command, &key);
            if wrote {
                assert_eq!(again, Ok(Vec::new()), "{command:?} was carried out twice");
                assert_eq!(self.logs[step.thread].len(), entries);
            }
        }
        told.err().map(|refusal| refusal.code())
    }

    /// A running discussion with its two sides, or an offer that is none.
    fn talk(&self, at: usize, nth: usize) -> (u64, Option<AgentId>, Option<AgentId>) {
        let running = self.thread(at).and_then(|t| t.conversation.discussions.get(nth));
        running.map_or_else(
            || self.offer(at, nth),
            |d| {
                (d.number, Some(d.initiator.clone()), d.consultants.first().map(|(e, _)| e.clone()))
            },
        )
    }

    /// The messages that failed.
    fn failed(&self, at: usize) -> &[u64] {
        self.thread(at).map_or(&[], |t| &t.outbox.failed)
    }

    /// The customer's messages with a file at the provider, newest first.
    fn photos(&self, at: usize) -> Vec<u64> {
        let newest = self.logs[at].iter().rev().map(|written| &written.entry);
        newest.filter(|entry| file::elsewhere(entry).is_some()).map(|entry| entry.seq).collect()
    }

    /// The messages to the customer, newest first.
    fn messages(&self, at: usize) -> Vec<u64> {
        let ours = |e: &Event| matches!(e, Event::AgentMessage(_));
        let newest = self.logs[at].iter().rev();
        newest.filter(|w| w.entry.events.iter().any(ours)).map(|w| w.entry.seq).collect()
    }
}

fn monitor(c: Option<&Conversation>) -> Option<AgentId> {
    c.and_then(|c| c.monitors.first()).map(|m| m.agent.clone())
}

/// A group, or an agent who must be a manager.
fn group(nth: usize) -> Target {
    match nth {
        0 => Target::Team(id("support")),
        1 => Target::Team(id("legal")),
        2 => Target::Team(id("sales")),
        3 => Target::Skill(id("french")),
        4 => Target::Queue(queues()[0].clone()),
        5 => Target::Queue(queues()[1].clone()),
        _ => Target::Manager(id(MONA)),
    }
}

/// One of `numbers`, or one that means nothing.
fn nth_of(numbers: &[u64], nth: usize) -> u64 {
    numbers.get(nth % numbers.len().max(1)).copied().unwrap_or(1)
}
