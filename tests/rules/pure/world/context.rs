//! The context of a decision in this world.

use super::{CAST, everybody, profile, team_of};
use crate::pure::record::Record;
use domain::{
    AgentId, Caller, ClosedOffer, Colleague, Command, Context, DeliveryStatus, EndedTalk, Event,
    Group, OfferId, OfferKind, OfferStatus, Presence, QueueId, Related, Relation, Target, TeamId,
    Undone, conversation, discussion, file, message, needs, serves,
};
use std::sync::Arc;

use super::*;

impl World {
    pub(crate) fn context(&self, at: usize, caller: &Caller, command: &Command) -> Context {
        let thread = self.thread(at);
        let needed = needs(thread, command, &self.policy);
        let group = needed.group.as_ref().and_then(|target| self.group(target));
        let mut read: Vec<AgentId> = needed.agents;
        read.extend(group.iter().flat_map(|g| g.members.iter().cloned()));
        read.extend(caller.actor().agent().cloned());
        if matches!(command, Command::Undo(_)) {
            // The app reads everybody who had a part before the step, too.
            read.extend(everybody());
        }
        read.sort();
        read.dedup();
        let colleague = |agent: AgentId| {
            let workload = self.workloads.read(&agent)?;
            let fresh = Colleague { presence: Presence::Available, open: 0, ..workload.clone() };
            Some(if self.stale { fresh } else { workload })
        };
        Context {
            now: thread_now(self.logs[at].last(), self.now),
            caller: caller.clone(),
            by_api: self.by_api,
            policy: Arc::clone(&self.policy),
            channel: self.channel.clone(),
            queue_team: thread.map(|t| team_of(&t.conversation.queue)),
            asset_teams: self.sharing.clone(),
            opening: (*caller == Caller::Customer)
                .then(|| self.opening.clone().unwrap_or_else(|| opening(at))),
            conversation: self.named,
            colleagues: read.into_iter().filter_map(colleague).collect(),
            group,
            closed_offer: command.answers().and_then(|number| self.ended(at, number, caller)),
            ended_talk: match command {
                Command::FinishDiscussion(discussion::MarkDone { discussion }) => {
                    self.ended_talk(at, *discussion)
                }
                _ => None,
            },
            known_delivery: match command {
                Command::Report(delivery) => self.known(at, delivery.message),
                _ => None,
            },
            related: match command {
                Command::React(message::React { message, .. })
                | Command::Send(message::Send { reply_to: Some(message), .. }) => {
                    self.related(at, *message)
                }
                _ => None,
            },
            file: match command {
                Command::FetchFile(file::Ask { message }) => self.logs[at]
                    .iter()
                    .find(|written| written.entry.seq == *message)
                    .and_then(|written| file::elsewhere(&written.entry).cloned()),
                _ => None,
            },
            undone: match command {
                Command::Undo(conversation::Undo { entry }) => self.undone(at, *entry),
                _ => None,
            },
            templates: vec![hello()],
            off_hours: self.off_hours.clone(),
        }
    }

    /// The group that a target names, as the directory has it.
    pub(super) fn group(&self, target: &Target) -> Option<Group> {
        let (team, queue): (Option<TeamId>, Option<QueueId>) = match target {
            Target::Agent(_) | Target::Manager(_) => return None,
            Target::Skill(_) => (None, None),
            Target::Team(team) => {
                CAST.iter().find(|(.., t)| *t == team.as_str())?;
                let queue = queues().into_iter().find(|q| q.as_str() == team.as_str());
                (Some(team.clone()), queue)
            }
            Target::Queue(queue) => {
                queues().contains(queue).then_some(())?;
                (Some(team_of(queue)), Some(queue.clone()))
            }
        };
        let belong: Vec<_> = CAST
            .iter()
            .filter_map(|(name, ..)| profile(name, 1))
            .filter(|p| match (target, &team) {
                (Target::Skill(skill), _) => p.skills.contains(skill),
                (_, Some(team)) => p.teams.contains(team),
                _ => false,
            })
            .collect();
        let staffed = !belong.is_empty();
        let members: Vec<AgentId> = belong.into_iter().filter(serves).map(|p| p.id).collect();
        if members.is_empty() && matches!(target, Target::Skill(_)) {
            return None;
        }
        let (size, priority) = (members.len(), self.policy.priority);
        Some(Group { members, size, staffed, team, queue, priority })
    }

    pub(super) fn ended(&self, at: usize, number: u64, caller: &Caller) -> Option<ClosedOffer> {
        if self.thread(at).is_none_or(|t| t.conversation.offer(number).is_some()) {
            return None;
        }
        let record = self.records.get(&OfferId { thread: thread_id(at), number })?;
        let me = caller.actor();
        let own = record.tried.iter().rfind(|t| me.agent() == Some(&t.agent)).map(|t| t.status);
        Some(ClosedOffer { status: record.status, by: record.by.clone(), own })
    }

    /// An entry and the thread before it.
    pub(super) fn undone(&self, at: usize, entry: u64) -> Option<Undone> {
        let log = self.logs.get(at)?;
        let place = log.iter().position(|w| w.entry.seq == entry)?;
        let before = log.get(place.checked_sub(1)?)?.after.clone();
        Some(Undone { entry: log[place].entry.clone(), before })
    }

    /// A discussion that is over, by the records of its offers.
    pub(super) fn ended_talk(&self, at: usize, number: u64) -> Option<EndedTalk> {
        if self.thread(at).is_none_or(|t| t.conversation.discussion(number).is_some()) {
            return None;
        }
        let of_talk = |(offer, record): &(&OfferId, &Record)| {
            let joined = offer.number == number || record.discussion == Some(number);
            let discuss = record.kind == OfferKind::Discuss;
            offer.thread == thread_id(at) && discuss && joined && record.ended.is_some()
        };
        let records: Vec<_> = self.records.iter().filter(of_talk).collect();
        let from = records.first().map(|(_, record)| record.from.clone())?;
        let consultants = records.iter().filter_map(|(_, record)| record.by.clone());
        let undone = records
            .iter()
            .flat_map(|(offer, record)| record.undone.iter().map(|a| (a.clone(), offer.number)));
        let undone = undone.collect();
        Some(EndedTalk { members: std::iter::once(from).chain(consultants).collect(), undone })
    }

    /// The end of an offer, if it has one.
    pub(crate) fn end_of(&self, at: usize, number: u64) -> Option<OfferStatus> {
        let record = self.records.get(&OfferId { thread: thread_id(at), number })?;
        Some(record.status).filter(|status| *status != OfferStatus::Pending)
    }

    /// The message of an entry, as every provider knows it.
    fn related(&self, at: usize, message: u64) -> Option<Related> {
        let written = self.logs[at].iter().find(|written| written.entry.seq == message)?;
        let relation = Relation::to(&written.entry)?;
        Some(Related { relation, key: Some(format!("id-{message}")) })
    }

    /// The state that a message reached, by the log.
    pub(crate) fn known(&self, at: usize, message: u64) -> Option<DeliveryStatus> {
        let mut known = None;
        for written in &self.logs[at] {
            for event in &written.entry.events {
                match event {
                    Event::AgentMessage(_) | Event::AutoReply(_)
                        if written.entry.seq == message =>
                    {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::MessageRetried(message::Retried { message: m }) if *m == message => {
                        known = Some(DeliveryStatus::Pending);
                    }
                    Event::Delivery(d) if d.message == message => known = Some(d.status),
                    _ => {}
                }
            }
        }
        known
    }
}
