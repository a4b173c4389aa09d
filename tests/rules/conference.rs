//! Conferences, and the promotion of discussions.

use crate::pure::orders::{Order, Who};
use crate::pure::states::{Scene, State, ask, ask_group, send};
use crate::pure::{ASA, EVA, HANA, MARK, MIRA, MONA, agent, id};
use domain::{Command, OfferKind, Origin, Presence, Promotion, Status, conversation, offer};

use crate::pure::steps::{asked_now, give, owner, thread};

/// F36
#[test]
fn the_guest_with_room_who_joined_first_takes_over_when_the_owner_leaves() {
    let leave = |arrange: &dyn Fn(&mut Scene)| {
        let mut scene = State::Crowd.scene();
        arrange(&mut scene);
        let left = give(&mut scene, Who::Owner, Command::LeaveConference);
        (left, owner(&scene).map(str::to_owned))
    };
    let moved =
        |who: &str| ("ok: ConferenceLeft Assigned(Conference)".to_owned(), Some(who.into()));
    assert_eq!(leave(&|_| {}), moved(EVA));
    assert_eq!(leave(&|s| s.world.stand(&id(EVA), Presence::Away)), moved(ASA));
    let busy = |scene: &mut Scene, who: &str| {
        scene.world.workloads.views.get_mut(&id(who)).unwrap().capacity = 0;
    };
    assert_eq!(leave(&|s| [EVA, ASA].into_iter().for_each(|who| busy(s, who))), moved(HANA));
    let (refused, still) = leave(&|s| [EVA, ASA, HANA, MIRA].into_iter().for_each(|w| busy(s, w)));
    assert_eq!((refused.as_str(), still.as_deref()), ("no_successor", Some(MARK)));
    // The rules read a workload again when their last reading is old.
    let stale = |s: &mut Scene| {
        s.world.stand(&id(EVA), Presence::Offline);
        s.world.stale = true;
    };
    assert_eq!(leave(&stale), moved(ASA));
}

/// F28: a consultant who is already asked to the conference needs no second place there.
#[test]
fn the_last_place_in_a_conference_belongs_to_the_expert_who_was_asked_to_take_it() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.conference_limit = 3);
    let mut full = scene.clone();
    for (scene, asked) in [(&mut scene, EVA), (&mut full, ASA)] {
        scene.gives(&agent(MARK), ask(OfferKind::Conference, asked));
        scene.discussion = scene.gives(&agent(MARK), ask(OfferKind::Discuss, EVA));
        scene.gives(&agent(EVA), Command::AcceptOffer(offer::Accept { offer: scene.discussion }));
    }
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert!(thread(&scene).conversation.is_guest(&id(EVA)) && asked_now(&scene).is_empty());
    let promote = Order::PromoteToConference.command(&full);
    assert_eq!(give(&mut full, Who::Owner, promote), "conference_full");
}

/// F36
#[test]
fn the_others_stay_in_the_conference_when_its_owner_leaves_or_resolves() {
    let mut scene = State::Crowd.scene();
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
    let c = &thread(&scene).conversation;
    assert_eq!((c.status, c.origin), (Status::Active, Some(Origin::Conference)));
    let guests: Vec<_> = c.guests.iter().map(|(guest, _)| guest.as_str()).collect();
    assert_eq!(guests, [ASA, HANA, MIRA]);
}

/// F32
#[test]
fn a_conference_has_six_parties_with_the_customer_and_pending_invitations() {
    let mut scene = State::Conference.scene();
    let mut ask = |who| give(&mut scene, Who::Owner, ask(OfferKind::Conference, who));
    let made = "ok: OfferMade(Conference) TimerArmed(Offer)";
    assert_eq!([ask(ASA), ask(HANA), ask(MIRA)], [made; 3]);
    assert_eq!(ask(MONA), "conference_full");

    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.conference_limit = 3);
    let all = ask_group(OfferKind::Conference, "legal", true);
    assert!(give(&mut scene, Who::Owner, all).starts_with("ok"));
    assert_eq!(asked_now(&scene), [ASA], "there is room for one more only");
}

/// F28, F31
#[test]
fn a_promoted_expert_takes_over_without_being_asked_again() {
    let mut scene = State::Panel.scene();
    let offer = scene.discussion;
    let promote = Order::PromoteExpert.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert_eq!(owner(&scene), Some(EVA));
    assert!(thread(&scene).conversation.discussions.is_empty());
    let record =
        &scene.world.records[&domain::OfferId { thread: thread(&scene).id.clone(), number: offer }];
    let ended = record.ended.as_ref().unwrap();
    assert_eq!(ended.promoted, Some(Promotion::Transfer));
}

/// F28, F32
#[test]
fn a_promoted_expert_speaks_with_the_customer_and_is_consulted_no_longer() {
    let mut scene = State::Panel.scene();
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    let c = &thread(&scene).conversation;
    assert!(c.is_guest(&id(EVA)) && !c.consults(&id(EVA)) && c.consults(&id(ASA)));
    assert!(give(&mut scene, Who::Expert, send()).starts_with("ok: AgentMessage"));
    // The rules promote no consultant who has left her seat.
    let mut scene = State::Talk.scene();
    scene.world.stand(&id(EVA), Presence::Away);
    let promote = Order::PromoteToConference.command(&scene);
    assert_eq!(give(&mut scene, Who::Owner, promote), "target_unavailable");
}

/// F28: a consultant who was asked to the conference as well stands on one list only.
#[test]
fn a_promoted_expert_is_asked_nothing_else() {
    let mut scene = State::Active.scene();
    scene.gives(&agent(MARK), ask_group(OfferKind::Conference, "legal", true));
    let talk = scene.gives(&agent(MARK), ask(OfferKind::Discuss, EVA));
    scene.gives(&agent(EVA), Command::AcceptOffer(offer::Accept { offer: talk }));
    scene.discussion = talk;
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert_eq!(asked_now(&scene), [ASA]);
}
