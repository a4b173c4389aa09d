//! Folding an entry into the state.

use crate::conversation::{Asked, Call, Closed, Monitor, OffHours, Search, Watch, Wrap};
use crate::event::{DeliveryStatus, Entry, Event, OfferStatus, TimerKind, WrapNeed};
use crate::person::{self, Known};
use crate::{
    AgentId, Content, Conversation, Discussion, Marks, Millis, MonitorMode, Offer, OfferKind,
    Outbox, Party, Recent, RequeueCause, Status, Thread, ThreadId, audience,
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
    if let Event::Opened { number, asset, identity, contact, name, queue, priority, skills } = event
    {
        // When the customer wrote last is a matter of all conversations, and of the message that
        // opens this one.
        let wrote = |e: &Event| matches!(e, Event::CustomerMessage { .. });
        let customer_at = match &state {
            Some(thread) => thread.conversation.customer_at,
            None if entry.events.iter().any(wrote) => Millis(0),
            None => entry.at,
        };
        let conversation = Conversation {
            priority: *priority,
            skills: skills.clone(),
            customer_at,
            ..opened(*number, queue.clone(), entry)
        };
        let earlier = state.unwrap_or_else(|| Thread {
            id: id.clone(),
            seq: 0,
            public_seq: 0,
            asset: asset.clone(),
            identity: identity.clone(),
            known: Known::default(),
            contact: contact.clone(),
            name: name.clone(),
            named: false,
            recent: Recent::default(),
            conversation: conversation.clone(),
            outbox: Outbox::default(),
            wraps: Vec::new(),
        });
        return Some(Thread { name: name.clone(), conversation, ..earlier });
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
        front: false,
        left_by: None,
        placed_at: at,
        returned_at: Millis(0),
        skills: Vec::new(),
        marks: Marks::default(),
        opened_at: at,
        answered_at: None,
        closed: None,
        assigned_at: None,
        waiting_on: Party::Agent,
        waiting_since: at,
        customer_at: at,
        idle_due: None,
        watch: Watch::default(),
        off_hours: None,
        survey: None,
        offers: Vec::new(),
        discussions: Vec::new(),
        guests: Vec::new(),
        monitors: Vec::new(),
    }
}

fn apply_to(state: &mut Thread, event: &Event, entry: &Entry) {
    let now = entry.at;
    let conversation = &mut state.conversation;
    match event {
        // Handled where a thread may not exist yet.
        Event::Opened { .. } => {}
        Event::CustomerMessage { content, sent_at, quiet, .. } => {
            let ahead = *sent_at - now;
            if ahead > CLOCKS_DIFFER {
                state.known.ahead = state.known.ahead.max(Some(ahead));
            }
            let sent_at = (*sent_at).min(now);
            if !quiet {
                conversation.customer_at = conversation.customer_at.max(sent_at);
            }
            customer_wrote(conversation, *quiet || is_reaction(content), now);
        }
        Event::AgentMessage { .. } => {
            state.outbox.pending.push(entry.seq);
            conversation.status = Status::Pending;
            conversation.answered_at.get_or_insert(now);
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
        Event::AutoReply { .. } => {
            state.outbox.pending.push(entry.seq);
            conversation.off_hours = Some(OffHours::Told);
        }
        Event::OffHours => conversation.off_hours = Some(OffHours::Owed),
        Event::SurveySent { survey, answers, .. } => {
            let (survey, answers) = (survey.clone(), answers.clone());
            // This entry's number: it is counted once its events are folded in.
            conversation.survey = Some(Asked { survey, message: state.public_seq + 1, answers });
        }
        Event::SurveyAnswered { .. } => conversation.survey = None,
        Event::Prioritised { priority } => conversation.priority = *priority,
        Event::Required { skills } => conversation.skills.clone_from(skills),
        Event::Tagged { added, removed } => {
            exchange(&mut conversation.marks.tags, added, removed);
        }
        Event::Labelled { added, removed } => {
            exchange(&mut conversation.marks.labels, added, removed);
        }
        Event::Named { alias } => conversation.marks.alias.clone_from(alias),
        Event::FirstAnswerDue { late } => {
            conversation.watch.first_answer = if *late { Call::Alerted } else { Call::Warned };
        }
        Event::RequeueAhead { .. } => {
            conversation.watch.warned = conversation.unanswered_since();
        }
        Event::Assigned { to, origin, .. } => {
            conversation.guests.retain(|(guest, _)| guest != to);
            conversation.monitors.retain(|m| m.agent != *to);
            conversation.front = false;
            conversation.left_by = None;
            conversation.placed_at = Millis(0);
            conversation.owner = Some(to.clone());
            conversation.origin = Some(*origin);
            conversation.epoch += 1;
            conversation.assigned_at = Some(now);
            conversation.status = owned_status(conversation);
        }
        Event::Requeued { queue, cause, since, priority, .. } => {
            conversation.guests.clear();
            conversation.monitors.clear();
            conversation.front = *cause != RequeueCause::Transferred;
            let left = *cause == RequeueCause::Unanswered;
            conversation.left_by = conversation.owner.take().filter(|_| left);
            conversation.placed_at = *since;
            conversation.returned_at = now;
            conversation.priority = *priority;
            conversation.origin = None;
            conversation.epoch += 1;
            conversation.assigned_at = None;
            conversation.status = Status::Queued;
            conversation.queue = queue.clone();
        }
        Event::Reopened => {
            state.wraps.retain(|w| w.number != conversation.number);
            reopen(conversation, now);
        }
        Event::ResolveUndone { owner } => {
            state.wraps.retain(|w| w.number != conversation.number);
            conversation.owner = Some(owner.clone());
            conversation.closed = None;
            conversation.epoch += 1;
            conversation.status = owned_status(conversation);
        }
        Event::Resolved { wrap, .. } => {
            if let (Some(owner), false) = (&conversation.owner, *wrap == WrapNeed::None) {
                state.wraps.push(Wrap {
                    number: conversation.number,
                    agent: owner.clone(),
                    mandatory: *wrap == WrapNeed::Mandatory,
                    lapses: None,
                });
                if state.wraps.len() > Thread::WRAP_LIMIT {
                    state.wraps.remove(0);
                }
            }
            close(conversation, Status::Resolved, now);
        }
        Event::WrappedUp { conversation, agent, .. } => {
            state.wraps.retain(|w| w.number != *conversation || w.agent != *agent);
        }
        Event::Abandoned => close(conversation, Status::Abandoned, now),
        Event::OfferMade { kind, from, to, target, all, discussion, expires, deadline, .. } => {
            conversation.offers.push(Offer {
                number: entry.seq,
                kind: *kind,
                from: from.clone(),
                to: to.clone(),
                expires: *expires,
                search: target.agent().is_none().then(|| Search {
                    group: target.clone(),
                    deadline: *deadline,
                    all: *all,
                    tried: Vec::new(),
                }),
                discussion: *discussion,
            });
        }
        Event::OfferPassed { offer, agent, status, .. } => {
            let declined = *status == OfferStatus::Rejected;
            if let Some(offer) = offer_mut(conversation, *offer) {
                offer.to.retain(|asked| asked != agent);
                if let Some(search) = &mut offer.search {
                    search.tried.push((agent.clone(), declined));
                }
            }
        }
        Event::OfferMoved { offer, to, expires } => {
            if let Some(offer) = offer_mut(conversation, *offer) {
                offer.to.push(to.clone());
                offer.expires = *expires;
            }
        }
        Event::OfferClosed { offer, status, by, .. } => {
            close_offer(conversation, *offer, *status, by.as_ref());
        }
        Event::DiscussionMessage { discussion, .. } => {
            if let Some(d) = conversation.discussions.iter_mut().find(|d| d.number == *discussion) {
                d.lines += 1;
            }
        }
        Event::ConferenceJoined { agent, offer } => {
            conversation.guests.push((agent.clone(), *offer));
        }
        Event::ConferenceLeft { agent } => conversation.guests.retain(|(g, _)| g != agent),
        Event::Monitoring { agent, mode, .. } => monitor(conversation, agent, *mode, entry.seq),
        Event::DiscussionLeft { discussion, agent, .. } => {
            if let Some(d) = conversation.discussions.iter_mut().find(|d| d.number == *discussion) {
                d.experts.retain(|(expert, _)| expert != agent);
            }
        }
        Event::DiscussionEnded { discussion, .. } => {
            conversation.discussions.retain(|d| d.number != *discussion);
        }
        Event::TimerArmed { kind: TimerKind::Idle, due, .. } => conversation.idle_due = Some(*due),
        Event::TimerArmed { kind: TimerKind::Watch, due, number } => {
            conversation.watch.number = *number;
            conversation.watch.due = *due;
        }
        Event::TimerArmed { kind: TimerKind::WrapUp, due, number } => {
            let newest = state.wraps.iter_mut().rfind(|w| u64::from(w.number) == *number);
            if let Some(wrap) = newest {
                wrap.lapses = Some(*due);
            }
        }
        Event::IdentityChanged { identity, number, at } => {
            state.identity.clone_from(identity);
            state.known.number.clone_from(number);
            state.known.changed = (*at).or(state.known.changed);
        }
        Event::Introduced { name, addresses, at } => {
            state.known.changed = (*at).or(state.known.changed);
            for address in addresses {
                if person::is_username(address) {
                    state.known.username = Some(address.clone());
                } else {
                    state.known.number = Some(address.clone());
                }
            }
            if let Some(name) = name {
                state.name.clone_from(name);
            }
        }
        Event::Joined { conversation: other, there, .. } => {
            if *there {
                state.known.elsewhere = Some(other.thread.clone());
            } else {
                state.known.join(other.thread.clone());
            }
        }
        Event::Renamed { name, .. } => {
            state.name.clone_from(name);
            state.named = true;
        }
        // What is said, told and recorded; the state does not depend on it.
        Event::CustomerLeft
        | Event::Comment { .. }
        | Event::CoachLine { .. }
        | Event::Routed(_)
        | Event::Triggered { .. }
        | Event::DiscussionDone { .. }
        | Event::TimerArmed { .. } => {}
    }
}

/// Where a conversation stands that has an owner.
const fn owned_status(conversation: &Conversation) -> Status {
    match conversation.waiting_on {
        Party::Agent => Status::Active,
        Party::Customer => Status::Pending,
    }
}

fn exchange(words: &mut Vec<String>, added: &[String], removed: &[String]) {
    words.retain(|word| !removed.contains(word));
    words.extend(added.iter().cloned());
}

/// By how much two clocks that both follow network time may differ.
const CLOCKS_DIFFER: Millis = Millis::seconds(5);

const fn is_reaction(content: &Content) -> bool {
    matches!(content, Content::Reaction { .. })
}

/// A reaction or a word on another message is not a turn in the talk: it makes nobody wait.
/// Everything else hands the turn to us.
fn customer_wrote(conversation: &mut Conversation, quiet: bool, now: Millis) {
    if quiet || !conversation.status.is_open() {
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

fn close(conversation: &mut Conversation, status: Status, now: Millis) {
    conversation.status = status;
    conversation.placed_at = Millis(0);
    conversation.closed = Some(Closed { at: now, owner: conversation.owner.take() });
    conversation.front = false;
    conversation.guests.clear();
    conversation.monitors.clear();
    conversation.epoch += 1;
}

/// The same conversation again: it waits in its queue, and the customer waits since now.
fn reopen(conversation: &mut Conversation, now: Millis) {
    conversation.status = Status::Queued;
    conversation.closed = None;
    conversation.origin = None;
    conversation.assigned_at = None;
    conversation.placed_at = now;
    conversation.waiting_on = Party::Agent;
    conversation.waiting_since = now;
    conversation.epoch += 1;
}

fn monitor(conversation: &mut Conversation, agent: &AgentId, mode: Option<MonitorMode>, seq: u64) {
    let known = conversation.monitors.iter().position(|m| m.agent == *agent);
    match (known, mode) {
        (Some(at), Some(mode)) => conversation.monitors[at].mode = mode,
        (Some(at), None) => {
            conversation.monitors.remove(at);
        }
        (None, Some(mode)) => {
            conversation.monitors.push(Monitor { agent: agent.clone(), mode, number: seq });
        }
        (None, None) => {}
    }
}

fn offer_mut(conversation: &mut Conversation, number: u64) -> Option<&mut Offer> {
    conversation.offers.iter_mut().find(|o| o.number == number)
}

fn close_offer(
    conversation: &mut Conversation,
    number: u64,
    status: OfferStatus,
    by: Option<&AgentId>,
) {
    let Some(at) = conversation.offers.iter().position(|o| o.number == number) else { return };
    let offer = conversation.offers.remove(at);
    let (OfferStatus::Accepted, OfferKind::Discuss, Some(expert)) = (status, offer.kind, by) else {
        return;
    };
    let running = |d: &&mut Discussion| Some(d.number) == offer.discussion;
    match conversation.discussions.iter_mut().find(running) {
        Some(discussion) => discussion.experts.push((expert.clone(), number)),
        None => conversation.discussions.push(Discussion {
            number,
            initiator: offer.from,
            experts: vec![(expert.clone(), number)],
            lines: 0,
        }),
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
