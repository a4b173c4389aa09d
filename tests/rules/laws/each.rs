//! Each law, as a function that finds the first breach.

use crate::pure::story::THREADS;
use crate::pure::world::thread_id;
use crate::pure::{CAST, INTERNAL, everybody, sizes};
use domain::audience::{self, Audience, Reader};
use domain::effect::Timer;
use domain::sla::Look;
use domain::{
    Actor, AgentId, DeliveryStatus, Entry, Event, MonitorMode, OfferId, OfferStatus, Origin, Party,
    Status, Thread, TimerKind, assignment, discussion, evolve, message, monitoring, offer, wrap_up,
};
use std::collections::BTreeSet;

use super::*;

pub(super) fn one_end(seen: &Seen<'_>) -> Option<String> {
    for (at, thread) in (0..THREADS).filter_map(|at| Some((at, seen.world.thread(at)?))) {
        for offer in &thread.conversation.offers {
            let record =
                &seen.world.records.get(&OfferId { thread: thread_id(at), number: offer.number });
            let record = record.as_ref()?;
            let tried: Vec<_> = record.tried.iter().map(|t| &t.agent).collect();
            let state = offer.group_offer.iter().flat_map(|s| &s.tried).map(|(agent, _)| agent);
            // An agent who was asked alone and lost their part stands in the record only.
            let known = offer.group_offer.is_none() || state.eq(tried.iter().copied());
            let same = record.status == OfferStatus::Pending
                && record.expires == offer.expires
                && record.to.iter().collect::<BTreeSet<_>>() == offer.to.iter().collect();
            if !same || !known || offer.to.is_empty() {
                return Some(format!("{offer:?} is in the record {record:?}"));
            }
        }
    }
    for (id, record) in &seen.world.records {
        let thread = seen.world.threads().find(|t| t.id == id.thread)?;
        let pending = thread.conversation.offer(id.number).is_some();
        if pending != (record.status == OfferStatus::Pending) {
            return Some(format!("{id} is {:?}, and pending: {pending}", record.status));
        }
        let mut ends: Vec<&AgentId> = record.tried.iter().map(|t| &t.agent).collect();
        ends.extend(
            record
                .by
                .iter()
                .filter(|_| matches!(record.status, OfferStatus::Accepted | OfferStatus::Rejected)),
        );
        if pending {
            ends.extend(&record.to);
        }
        ends.sort();
        let mut asked: Vec<&AgentId> = record.asked.iter().collect();
        asked.sort();
        if ends != asked || record.tried.iter().any(|t| t.status == OfferStatus::Pending) {
            return Some(format!("{id}: {asked:?} were asked, and {ends:?} have an end"));
        }
    }
    None
}

pub(super) fn in_time(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let at = written.entry.at;
        for event in &written.entry.events {
            let (number, status, by) = match event {
                Event::OfferClosed(offer::Closed { offer, status, by, .. }) => {
                    (offer, status, by.as_ref())
                }
                Event::OfferPassed(offer::Passed { offer, status, agent, .. }) => {
                    (offer, status, Some(agent))
                }
                _ => continue,
            };
            let Some(offer) = before.and_then(|t| t.conversation.offer(*number)) else {
                return Some(format!("{event:?} of none"));
            };
            let fine = match status {
                OfferStatus::Accepted | OfferStatus::Rejected => {
                    at < offer.expires && by.is_some_and(|agent| offer.asks(agent))
                }
                OfferStatus::TimedOut => at >= offer.expires,
                OfferStatus::Withdrawn => by == Some(&offer.from) && !offer.is_over(at),
                OfferStatus::Rescinded => !offer.is_over(at),
                OfferStatus::Pending => false,
            };
            if !fine {
                return Some(format!("{event:?} of {offer:?} at {at}"));
            }
        }
    }
    None
}

pub(super) fn timed(seen: &Seen<'_>) -> Option<String> {
    for (_, _, written) in &seen.fresh {
        for event in &written.entry.events {
            let (number, due) = match event {
                Event::OfferMade(offer::Made { expires, .. }) => (written.entry.seq, *expires),
                Event::OfferMoved(offer::Moved { offer, expires, .. }) => (*offer, *expires),
                _ => continue,
            };
            let its = |t: &Timer| t.kind == TimerKind::Offer && t.number == number && t.due == due;
            if !written.effects.timers.iter().any(its) {
                return Some(format!("{event:?} has no timer"));
            }
        }
    }
    None
}

pub(super) fn customers_view(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let meant = |e: &&Event| audience::of(e) == Audience::Everyone;
        let shown = audience::for_customer(&written.entry);
        let text = format!("{shown:?}");
        let counted = written.after.public_seq - before.map_or(0, |t| t.public_seq);
        if shown.len() != written.entry.events.iter().filter(meant).count()
            || counted != u64::from(!shown.is_empty())
            || text.contains(INTERNAL)
            || CAST.iter().any(|(name, ..)| text.contains(name))
        {
            return Some(text);
        }
    }
    None
}

pub(super) fn members_only(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let before = before.map(|t| &t.conversation);
        for event in &written.entry.events {
            let expected: BTreeSet<AgentId> = match (event, before) {
                (Event::DiscussionMessage(discussion::Said { discussion, .. }), Some(c)) => {
                    c.discussion(*discussion)?.members().cloned().collect()
                }
                (Event::CoachLine(_), Some(c)) => {
                    let coach = |m: &&domain::Monitor| m.mode == MonitorMode::Coach;
                    let coaches = c.monitors.iter().filter(coach).map(|m| m.agent.clone());
                    c.owner.iter().cloned().chain(coaches).collect()
                }
                (Event::Monitoring(monitoring::Changed { agent, mode, was }), _) => {
                    let open =
                        |m: &Option<MonitorMode>| !matches!(m, None | Some(MonitorMode::Silent));
                    if open(mode) || open(was) {
                        everybody().collect()
                    } else {
                        BTreeSet::from([agent.clone()])
                    }
                }
                (Event::TimerArmed(_), _) => BTreeSet::new(),
                _ => continue,
            };
            for agent in everybody() {
                let reader = Reader { agent: &agent, manages: false };
                if audience::agent_sees(event, reader) != expected.contains(&agent) {
                    return Some(format!("{agent} and {event:?}"));
                }
            }
        }
    }
    None
}

pub(super) fn dense(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(at, before, written)| {
        let next = before.map_or(1, |t| t.seq + 1);
        let same = written.entry.seq == next && written.after.seq == next;
        let log = &seen.world.logs[*at];
        let previous = log.iter().rev().find(|w| w.entry.seq + 1 == next);
        let late = previous.is_none_or(|w| w.entry.at <= written.entry.at);
        (!same || !late).then(|| format!("entry {} at {}", written.entry.seq, written.entry.at))
    })
}

pub(super) fn stored(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(at, before, written)| {
        let entry = serde_json::to_string(&written.entry).unwrap();
        let entry = Entry { seq: written.entry.seq, ..serde_json::from_str(&entry).unwrap() };
        let state = evolve(&thread_id(*at), before.cloned(), &entry);
        let read: Thread =
            serde_json::from_slice(&serde_json::to_vec(&written.after).unwrap()).unwrap();
        let read = Thread { id: written.after.id.clone(), ..read };
        let same = state.as_ref() == Some(&written.after) && read == written.after;
        (!same).then(|| format!("{read:?} is not {:?}", written.after))
    })
}

pub(super) fn forward(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let status = |message| before.and_then(|t| t.outbox.status(message));
            let fine = match event {
                Event::MessageRetried(message::Retried { message }) => {
                    status(*message) == Some(DeliveryStatus::Failed)
                }
                Event::Delivery(d) => status(d.message).is_none_or(|was| was.may_become(d.status)),
                _ => true,
            };
            if !fine {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

pub(super) fn queue(seen: &Seen<'_>) -> Option<String> {
    let key = |p: &domain::queue::place::Place| {
        (p.queue.clone(), p.priority, p.since, p.conversation.clone())
    };
    let mut waiting: Vec<_> =
        seen.world.threads().filter_map(domain::queue::place::of).map(|p| key(&p)).collect();
    let mut held: Vec<_> = seen.world.queue.iter().map(key).collect();
    waiting.sort();
    held.sort();
    (waiting != held).then(|| format!("{held:?}, but {waiting:?} wait"))
}

pub(super) fn watched(seen: &Seen<'_>) -> Option<String> {
    for at in 0..THREADS {
        let Some(c) = seen.world.thread(at).map(|t| &t.conversation) else { continue };
        let armed = |kind, number| {
            let its = |(thread, t): &(usize, Timer)| {
                *thread == at && t.kind == kind && t.number == number
            };
            seen.world.timers.iter().any(its)
        };
        if c.status == Status::Pending && !armed(TimerKind::Idle, u64::from(c.number)) {
            return Some(format!("nobody waits for an answer: {c:?}"));
        }
        let looks = seen.world.look(at, c.sla.number);
        // A timer that a fast clock took for due may have come to nothing before a slow clock
        // decides: by the state the timer still runs. The next message of either side arms another.
        let newest = seen.world.logs[at].last().map(|w| w.entry.at);
        let fast_clock = newest.is_some_and(|newest| c.sla.due > newest);
        let missing = !armed(TimerKind::Watch, c.sla.number) && !fast_clock;
        if looks != Some(Look::Done) && missing {
            return Some(format!("{looks:?}, but no timer is armed: {c:?}"));
        }
    }
    None
}

pub(super) fn writable(seen: &Seen<'_>) -> Option<String> {
    for (_, _, written) in &seen.fresh {
        let effects = &written.effects;
        let timers: BTreeSet<_> =
            effects.timers.iter().map(|t| (format!("{:?}", t.kind), t.number, t.due)).collect();
        let both = effects.workloads.iter().find(|(_, d)| {
            (d.take.is_some() && d.release.is_some())
                || (!d.invite.is_empty() && !d.dismiss.is_empty())
        });
        let offers: BTreeSet<_> = effects.engagements.iter().map(|c| &c.offer).collect();
        let items =
            1 + effects.workloads.len() + effects.timers.len() + effects.engagements.len() + 3;
        if timers.len() < effects.timers.len()
            || both.is_some()
            || offers.len() < effects.engagements.len()
            || items > 100
        {
            return Some(format!("{effects:?}"));
        }
    }
    None
}

pub(super) fn owners(seen: &Seen<'_>) -> Option<String> {
    seen.world.threads().map(|t| &t.conversation).find_map(|c| {
        let asks = c.offers.iter().all(|o| c.is_owner(&o.from) && !o.asks(&o.from));
        let leads = c.discussions.iter().all(|d| c.is_owner(&d.initiator));
        let consulted = c.owner.as_ref().is_some_and(|owner| c.consults(owner));
        (!asks || !leads || consulted).then(|| format!("{c:?}"))
    })
}

pub(super) fn turns(seen: &Seen<'_>) -> Option<String> {
    seen.world.threads().map(|t| &t.conversation).find_map(|c| {
        let turn = match c.status {
            Status::Active => c.waiting_on == Party::Agent,
            Status::Pending => c.waiting_on == Party::Customer,
            Status::Queued | Status::Resolved | Status::Abandoned => true,
        };
        let over = c.closed.is_some() != c.status.is_open();
        (!turn || !over).then(|| format!("{c:?}"))
    })
}

pub(super) fn conference(seen: &Seen<'_>) -> Option<String> {
    let limit = usize::from(seen.world.policy.conference_limit);
    let threads = seen.world.threads().map(|t| &t.conversation);
    threads.filter(|c| c.guests.len() + 2 > limit).map(|c| format!("{c:?}")).next()
}

pub(super) fn not_given_back(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let Event::Assigned(assignment::Assigned { to, origin: Origin::Auto, .. }) = event
            else {
                continue;
            };
            if before.and_then(|t| t.conversation.left_by.as_ref()) == Some(to) {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

pub(super) fn disposed(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let Event::WrappedUp(wrap_up::Done { conversation, disposition, .. }) = event else {
                continue;
            };
            let wrap = before.and_then(|t| t.wraps.iter().find(|w| w.number == *conversation));
            let must = wrap.is_none_or(|w| w.mandatory) && written.entry.by != Actor::System;
            if must && disposition.is_none() {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

pub(super) fn small(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(_, _, written)| {
        let size = sizes::of(&written.after);
        (size > 2_048).then(|| format!("{size} bytes: {:?}", written.after))
    })
}
