//! The sights that a model must have seen, or it would prove nothing.

use domain::{
    Command, EndCause, Event, OfferKind, OfferStatus, Origin, Promotion, RequeueCause, ResolvedBy,
    Thread, assignment, monitoring, offer, queue,
};

use super::office::{By, Flight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    Overtaken,
    WorkloadTaken,
    OfferAccepted,
    OfferRejected,
    OfferWithdrawn,
    OfferTimedOut,
    OfferRescinded,
    LateReplaced,
    AcceptedWhileOthersAsked,
    AllButOneDeclined,
    SearchMovedOn,
    SecondAccepted,
    ThirdAccepted,
    SearchTimedOut,
    SearchExhausted,
    Picked,
    Transferred,
    GivenByManager,
    GivenByEngine,
    Reopened,
    Requeued,
    RequeuedUnanswered,
    RequeuedOffline,
    ResolvedByAgent,
    ResolvedBySilence,
    Abandoned,
    WrappedUp,
    DiscussionEnded,
    DiscussionLost,
    SecondExpert,
    ExpertLeft,
    ExpertReleased,
    LastExpertLeft,
    PromotedToTransfer,
    PromotedToConference,
    ExpertJoinsConference,
    GuestJoined,
    SecondGuest,
    GuestLeft,
    GuestRemoved,
    OwnerLeftConference,
    OwnerResolvedIntoConference,
    ManagerLooksOn,
    MonitorBecameGuest,
    MonitorBecameExpert,
}

pub(super) const fn bit(sight: Sight) -> u64 {
    1 << sight as u64
}

/// The sights that `flight` shows, now that it is written.
pub(super) fn of(before: Option<&Thread>, flight: &Flight) -> u64 {
    use Sight as S;
    let events = &flight.entry.events;
    let c = before.map(|t| &t.conversation);
    let guests = c.map_or(0, |c| c.guests.len());
    let by = match flight.order.by {
        By::Agent(_) => flight.entry.by.agent(),
        _ => None,
    };
    let looked_on = by.is_some_and(|me| c.is_some_and(|c| c.monitors_as(me).is_some()));
    let made = events.iter().any(|e| matches!(e, Event::OfferMade(_)));
    let mut seen = 0;
    for event in events {
        let mut see = |sight| seen |= bit(sight);
        match event {
            Event::OfferClosed(offer::Closed { offer, status, .. }) => {
                let offer = c.and_then(|c| c.offer(*offer));
                let search = offer.and_then(|o| o.group_offer.as_ref());
                let one_by_one = search.filter(|s| !s.all);
                let tried = one_by_one.map_or(0, |s| s.tried.len());
                let others = offer.map_or(0, |o| o.to.len());
                match status {
                    OfferStatus::Pending => {}
                    OfferStatus::Accepted => {
                        see(S::OfferAccepted);
                        if others > 1 {
                            see(S::AcceptedWhileOthersAsked);
                        }
                        if tried == 1 {
                            see(S::SecondAccepted);
                        }
                        if tried == 2 {
                            see(S::ThirdAccepted);
                        }
                        let discusses = offer.is_some_and(|o| o.kind == OfferKind::Discuss);
                        if discusses && offer.is_some_and(|o| o.discussion.is_some()) {
                            see(S::SecondExpert);
                        }
                        if discusses && looked_on {
                            see(S::MonitorBecameExpert);
                        }
                    }
                    OfferStatus::Rejected => {
                        see(S::OfferRejected);
                        if one_by_one.is_some() {
                            see(S::SearchExhausted);
                        }
                    }
                    OfferStatus::Withdrawn => see(S::OfferWithdrawn),
                    OfferStatus::TimedOut => {
                        see(S::OfferTimedOut);
                        if one_by_one.is_some() {
                            see(S::SearchTimedOut);
                        }
                        if made {
                            see(S::LateReplaced);
                        }
                    }
                    OfferStatus::Rescinded => see(S::OfferRescinded),
                }
            }
            Event::OfferPassed(offer::Passed { status: OfferStatus::Rejected, .. })
                if !events.iter().any(|e| matches!(e, Event::OfferMoved(_))) =>
            {
                see(S::AllButOneDeclined);
            }
            Event::OfferMoved(_) => see(S::SearchMovedOn),
            Event::Assigned(assignment::Assigned { origin, .. }) => match origin {
                Origin::Picked => see(S::Picked),
                Origin::Transfer => see(S::Transferred),
                Origin::Manager => see(S::GivenByManager),
                Origin::Auto => see(S::GivenByEngine),
                Origin::Reopened => see(S::Reopened),
                Origin::Conference => {
                    see(if matches!(flight.order.command, Command::Resolve(_)) {
                        S::OwnerResolvedIntoConference
                    } else {
                        S::OwnerLeftConference
                    });
                }
                Origin::Offer | Origin::Api => {}
            },
            Event::Requeued(queue::Requeued { cause, .. }) => see(match cause {
                RequeueCause::Transferred => S::Requeued,
                RequeueCause::Unanswered => S::RequeuedUnanswered,
                RequeueCause::OwnerOffline => S::RequeuedOffline,
            }),
            Event::Resolved(domain::conversation::Resolved { by: ResolvedBy::Agent, .. }) => {
                see(S::ResolvedByAgent)
            }
            Event::Resolved(domain::conversation::Resolved {
                by: ResolvedBy::Inactivity, ..
            }) => see(S::ResolvedBySilence),
            Event::Abandoned => see(S::Abandoned),
            Event::WrappedUp(_) => see(S::WrappedUp),
            Event::DiscussionEnded(domain::discussion::Ended {
                cause: EndCause::Ended, ..
            }) => see(S::DiscussionEnded),
            Event::DiscussionEnded(domain::discussion::Ended { cause: EndCause::Left, .. }) => {
                see(S::LastExpertLeft)
            }
            Event::DiscussionEnded(domain::discussion::Ended {
                cause: EndCause::Promoted,
                promoted,
                ..
            }) => {
                let conference = matches!(promoted, Some((Promotion::Conference, _)));
                see(if conference { S::PromotedToConference } else { S::PromotedToTransfer });
            }
            Event::DiscussionEnded(_) => see(S::DiscussionLost),
            Event::DiscussionLeft(domain::discussion::Left { outcome: Some(_), .. }) => {
                see(S::ExpertReleased)
            }
            Event::DiscussionLeft(domain::discussion::Left { promoted: None, .. }) => {
                see(S::ExpertLeft)
            }
            Event::DiscussionLeft(_) if flight.order.command.answers().is_some() => {
                see(S::ExpertJoinsConference);
            }
            Event::ConferenceJoined(_) => {
                see(S::GuestJoined);
                if guests == 1 {
                    see(S::SecondGuest);
                }
                if looked_on {
                    see(S::MonitorBecameGuest);
                }
            }
            Event::ConferenceLeft(domain::conference::Left { agent }) if by == Some(agent) => {
                see(S::GuestLeft)
            }
            Event::ConferenceLeft(_) if matches!(flight.order.command, Command::RemoveGuest(_)) => {
                see(S::GuestRemoved);
            }
            Event::Monitoring(monitoring::Changed { mode: Some(_), .. }) => see(S::ManagerLooksOn),
            _ => {}
        }
    }
    seen
}
