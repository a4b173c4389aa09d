//! A state without the parts that no rule looks at. The ticks that are left replace moments, the
//! numbers of entries are left out, and one state stands for all that differ only in the names of
//! equal agents.

use domain::{Command, Millis, Offer, OfferKind, Party, Target, Thread, offer, transfer};

use super::office::{By, Flight, Mask, Office, Stored, TICK};

const NONE: u8 = 0xff;

/// The smallest of the encodings of the state.
pub(super) fn of(office: &Office, stored: &Stored) -> Vec<u8> {
    let labels: Vec<u32> = (0..office.cast.len()).map(|who| mark(office, stored, who)).collect();
    // Agents that differ at first sight are written in the order of that difference.
    let in_order = |order: &&Vec<usize>| {
        let sorted = |a: usize, b: usize| order[a] > order[b] || labels[a] <= labels[b];
        office.alike.iter().all(|(a, b)| sorted(*a, *b) && sorted(*b, *a))
    };
    let written = |order: &Vec<usize>| {
        let pen = Pen { office, stored, order };
        let turns = [false, true].into_iter().take(stored.threads.len());
        turns.map(|turned| pen.state(turned)).min().unwrap_or_default()
    };
    office.orders.iter().filter(in_order).map(written).min().unwrap_or_default()
}

/// The facts about an agent that depend on no other agent.
fn mark(office: &Office, stored: &Stored, who: usize) -> u32 {
    let me = &office.cast[who].id;
    let part = |thread: &Thread| {
        let c = &thread.conversation;
        let asked = |o: &Offer| {
            let tried = o.group_offer.iter().flat_map(|s| &s.tried).any(|(agent, _)| agent == me);
            (u32::from(o.asks(me)) << 8 | u32::from(tried) << 12) * (1 + o.kind as u32)
        };
        u32::from(c.is_owner(me)) << 1
            | u32::from(c.is_guest(me)) << 3
            | u32::from(c.consults(me)) << 5
            | c.offers.iter().map(asked).sum::<u32>()
    };
    let parts = stored.threads.iter().flatten().map(|thread| part(thread)).sum::<u32>();
    parts << 1 | u32::from(stored.there[who])
}

struct Pen<'a> {
    office: &'a Office,
    stored: &'a Stored,
    /// The number under which each agent of the cast is written.
    order: &'a [usize],
}

impl Pen<'_> {
    fn state(&self, turned: bool) -> Vec<u8> {
        let mut out = Vec::with_capacity(64);
        let mut places: Vec<usize> = (0..self.stored.threads.len()).collect();
        if turned {
            places.reverse();
        }
        for at in &places {
            self.thread(self.stored.threads[*at].as_deref(), &mut out);
        }
        let there = (0..self.office.cast.len()).filter(|who| self.stored.there[*who]);
        out.push(there.fold(0, |mask, who| mask | 1 << self.order[who]));
        if let Some(flight) = &self.stored.flight {
            let place = places.iter().position(|at| *at == flight.order.at).unwrap_or(0);
            out.push(u8::try_from(place).unwrap_or(NONE));
            self.flight(flight, &mut out);
        }
        out.extend(self.stored.broken.unwrap_or_default().as_bytes());
        out
    }

    fn who(&self, agent: Option<&domain::AgentId>) -> u8 {
        agent.map_or(NONE, |agent| {
            u8::try_from(self.order[self.office.place(agent)]).unwrap_or(NONE)
        })
    }

    fn all<'a>(&self, agents: impl IntoIterator<Item = &'a domain::AgentId>) -> Mask {
        agents.into_iter().fold(0, |mask, agent| mask | 1 << self.who(Some(agent)))
    }

    /// The ticks until `due`.
    fn left(&self, due: Millis) -> u8 {
        let ticks = (due - self.stored.now).0.max(0) + TICK.0 - 1;
        u8::try_from(ticks / TICK.0).unwrap_or(NONE)
    }

    fn thread(&self, thread: Option<&Thread>, out: &mut Vec<u8>) {
        let Some(thread) = thread else {
            out.push(NONE);
            return;
        };
        let c = &thread.conversation;
        out.push(c.status as u8);
        out.push(self.who(c.owner.as_ref()));
        out.push(u8::from(c.waiting_on == Party::Agent));
        out.push(self.who(c.left_by.as_ref()));
        if let (Some(closed), Some(within)) = (&c.closed, self.office.policy.reopen_within) {
            let again = self.stored.now - closed.at <= within;
            out.push(if again { self.who(closed.owner.as_ref()) } else { NONE - 1 });
        }
        out.push(self.all(c.guests.iter().map(|(guest, _)| guest)));
        out.push(self.all(c.monitors.iter().map(|m| &m.agent)));
        let mut talks: Vec<_> = c
            .discussions
            .iter()
            .map(|d| (self.who(Some(&d.initiator)), self.all(d.consultants.iter().map(|(e, _)| e))))
            .collect();
        talks.sort_unstable();
        out.push(u8::try_from(talks.len()).unwrap_or(NONE));
        out.extend(talks.into_iter().flat_map(|(initiator, consultants)| [initiator, consultants]));
        let mut offers: Vec<_> = c.offers.iter().map(|o| self.offer(o, thread)).collect();
        offers.sort_unstable();
        out.push(u8::try_from(offers.len()).unwrap_or(NONE));
        out.extend(offers.into_iter().flatten());
        // The oldest wrap-up makes room; of their numbers only the current conversation's matters.
        out.push(u8::try_from(thread.wraps.len()).unwrap_or(NONE));
        let wraps = thread.wraps.iter();
        out.extend(wraps.flat_map(|w| {
            let lapses = w.lapses.map_or(NONE, |due| self.left(due));
            [u8::from(w.number == c.number), self.who(Some(&w.agent)), lapses]
        }));
    }

    fn offer(&self, offer: &Offer, thread: &Thread) -> [u8; 7] {
        // The consultants name the talk that the colleague is to join: nobody is in two talks.
        let talk = offer.discussion.map_or(0, |number| {
            let talk = thread.conversation.discussion(number);
            talk.map_or(NONE, |d| self.all(d.consultants.iter().map(|(e, _)| e)))
        });
        let search = offer.group_offer.as_ref();
        let group = search.map_or(0, |s| 1 + u8::from(s.all) + 2 * group(&s.group));
        let deadline = search.map_or(0, |s| self.left(s.deadline));
        let tried = search.map_or(0, |s| self.all(s.tried.iter().map(|(agent, _)| agent)));
        let kind = match offer.kind {
            OfferKind::Assign => 0,
            OfferKind::Discuss => 1,
            OfferKind::Conference => 2,
        };
        [kind, self.all(&offer.to), self.left(offer.expires), group, deadline, tried, talk]
    }

    /// A command that is decided and not written: its caller, its kind, and its outcome.
    fn flight(&self, flight: &Flight, out: &mut Vec<u8>) {
        let order = &flight.order;
        let current = self.stored.threads[order.at].as_deref();
        out.push(match order.by {
            By::Customer => NONE,
            By::Engine => NONE - 1,
            By::Agent(who) => u8::try_from(self.order[who]).unwrap_or(NONE),
        });
        let (name, target, offer) = match &order.command {
            Command::Receive(_) => (0, None, None),
            Command::CustomerLeave => (1, None, None),
            Command::Accept => (2, None, None),
            Command::Send(_) => (3, None, None),
            Command::Resolve(_) => (4, None, None),
            Command::Transfer(transfer::Transfer { to: Target::Queue(_), .. }) => (5, None, None),
            Command::Transfer(transfer::Transfer { to, .. }) => (6, to.agent(), None),
            Command::MakeOffer(offer::Make { to, all, .. }) => {
                (7 + u8::from(*all), to.agent(), None)
            }
            Command::AcceptOffer(offer::Accept { offer }) => (9, None, Some(*offer)),
            Command::RejectOffer(offer::Reject { offer, .. }) => (10, None, Some(*offer)),
            Command::WithdrawOffer(offer::Withdraw { offer, .. }) => (11, None, Some(*offer)),
            Command::ExpireOffer(offer::Expire { offer }) => (12, None, Some(*offer)),
            Command::AutoAssign => (13, None, None),
            Command::CheckIdle(_) => (14, None, None),
            Command::CheckSla(_) => (15, None, None),
            other => unreachable!("{other:?} is never in flight"),
        };
        out.extend([name, self.who(target)]);
        if let (Some(number), Some(thread)) = (offer, current) {
            let still = thread.conversation.offer(number);
            out.extend(still.map_or([NONE; 7], |o| self.offer(o, thread)));
        }
        if current.map_or(0, |t| t.seq) + 1 == flight.entry.seq {
            self.thread(Some(&flight.after), out);
        }
    }
}

fn group(target: &Target) -> u8 {
    match target {
        Target::Team(_) => 0,
        Target::Queue(_) => 1,
        _ => 2,
    }
}
