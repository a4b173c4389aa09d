//! Folding an entry into the state.

use crate::event::{DeliveryStatus, Entry, Event, OfferStatus, TimerKind};
use crate::{
    Content, Conversation, Discussion, Millis, Offer, OfferKind, Outbox, Party, Recent, Status,
    Thread, ThreadId, audience,
};

/// The state after `entry`. `before` is `None` for a thread's first entry.
///
/// Total: it never fails and never asks whether an event was allowed; that is [`crate::decide`]'s.
/// `None` comes back only if the first entry opens nothing, which `decide` never produces.
#[must_use]
pub fn evolve(id: &ThreadId, before: Option<Thread>, entry: &Entry) -> Option<Thread> {
    let mut state = before;
    for event in &entry.events {
        state = apply(id, state, event, entry);
    }
    let mut state = state?;
    state.seq = entry.seq;
    if entry.events.iter().any(|e| audience::of(e) == audience::Audience::Everyone) {
        state.public_seq += 1;
    }
    if let Some(key) = &entry.key {
        state.recent.remember(key, entry.seq, entry.at);
    }
    Some(state)
}

fn apply(id: &ThreadId, state: Option<Thread>, event: &Event, entry: &Entry) -> Option<Thread> {
    if let Event::Opened { number, asset, identity, contact, name, queue } = event {
        let earlier = state.unwrap_or_else(|| Thread {
            id: id.clone(),
            seq: 0,
            public_seq: 0,
            asset: asset.clone(),
            identity: identity.clone(),
            contact: contact.clone(),
            name: name.clone(),
            recent: Recent::default(),
            conversation: opened(*number, queue.clone(), entry),
            outbox: Outbox::default(),
        });
        return Some(Thread {
            name: name.clone(),
            conversation: opened(*number, queue.clone(), entry),
            ..earlier
        });
    }
    let mut state = state?;
    apply_to(&mut state, event, entry);
    Some(state)
}

fn opened(number: u32, queue: crate::QueueId, entry: &Entry) -> Conversation {
    let at = entry.at;
    Conversation {
        number,
        first: entry.seq,
        status: Status::Queued,
        queue,
        owner: None,
        origin: None,
        epoch: 0,
        priority: 0,
        opened_at: at,
        assigned_at: None,
        waiting_on: Party::Agent,
        waiting_since: at,
        customer_at: at,
        idle_due: None,
        offers: Vec::new(),
        discussions: Vec::new(),
    }
}

fn apply_to(state: &mut Thread, event: &Event, entry: &Entry) {
    let now = entry.at;
    let conversation = &mut state.conversation;
    match event {
        // Handled where a thread may not exist yet.
        Event::Opened { .. } => {}
        Event::CustomerMessage { content, .. } => customer_wrote(conversation, content, now),
        Event::AgentMessage { .. } => {
            state.outbox.pending.push(entry.seq);
            conversation.status = Status::Pending;
            if conversation.waiting_on == Party::Agent {
                conversation.waiting_on = Party::Customer;
                conversation.waiting_since = now;
            }
        }
        Event::MessageRetried { message } => {
            let outbox = &mut state.outbox;
            outbox.failed.retain(|seq| seq != message);
            outbox.pending.push(*message);
            outbox.retried.push(*message);
            if outbox.retried.len() > Outbox::RETRIED_LIMIT {
                outbox.retried.remove(0);
            }
        }
        Event::Delivery(delivery) => {
            advance(&mut state.outbox, delivery.message, delivery.status);
        }
        Event::Assigned { to, origin, .. } => {
            conversation.owner = Some(to.clone());
            conversation.origin = Some(*origin);
            conversation.epoch += 1;
            conversation.assigned_at = Some(now);
            conversation.status = match conversation.waiting_on {
                Party::Agent => Status::Active,
                Party::Customer => Status::Pending,
            };
        }
        Event::Requeued { queue, .. } => {
            conversation.owner = None;
            conversation.origin = None;
            conversation.epoch += 1;
            conversation.assigned_at = None;
            conversation.status = Status::Queued;
            conversation.queue = queue.clone();
        }
        Event::Resolved { .. } => close(conversation, Status::Resolved),
        Event::Abandoned => close(conversation, Status::Abandoned),
        Event::OfferMade { kind, from, to, expires, .. } => conversation.offers.push(Offer {
            number: entry.seq,
            kind: *kind,
            from: from.clone(),
            to: to.clone(),
            expires: *expires,
        }),
        Event::OfferClosed { offer, status, .. } => close_offer(conversation, *offer, *status),
        Event::DiscussionLeft { discussion, agent } => {
            if let Some(d) = conversation.discussions.iter_mut().find(|d| d.number == *discussion) {
                d.experts.retain(|(expert, _)| expert != agent);
            }
        }
        Event::DiscussionEnded { discussion, .. } => {
            conversation.discussions.retain(|d| d.number != *discussion);
        }
        Event::TimerArmed { kind: TimerKind::Idle, due } => conversation.idle_due = Some(*due),
        Event::IdentityChanged { identity } => state.identity.clone_from(identity),
        Event::CustomerLeft
        | Event::Comment { .. }
        | Event::DiscussionMessage { .. }
        | Event::TimerArmed { kind: TimerKind::Offer | TimerKind::Outbox, .. } => {}
    }
}

/// A reaction is not a turn in the talk: it neither makes anybody wait nor reopens a window's
/// conversation. Everything else hands the turn to us.
fn customer_wrote(conversation: &mut Conversation, content: &Content, now: Millis) {
    conversation.customer_at = now;
    if matches!(content, Content::Reaction { .. }) || !conversation.status.is_open() {
        return;
    }
    if conversation.waiting_on == Party::Customer {
        conversation.waiting_on = Party::Agent;
        conversation.waiting_since = now;
    }
    if conversation.owner.is_some() {
        conversation.status = Status::Active;
    }
}

fn close(conversation: &mut Conversation, status: Status) {
    conversation.status = status;
    conversation.owner = None;
    conversation.epoch += 1;
}

fn close_offer(conversation: &mut Conversation, number: u64, status: OfferStatus) {
    let Some(at) = conversation.offers.iter().position(|o| o.number == number) else { return };
    let offer = conversation.offers.remove(at);
    if status == OfferStatus::Accepted && offer.kind == OfferKind::Discuss {
        conversation.discussions.push(Discussion {
            number,
            initiator: offer.from,
            experts: vec![(offer.to, number)],
        });
    }
}

fn advance(outbox: &mut Outbox, message: u64, status: DeliveryStatus) {
    outbox.pending.retain(|seq| *seq != message);
    outbox.flight.retain(|(seq, _)| *seq != message);
    outbox.retried.retain(|seq| *seq != message);
    match status {
        DeliveryStatus::Pending => outbox.pending.push(message),
        DeliveryStatus::Sent | DeliveryStatus::Delivered => {
            outbox.flight.push((message, status));
            if outbox.flight.len() > Outbox::FLIGHT_LIMIT {
                outbox.flight.remove(0);
            }
        }
        // Nothing can follow: it need not be remembered.
        DeliveryStatus::Read => {}
        DeliveryStatus::Failed => {
            outbox.failed.push(message);
            if outbox.failed.len() > Outbox::FAILED_LIMIT {
                outbox.failed.remove(0);
            }
        }
    }
}
