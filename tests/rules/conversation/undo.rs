//! Agents take their own last step back, for a moment.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, ask, hand, write};
use crate::pure::{ASA, EVA, HANA, MARK, agent, id};
use domain::{
    Command, Millis, OfferKind, Presence, Status, Target, WrapUp, conference, conversation, offer,
};

use crate::pure::steps::{give, owner, thread, wait};

fn undo(scene: &Scene) -> Command {
    Command::Undo(conversation::Undo { entry: thread(scene).seq })
}

fn resolve(scene: &mut Scene) {
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
}

/// F53
#[test]
fn an_end_is_taken_back_within_30_seconds_and_not_later() {
    for (late, told) in
        [(0, "ok: ResolveUndone"), (30_000, "ok: ResolveUndone"), (30_001, "cannot_undo")]
    {
        let mut scene = State::Pending.scene();
        let before = thread(&scene).conversation.clone();
        resolve(&mut scene);
        wait(&mut scene, Millis(late));
        let back = undo(&scene);
        assert_eq!(give(&mut scene, Who::Owner, back), told, "after {late} ms");
        if told == "cannot_undo" {
            continue;
        }
        let after = &thread(&scene).conversation;
        assert_eq!((owner(&scene), after.status), (Some(MARK), before.status));
        assert_eq!(after.waiting_since, before.waiting_since, "the customer's wait goes on");
        assert_eq!((after.number, after.assigned_at), (before.number, before.assigned_at));
    }
}

#[test]
fn only_the_agent_who_ended_a_conversation_takes_that_back() {
    for (who, told) in [
        (Who::Teammate, "cannot_undo"),
        (Who::Manager, "cannot_undo"),
        (Who::Admin, "cannot_undo"),
        (Who::Stranger, "not_found"),
    ] {
        let mut scene = State::Resolved.scene();
        let back = undo(&scene);
        assert_eq!(give(&mut scene, who, back), told);
    }
}

#[test]
fn an_end_is_not_taken_back_once_the_customer_has_begun_anew() {
    let mut scene = State::Resolved.scene();
    let back = undo(&scene);
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(give(&mut scene, Who::Owner, back), "cannot_undo");
    assert_eq!(thread(&scene).conversation.status, Status::Queued);
}

#[test]
fn an_end_that_was_taken_back_is_not_taken_back_again() {
    let mut scene = State::Resolved.scene();
    let back = undo(&scene);
    assert_eq!(give(&mut scene, Who::Owner, back.clone()), "ok: ResolveUndone");
    assert_eq!(give(&mut scene, Who::Owner, back), "cannot_undo");
}

/// F27
#[test]
fn an_end_that_was_taken_back_leaves_no_wrap_up() {
    let mut scene = State::WrapMust.scene();
    scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = 1;
    let wrapped = thread(&scene).wraps.len();
    let end = scene.world.logs[0].iter().rfind(|w| w.command == "Resolve").unwrap().entry.seq;
    let told = give(&mut scene, Who::Owner, Command::Undo(conversation::Undo { entry: end }));
    assert!(told.starts_with("ok: ResolveUndone"), "{told}");
    assert_eq!((wrapped, thread(&scene).wraps.len()), (1, 0));
}

/// F48
#[test]
fn an_agent_who_took_other_work_meanwhile_has_no_room_to_take_an_end_back() {
    let mut scene = State::Resolved.scene();
    scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = 0;
    let back = undo(&scene);
    assert_eq!(give(&mut scene, Who::Owner, back), "at_capacity");
}

/// F18, F26
#[test]
fn discussions_stay_ended_when_an_end_is_taken_back() {
    let mut scene = State::Talk.scene();
    resolve(&mut scene);
    let back = undo(&scene);
    let told = give(&mut scene, Who::Owner, back);
    assert!(told.starts_with("ok: ResolveUndone"), "{told}");
    assert!(thread(&scene).conversation.discussions.is_empty());
}

/// F36
#[test]
fn an_owner_in_a_conference_leaves_it_or_ends_it_for_everybody() {
    let mut scene = State::Conference.scene();
    let told = give(&mut scene, Who::Owner, Command::Resolve(conversation::Resolve { note: None }));
    assert_eq!(told, "ok: ConferenceLeft Assigned(Conference)");
    let mut scene = State::Conference.scene();
    let told = give(
        &mut scene,
        Who::Owner,
        Command::ResolveForAll(conversation::ResolveForAll { note: None }),
    );
    assert_eq!(told, "ok: Resolved(Agent)");
    assert!(thread(&scene).conversation.guests.is_empty());
}

/// F35
#[test]
fn a_guest_removed_by_mistake_is_brought_back() {
    let remove = || Command::RemoveGuest(conference::Remove { agent: id(EVA) });
    let mut scene = State::Conference.scene();
    let guests = thread(&scene).conversation.guests.clone();
    scene.gives(&Who::Owner.caller(), remove());
    let back = undo(&scene);
    assert_eq!(give(&mut scene, Who::Manager, back.clone()), "cannot_undo");
    assert_eq!(give(&mut scene, Who::Owner, back.clone()), "ok: ConferenceJoined");
    assert_eq!(thread(&scene).conversation.guests, guests);
    assert_eq!(give(&mut scene, Who::Owner, back), "cannot_undo");
    // A guest who has gone home meanwhile cannot come back.
    let mut scene = State::Conference.scene();
    scene.gives(&Who::Owner.caller(), remove());
    scene.world.stand(&id(EVA), Presence::Offline);
    let back = undo(&scene);
    assert_eq!(give(&mut scene, Who::Owner, back), "target_unavailable");
    // A guest whose place somebody else has got cannot, either.
    let mut scene = State::Crowd.scene();
    scene.gives(&Who::Owner.caller(), remove());
    let back = undo(&scene);
    scene.confers(crate::pure::MONA);
    assert_eq!(give(&mut scene, Who::Owner, back), "conference_full");
    assert!(thread(&scene).conversation.is_guest(&id(ASA)));
}

#[test]
fn no_other_step_is_taken_back() {
    for state in [State::Active, State::Pending, State::Talk, State::Conference, State::Coached] {
        let mut scene = state.scene();
        let back = undo(&scene);
        for who in [Who::Owner, Who::Teammate, Who::Manager] {
            assert_eq!(give(&mut scene, who, back.clone()), "cannot_undo");
        }
    }
    let mut scene = State::Active.scene();
    for entry in [0, 1, 99] {
        let told = give(&mut scene, Who::Owner, Command::Undo(conversation::Undo { entry }));
        assert!(["not_found", "cannot_undo"].contains(&told.as_str()), "{entry}: {told}");
    }
}

/// F53: two ends may fall on the same moment.
#[test]
fn an_end_is_not_taken_back_in_the_next_conversation() {
    let mut scene = State::Resolved.scene();
    let first = undo(&scene);
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    resolve(&mut scene);
    assert_eq!(give(&mut scene, Who::Owner, first), "cannot_undo");
    let second = undo(&scene);
    assert!(give(&mut scene, Who::Owner, second).starts_with("ok: ResolveUndone"));
}

/// F48, F27: a manager gives the conversation back to its owner, who must be there and have room;
/// the room that the owner keeps for the wrap-up is enough.
#[test]
fn a_managers_end_goes_back_to_an_owner_who_is_there_and_has_room() {
    let back = |state: State, wrap_up, arrange: &dyn Fn(&mut Scene)| {
        let mut scene = state.scene();
        scene.rule(|policy| policy.wrap_up = wrap_up);
        scene.gives(&Who::Manager.caller(), Command::Resolve(conversation::Resolve { note: None }));
        arrange(&mut scene);
        let back = undo(&scene);
        give(&mut scene, Who::Manager, back)
    };
    let room = |capacity| {
        move |s: &mut Scene| {
            s.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = capacity;
        }
    };
    let told = "ok: ResolveUndone";
    assert_eq!(back(State::Pending, WrapUp::Off, &room(1)), told);
    assert_eq!(back(State::Pending, WrapUp::Off, &room(0)), "target_full");
    assert_eq!(back(State::Pending, WrapUp::Mandatory, &room(1)), told);
    let away = |s: &mut Scene| s.world.stand(&id(MARK), Presence::Away);
    assert_eq!(back(State::Pending, WrapUp::Mandatory, &away), "target_unavailable");
    // The wrap-up of another conversation keeps no room for this one.
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.wrap_up = WrapUp::Off);
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    scene.gives(&Who::Manager.caller(), Command::Resolve(conversation::Resolve { note: None }));
    room(1)(&mut scene);
    let other = undo(&scene);
    assert_eq!(give(&mut scene, Who::Manager, other.clone()), "target_full");
    room(2)(&mut scene);
    assert!(give(&mut scene, Who::Manager, other).starts_with(told));
    assert_eq!(thread(&scene).wraps.len(), 1);
}

/// F35
#[test]
fn a_guest_who_left_by_themselves_is_not_brought_back() {
    let mut scene = State::Crowd.scene();
    scene.gives(&agent(HANA), Command::LeaveConference);
    let back = undo(&scene);
    assert_eq!(give(&mut scene, Who::Owner, back.clone()), "cannot_undo");
    let told = scene.world.give(0, &agent(HANA), &back).map_err(|refusal| refusal.code());
    assert_eq!(told, Err("cannot_undo"));
}

/// F35
#[test]
fn a_removed_guest_is_not_brought_back_once_they_have_another_part() {
    let back = |meanwhile: &dyn Fn(&mut Scene)| {
        let mut scene = State::Conference.scene();
        scene.gives(
            &Who::Owner.caller(),
            Command::RemoveGuest(conference::Remove { agent: id(EVA) }),
        );
        let back = undo(&scene);
        meanwhile(&mut scene);
        give(&mut scene, Who::Owner, back)
    };
    let asks = |kind, who: &'static str| {
        move |s: &mut Scene| {
            s.gives(&agent(MARK), ask(kind, who));
        }
    };
    assert_eq!(back(&asks(OfferKind::Conference, EVA)), "cannot_undo");
    assert_eq!(back(&asks(OfferKind::Discuss, EVA)), "cannot_undo");
    // A guest may be asked to take over, too, and other colleagues to anything.
    assert_eq!(back(&asks(OfferKind::Assign, EVA)), "ok: ConferenceJoined");
    assert_eq!(back(&asks(OfferKind::Discuss, ASA)), "ok: ConferenceJoined");
    let talks = |s: &mut Scene| {
        let offer = s.gives(&agent(MARK), ask(OfferKind::Discuss, EVA));
        s.gives(&agent(EVA), Command::AcceptOffer(offer::Accept { offer }));
    };
    assert_eq!(back(&talks), "cannot_undo");
    // The conversation went to a colleague and came back: the conference is another one.
    let around = |s: &mut Scene| {
        s.gives(&agent(MARK), hand(Target::Agent(id(HANA))));
        s.gives(&agent(HANA), hand(Target::Agent(id(MARK))));
    };
    assert_eq!(back(&around), "cannot_undo");
}
