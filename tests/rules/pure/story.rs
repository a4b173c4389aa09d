//! Random stories: steps that mostly make sense and sometimes do not.

use std::sync::Arc;

use domain::{
    AgentId, Caller, Command, Content, Conversation, Delivery, DeliveryStatus, Event, Millis, Mode,
    MonitorMode, OfferKind, Outcome, Policy, Presence, Promotion, Status, Strategy as By, Target,
    TransferMode, WrapUp, assignment, conference, contact, conversation, discussion, intake, label,
    message, monitoring, offer, queue, sla, survey, transfer, wrap_up,
};
use proptest::prelude::*;

use super::world::{World, queues};
use super::{ADA, CHAT, EVA, HANA, INTERNAL, MARK, MIRA, MONA, agent, id};

/// Those who act in the stories: three of a team, one of another, a manager and the admin.
pub(crate) const ACTORS: [&str; 6] = [MARK, MIRA, HANA, EVA, MONA, ADA];
/// How many conversations each of them may have.
pub(crate) const CAPACITY: u32 = 2;
/// How many threads there are.
pub(crate) const THREADS: usize = 3;

/// A workspace, and what happens in it.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) rules: Rules,
    pub(crate) steps: Vec<Step>,
}

/// What differs from workspace to workspace.
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
    /// Who gives the command; `None`: whoever has the right to.
    by: Option<usize>,
    /// Whether desks were read long ago.
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
    Comment(bool),
    Tag(usize),
    Label(usize),
    Name(bool),
    Trigger,
    Pick(usize),
    Resolve,
    ResolveForAll,
    /// What the newest entry did, by who did it.
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
    AutoAssign,
    AutoReply,
    /// A timer that may never have been armed.
    Clock(u8, u64),
    Stand(usize, Presence),
    /// The owner gets up from their desk.
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
        1 => Just(Act::React), 1 => Just(Act::Leave), 1 => Just(Act::Move),
        1 => any::<bool>().prop_map(Act::Rename)]
}

fn owner() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => who().prop_map(Act::Pick),
        4 => Just(Act::Send),
        1 => Just(Act::Survey),
        2 => (0..3_usize).prop_map(Act::Retry),
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
        1 => nth().prop_map(Act::Release),
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
    /// Plays one step; a refusal, which is an answer too, by its code.
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

    /// The step's act, or what has to come before it.
    fn sensible(&self, step: &Step) -> Act {
        let act = step.act;
        let outside = matches!(
            act,
            Act::Write
                | Act::Say(_)
                | Act::React
                | Act::Leave
                | Act::Move
                | Act::Report(..)
                | Act::Stand(..)
                | Act::Wait(_)
                | Act::Strike { .. }
                | Act::Doors
                | Act::Gone
                | Act::Clock(..)
                | Act::AutoAssign
                | Act::AutoReply
                | Act::Undo
        );
        let open = self.thread(step.thread).map(|t| &t.conversation);
        let wraps = self.thread(step.thread).is_some_and(|t| !t.wraps.is_empty());
        if matches!(act, Act::Done(_)) && wraps {
            return act;
        }
        let Some(c) = open.filter(|c| c.status.is_open()) else {
            return if outside { act } else { Act::Write };
        };
        // To wait is of use once the answer is with the customer: then until they count as silent.
        if let (Act::Wait(_), Status::Pending) = (act, c.status) {
            let lost = self.thread(step.thread).is_some_and(|t| t.outbox.holds_any_since(c.first));
            return match step.twice || step.stale {
                _ if lost => Act::Report(0, DeliveryStatus::Sent),
                true => Act::Wait(Millis::hours(25)),
                false => act,
            };
        }
        let ask = |kind, nth: usize| Act::Ask(kind, (nth + 1) % ACTORS.len(), false);
        match act {
            Act::Report(..) if c.owner.is_some() && self.messages(step.thread).is_empty() => {
                Act::Send
            }
            _ if outside => act,
            Act::Pick(_) => act,
            Act::Done(_) => Act::Resolve,
            _ if c.owner.is_none() => Act::Pick(0),
            Act::Retry(_) if self.messages(step.thread).is_empty() => Act::Send,
            Act::Retry(_) if self.failed(step.thread).is_empty() => {
                Act::Report(0, DeliveryStatus::Failed)
            }
            Act::Yes(nth) | Act::No(nth) | Act::TakeBack(nth) if c.offers.is_empty() => {
                ask(OfferKind::Discuss, nth)
            }
            Act::Speak(nth)
            | Act::End(nth, _)
            | Act::Quit(nth)
            | Act::Release(nth)
            | Act::Promote(nth, _)
                if c.discussions.is_empty() =>
            {
                if c.offers.is_empty() {
                    ask(OfferKind::Discuss, nth)
                } else {
                    Act::Yes(0)
                }
            }
            Act::Release(_) if c.discussions.iter().all(|d| d.experts.len() == 1) => {
                if c.offers.is_empty() {
                    Act::Ask(OfferKind::Discuss, 2, true)
                } else {
                    Act::Yes(0)
                }
            }
            Act::LeaveConference(nth) | Act::Remove(nth) if c.guests.is_empty() => {
                if c.offers.is_empty() { ask(OfferKind::Conference, nth) } else { Act::Yes(0) }
            }
            Act::Coach(_) if c.monitors.is_empty() => Act::Monitor(4, MonitorMode::Coach),
            _ => act,
        }
    }

    /// The command of an act, and who has the right to give it.
    fn command(&self, at: usize, act: Act) -> (Option<Caller>, Command) {
        let internal = || INTERNAL.to_owned();
        let note = || Some(internal());
        let by = |agent_id: Option<AgentId>| agent_id.map(|a| agent(a.as_str()));
        let c = self.thread(at).map(|t| &t.conversation);
        let owner = || by(c.and_then(|c| c.owner.clone()));
        let (customer, engine) = (Some(Caller::Customer), Some(Caller::Engine));
        let manager = || Some(agent(MONA));
        match act {
            Act::Write => (customer, self.writes(Content::text("hello"))),
            Act::Say(words) => (customer, self.writes(Content::text(words))),
            Act::React => {
                let emoji = Some("ok".to_owned());
                (customer, self.writes(Content::Reaction { to: "m1".to_owned(), emoji }))
            }
            Act::Leave => (customer, Command::CustomerLeave),
            Act::Rename(one) => {
                let name = if one { "Josephine" } else { "Jo" }.to_owned();
                (engine, Command::Rename(contact::Rename { name, by: id(MARK) }))
            }
            Act::Move => {
                let from = self.thread(at).map_or_else(Vec::new, |t| vec![t.identity.clone()]);
                let to = vec![self.now.0.to_string()];
                (engine, Command::ChangeIdentity(contact::ChangeAddress { from, to, at: None }))
            }
            Act::Send => {
                let barged = c.into_iter().flat_map(|c| &c.monitors);
                let barged = barged.filter(|m| m.mode == MonitorMode::Barge).map(|m| &m.agent);
                let guest = c.into_iter().flat_map(|c| &c.guests).map(|(guest, _)| guest);
                let other = by(guest.chain(barged).next().filter(|_| self.now.0 % 2 == 0).cloned());
                (
                    other.or_else(owner),
                    Command::Send(message::Send { content: Content::text("good morning") }),
                )
            }
            Act::Survey => {
                (owner(), Command::SendSurvey(survey::Send { survey: "Satisfaction".to_owned() }))
            }
            Act::Retry(nth) => {
                (owner(), Command::Retry(message::Retry { message: nth_of(self.failed(at), nth) }))
            }
            Act::Comment(mentions) => {
                let mentions = if mentions { vec![id(ACTORS[0])] } else { Vec::new() };
                (
                    owner(),
                    Command::Comment(message::Comment {
                        text: internal(),
                        mentions,
                        files: Vec::new(),
                    }),
                )
            }
            Act::Tag(nth) => {
                let (add, remove) = (vec![format!("{INTERNAL} {nth}")], vec![internal()]);
                (owner(), Command::Tag(label::PutTags { add, remove }))
            }
            Act::Label(nth) => {
                let names: Vec<_> = self.policy.labels.iter().map(|l| l.name.clone()).collect();
                let (add, remove) = (vec![names[nth].clone()], vec![names[3 - nth].clone()]);
                (owner(), Command::Label(label::PutLabels { add, remove }))
            }
            Act::Name(some) => {
                (owner(), Command::Name(label::GiveName { alias: some.then(internal) }))
            }
            Act::Trigger => (
                owner(),
                Command::Trigger(message::Trigger {
                    trigger: "Call back".to_owned(),
                    note: note(),
                }),
            ),
            Act::Pick(who) => (Some(agent(ACTORS[who])), Command::Accept),
            Act::Resolve => (owner(), Command::Resolve(conversation::Resolve { note: note() })),
            Act::ResolveForAll => {
                (owner(), Command::ResolveForAll(conversation::ResolveForAll { note: note() }))
            }
            Act::Undo => {
                let newest = self.logs[at].last().map(|w| (&w.entry.by, w.entry.seq));
                let by = newest.and_then(|(by, _)| by.agent().cloned());
                let who = by.map(|agent| self::agent(agent.as_str()));
                (who, Command::Undo(conversation::Undo { entry: newest.map_or(1, |(_, seq)| seq) }))
            }
            Act::Done(words) => {
                let agent = self.thread(at).and_then(|t| t.wraps.first()).map(|w| w.agent.clone());
                (
                    by(agent),
                    Command::Done(wrap_up::MarkDone {
                        disposition: note().filter(|_| words),
                        note: note(),
                    }),
                )
            }
            Act::Prioritise(priority) => {
                (manager(), Command::Prioritise(queue::Prioritise { priority }))
            }
            Act::Require(some) => {
                let skills = if some { vec![id("french")] } else { Vec::new() };
                (owner(), Command::Require(assignment::Require { skills }))
            }
            Act::Give(to) => {
                let to = Target::Agent(id(ACTORS[to]));
                let mode = [None, Some(TransferMode::Immediate), Some(TransferMode::Offer)];
                let mode = mode[usize::try_from(self.now.0 % 3).unwrap_or(0)];
                (
                    owner().or_else(manager),
                    Command::Transfer(transfer::Transfer { to, mode, note: note() }),
                )
            }
            Act::GiveTo(to) => (
                owner(),
                Command::Transfer(transfer::Transfer { to: group(to), mode: None, note: note() }),
            ),
            Act::Ask(kind, to, join) => {
                let running = c.and_then(|c| c.discussions.first()).map(|d| d.number);
                let (to, discussion) = (Target::Agent(id(ACTORS[to])), running.filter(|_| join));
                let all = false;
                (
                    owner(),
                    Command::MakeOffer(offer::Make { kind, to, all, discussion, note: note() }),
                )
            }
            Act::AskGroup(kind, to, all) => {
                let (to, discussion) = (group(to), None);
                (
                    owner(),
                    Command::MakeOffer(offer::Make { kind, to, all, discussion, note: note() }),
                )
            }
            Act::Yes(nth) => {
                let (offer, _, to) = self.offer(at, nth);
                (by(to), Command::AcceptOffer(offer::Accept { offer }))
            }
            Act::No(nth) => {
                let (offer, _, to) = self.offer(at, nth);
                (by(to), Command::RejectOffer(offer::Reject { offer, reason: internal() }))
            }
            Act::TakeBack(nth) => {
                let (offer, from, _) = self.offer(at, nth);
                (by(from), Command::WithdrawOffer(offer::Withdraw { offer, reason: internal() }))
            }
            Act::Speak(nth) => {
                let (discussion, _, to) = self.talk(at, nth);
                (by(to), Command::Say(discussion::Say { discussion, text: internal() }))
            }
            Act::End(nth, resolved) => {
                let (discussion, from, to) = self.talk(at, nth);
                let outcome = |agent| Outcome { agent, resolved: !resolved, note: note() };
                let outcomes = to.into_iter().filter(|_| nth == 0).map(outcome).collect();
                let note = note();
                (
                    by(from),
                    Command::EndDiscussion(discussion::End {
                        discussion,
                        resolved,
                        note,
                        outcomes,
                    }),
                )
            }
            Act::Quit(nth) => {
                let (discussion, _, to) = self.talk(at, nth);
                (by(to), Command::LeaveDiscussion(discussion::Leave { discussion }))
            }
            Act::Release(nth) => {
                let (discussion, from, to) = self.talk(at, nth);
                let agent = to.unwrap_or_else(|| id(EVA));
                let outcome = Outcome { agent, resolved: true, note: note() };
                (by(from), Command::ReleaseExpert(discussion::Release { discussion, outcome }))
            }
            Act::Promote(nth, into) => {
                let (discussion, from, to) = self.talk(at, nth);
                (
                    by(from),
                    Command::Promote(discussion::Promote {
                        discussion,
                        expert: to.filter(|_| nth == 0),
                        into,
                    }),
                )
            }
            Act::LeaveConference(nth) => {
                let guest = c.and_then(|c| c.guests.get(nth)).map(|(guest, _)| guest.clone());
                let guest = by(guest.filter(|_| self.now.0 % 2 == 0));
                (guest.or_else(owner), Command::LeaveConference)
            }
            Act::Remove(nth) => {
                let guest = c.and_then(|c| c.guests.get(nth)).map(|(guest, _)| guest.clone());
                (
                    owner(),
                    Command::RemoveGuest(conference::Remove {
                        agent: guest.unwrap_or_else(|| id(EVA)),
                    }),
                )
            }
            Act::Monitor(who, mode) => {
                (Some(agent(ACTORS[who])), Command::Monitor(monitoring::Start { mode }))
            }
            Act::StopMonitoring => (by(monitor(c)), Command::StopMonitoring),
            Act::Coach(manager) => {
                let line = Command::Coach(monitoring::Coach { text: internal() });
                (if manager { by(monitor(c)) } else { owner() }, line)
            }
            Act::Report(nth, status) => {
                let message = nth_of(&self.messages(at), nth);
                let reason = note();
                // A provider's receipt, or our own report.
                let provider_id = (nth % 2 == 0).then(|| format!("wamid.{message}"));
                (engine, Command::Report(Delivery { message, status, provider_id, reason }))
            }
            Act::AutoAssign => (engine, Command::AutoAssign),
            Act::AutoReply => (engine, Command::AutoReply),
            Act::Clock(kind, number) => {
                let conversation = u32::try_from(number).unwrap_or(0);
                let command = match kind {
                    0 => Command::ExpireOffer(offer::Expire { offer: number }),
                    1 => Command::CheckIdle(conversation::CheckIdle { conversation }),
                    2 => Command::CheckWatch(sla::Check { watch: number }),
                    3 => Command::CheckAbsent(assignment::CheckAbsent {
                        conversation: 1,
                        epoch: conversation,
                    }),
                    _ => Command::CheckWrapUp(wrap_up::Check { conversation }),
                };
                (engine, command)
            }
            Act::Stand(..) | Act::Wait(_) | Act::Strike { .. } | Act::Doors | Act::Gone => {
                panic!("{act:?} is no command")
            }
        }
    }

    fn writes(&self, content: Content) -> Command {
        let (sent_at, quiet, shortened) = (Some(self.now), false, false);
        Command::Receive(intake::Receive { content, sent_at, reply_to: None, quiet, shortened })
    }

    /// The first pending offer with asker and asked, or the newest but `nth` whatever became of it.
    fn offer(&self, at: usize, nth: usize) -> (u64, Option<AgentId>, Option<AgentId>) {
        let pending = self.thread(at).and_then(|t| t.conversation.offers.first());
        if let Some(offer) = pending.filter(|_| nth == 0) {
            return (offer.number, Some(offer.from.clone()), offer.to.last().cloned());
        }
        let newest = self.logs[at].iter().rev();
        let mut offers = newest
            .flat_map(|w| w.entry.events.iter().map(move |e| (w, e)))
            .filter_map(|(w, e)| match e {
                Event::OfferMade(offer::Made { from, to, .. }) => {
                    Some((w.entry.seq, Some(from.clone()), to.first().cloned()))
                }
                _ => None,
            });
        offers.nth(nth).unwrap_or((1, None, None))
    }

    /// A running discussion with its two sides, or an offer that is none.
    fn talk(&self, at: usize, nth: usize) -> (u64, Option<AgentId>, Option<AgentId>) {
        let running = self.thread(at).and_then(|t| t.conversation.discussions.get(nth));
        running.map_or_else(
            || self.offer(at, nth),
            |d| (d.number, Some(d.initiator.clone()), d.experts.first().map(|(e, _)| e.clone())),
        )
    }

    /// The messages that failed.
    fn failed(&self, at: usize) -> &[u64] {
        self.thread(at).map_or(&[], |t| &t.outbox.failed)
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

/// A group, or somebody who must be a manager.
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
