//! A breach of each named law is found: a law that no state can break would guard nothing.

use crate::pure::states::State;
use crate::pure::{ASA, EVA, HANA, MARK, MIRA, MONA, id, sizes};
use domain::laws::{Law, broken_by, broken_by_all};
use domain::{
    AgentId, Conversation, DeliveryStatus, Discussion, Labels, Monitor, MonitorMode, Offer,
    OfferKind, Outbox, Status, Thread, Wrap,
};

fn thread(state: State) -> Thread {
    state.scene().world.thread(0).unwrap().clone()
}

/// The law that `thread` breaks after a change.
fn broken(state: State, change: impl Fn(&mut Thread)) -> Option<Law> {
    let mut thread = thread(state);
    assert_eq!(broken_by(&thread), None, "{}", state.word());
    change(&mut thread);
    broken_by(&thread)
}

/// Fills a state up to one of its bounds and with some things more.
type Bound = fn(&mut Thread, usize);

fn talk(number: usize, consultants: usize) -> Discussion {
    Discussion {
        number: number as u64,
        initiator: id(MARK),
        consultants: (0..consultants).map(|n| (nobody(10 * number + n), 1)).collect(),
        lines: 0,
    }
}

fn word(number: usize) -> String {
    format!("word {number}")
}

fn wrap(number: u32) -> Wrap {
    Wrap { number, agent: id(MARK), mandatory: false, lapses: None }
}

fn monitor(who: &str) -> Monitor {
    Monitor { agent: id(who), mode: MonitorMode::Silent, number: 1 }
}

/// Somebody of whom nothing else is known.
fn nobody(number: usize) -> AgentId {
    id(&format!("agent-{number}"))
}

#[test]
fn an_open_conversation_waits_or_has_an_owner_and_a_closed_one_does_neither() {
    for (state, status) in [
        (State::Active, Status::Queued),
        (State::Active, Status::Resolved),
        (State::Active, Status::Abandoned),
        (State::Queued, Status::Active),
        (State::Queued, Status::Pending),
    ] {
        let law = broken(state, |t| t.conversation.status = status);
        assert_eq!(law, Some(Law::QueuedOrOwned), "{} as {status:?}", state.word());
    }
}

#[test]
fn nothing_is_left_in_a_conversation_without_an_owner() {
    let asked = thread(State::Asked).conversation.offers;
    let talks = thread(State::Talk).conversation.discussions;
    let guests = thread(State::Conference).conversation.guests;
    for state in [State::Queued, State::Resolved] {
        let changes: [&dyn Fn(&mut Conversation); 4] = [
            &|c| c.offers.clone_from(&asked),
            &|c| c.discussions.clone_from(&talks),
            &|c| c.guests.clone_from(&guests),
            &|c| c.monitors = vec![monitor(MONA)],
        ];
        for change in changes {
            let law = broken(state, |t| change(&mut t.conversation));
            assert_eq!(law, Some(Law::NothingOutlivesItsConversation), "{}", state.word());
        }
    }
}

#[test]
fn a_second_pending_offer_to_take_over_breaks_the_law_and_one_to_discuss_does_not() {
    let more = |kind| {
        broken(State::Offered, |t| {
            let offer = Offer { kind, number: 9, ..t.conversation.offers[0].clone() };
            t.conversation.offers.push(offer);
        })
    };
    assert_eq!(more(OfferKind::Assign), Some(Law::OneAssignOffer));
    assert_eq!(more(OfferKind::Discuss), None);
}

#[test]
fn a_state_with_one_thing_more_than_its_bounds_breaks_the_law() {
    // Each bound with a state that has `more` things than it allows.
    let bounds: [Bound; 12] = [
        |t, more| {
            let offer = Offer {
                kind: OfferKind::Discuss,
                ..thread(State::Asked).conversation.offers[0].clone()
            };
            t.conversation.offers = vec![offer; Conversation::OFFER_LIMIT + more];
        },
        |t, more| {
            t.conversation.offers = thread(State::Asked).conversation.offers;
            t.conversation.offers[0].to =
                (0..Conversation::SEARCH_LIMIT + more).map(nobody).collect();
        },
        |t, more| {
            let all = 1..=Conversation::DISCUSSION_LIMIT + more;
            t.conversation.discussions = all.map(|n| talk(n, 1)).collect();
        },
        |t, more| {
            t.conversation.discussions = vec![talk(1, Conversation::CONSULTANT_LIMIT + more)];
        },
        |t, more| {
            let all = (0..Conversation::MONITOR_LIMIT + more).map(|n| format!("agent-{n}"));
            t.conversation.monitors = all.map(|who| monitor(&who)).collect();
        },
        |t, more| t.conversation.labels.tags = (0..Labels::TAG_LIMIT + more).map(word).collect(),
        |t, more| {
            t.conversation.labels.labels = (0..Labels::LABEL_LIMIT + more).map(word).collect();
        },
        |t, more| t.wraps = (0..).take(Thread::WRAP_LIMIT + more).map(wrap).collect(),
        |t, more| t.outbox.pending = (0..).take(Outbox::PENDING_LIMIT + more).collect(),
        |t, more| {
            let all = (0..).take(Outbox::FLIGHT_LIMIT + more);
            t.outbox.flight = all.map(|seq| (seq, DeliveryStatus::Sent)).collect();
        },
        |t, more| t.outbox.failed = (0..).take(Outbox::FAILED_LIMIT + more).collect(),
        |t, more| t.outbox.retried = (0..).take(Outbox::RETRIED_LIMIT + more).collect(),
    ];
    for (at, bound) in bounds.iter().enumerate() {
        assert_eq!(broken(State::Active, |t| bound(t, 0)), None, "bound {at} itself");
        assert_eq!(broken(State::Active, |t| bound(t, 1)), Some(Law::Bounded), "bound {at}");
    }
}

#[test]
fn a_discussion_has_a_consultant_who_is_not_its_initiator() {
    let talk = |change: fn(&mut Discussion)| {
        broken(State::Panel, |t| change(&mut t.conversation.discussions[0]))
    };
    assert_eq!(talk(|d| d.consultants.clear()), Some(Law::DiscussionsHaveTwoSides));
    let own = talk(|d| d.consultants.push((d.initiator.clone(), 9)));
    assert_eq!(own, Some(Law::DiscussionsHaveTwoSides));
    assert_eq!(talk(|d| d.consultants.truncate(1)), None);
}

#[test]
fn an_agent_takes_part_in_one_way_only() {
    for (state, who) in [
        (State::Active, MARK),
        (State::Conference, MARK),
        (State::Conference, EVA),
        (State::Silent, MONA),
        (State::Talk, EVA),
        (State::Talks, ASA),
    ] {
        let law = broken(state, |t| t.conversation.guests.push((id(who), 9)));
        assert_eq!(law, Some(Law::OnePartEach), "{who} as another guest when {}", state.word());
    }
    let law = broken(State::Active, |t| t.conversation.monitors.push(monitor(MARK)));
    assert_eq!(law, Some(Law::OnePartEach));
    let twice = broken(State::Talks, |t| {
        let eva = t.conversation.discussions[0].consultants[0].clone();
        t.conversation.discussions[1].consultants.push(eva);
    });
    assert_eq!(twice, Some(Law::OnePartEach));
    let others = broken(State::Talks, |t| {
        t.conversation.guests = vec![(id(HANA), 8), (id(MIRA), 9)];
        t.conversation.monitors = vec![monitor(MONA)];
    });
    assert_eq!(others, None);
}

#[test]
fn a_workload_that_differs_from_the_threads_or_exceeds_its_capacity_breaks_the_law() {
    let world = State::Talk.scene().world;
    let all = |change: &dyn Fn(&mut domain::laws::WorkloadView), who: &str| {
        let mut views = world.workloads.views.clone();
        change(views.get_mut(&id(who)).unwrap());
        broken_by_all(world.threads(), &views)
    };
    assert_eq!(all(&|_| {}, MARK), None);
    assert_eq!(all(&|v| v.open.clear(), MARK), Some(Law::WorkloadsMatchThreads));
    assert_eq!(all(&|v| v.inbox.clear(), EVA), Some(Law::WorkloadsMatchThreads));
    let conversation = world.thread(0).unwrap().conversation_id();
    let open = all(
        &|v| {
            v.open.insert(conversation.clone());
        },
        HANA,
    );
    assert_eq!(open, Some(Law::WorkloadsMatchThreads));
    assert_eq!(all(&|v| v.capacity = 1, MARK), None);
    assert_eq!(all(&|v| v.capacity = 0, MARK), Some(Law::WithinCapacity));
    let mut gone = world.workloads.views.clone();
    gone.remove(&id::<AgentId>(EVA));
    assert_eq!(broken_by_all(world.threads(), &gone), Some(Law::WorkloadsMatchThreads));
    // A thread's own breach comes first.
    let mut thread = world.thread(0).unwrap().clone();
    thread.conversation.status = Status::Queued;
    assert_eq!(broken_by_all([&thread], &world.workloads.views), Some(Law::QueuedOrOwned));
}

#[test]
fn a_law_is_told_by_its_name() {
    assert_eq!(Law::OnePartEach.to_string(), "OnePartEach");
    assert_eq!(broken_by(&sizes::worst()).map(|law| law.to_string()), None);
}
