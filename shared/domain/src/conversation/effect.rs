//! The effects of an entry: the other writes of the same transaction.
//!
//! The difference between the states before and after gives them, so that a command cannot forget
//! one. Where the store keeps records of events, the entry's events give them.

use crate::engagement::EngagementChange;
use crate::queue::place::{self, Place};
use crate::{
    AgentId, ConversationId, Entry, Event, Millis, OfferId, OfferKind, Origin, Thread, TimerKind,
    engagement, intake, message, timer,
};
use std::collections::BTreeMap;

/// All writes that go with an entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// Changes to agents' workloads, one for each agent.
    pub workloads: BTreeMap<AgentId, WorkloadChange>,
    /// The place in a queue that the conversation gives up.
    pub leaves_queue: Option<Place>,
    /// The place in a queue that the conversation takes, or that the store writes anew because the
    /// customer wrote more or because the name, tags or labels changed.
    pub enters_queue: Option<Place>,
    /// Timers to arm.
    pub timers: Vec<Timer>,
    /// Engagement records to open or to update.
    pub engagements: Vec<EngagementChange>,
    /// Agents whom the entry mentions, and who find it later by that (F80).
    pub mentions: Vec<AgentId>,
    /// Whether the store must record the customer as a new contact.
    pub contact: bool,
    /// The channel's news about a customer who has a record already.
    pub introduced: Option<Introduced>,
    /// Whether a message waits for a provider.
    pub outbox: bool,
}

/// The channel's news about a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Introduced {
    /// The customer's name at the channel.
    pub name: Option<String>,
    /// The customer's addresses.
    pub addresses: Vec<String>,
}

/// The changes to an agent's workload.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkloadChange {
    /// The conversation that is added to the workload.
    pub take: Option<Take>,
    /// The conversation that is taken from the workload.
    pub release: Option<ConversationId>,
    /// Discuss offers and discussions that are added to the workload.
    pub invite: Vec<OfferId>,
    /// Discuss offers and discussions that are taken from the workload.
    pub dismiss: Vec<OfferId>,
    /// Whether the agent must be available, because another agent or the engine gives the work.
    pub must_be_available: bool,
}

/// A conversation that is added to a workload. The store refuses it if the workload is full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// The id of the conversation.
    pub conversation: ConversationId,
}

/// A timer that the engine sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// The purpose of the timer.
    pub kind: TimerKind,
    /// The number of the offer, watch or conversation.
    pub number: u64,
    /// How many owners the conversation had had: a timer meant for one owner never acts on another.
    pub epoch: u32,
    /// The moment at which the timer fires.
    pub due: Millis,
}

/// The effects of `entry`, which led from `before` to `after`.
#[must_use]
pub fn of(before: Option<&Thread>, entry: &Entry, after: &Thread) -> Effects {
    let was = before.and_then(place::of);
    let is = place::of(after);
    let moved = was != is;
    // A queue's list shows the customer's last message, the name, the tags and the labels, so a
    // change of any of them writes the place anew.
    let wrote = entry
        .events
        .iter()
        .any(|e| matches!(e, Event::CustomerMessage(intake::Received { quiet: false, .. })));
    let marked = before.is_some_and(|before| {
        before.name != after.name || before.conversation.labels != after.conversation.labels
    });
    Effects {
        workloads: workloads(before, entry, after),
        leaves_queue: was.filter(|_| moved),
        enters_queue: is.filter(|_| moved || wrote || marked),
        timers: entry.events.iter().filter_map(|e| timer(e, after)).collect(),
        engagements: engagement::changes(before, entry, after),
        mentions: mentioned(entry).to_vec(),
        contact: entry
            .events
            .iter()
            .any(|e| matches!(e, Event::Opened(intake::Opened { number: 1, .. }))),
        introduced: introduced(entry),
        outbox: !after.outbox.pending.is_empty() && entry.events.iter().any(Event::sends),
    }
}

/// The channel's news about a customer in an entry, beside the customer's words.
fn introduced(entry: &Entry) -> Option<Introduced> {
    let mut all = Introduced::default();
    for event in &entry.events {
        match event {
            Event::Opened(intake::Opened { number: 1, .. }) => return None,
            Event::IdentityChanged(crate::contact::AddressChanged { identity, number, .. }) => {
                all.addresses.extend(number.iter().chain([identity]).cloned());
            }
            Event::Introduced(crate::contact::Introduced { name, addresses, .. }) => {
                all.addresses.extend(addresses.iter().cloned());
                all.name = name.clone().or(all.name);
            }
            Event::Joined(crate::contact::Joined { there: false, addresses, .. }) => {
                all.addresses.extend(addresses.iter().cloned());
            }
            _ => {}
        }
    }
    (all != Introduced::default()).then_some(all)
}

/// The agents whom an entry mentions.
#[must_use]
pub fn mentioned(entry: &Entry) -> &[AgentId] {
    let mentions = entry.events.iter().find_map(|e| match e {
        Event::Comment(message::Commented { mentions, .. }) => Some(mentions.as_slice()),
        _ => None,
    });
    mentions.unwrap_or_default()
}

/// Every (agent, conversation) that takes room in a workload: the owner's, an agent's with a
/// pending assign offer, and an agent's with a conversation still to mark done. Law: a workload's
/// open set is exactly this, over all threads.
#[must_use]
pub fn holders(thread: &Thread) -> Vec<(AgentId, ConversationId)> {
    let conversation = &thread.conversation;
    let assign = conversation.offers.iter().filter(|o| o.kind == OfferKind::Assign);
    let wraps = thread.wraps.iter().map(|wrap| {
        let id = ConversationId { thread: thread.id.clone(), number: wrap.number };
        (wrap.agent.clone(), id)
    });
    let mut holders: Vec<_> = conversation
        .owner
        .iter()
        .chain(assign.flat_map(|o| &o.to))
        .map(|agent| (agent.clone(), thread.conversation_id()))
        .chain(wraps)
        .collect();
    holders.sort();
    holders.dedup();
    holders
}

/// Every (agent, number) that stands in a workload without taking room: pending offers to discuss
/// or confer, the discussions and conferences that came of them, and conversations that a manager
/// looks on.
#[must_use]
pub fn invitations(thread: &Thread) -> Vec<(AgentId, OfferId)> {
    let conversation = &thread.conversation;
    let id = |number| OfferId { thread: thread.id.clone(), number };
    let asked = conversation
        .offers
        .iter()
        .filter(|o| o.kind != OfferKind::Assign)
        .flat_map(|o| o.to.iter().map(|agent| (agent.clone(), id(o.number))));
    let talking = conversation
        .discussions
        .iter()
        .flat_map(|d| d.consultants.iter().map(|(agent, offer)| (agent.clone(), id(*offer))));
    let guests = conversation.guests.iter().map(|(agent, offer)| (agent.clone(), id(*offer)));
    let monitors = conversation.monitors.iter().map(|m| (m.agent.clone(), id(m.number)));
    asked.chain(talking).chain(guests).chain(monitors).collect()
}

fn workloads(
    before: Option<&Thread>,
    entry: &Entry,
    after: &Thread,
) -> BTreeMap<AgentId, WorkloadChange> {
    let mut workloads: BTreeMap<AgentId, WorkloadChange> = BTreeMap::new();
    let (held, holds) = (before.map(holders).unwrap_or_default(), holders(after));
    let (had, has) = (before.map(invitations).unwrap_or_default(), invitations(after));
    // An agent who takes work has just acted and is there; an agent who is given work must be
    // available. The origin alone does not tell: a manager who takes an end back gives the owner
    // work that the owner had once picked.
    let takes_back = entry.events.iter().any(|e| matches!(e, Event::ResolveUndone(_)));
    let given = |agent: &AgentId| {
        let asked = after.conversation.offers.iter().any(|o| o.asks(agent));
        let picked =
            after.conversation.is_owner(agent) && after.conversation.origin == Some(Origin::Picked);
        asked || entry.by.agent() != Some(agent) || !(picked || takes_back)
    };
    for (agent, conversation) in holds.iter().filter(|h| !held.contains(h)) {
        let workload = workloads.entry(agent.clone()).or_default();
        workload.take = Some(Take { conversation: conversation.clone() });
        workload.must_be_available = given(agent);
    }
    for (agent, conversation) in held.into_iter().filter(|h| !holds.contains(h)) {
        workloads.entry(agent).or_default().release = Some(conversation);
    }
    for (agent, offer) in has.iter().filter(|h| !had.contains(h)) {
        let workload = workloads.entry(agent.clone()).or_default();
        workload.invite.push(offer.clone());
        // A manager who looks on came unasked.
        workload.must_be_available |= after.conversation.monitors_as(agent).is_none();
    }
    for (agent, offer) in had.into_iter().filter(|h| !has.contains(h)) {
        workloads.entry(agent).or_default().dismiss.push(offer);
    }
    workloads
}

fn timer(event: &Event, after: &Thread) -> Option<Timer> {
    let Event::TimerArmed(timer::Armed { kind, due, number }) = event else { return None };
    Some(Timer { kind: *kind, number: *number, epoch: after.conversation.epoch, due: *due })
}
