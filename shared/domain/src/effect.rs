//! What else must be written in the same transaction as an entry.
//!
//! Derived from the difference between the state before and after, so that a command cannot
//! forget a part of it, and from the entry's events where a record is kept of them.

use std::collections::BTreeMap;

use crate::event::{EndCause, Entry, Event, OfferStatus, TimerKind};
use crate::{AgentId, ConversationId, Millis, OfferId, OfferKind, QueueId, Status, Thread};

/// Everything that goes with an entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// Changes to agents' desks, one for each agent.
    pub desks: BTreeMap<AgentId, DeskChange>,
    /// The place in a queue that is given up.
    pub leaves_queue: Option<Place>,
    /// The place in a queue that is taken.
    pub enters_queue: Option<Place>,
    /// Timers to arm.
    pub timers: Vec<Timer>,
    /// Engagement records to open or bring up to date.
    pub engagements: Vec<EngagementChange>,
    /// Whether the customer is to be recorded as a contact.
    pub contact: bool,
    /// Whether something waits for a provider.
    pub outbox: bool,
}

/// What changes on an agent's desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskChange {
    /// A conversation put on it.
    pub take: Option<Take>,
    /// A conversation taken off it.
    pub release: Option<ConversationId>,
    /// Discuss offers and discussions put on it.
    pub invite: Vec<OfferId>,
    /// Discuss offers and discussions taken off it.
    pub dismiss: Vec<OfferId>,
    /// Whether the agent must be there for it, because somebody else gives it to them.
    pub must_be_available: bool,
}

/// A conversation put on a desk. Refused by the store if the desk is full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// Which.
    pub conversation: ConversationId,
}

/// A place in a queue: served by priority, then by waiting time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which queue.
    pub queue: QueueId,
    /// Higher is served first.
    pub priority: u8,
    /// Since when the conversation waits.
    pub since: Millis,
    /// Which conversation.
    pub conversation: ConversationId,
}

/// Something the clock is to come back for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// What for.
    pub kind: TimerKind,
    /// The number of the offer or conversation.
    pub number: u64,
    /// When.
    pub due: Millis,
}

/// A step in the record of an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum EngagementChange {
    /// The offer was made: the record begins (F4).
    Opened {
        /// Which offer.
        offer: OfferId,
        /// In which conversation.
        conversation: ConversationId,
        /// What is asked.
        kind: OfferKind,
        /// Who asks.
        from: AgentId,
        /// Who is asked.
        to: AgentId,
        /// In words.
        note: Option<String>,
        /// When it was made.
        at: Millis,
        /// When it lapses.
        expires: Millis,
    },
    /// The offer found its end.
    Closed {
        /// Which offer.
        offer: OfferId,
        /// How.
        status: OfferStatus,
        /// Why.
        reason: Option<String>,
        /// When.
        at: Millis,
    },
    /// The discussion that it opened is over.
    Ended {
        /// Which offer.
        offer: OfferId,
        /// The agent who ended it; nobody if the conversation ended under it.
        by: Option<AgentId>,
        /// Whether the question was answered.
        resolved: Option<bool>,
        /// For the record.
        note: Option<String>,
        /// How it came to end.
        cause: EndCause,
        /// When.
        at: Millis,
    },
}

/// What goes with `entry`, which led from `before` to `after`.
#[must_use]
pub fn of(before: Option<&Thread>, entry: &Entry, after: &Thread) -> Effects {
    let was = before.and_then(place);
    let is = place(after);
    let moved = was != is;
    Effects {
        desks: desks(before, after),
        leaves_queue: was.filter(|_| moved),
        enters_queue: is.filter(|_| moved),
        timers: entry.events.iter().filter_map(|e| timer(e, entry, after)).collect(),
        engagements: entry
            .events
            .iter()
            .filter_map(|e| engagement(e, entry, before, after))
            .collect(),
        contact: entry.events.iter().any(|e| matches!(e, Event::Opened { number: 1, .. })),
        outbox: !after.outbox.pending.is_empty()
            && entry
                .events
                .iter()
                .any(|e| matches!(e, Event::AgentMessage { .. } | Event::MessageRetried { .. })),
    }
}

/// Every (agent, conversation) for which room is held: the owner, and who has a pending assign
/// offer. Law: a desk's open set is exactly this, over all threads.
#[must_use]
pub fn holders(thread: &Thread) -> Vec<(AgentId, ConversationId)> {
    let conversation = &thread.conversation;
    if !conversation.status.is_open() {
        return Vec::new();
    }
    let asked = conversation.offers.iter().filter(|o| o.kind == OfferKind::Assign).map(|o| &o.to);
    let mut holders: Vec<_> = conversation
        .owner
        .iter()
        .chain(asked)
        .map(|agent| (agent.clone(), thread.conversation_id()))
        .collect();
    holders.sort();
    holders.dedup();
    holders
}

/// Every (agent, offer) that stands on a desk without taking room: pending discuss offers, and
/// the discussions they became.
#[must_use]
pub fn invitations(thread: &Thread) -> Vec<(AgentId, OfferId)> {
    let conversation = &thread.conversation;
    let id = |number| OfferId { thread: thread.id.clone(), number };
    let asked = conversation
        .offers
        .iter()
        .filter(|o| o.kind == OfferKind::Discuss)
        .map(|o| (o.to.clone(), id(o.number)));
    let talking = conversation
        .discussions
        .iter()
        .flat_map(|d| d.experts.iter().map(|(agent, offer)| (agent.clone(), id(*offer))));
    asked.chain(talking).collect()
}

fn desks(before: Option<&Thread>, after: &Thread) -> BTreeMap<AgentId, DeskChange> {
    let mut desks: BTreeMap<AgentId, DeskChange> = BTreeMap::new();
    let (held, holds) = (before.map(holders).unwrap_or_default(), holders(after));
    let (had, has) = (before.map(invitations).unwrap_or_default(), invitations(after));
    // Who takes for themselves has just acted and is there; given work needs a present taker.
    let given = |agent: &AgentId| {
        let asked = after.conversation.offers.iter().any(|o| o.to == *agent);
        let picked = after.conversation.is_owner(agent)
            && after.conversation.origin == Some(crate::Origin::Picked);
        asked || !picked
    };
    for (agent, conversation) in holds.iter().filter(|h| !held.contains(h)) {
        let desk = desks.entry(agent.clone()).or_default();
        desk.take = Some(Take { conversation: conversation.clone() });
        desk.must_be_available = given(agent);
    }
    for (agent, conversation) in held.into_iter().filter(|h| !holds.contains(h)) {
        desks.entry(agent).or_default().release = Some(conversation);
    }
    for (agent, offer) in has.iter().filter(|h| !had.contains(h)) {
        let desk = desks.entry(agent.clone()).or_default();
        desk.invite.push(offer.clone());
        desk.must_be_available = true;
    }
    for (agent, offer) in had.into_iter().filter(|h| !has.contains(h)) {
        desks.entry(agent).or_default().dismiss.push(offer);
    }
    desks
}

/// The place that a thread's conversation takes in a queue, while it waits.
#[must_use]
pub fn place(thread: &Thread) -> Option<Place> {
    let conversation = &thread.conversation;
    (conversation.status == Status::Queued).then(|| Place {
        queue: conversation.queue.clone(),
        priority: conversation.priority,
        since: conversation.waiting_since,
        conversation: thread.conversation_id(),
    })
}

fn timer(event: &Event, entry: &Entry, after: &Thread) -> Option<Timer> {
    let Event::TimerArmed { kind, due } = event else { return None };
    let number = match kind {
        TimerKind::Offer | TimerKind::Outbox => entry.seq,
        TimerKind::Idle => u64::from(after.conversation.number),
    };
    Some(Timer { kind: *kind, number, due: *due })
}

fn engagement(
    event: &Event,
    entry: &Entry,
    before: Option<&Thread>,
    after: &Thread,
) -> Option<EngagementChange> {
    let at = entry.at;
    let id = |number| OfferId { thread: after.id.clone(), number };
    match event {
        Event::OfferMade { kind, from, to, note, expires } => Some(EngagementChange::Opened {
            offer: id(entry.seq),
            conversation: after.conversation_id(),
            kind: *kind,
            from: from.clone(),
            to: to.clone(),
            note: note.clone(),
            at,
            expires: *expires,
        }),
        Event::OfferClosed { offer, status, reason } => Some(EngagementChange::Closed {
            offer: id(*offer),
            status: *status,
            reason: reason.clone(),
            at,
        }),
        Event::DiscussionEnded { discussion, resolved, note, cause } => {
            // A talk that was never open has no record to end.
            before?.conversation.discussion(*discussion)?;
            // Who resolves or hands on a conversation does not end a talk: it loses its object.
            let ended = matches!(cause, EndCause::Ended | EndCause::Left);
            Some(EngagementChange::Ended {
                offer: id(*discussion),
                by: entry.by.agent().filter(|_| ended).cloned(),
                resolved: *resolved,
                note: note.clone(),
                cause: *cause,
                at,
            })
        }
        _ => None,
    }
}
