//! The command of each step of a story.

use super::{EVA, INTERNAL, MARK, MONA, agent, id};
use crate::pure::states::photo;
use crate::pure::world::World;
use domain::{
    AgentId, Caller, Command, Content, Delivery, DeliveryStatus, Millis, MonitorMode, OfferKind,
    Outcome, Status, Target, TransferMode, assignment, conference, contact, conversation,
    discussion, file, intake, label, message, monitoring, offer, queue, sla, survey, transfer,
    wrap_up,
};

use super::*;

impl World {
    /// The first pending offer with asker and asked, or the newest but `nth`, whatever its end.
    pub(super) fn offer(&self, at: usize, nth: usize) -> (u64, Option<AgentId>, Option<AgentId>) {
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

    fn writes(&self, content: Content) -> Command {
        let (sent_at, quiet, shortened) = (Some(self.now), false, false);
        let (reply_to, beside) = (None, intake::Beside::default());
        Command::Receive(intake::Receive { content, sent_at, reply_to, beside, quiet, shortened })
    }

    /// The command of an act, and a caller who has the right to give it.
    pub(super) fn command(&self, at: usize, act: Act) -> (Option<Caller>, Command) {
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
                    Command::Send(message::Send {
                        content: Content::text("good morning"),
                        reply_to: None,
                    }),
                )
            }
            Act::Echo => {
                let echo = message::Echo {
                    content: Content::text("by phone"),
                    sent_at: None,
                    shortened: false,
                };
                (engine, Command::Echo(echo))
            }
            Act::Emoji => {
                let message = self.thread(at).map_or(1, |t| t.conversation.first);
                (owner(), Command::React(message::React { message, emoji: Some("ok".to_owned()) }))
            }
            Act::Stop(stopped) => (engine, Command::Consent(intake::Consent { stopped })),
            Act::Survey => {
                (owner(), Command::SendSurvey(survey::Send { survey: "Satisfaction".to_owned() }))
            }
            Act::Retry(nth) => {
                (owner(), Command::Retry(message::Retry { message: nth_of(self.failed(at), nth) }))
            }
            Act::Photo => {
                let Command::Receive(sent) = photo() else { unreachable!("a customer writes") };
                (customer, self.writes(sent.content))
            }
            Act::NoteFile(nth) => {
                let message = nth_of(&self.photos(at), nth);
                let outcome = file::Outcome::Refused(file::Reason::Gone);
                (engine, Command::NoteFile(file::Fetched { message, outcome }))
            }
            Act::FetchFile(nth) => {
                let message = nth_of(&self.photos(at), nth);
                (owner(), Command::FetchFile(file::Ask { message }))
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
                    2 => Command::CheckSla(sla::Check { watch: number }),
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

    /// The step's act, or the act that has to come before it.
    pub(super) fn sensible(&self, step: &Step) -> Act {
        let act = step.act;
        let outside = matches!(
            act,
            Act::Write
                | Act::Say(_)
                | Act::React
                | Act::Leave
                | Act::Move
                | Act::Photo
                | Act::NoteFile(_)
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
        // A wait makes sense once the customer has the answer: it lasts until they count as silent.
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
            Act::FetchFile(_) if self.photos(step.thread).is_empty() => Act::Photo,
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
            Act::Release(_) if c.discussions.iter().all(|d| d.consultants.len() == 1) => {
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
}
