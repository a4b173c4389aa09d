//! Offers to a colleague, and to several. The stories of one offer, from the request to the answer
//! or the withdrawal, stand in `it/offer/one.rs`.

mod group;
mod record;

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, ask, ask_group};
use crate::pure::{ASA, EVA, HANA, MARK, MIRA, agent, id};
use domain::engagement::Step;
use domain::{
    Command, Event, Millis, OfferKind, OfferStatus, Presence, Refusal, conversation, offer,
};

use crate::pure::steps::{asked_now, give, owner, thread, wait};

/// F18
#[test]
fn an_offer_that_was_answered_too_late_stays_timed_out_when_the_conversation_ends() {
    let mut scene = State::Late.scene();
    let yes = Command::AcceptOffer(offer::Accept { offer: scene.offer });
    let first = scene.world.give(0, &Who::Asked.caller(), &yes);
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
    let second = scene.world.give(0, &Who::Asked.caller(), &yes);
    assert_eq!(first, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    assert_eq!(first, second);
}

/// Asks `kind` of each colleague in turn; returns the last outcome.
fn asked(scene: &mut Scene, kind: OfferKind, all: &[&str]) -> String {
    all.iter().map(|to| give(scene, Who::Owner, ask(kind, to))).last().unwrap()
}

#[test]
fn offers_whose_time_is_up_bar_no_others() {
    let mut scene = State::Active.scene();
    asked(&mut scene, OfferKind::Discuss, &[EVA, HANA]);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(asked(&mut scene.clone(), OfferKind::Discuss, &["mira"]), "too_many_offers");
    assert_eq!(asked(&mut scene.clone(), OfferKind::Assign, &[HANA]), "offer_pending");
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(made, "ok: TimedOut TimedOut TimedOut OfferMade(Assign) TimerArmed(Offer)");
    assert_eq!(thread(&scene).conversation.offers.len(), 1);
}

/// F48: a colleague who accepts must still have room, so the workload holds it while they think.
#[test]
fn an_assign_offer_holds_the_colleagues_room_until_it_is_over() {
    let mut scene = State::Active.scene();
    scene.world.workloads.seat(id(ASA), 1);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    let asa = scene.world.workloads.read(&id(ASA)).unwrap();
    assert_eq!((asa.open, asa.presence), (1, Presence::Busy));
    wait(&mut scene, Millis::minutes(2));
    scene.world.strike(false);
    let asa = scene.world.workloads.read(&id(ASA)).unwrap();
    assert_eq!((asa.open, asa.presence), (0, Presence::Available));
}

/// Her workload holds the room until the old offer is closed: it is the same room.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_again_though_the_offer_fills_her_workload() {
    let mut scene = State::Active.scene();
    scene.world.workloads.seat(id(ASA), 1);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(made, "ok: TimedOut OfferMade(Assign) TimerArmed(Offer)");
}

/// A workload cannot take an invitation off and put one on in the same step, so the clock closes
/// the old offer.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_to_discuss_again() {
    let mut scene = State::Asked.scene();
    let first = scene.offer;
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Discuss, &[ASA]);
    assert_eq!(made, "ok: OfferMade(Discuss) TimerArmed(Offer)");
    let all = domain::laws::broken_by_all(scene.world.threads(), &scene.world.workloads.views);
    assert_eq!(all, None);
    let late = scene.world.give(
        0,
        &Who::Asked.caller(),
        &Command::AcceptOffer(offer::Accept { offer: first }),
    );
    assert_eq!(late, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.offer(first), None);
    assert_eq!(thread(&scene).conversation.offers.len(), 1);
    assert_eq!(asked(&mut scene, OfferKind::Discuss, &[ASA]), "offer_pending");
}

/// The agents whom the newest entry names as the ones who ended a discussion.
fn ended_by(scene: &Scene) -> Vec<Option<domain::AgentId>> {
    let newest = scene.world.logs[0].last().unwrap();
    let ended = |step: &Step| match step {
        Step::Ended { by, .. } => Some(by.clone()),
        _ => None,
    };
    newest.effects.engagements.iter().flat_map(|c| &c.steps).filter_map(ended).collect()
}

#[test]
fn the_record_of_a_discussion_names_the_agent_who_ended_it() {
    for (order, who, by) in [
        (Order::Resolve, Who::Owner, None),
        (Order::Requeue, Who::Owner, None),
        (Order::End, Who::Owner, Some("mark")),
        (Order::Quit, Who::Expert, Some("eva")),
    ] {
        let mut scene = State::Talk.scene();
        let command = order.command(&scene);
        scene.gives(&who.caller(), command);
        assert_eq!(ended_by(&scene), [by.map(id)], "{}", order.word());
    }
}

/// The entry names the offer that made room before it names the new one.
#[test]
fn a_timed_out_offer_is_told_first() {
    let mut scene = State::Late.scene();
    asked(&mut scene, OfferKind::Assign, &[HANA]);
    let newest = scene.world.logs[0].last().unwrap();
    assert!(matches!(newest.entry.events[0], Event::OfferClosed(_)));
    assert!(matches!(newest.entry.events[1], Event::OfferMade(_)));
}

/// F29
#[test]
fn the_first_of_all_asked_members_has_it_and_the_others_learn_who_was_faster() {
    let mut scene = State::All.scene();
    let yes = Command::AcceptOffer(offer::Accept { offer: scene.offer });
    assert_eq!(asked_now(&scene), [HANA, MIRA]);
    scene.gives(&agent(HANA), yes.clone());
    assert_eq!(owner(&scene), Some(HANA));
    let late = scene.world.give(0, &agent(MIRA), &yes);
    let faster = Refusal::OfferClosed { status: OfferStatus::Rescinded, by: Some(id(HANA)) };
    assert_eq!(late, Err(faster.clone()));
    let no = Command::RejectOffer(offer::Reject { offer: scene.offer, reason: "busy".to_owned() });
    assert_eq!(scene.world.give(0, &agent(MIRA), &no), Err(faster));
    // The winner and the colleagues who were not asked read that the offer was accepted.
    for who in [HANA, ASA] {
        let again = scene.world.give(0, &agent(who), &yes);
        assert_eq!(again, Err(Refusal::OfferClosed { status: OfferStatus::Accepted, by: None }));
    }
}

/// F29
#[test]
fn one_of_all_asked_members_may_reject_and_the_others_are_still_asked() {
    let mut scene = State::All.scene();
    let no = |offer| Command::RejectOffer(offer::Reject { offer, reason: "busy".to_owned() });
    let first = no(scene.offer);
    assert_eq!(give(&mut scene, Who::Teammate, first.clone()), "ok: OfferPassed(Rejected)");
    assert_eq!(asked_now(&scene), [HANA]);
    let again = scene.world.give(0, &agent(MIRA), &first);
    assert_eq!(again, Err(Refusal::OfferClosed { status: OfferStatus::Rejected, by: None }));
    let last = scene.world.give(0, &agent(HANA), &first);
    assert_eq!(outcome(&last), "ok: Rejected");
    assert!(thread(&scene).conversation.offers.is_empty());
}

/// F21
#[test]
fn the_next_of_a_group_is_asked_when_a_member_rejects_or_lets_the_time_pass() {
    let mut scene = State::Active.scene();
    scene.offer = scene.gives(&agent(MARK), ask_group(OfferKind::Assign, "support", false));
    assert_eq!(asked_now(&scene), [HANA]);
    wait(&mut scene, Millis::seconds(30));
    scene.world.strike(false);
    assert_eq!(asked_now(&scene), [MIRA]);
    let late = scene.world.give(
        0,
        &agent(HANA),
        &Command::AcceptOffer(offer::Accept { offer: scene.offer }),
    );
    assert_eq!(late, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    let reason = "busy".to_owned();
    let no = Command::RejectOffer(offer::Reject { offer: scene.offer, reason });
    assert_eq!(give(&mut scene, Who::Teammate, no), "ok: Rejected");
    assert_eq!(scene.world.end_of(0, scene.offer), Some(OfferStatus::Rejected));
}

/// F21
#[test]
fn a_search_respects_the_deadline_of_the_whole_request() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.assign_timeout = Millis::seconds(40));
    scene.gives(&agent(MARK), ask_group(OfferKind::Assign, "support", false));
    wait(&mut scene, Millis::seconds(30));
    scene.world.strike(false);
    let offer = &thread(&scene).conversation.offers[0];
    assert_eq!(offer.expires, crate::pure::DAWN + Millis::seconds(40), "ten seconds are left");
    wait(&mut scene, Millis::seconds(10));
    scene.world.strike(false);
    assert!(thread(&scene).conversation.offers.is_empty());

    // After the deadline of the whole request the rules ask nobody else.
    let mut scene = State::Searching.scene();
    wait(&mut scene, Millis::minutes(2));
    scene.world.strike(false);
    assert_eq!(scene.world.end_of(0, scene.offer), Some(OfferStatus::TimedOut));
}

#[test]
fn at_most_three_requests_are_pending_and_three_discussions_run() {
    let ask = |kinds: &[(OfferKind, &str)]| {
        let mut scene = State::Active.scene();
        let ask = |(kind, to): &(OfferKind, &str)| {
            let command = ask(*kind, to);
            outcome(&scene.world.give(0, &Who::Owner.caller(), &command))
        };
        kinds.iter().map(ask).last()
    };
    let (talk, take) = (OfferKind::Discuss, OfferKind::Assign);
    let three = [(talk, MIRA), (talk, HANA), (talk, ASA), (take, EVA)];
    assert_eq!(ask(&three).as_deref(), Some("too_many_offers"));
    assert_eq!(ask(&[(take, MIRA), (take, HANA)]).as_deref(), Some("offer_pending"));
    assert_eq!(ask(&[(talk, MARK)]).as_deref(), Some("target_is_self"));
    assert_eq!(ask(&[(talk, "nobody")]).as_deref(), Some("unknown_target"));
}

#[test]
fn a_rejection_and_a_withdrawal_need_a_reason() {
    let scene = State::Asked.scene();
    let (offer, reason) = (scene.offer, String::new());
    let no = Command::RejectOffer(offer::Reject { offer, reason: reason.clone() });
    let back = Command::WithdrawOffer(offer::Withdraw { offer, reason });
    for (who, command) in [(Who::Asked, no), (Who::Owner, back)] {
        let answer = scene.world.clone().give(0, &who.caller(), &command);
        assert_eq!(outcome(&answer), "text_missing");
    }
}
