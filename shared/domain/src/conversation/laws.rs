//! Named laws. Tests check random histories against them, and production counts breaches.

use crate::conversation::effect::{holders, invitations};
use crate::{
    AgentId, Conversation, ConversationId, Labels, OfferId, OfferKind, Outbox, Status, Thread,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A law that must hold after every entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Law {
    /// An open conversation waits in a queue or has an owner; a closed one has neither.
    QueuedOrOwned,
    /// Every offer, discussion, conference and monitoring ends with its conversation.
    NothingOutlivesItsConversation,
    /// At most one assign offer is pending, because two acceptances could not both take effect.
    OneAssignOffer,
    /// The state stays within its bounds.
    Bounded,
    /// Every discussion has a consultant, and its initiator is not one.
    DiscussionsHaveTwoSides,
    /// Every agent takes part in a conversation at most once, and in one way.
    OnePartEach,
    /// A workload never holds more conversations than its capacity.
    WithinCapacity,
    /// A workload holds exactly what the threads say.
    WorkloadsMatchThreads,
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// An agent's workload as the store has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkloadView {
    /// Conversations in progress, and conversations that an assign offer reserves.
    pub open: BTreeSet<ConversationId>,
    /// Discuss offers and discussions.
    pub inbox: BTreeSet<OfferId>,
    /// How many conversations the workload may hold.
    pub capacity: u32,
}

/// The first law that `thread` breaks, if it breaks any.
#[must_use]
pub fn broken_by(thread: &Thread) -> Option<Law> {
    let c = &thread.conversation;
    let owned = c.owner.is_some();
    let placed = match c.status {
        Status::Queued | Status::Resolved | Status::Abandoned => !owned,
        Status::Active | Status::Pending => owned,
    };
    if !placed {
        return Some(Law::QueuedOrOwned);
    }
    let alone = c.guests.is_empty() && c.monitors.is_empty();
    let idle = c.offers.is_empty() && c.discussions.is_empty() && alone;
    if !(owned || idle) {
        return Some(Law::NothingOutlivesItsConversation);
    }
    if c.offers.iter().filter(|o| o.kind == OfferKind::Assign).count() > 1 {
        return Some(Law::OneAssignOffer);
    }
    let bounded = c.offers.len() <= Conversation::OFFER_LIMIT
        && c.offers.iter().all(|o| o.to.len() <= Conversation::SEARCH_LIMIT)
        && c.discussions.len() <= Conversation::DISCUSSION_LIMIT
        && c.discussions.iter().all(|d| d.consultants.len() <= Conversation::CONSULTANT_LIMIT)
        && c.monitors.len() <= Conversation::MONITOR_LIMIT
        && c.labels.tags.len() <= Labels::TAG_LIMIT
        && c.labels.labels.len() <= Labels::LABEL_LIMIT
        && thread.wraps.len() <= Thread::WRAP_LIMIT
        && thread.files.len() <= Thread::FILES_LIMIT
        && thread.outbox.pending.len() <= Outbox::PENDING_LIMIT
        && thread.outbox.flight.len() <= Outbox::FLIGHT_LIMIT
        && thread.outbox.failed.len() <= Outbox::FAILED_LIMIT
        && thread.outbox.retried.len() <= Outbox::RETRIED_LIMIT;
    if !bounded {
        return Some(Law::Bounded);
    }
    let two_sided = c.discussions.iter().all(|d| {
        !d.consultants.is_empty() && d.consultants.iter().all(|(expert, _)| *expert != d.initiator)
    });
    if !two_sided {
        return Some(Law::DiscussionsHaveTwoSides);
    }
    let guests = c.guests.iter().map(|(guest, _)| guest);
    let consultants =
        c.discussions.iter().flat_map(|d| d.consultants.iter().map(|(expert, _)| expert));
    let monitors = c.monitors.iter().map(|m| &m.agent);
    let mut parts: Vec<&AgentId> = c.owner.iter().chain(guests).chain(monitors).collect();
    let mut consulted: Vec<&AgentId> = consultants.collect();
    let all = parts.len() + consulted.len();
    consulted.sort();
    consulted.dedup();
    parts.extend(consulted);
    parts.sort();
    parts.dedup();
    if parts.len() < all {
        return Some(Law::OnePartEach);
    }
    None
}

/// The first law that workloads and threads together break, if they break any.
#[must_use]
pub fn broken_by_all<'a>(
    threads: impl IntoIterator<Item = &'a Thread>,
    workloads: &BTreeMap<AgentId, WorkloadView>,
) -> Option<Law> {
    let mut expected: BTreeMap<AgentId, WorkloadView> = BTreeMap::new();
    for thread in threads {
        if let Some(law) = broken_by(thread) {
            return Some(law);
        }
        for (agent, conversation) in holders(thread) {
            expected.entry(agent).or_default().open.insert(conversation);
        }
        for (agent, offer) in invitations(thread) {
            expected.entry(agent).or_default().inbox.insert(offer);
        }
    }
    let empty = WorkloadView::default();
    let agents: BTreeSet<_> = expected.keys().chain(workloads.keys()).collect();
    for agent in agents {
        let (want, have) =
            (expected.get(agent).unwrap_or(&empty), workloads.get(agent).unwrap_or(&empty));
        if want.open != have.open || want.inbox != have.inbox {
            return Some(Law::WorkloadsMatchThreads);
        }
        if have.open.len() > have.capacity as usize {
            return Some(Law::WithinCapacity);
        }
    }
    None
}
