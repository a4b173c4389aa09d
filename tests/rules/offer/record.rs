//! The steps that an entry takes in the records of offers (F4).

use crate::pure::orders::Order;
use crate::pure::states::{Scene, State, ask};
use crate::pure::steps::thread;
use crate::pure::{ASA, DAWN, EVA, HANA, INTERNAL, MARK, agent, id};
use domain::effect;
use domain::engagement::{Step, Try};
use domain::{
    Actor, AgentId, Command, EndCause, Entry, Event, Load, Millis, OfferKind, OfferStatus, Outcome,
    Promotion, conference, discussion, offer,
};

/// The steps of the newest entry, by the number of the offer.
fn steps(scene: &Scene) -> Vec<(u64, Vec<Step>)> {
    let newest = scene.world.logs[0].last().unwrap();
    let changes = &newest.effects.engagements;
    changes.iter().map(|change| (change.offer.number, change.steps.clone())).collect()
}

fn free(capacity: u32) -> Option<Load> {
    Some(Load { open: 0, capacity })
}

#[test]
fn an_offer_that_passes_to_the_next_colleague_records_both() {
    let mut scene = State::Searching.scene();
    let no = Order::No.command(&scene);
    scene.gives(&agent(ASA), no);
    let passed = Try {
        agent: id(ASA),
        at: DAWN,
        status: OfferStatus::Rejected,
        reason: Some(INTERNAL.to_owned()),
        code: Some("other".to_owned()),
        load: free(2),
    };
    let moved = Step::Moved { to: id(EVA), expires: DAWN + Millis::seconds(30) };
    assert_eq!(steps(&scene), [(scene.offer, vec![Step::Passed(passed), moved])]);
}

#[test]
fn the_end_of_an_offer_records_the_answer_with_the_load_of_its_author() {
    for (who, status, by) in [
        (ASA, OfferStatus::Accepted, Order::Yes),
        (ASA, OfferStatus::Rejected, Order::No),
        (MARK, OfferStatus::Withdrawn, Order::Withdraw),
    ] {
        let mut scene = State::Asked.scene();
        let answer = by.command(&scene);
        scene.gives(&agent(who), answer);
        let all = steps(&scene);
        let [(offer, closed)] = all.as_slice() else { panic!("{all:?}") };
        let [Step::Closed { status: ended, by, load, .. }] = closed.as_slice() else {
            panic!("{closed:?}")
        };
        assert_eq!((*offer, *ended, by.as_ref()), (scene.offer, status, Some(&id(who))));
        if who == ASA {
            assert_eq!(*load, free(2), "{status:?}");
        }
    }
}

/// F29
#[test]
fn a_discussion_ends_for_each_consultant_with_that_consultants_outcome() {
    let mut scene = State::Panel.scene();
    let (first, note) = (scene.discussion, Some("no idea".to_owned()));
    let second = thread(&scene).conversation.discussions[0].consultants[1].1;
    let eva = Outcome { agent: id(EVA), resolved: false, note };
    scene.gives(
        &agent(MARK),
        Command::EndDiscussion(discussion::End {
            discussion: first,
            resolved: true,
            note: None,
            outcomes: vec![eva.clone()],
        }),
    );
    let ended = |outcome| Step::Ended {
        by: Some(id(MARK)),
        cause: EndCause::Ended,
        outcome: Some(outcome),
        promoted: None,
        lines: Some(0),
    };
    let asa = Outcome { agent: id(ASA), resolved: true, note: None };
    let wanted = [
        (first, vec![ended(eva), Step::Undone(vec![id(MARK), id(EVA)])]),
        (second, vec![ended(asa), Step::Undone(vec![id(ASA)])]),
    ];
    assert_eq!(steps(&scene), wanted);
}

/// F27
#[test]
fn a_member_who_marks_a_discussion_done_is_recorded() {
    for who in [EVA, MARK] {
        let mut scene = State::TalkOver.scene();
        let done = Command::FinishDiscussion(discussion::MarkDone { discussion: scene.discussion });
        let told = scene.world.give(0, &agent(who), &done).unwrap();
        let (discussion, offer) = (scene.discussion, scene.discussion);
        let event = Event::DiscussionDone(discussion::Done { discussion, agent: id(who), offer });
        assert_eq!(told, [event]);
        assert_eq!(steps(&scene), [(offer, vec![Step::Done(id(who))])]);
    }
}

/// An older log may hold an entry in which several consultants leave and the discussion ends.
#[test]
fn a_consultant_who_left_before_the_end_has_nothing_to_mark_done() {
    let scene = State::Panel.scene();
    let (before, discussion) = (thread(&scene), scene.discussion);
    let left = |who| {
        let (agent, outcome, promoted) = (id(who), None, None);
        Event::DiscussionLeft(discussion::Left { discussion, agent, outcome, promoted })
    };
    let ended = Event::DiscussionEnded(discussion::Ended {
        discussion,
        resolved: None,
        note: None,
        cause: EndCause::Left,
        outcomes: Vec::new(),
        promoted: None,
    });
    let entry = Entry {
        seq: before.seq + 1,
        at: DAWN,
        by: Actor::Agent(id(ASA)),
        key: None,
        digest: None,
        events: vec![left(EVA), left(ASA), ended],
    };
    let after = domain::evolve(&before.id, Some(before.clone()), &entry).unwrap();
    let effects = effect::of(Some(before), &entry, &after);
    let steps = effects.engagements.iter().flat_map(|change| {
        change.steps.iter().map(|step| (change.offer.number, step)).collect::<Vec<_>>()
    });
    let undone: Vec<_> = steps
        .filter_map(|(offer, step)| match step {
            Step::Undone(agents) => Some((offer, agents.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(undone, [(discussion, vec![id::<AgentId>(MARK)])]);
}

/// F33, F35, F36
#[test]
fn a_guests_part_in_a_conference_ends_with_its_cause() {
    let remove = Command::RemoveGuest(conference::Remove { agent: id(EVA) });
    for (who, command, by, cause) in [
        (EVA, Command::LeaveConference, Some(EVA), EndCause::Left),
        (MARK, remove, Some(MARK), EndCause::Ended),
        (MARK, Order::Requeue.command(&State::Queued.scene()), None, EndCause::Transferred),
        (
            MARK,
            Order::ResolveForAll.command(&State::Queued.scene()),
            None,
            EndCause::ConversationEnded,
        ),
        (MARK, Command::LeaveConference, None, EndCause::Promoted),
    ] {
        let mut scene = State::Conference.scene();
        let offer = thread(&scene).conversation.guests[0].1;
        scene.gives(&agent(who), command);
        let ended = Step::Ended {
            by: by.map(id),
            cause,
            outcome: None,
            promoted: (cause == EndCause::Promoted).then_some(Promotion::Transfer),
            lines: None,
        };
        assert_eq!(steps(&scene), [(offer, vec![ended])], "{cause:?}");
    }
    // A guest who stays in the conference under another owner has no end.
    let mut scene = State::Conference.scene();
    let give = Order::Give.command(&scene);
    scene.gives(&agent(MARK), give);
    assert_eq!(steps(&scene), []);
    assert!(thread(&scene).conversation.is_guest(&id(EVA)));
}

/// F33
#[test]
fn a_new_guest_loses_the_offer_that_asked_nobody_else() {
    let mut scene = State::Active.scene();
    let discuss = scene.gives(&agent(MARK), ask(OfferKind::Discuss, HANA));
    let confer = scene.gives(&agent(MARK), ask(OfferKind::Conference, HANA));
    scene.gives(&agent(HANA), Command::AcceptOffer(offer::Accept { offer: confer }));
    let closed: Vec<(u64, OfferStatus)> = steps(&scene)
        .into_iter()
        .flat_map(|(offer, steps)| steps.into_iter().map(move |step| (offer, step)))
        .filter_map(|(offer, step)| match step {
            Step::Closed { status, .. } => Some((offer, status)),
            _ => None,
        })
        .collect();
    let mut wanted = [(discuss, OfferStatus::Rescinded), (confer, OfferStatus::Accepted)];
    wanted.sort_by_key(|(offer, _)| *offer);
    let mut closed = closed;
    closed.sort_by_key(|(offer, _)| *offer);
    assert_eq!(closed, wanted);
}
