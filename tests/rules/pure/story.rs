//! Random stories: steps that mostly make sense and sometimes do not.

use domain::decide::Caller;
use domain::{
    AgentId, Command, Content, Delivery, DeliveryStatus, Event, Millis, OfferKind, Presence,
    Refusal, Status,
};
use proptest::prelude::*;

use super::world::{World, queues};
use super::{EVA, INTERNAL, MARK, MIRA, MONA, agent, id};

/// Those who act in the stories: two of a team, one of another team, and a manager.
pub(crate) const ACTORS: [&str; 4] = [MARK, MIRA, EVA, MONA];
/// How many conversations each of them may have.
pub(crate) const CAPACITY: u32 = 2;
/// How many threads there are.
pub(crate) const THREADS: usize = 3;

/// One step of a story. Numbers choose among what there is at that moment.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    thread: usize,
    /// Who gives the command; `None`: whoever has the right to.
    by: Option<usize>,
    /// Whether the colleague's desk was read long ago.
    stale: bool,
    act: Act,
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Write,
    React,
    Leave,
    Move,
    Send,
    Retry(usize),
    Comment,
    Pick(usize),
    Resolve,
    Give(usize),
    Queue(usize),
    Ask(OfferKind, usize),
    Yes(usize),
    No(usize),
    TakeBack(usize),
    Say(usize),
    End(usize, bool),
    Quit(usize),
    Report(usize, DeliveryStatus),
    Stand(usize, Presence),
    Wait(Millis),
    Strike { keep: bool },
}

/// Up to sixty steps.
pub(crate) fn story() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..=60)
}

fn step() -> impl Strategy<Value = Step> {
    let by = prop_oneof![5 => Just(None), 1 => (0..ACTORS.len()).prop_map(Some)];
    let act = prop_oneof![3 => customer(), 4 => owner(), 5 => offers(), 3 => talk(), 3 => world()];
    (0..THREADS, by, prop::bool::weighted(0.2), act).prop_map(|(thread, by, stale, act)| Step {
        thread,
        by,
        stale,
        act,
    })
}

fn customer() -> impl Strategy<Value = Act> {
    prop_oneof![8 => Just(Act::Write), 1 => Just(Act::React), 1 => Just(Act::Leave),
        1 => Just(Act::Move)]
}

fn owner() -> impl Strategy<Value = Act> {
    let who = 0..ACTORS.len();
    prop_oneof![
        4 => who.clone().prop_map(Act::Pick),
        3 => Just(Act::Send),
        2 => (0..3_usize).prop_map(Act::Retry),
        1 => Just(Act::Comment),
        2 => Just(Act::Resolve),
        2 => who.prop_map(Act::Give),
        1 => (0..2_usize).prop_map(Act::Queue),
    ]
}

fn offers() -> impl Strategy<Value = Act> {
    let kind = prop_oneof![Just(OfferKind::Assign), Just(OfferKind::Discuss)];
    let nth = || prop_oneof![3 => Just(0_usize), 1 => 0..4_usize];
    prop_oneof![
        4 => (kind, 0..ACTORS.len()).prop_map(|(kind, to)| Act::Ask(kind, to)),
        3 => nth().prop_map(Act::Yes),
        1 => nth().prop_map(Act::No),
        1 => nth().prop_map(Act::TakeBack),
    ]
}

fn talk() -> impl Strategy<Value = Act> {
    let nth = || prop_oneof![3 => Just(0_usize), 1 => 0..4_usize];
    prop_oneof![
        2 => nth().prop_map(Act::Say),
        1 => (nth(), any::<bool>()).prop_map(|(nth, helped)| Act::End(nth, helped)),
        1 => nth().prop_map(Act::Quit),
    ]
}

fn world() -> impl Strategy<Value = Act> {
    let status = prop_oneof![
        Just(DeliveryStatus::Sent),
        Just(DeliveryStatus::Delivered),
        Just(DeliveryStatus::Read),
        Just(DeliveryStatus::Failed),
    ];
    let presence = prop_oneof![
        3 => Just(Presence::Available), 1 => Just(Presence::Away), 1 => Just(Presence::Offline)];
    let wait = prop_oneof![
        4 => Just(Millis::seconds(61)), 2 => Just(Millis::minutes(2)), 1 => Just(Millis(119_999)),
        1 => Just(Millis::hours(13)), 1 => Just(Millis::hours(25))];
    prop_oneof![
        4 => (0..6_usize, status).prop_map(|(nth, status)| Act::Report(nth, status)),
        1 => (0..ACTORS.len(), presence).prop_map(|(who, presence)| Act::Stand(who, presence)),
        2 => wait.prop_map(Act::Wait),
        2 => any::<bool>().prop_map(|keep| Act::Strike { keep }),
    ]
}

impl World {
    /// Plays one step; a refusal is an answer too.
    pub(crate) fn play(&mut self, step: &Step) -> Option<Refusal> {
        self.now = self.now + Millis(1);
        self.stale = step.stale;
        let act = if step.by.is_none() { self.sensible(step) } else { step.act };
        match act {
            Act::Wait(span) => self.now = self.now + span,
            Act::Strike { keep } => self.strike(keep),
            Act::Stand(who, presence) => {
                self.desks.present.insert(id(ACTORS[who]), presence);
            }
            _ => {
                let (right, command) = self.command(step.thread, act);
                let caller = match (right, step.by) {
                    (Some(Caller::Agent(_)) | None, Some(by)) => agent(ACTORS[by]),
                    (Some(right), _) => right,
                    (None, None) => agent(ACTORS[0]),
                };
                return self.give(step.thread, &caller, &command).err();
            }
        }
        None
    }

    /// The step's act, or what has to come before it.
    fn sensible(&self, step: &Step) -> Act {
        let act = step.act;
        // To wait is of use once the answer is with the customer: then until they count as silent.
        let waits = self.thread(step.thread).filter(|t| t.conversation.status == Status::Pending);
        if let (Act::Wait(_), Some(thread)) = (act, waits) {
            let answered = !thread.outbox.holds_any_since(thread.conversation.first);
            let silence = Act::Wait(Millis::hours(25));
            return if answered { silence } else { Act::Report(0, DeliveryStatus::Sent) };
        }
        let outside = matches!(act, Act::Write | Act::React | Act::Leave | Act::Move)
            || matches!(act, Act::Report(..) | Act::Stand(..) | Act::Wait(_) | Act::Strike { .. });
        let open = self.thread(step.thread).map(|t| &t.conversation);
        let Some(c) = open.filter(|c| c.status.is_open()) else {
            return if outside { act } else { Act::Write };
        };
        let ask = |nth| Act::Ask(OfferKind::Discuss, (nth + 1) % ACTORS.len());
        match act {
            Act::Report(..) if c.owner.is_some() && self.messages(step.thread).is_empty() => {
                Act::Send
            }
            _ if outside => act,
            Act::Pick(_) => act,
            _ if c.owner.is_none() => Act::Pick(0),
            Act::Retry(_) if self.messages(step.thread).is_empty() => Act::Send,
            Act::Retry(_) if self.failed(step.thread).is_empty() => {
                Act::Report(0, DeliveryStatus::Failed)
            }
            Act::Yes(nth) | Act::No(nth) | Act::TakeBack(nth) if c.offers.is_empty() => ask(nth),
            Act::Say(nth) | Act::End(nth, _) | Act::Quit(nth) if c.discussions.is_empty() => {
                if c.offers.is_empty() { ask(nth) } else { Act::Yes(0) }
            }
            _ => act,
        }
    }

    /// The command of an act, and who has the right to give it.
    fn command(&self, at: usize, act: Act) -> (Option<Caller>, Command) {
        let internal = || INTERNAL.to_owned();
        let note = || Some(internal());
        let by = |agent_id: Option<AgentId>| agent_id.map(|a| agent(a.as_str()));
        let owner = || by(self.thread(at).and_then(|t| t.conversation.owner.clone()));
        let (customer, engine) = (Some(Caller::Customer), Some(Caller::Engine));
        match act {
            Act::Write => (customer, self.writes(Content::text("hello"))),
            Act::React => {
                let emoji = Some("ok".to_owned());
                (customer, self.writes(Content::Reaction { to: "m1".to_owned(), emoji }))
            }
            Act::Leave => (customer, Command::CustomerLeave),
            Act::Move => {
                let identity = format!("{}", self.now.0);
                (engine, Command::ChangeIdentity { identity })
            }
            Act::Send => (owner(), Command::Send { content: Content::text("good morning") }),
            Act::Retry(nth) => (owner(), Command::Retry { message: nth_of(self.failed(at), nth) }),
            Act::Comment => (owner(), Command::Comment { text: internal() }),
            Act::Pick(who) => (Some(agent(ACTORS[who])), Command::Accept),
            Act::Resolve => (owner(), Command::Resolve { note: note() }),
            Act::Give(to) => {
                (owner(), Command::TransferToAgent { to: id(ACTORS[to]), note: note() })
            }
            Act::Queue(to) => {
                (owner(), Command::TransferToQueue { to: queues()[to].clone(), note: note() })
            }
            Act::Ask(kind, to) => {
                (owner(), Command::MakeOffer { kind, to: id(ACTORS[to]), note: note() })
            }
            Act::Yes(nth) => {
                let (offer, _, to) = self.offer(at, nth);
                (by(to), Command::AcceptOffer { offer })
            }
            Act::No(nth) => {
                let (offer, _, to) = self.offer(at, nth);
                (by(to), Command::RejectOffer { offer, reason: internal() })
            }
            Act::TakeBack(nth) => {
                let (offer, from, _) = self.offer(at, nth);
                (by(from), Command::WithdrawOffer { offer, reason: internal() })
            }
            Act::Say(nth) => {
                let (discussion, _, to) = self.talk(at, nth);
                (by(to), Command::Say { discussion, text: internal() })
            }
            Act::End(nth, resolved) => {
                let (discussion, from, _) = self.talk(at, nth);
                (by(from), Command::EndDiscussion { discussion, resolved, note: note() })
            }
            Act::Quit(nth) => {
                let (discussion, _, to) = self.talk(at, nth);
                (by(to), Command::LeaveDiscussion { discussion })
            }
            Act::Report(nth, status) => {
                let message = nth_of(&self.messages(at), nth);
                let reason = note();
                // A provider's receipt, or our own report.
                let provider_id = (nth % 2 == 0).then(|| format!("wamid.{message}"));
                let delivery = Delivery { message, status, provider_id, reason };
                (engine, Command::Report(delivery))
            }
            Act::Stand(..) | Act::Wait(_) | Act::Strike { .. } => {
                panic!("{act:?} is no command")
            }
        }
    }

    fn writes(&self, content: Content) -> Command {
        Command::Receive { content, sent_at: self.now, reply_to: None }
    }

    /// The first pending offer with asker and asked, or the newest but `nth` whatever became of it.
    fn offer(&self, at: usize, nth: usize) -> (u64, Option<AgentId>, Option<AgentId>) {
        let pending = self.thread(at).and_then(|t| t.conversation.offers.first());
        if let Some(offer) = pending.filter(|_| nth == 0) {
            return (offer.number, Some(offer.from.clone()), Some(offer.to.clone()));
        }
        let newest = self.logs[at].iter().rev();
        let mut offers = newest
            .flat_map(|w| w.entry.events.iter().map(move |e| (w, e)))
            .filter_map(|(w, e)| match e {
                Event::OfferMade { from, to, .. } => {
                    Some((w.entry.seq, Some(from.clone()), Some(to.clone())))
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
        let ours = |e: &Event| matches!(e, Event::AgentMessage { .. });
        let newest = self.logs[at].iter().rev();
        newest.filter(|w| w.entry.events.iter().any(ours)).map(|w| w.entry.seq).collect()
    }
}

/// One of `numbers`, or one that means nothing.
fn nth_of(numbers: &[u64], nth: usize) -> u64 {
    numbers.get(nth % numbers.len().max(1)).copied().unwrap_or(1)
}
