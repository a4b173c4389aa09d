//! The commands that a model tries in a state, and the workloads that a decision may see.

use domain::{
    Command, Content, MonitorMode, OfferKind, Outcome, Profile, Promotion, Role, Status, Target,
    Thread, assignment, conference, conversation, discussion, intake, message, monitoring, offer,
    sla, transfer, wrap_up,
};

use super::office::{self, By, Mask, Office, id};

/// The commands that a model tries. The model leaves everything else out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asks {
    /// Offers to one colleague, of these kinds.
    pub(super) single: &'static [OfferKind],
    /// Offers to a group, of these kinds, one after the other and all at once.
    pub(super) group: &'static [OfferKind],
    /// The most offers that may be pending when the model tries another.
    pub(super) offers: usize,
    /// Picking, writing, leaving, transfers.
    pub(super) work: bool,
    /// The engine's own commands: giving out, silence, unanswered customers, absent owners.
    pub(super) engine: bool,
    /// Marking conversations done.
    pub(super) wraps: bool,
    /// Talks with several, promotion, conferences.
    pub(super) talks: bool,
    /// Whether callers who are bound to be refused try, too.
    pub(super) strangers: bool,
}

impl Office {
    /// The commands that make sense to try on a thread, each with its possible callers.
    pub(super) fn commands(&self, at: usize, thread: Option<&Thread>) -> Vec<(usize, By, Command)> {
        let mut all = Vec::new();
        let text = Content::text("hello");
        let receive = Command::Receive(intake::Receive {
            content: text,
            sent_at: None,
            reply_to: None,
            beside: domain::intake::Beside::default(),
            quiet: false,
            shortened: false,
        });
        all.push((at, By::Customer, receive));
        let Some(thread) = thread else { return all };
        let c = &thread.conversation;
        let mut engine = |command| all.push((at, By::Engine, command));
        for offer in &c.offers {
            engine(Command::ExpireOffer(offer::Expire { offer: offer.number }));
        }
        if self.asks.engine {
            engine(Command::AutoAssign);
            engine(Command::CheckIdle(conversation::CheckIdle { conversation: c.number }));
            engine(Command::CheckSla(sla::Check { watch: c.sla.number }));
            engine(Command::CheckAbsent(assignment::CheckAbsent {
                conversation: c.number,
                epoch: c.epoch,
            }));
        }
        if self.asks.wraps {
            for wrap in &thread.wraps {
                engine(Command::CheckWrapUp(wrap_up::Check { conversation: wrap.number }));
            }
        }
        if self.asks.work {
            all.push((at, By::Customer, Command::CustomerLeave));
        }
        for who in 0..self.cast.len() {
            let own = self.of_agent(thread, who);
            all.extend(own.into_iter().map(|command| (at, By::Agent(who), command)));
        }
        all
    }

    fn of_agent(&self, thread: &Thread, who: usize) -> Vec<Command> {
        let mut all = Vec::new();
        let c = &thread.conversation;
        let me = &self.cast[who].id;
        let (owns, tries) = (c.is_owner(me), self.asks.strangers);
        let directs = owns || tries || self.cast[who].role != Role::Agent;
        if tries || c.status == Status::Queued {
            all.push(Command::Accept);
        }
        if directs {
            all.push(Command::Resolve(conversation::Resolve { note: None }));
        }
        let colleagues = || self.cast.iter().filter(|p| p.id != *me).map(|p| p.id.clone());
        let reason = || "busy".to_owned();
        for offer in &c.offers {
            let number = offer.number;
            if tries || offer.asks(me) {
                all.push(Command::AcceptOffer(offer::Accept { offer: number }));
                all.push(Command::RejectOffer(offer::Reject { offer: number, reason: reason() }));
            }
            if tries || owns {
                all.push(Command::WithdrawOffer(offer::Withdraw {
                    offer: number,
                    reason: reason(),
                }));
            }
        }
        if self.asks.work && directs {
            all.push(Command::Send(message::Send {
                content: Content::text("good morning"),
                reply_to: None,
            }));
            all.push(Command::Transfer(transfer::Transfer {
                to: Target::Queue(id("support")),
                mode: None,
                note: None,
            }));
        }
        if self.asks.engine && directs {
            all.push(Command::Transfer(transfer::Transfer {
                to: Target::Skill(office::skill()),
                mode: None,
                note: None,
            }));
        }
        if owns || self.cast[who].role != Role::Agent {
            let to = colleagues().map(Target::Agent);
            all.extend(
                to.map(|to| Command::Transfer(transfer::Transfer { to, mode: None, note: None })),
            );
        }
        if owns && c.offers.len() < self.asks.offers {
            self.offers(thread, colleagues().map(Target::Agent).collect(), &mut all);
        }
        if self.asks.wraps && thread.wraps.iter().any(|w| w.agent == *me) {
            all.push(Command::Done(wrap_up::MarkDone { disposition: None, note: None }));
        }
        if self.asks.talks {
            around_talks(thread, &self.cast[who], &mut all);
        }
        all
    }

    fn offers(&self, thread: &Thread, colleagues: Vec<Target>, all: &mut Vec<Command>) {
        let make = |kind, to: &Target, all, discussion| {
            let (to, note) = (to.clone(), None);
            Command::MakeOffer(offer::Make { kind, to, all, discussion, note })
        };
        for kind in self.asks.single {
            all.extend(colleagues.iter().map(|to| make(*kind, to, false, None)));
        }
        for kind in self.asks.group {
            let team = Target::Team(id("support"));
            all.extend([false, true].map(|at_once| make(*kind, &team, at_once, None)));
        }
        for talk in &thread.conversation.discussions {
            let joins = |to| make(OfferKind::Discuss, to, false, Some(talk.number));
            if self.asks.single.contains(&OfferKind::Discuss) {
                all.extend(colleagues.iter().map(joins));
            }
        }
    }

    /// The agents whom a decision may see at a free workload: nobody can say how old that news is.
    pub(super) fn readings(&self, thread: Option<&Thread>, command: &Command) -> Vec<Mask> {
        let everybody = (1 << self.cast.len()) - 1;
        let ones = || (0..self.cast.len()).map(|who| 1 << who);
        let c = thread.map(|t| &t.conversation);
        let owner = c.and_then(|c| c.owner.as_ref());
        let sees = |group: Mask| {
            let some = (1..=everybody).filter(move |mask| mask & !group == 0);
            some.collect::<Vec<_>>()
        };
        match command {
            Command::MakeOffer(offer::Make { to, all, .. }) if to.agent().is_none() => {
                let others = everybody & !self.mask(owner);
                if *all { sees(others) } else { ones().filter(|one| one & others != 0).collect() }
            }
            Command::Transfer(transfer::Transfer { to: Target::Skill(_), .. })
            | Command::AutoAssign => ones().collect(),
            Command::RejectOffer(_) | Command::ExpireOffer(_) => {
                let number = match command {
                    Command::ExpireOffer(offer::Expire { offer }) => Some(*offer),
                    _ => command.answers(),
                };
                let offer = number.and_then(|number| c.and_then(|c| c.offer(number)));
                let searches = offer.and_then(|o| o.group_offer.as_ref()).is_some_and(|s| !s.all);
                let some = ones().filter(|_| searches);
                std::iter::once(0).chain(some).collect()
            }
            Command::LeaveConference | Command::Resolve(_) => {
                let guests = self.mask(c.iter().flat_map(|c| &c.guests).map(|(guest, _)| guest));
                if guests == 0 {
                    vec![everybody]
                } else {
                    ones().filter(|o| o & guests != 0).collect()
                }
            }
            Command::Receive(_) if self.policy.reopen_within.is_some() => vec![0, everybody],
            Command::CheckAbsent(_) => vec![0],
            _ => vec![everybody],
        }
    }
}

/// The commands around discussions and conferences.
fn around_talks(thread: &Thread, me: &Profile, all: &mut Vec<Command>) {
    let c = &thread.conversation;
    for talk in &c.discussions {
        let discussion = talk.number;
        let leads = talk.initiator == me.id;
        if !leads {
            all.push(Command::LeaveDiscussion(discussion::Leave { discussion }));
            continue;
        }
        let (resolved, note, outcomes) = (true, None, Vec::new());
        all.push(Command::EndDiscussion(discussion::End { discussion, resolved, note, outcomes }));
        for (agent, _) in &talk.consultants {
            let outcome = Outcome { agent: agent.clone(), resolved, note: None };
            all.push(Command::ReleaseExpert(discussion::Release { discussion, outcome }));
            for into in [Promotion::Transfer, Promotion::Conference] {
                all.push(Command::Promote(discussion::Promote {
                    discussion,
                    expert: Some(agent.clone()),
                    into,
                }));
            }
        }
    }
    if !c.guests.is_empty() {
        all.push(Command::LeaveConference);
        if c.is_owner(&me.id) {
            let guests = c.guests.iter();
            all.extend(guests.map(|(agent, _)| {
                Command::RemoveGuest(conference::Remove { agent: agent.clone() })
            }));
        }
    }
    if me.role != Role::Agent {
        all.push(Command::Monitor(monitoring::Start { mode: MonitorMode::Barge }));
        all.push(Command::StopMonitoring);
    }
}
