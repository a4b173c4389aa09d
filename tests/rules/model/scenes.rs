//! The offices that the model searches, and the sights that each must show.

use std::sync::Arc;

use domain::{Millis, OfferKind, Policy, Role, WrapUp};

use super::asks::Asks;
use super::office::{Office, TICK};
use super::sight::Sight;

use Role::{Agent, Manager};

/// Searches run for two ticks, one for each who is asked; nobody waits for the clock otherwise.
fn policy() -> Policy {
    Policy {
        assign_timeout: Millis(2 * TICK.0),
        discuss_timeout: Millis(2 * TICK.0),
        conference_timeout: Millis(2 * TICK.0),
        step_timeout: TICK,
        auto_resolve_after: Millis(0),
        requeue_after: Some(Millis(0)),
        requeue_warning: Millis(0),
        abandon_after: Some(Millis(0)),
        offline_requeue_after: Some(Millis(0)),
        mode: domain::Mode::Auto,
        ..Policy::default()
    }
}

fn brief() -> Policy {
    Policy { assign_timeout: TICK, discuss_timeout: TICK, conference_timeout: TICK, ..policy() }
}

const PAIRED: [(&str, Role, u32); 3] = [("mark", Agent, 1), ("mira", Agent, 2), ("hana", Agent, 2)];

/// Two conversations, three agents, and commits that come too late.
#[test]
fn races() {
    use Sight as S;
    let asks = Asks { single: &[OfferKind::Assign], offers: 1, work: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        races: true,
        absences: true,
        policy: Arc::new(brief()),
        expected: &[
            S::Overtaken,
            S::WorkloadTaken,
            S::OfferAccepted,
            S::OfferRejected,
            S::OfferWithdrawn,
            S::OfferTimedOut,
            S::OfferRescinded,
            S::Picked,
            S::Transferred,
            S::Requeued,
            S::ResolvedByAgent,
            S::Abandoned,
        ],
        ..Office::with("races", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents, everything that moves work.
#[test]
fn work() {
    use Sight as S;
    let (single, group) = (&[OfferKind::Assign], &[OfferKind::Assign]);
    let asks = Asks { single, group, offers: 1, work: true, engine: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(Policy { reopen_within: Some(Millis(0)), ..brief() }),
        expected: &[
            S::OfferAccepted,
            S::OfferTimedOut,
            S::Transferred,
            S::GivenByEngine,
            S::Reopened,
            S::Requeued,
            S::RequeuedUnanswered,
            S::RequeuedOffline,
            S::ResolvedByAgent,
            S::ResolvedBySilence,
            S::Abandoned,
        ],
        ..Office::with("work", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents: an ended conversation lies in a workload until its agent marks
/// it done.
#[test]
fn wraps() {
    use Sight as S;
    let asks = Asks { wraps: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(Policy {
            wrap_up: WrapUp::Optional,
            wrap_up_limit: Some(TICK),
            reopen_within: Some(Millis(0)),
            ..policy()
        }),
        expected: &[S::Picked, S::Reopened, S::ResolvedByAgent, S::WrappedUp],
        ..Office::with("wraps", &PAIRED, asks)
    };
    office.explore();
}

/// Two conversations, three agents: a team is asked to take over, with room for some of it.
#[test]
fn teams() {
    use Sight as S;
    let (single, group) = (&[OfferKind::Assign], &[OfferKind::Assign]);
    let asks = Asks { single, group, offers: 1, work: true, strangers: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(policy()),
        expected: &[S::AcceptedWhileOthersAsked, S::SecondAccepted, S::SearchTimedOut],
        ..Office::with("teams", &PAIRED, asks)
    };
    office.explore();
}

/// One conversation, four agents: a group is asked.
#[test]
fn searches() {
    use Sight as S;
    let asks = Asks {
        single: &[OfferKind::Assign],
        group: &[OfferKind::Assign, OfferKind::Discuss],
        offers: 2,
        ..Asks::default()
    };
    let cast = [("mark", Agent, 1), ("mira", Agent, 1), ("hana", Agent, 1), ("juan", Agent, 1)];
    let office = Office {
        absences: true,
        policy: Arc::new(Policy { assign_timeout: Millis(3 * TICK.0), ..policy() }),
        expected: &[
            S::OfferAccepted,
            S::OfferRejected,
            S::OfferWithdrawn,
            S::OfferTimedOut,
            S::OfferRescinded,
            S::AcceptedWhileOthersAsked,
            S::AllButOneDeclined,
            S::SearchMovedOn,
            S::SecondAccepted,
            S::ThirdAccepted,
            S::SearchTimedOut,
            S::SearchExhausted,
        ],
        ..Office::with("searches", &cast, asks)
    };
    office.explore();
}

/// Two conversations, three agents: talks, conferences, and the room for their results.
#[test]
fn talks() {
    use Sight as S;
    let single = &[OfferKind::Discuss, OfferKind::Conference];
    let asks = Asks { single, offers: 1, talks: true, ..Asks::default() };
    let office = Office {
        threads: 2,
        absences: true,
        policy: Arc::new(brief()),
        expected: &[
            S::SecondExpert,
            S::PromotedToTransfer,
            S::PromotedToConference,
            S::SecondGuest,
        ],
        ..Office::with("talks", &PAIRED, asks)
    };
    office.explore();
}

/// One conversation, three agents and their manager: talks, conferences, and their ends.
#[test]
fn conferences() {
    use Sight as S;
    const KINDS: [OfferKind; 3] = [OfferKind::Assign, OfferKind::Discuss, OfferKind::Conference];
    let asks = Asks {
        single: &KINDS,
        group: &[OfferKind::Conference],
        offers: 2,
        talks: true,
        strangers: true,
        ..Asks::default()
    };
    let cast = [("mark", Agent, 1), ("mira", Agent, 1), ("hana", Agent, 1), ("mona", Manager, 1)];
    let office = Office {
        policy: Arc::new(Policy { conference_limit: 4, ..brief() }),
        expected: &[
            S::OfferAccepted,
            S::GivenByManager,
            S::DiscussionEnded,
            S::DiscussionLost,
            S::SecondExpert,
            S::ExpertLeft,
            S::ExpertReleased,
            S::LastExpertLeft,
            S::PromotedToTransfer,
            S::PromotedToConference,
            S::ExpertJoinsConference,
            S::GuestJoined,
            S::SecondGuest,
            S::GuestLeft,
            S::GuestRemoved,
            S::OwnerLeftConference,
            S::OwnerResolvedIntoConference,
            S::ManagerLooksOn,
            S::MonitorBecameGuest,
            S::MonitorBecameExpert,
        ],
        ..Office::with("conferences", &cast, asks)
    };
    office.explore();
}
