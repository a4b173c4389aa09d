//! The records of an office, and the law that a step breaks, if it breaks one.

use super::*;
use domain::engagement::Step as Part;
use domain::{Command, OfferKind, OfferStatus, Target, laws, offer};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Office {
    /// Keeps the records, as `store::engagement` does. Returns `None` for a step that cannot be.
    pub(super) fn record(&self, next: &mut Stored, flight: &Flight) -> Option<()> {
        let at = flight.order.at;
        let changes = &flight.effects.engagements;
        if changes.is_empty() {
            return Some(());
        }
        let records = Arc::make_mut(&mut next.records);
        for change in changes {
            let key = (at, change.offer.number);
            for part in &change.steps {
                if let Part::Opened(opened) = part {
                    let asked = opened.to.iter().cloned().collect();
                    let (kind, status) = (opened.kind, OfferStatus::Pending);
                    let record = Record { kind, status, asked, runs: false };
                    if records.insert(key, record).is_some() {
                        return None;
                    }
                    continue;
                }
                let record = records.get_mut(&key)?;
                let pending = record.status == OfferStatus::Pending;
                let fits = match part {
                    Part::Opened(_) => false,
                    Part::Passed(own) => pending && record.asked.remove(&own.agent),
                    Part::Moved { to, .. } => pending && record.asked.insert(to.clone()),
                    Part::Closed { status, by, others, .. } => {
                        record.status = *status;
                        record.runs =
                            *status == OfferStatus::Accepted && record.kind != OfferKind::Assign;
                        let said = matches!(status, OfferStatus::Accepted | OfferStatus::Rejected);
                        let own = by.iter().filter(|_| said).all(|by| record.asked.remove(by));
                        let rest = others.iter().all(|own| record.asked.remove(&own.agent));
                        let known = said == by.is_some() || *status == OfferStatus::Withdrawn;
                        pending
                            && own
                            && rest
                            && known
                            && record.asked.is_empty()
                            && *status != OfferStatus::Pending
                    }
                    Part::Ended { .. } => {
                        // A consultant whose discussion became a conference goes on in
                        // that conference.
                        let guests = &flight.after.conversation.guests;
                        let goes_on = guests.iter().any(|(_, offer)| *offer == key.1);
                        std::mem::replace(&mut record.runs, goes_on)
                    }
                    // Only an ended discussion waits to be marked done; nobody marks one in the
                    // model.
                    Part::Undone(_) => !record.runs,
                    Part::Done(_) => false,
                };
                if !fits {
                    return None;
                }
            }
        }
        Some(())
    }

    /// The law that the newest entry of thread `at` breaks.
    pub(super) fn breach(
        &self,
        next: &Stored,
        at: usize,
        heard: Option<()>,
    ) -> Option<&'static str> {
        let threads = next.threads.iter().flatten().map(|t| &**t);
        let law = laws::broken_by_all(threads.clone(), &next.workloads);
        if let Some(law) = law {
            use laws::Law;
            return Some(match law {
                Law::QueuedOrOwned => PLACED,
                Law::NothingOutlivesItsConversation => OUTLIVES,
                Law::OnePartEach => ONE_PART,
                Law::WithinCapacity => ROOM,
                Law::WorkloadsMatchThreads => WORKLOADS,
                _ => OTHER,
            });
        }
        let thread = next.threads[at].as_deref()?;
        let c = &thread.conversation;
        let known = next.records.range((at, 0)..=(at, u64::MAX));
        let pending = |r: &Record| r.status == OfferStatus::Pending;
        let live = known.clone().filter(|(_, r)| pending(r)).count();
        let asked = c.offers.iter().all(|o| {
            let record = next.records.get(&(at, o.number));
            record.is_some_and(|r| pending(r) && r.asked == o.to.iter().cloned().collect())
        });
        let parts: BTreeSet<u64> = c
            .discussions
            .iter()
            .flat_map(|d| &d.consultants)
            .chain(&c.guests)
            .map(|(_, offer)| *offer)
            .collect();
        let running = known.filter(|(_, r)| r.runs).map(|((_, number), _)| *number);
        let accepted = running.collect::<BTreeSet<u64>>() == parts;
        if heard.is_none() || live != c.offers.len() || !asked || !accepted {
            return Some(ONE_END);
        }
        let id = thread.conversation_id();
        let holds = |who: &usize| next.workloads[&self.cast[*who].id].open.contains(&id);
        let reserved = |who: &usize| {
            let agent = &self.cast[*who].id;
            c.offers.iter().any(|o| o.kind == OfferKind::Assign && o.asks(agent))
                || thread.wraps.iter().any(|w| w.number == c.number && w.agent == *agent)
        };
        let holding: Vec<_> =
            (0..self.cast.len()).filter(holds).filter(|who| !reserved(who)).collect();
        let owner: Vec<_> = c.owner.iter().map(|o| self.place(o)).collect();
        if holding != owner {
            return Some(ONE_OWNER);
        }
        let parties = 2 + c.guests.len();
        (parties > usize::from(self.policy.conference_limit)).then_some(PARTY)
    }

    /// Writes the decided command now, if nobody was faster and the workloads allow it. A caller
    /// who was overtaken decides again; for an agent whom it had chosen, the engine chooses again.
    pub(crate) fn landed(&self, stored: &Stored, flight: &Flight) -> Stored {
        let newest = stored.threads[flight.order.at].as_ref().map_or(0, |t| t.seq);
        let mut next = stored.clone();
        next.flight = None;
        let lost = newest + 1 != flight.entry.seq;
        if !lost && let Some(written) = self.written(&next, flight) {
            return written;
        }
        let named = flight.order.command.target().and_then(Target::agent).is_some();
        if lost || !named {
            self.saw(sight::bit(if lost { Sight::Overtaken } else { Sight::WorkloadTaken }));
            next.flight = self.decided(&next, &flight.order).map(Arc::new);
        } else {
            self.saw(sight::bit(Sight::WorkloadTaken));
        }
        next
    }

    /// Whether the clock, when it comes, can end everything that is late.
    pub(crate) fn is_heard(&self, stored: &Stored) -> bool {
        stored.threads.iter().enumerate().all(|(at, thread)| {
            let offers = thread.iter().flat_map(|t| &t.conversation.offers);
            offers.filter(|o| o.is_late(stored.now)).all(|o| {
                let command = Command::ExpireOffer(offer::Expire { offer: o.number });
                let order = Order { at, by: By::Engine, command, free: None };
                let decided = self.decided(stored, &order);
                decided.is_some_and(|flight| self.written(stored, &flight).is_some())
            })
        })
    }

    /// Whether nobody can answer the offer any more, nor end it.
    pub(super) fn is_over(&self, stored: &Stored, at: usize, offer: u64) -> bool {
        let reason = || "too late".to_owned();
        let answers = [
            Command::AcceptOffer(offer::Accept { offer }),
            Command::RejectOffer(offer::Reject { offer, reason: reason() }),
            Command::WithdrawOffer(offer::Withdraw { offer, reason: reason() }),
        ];
        let nothing =
            |by, command| self.decided(stored, &Order { at, by, command, free: None }).is_none();
        let agents = (0..self.cast.len()).map(By::Agent);
        nothing(By::Engine, Command::ExpireOffer(offer::Expire { offer }))
            && agents.into_iter().all(|by| answers.iter().all(|c| nothing(by, c.clone())))
    }
}
