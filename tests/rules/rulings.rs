//! Rules that take more than one command to show, and so stand in no cell of the table.

use domain::effect::EngagementChange;
use domain::{
    Command, Delivery, DeliveryStatus, Event, Millis, OfferKind, OfferStatus, Refusal, Status,
    Thread, TimerKind,
};

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, ask, report, send, write};
use crate::pure::{ASA, EVA, HANA, id};

const DAY: Millis = Millis::hours(24);

fn wait(scene: &mut Scene, span: Millis) {
    scene.world.now = scene.world.now + span;
}

fn give(scene: &mut Scene, who: Who, command: Command) -> String {
    outcome(&scene.world.give(0, &who.caller(), &command))
}

fn thread(scene: &Scene) -> &Thread {
    scene.world.thread(0).unwrap()
}

/// When the newest entry's inactivity timer fires.
fn idle_due(scene: &Scene) -> Option<Millis> {
    let newest = scene.world.logs[0].last().unwrap();
    newest.effects.timers.iter().find(|t| t.kind == TimerKind::Idle).map(|t| t.due)
}

fn check_idle(scene: &mut Scene) -> String {
    give(scene, Who::Engine, Command::CheckIdle { conversation: 1 })
}

/// Answered and back in its queue, where the inactivity timer fired in vain.
fn unwatched() -> Scene {
    let mut scene = State::Answered.scene();
    scene.gives(&Who::Owner.caller(), Order::Requeue.command(&scene.clone()).0);
    wait(&mut scene, DAY);
    scene.world.strike(false);
    scene
}

/// F54
#[test]
fn who_takes_an_answered_conversation_is_not_left_with_it_for_ever() {
    let mut scene = unwatched();
    assert_eq!(
        give(&mut scene, Who::Teammate, Command::Accept),
        "ok: Assigned(Picked) TimerArmed(Idle)"
    );
    // The customer has been silent for long enough: the clock looks on its next round.
    assert_eq!(idle_due(&scene), Some(scene.world.now + Millis::seconds(1)));
    wait(&mut scene, Millis::seconds(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Resolved);
}

/// F54
#[test]
fn whoever_gets_an_answered_conversation_the_customers_silence_is_watched() {
    let mut scene = unwatched();
    let given = give(&mut scene, Who::Manager, Order::Give.command(&State::Active.scene()).0);
    assert_eq!(given, "ok: Assigned(Manager) TimerArmed(Idle)");

    // The timer is due, and the clock has not been round.
    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY);
    let given = give(&mut scene.clone(), Who::Owner, Order::Give.command(&scene).0);
    assert_eq!(given, "ok: Assigned(Transfer) TimerArmed(Idle)");

    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY - Millis::minutes(1));
    let offer = scene.gives(&Who::Owner.caller(), ask(OfferKind::Assign, ASA));
    let yes = Command::AcceptOffer { offer };
    assert_eq!(give(&mut scene.clone(), Who::Asked, yes.clone()), "ok: Accepted Assigned(Offer)");
    wait(&mut scene, Millis::minutes(1));
    let accepted = give(&mut scene, Who::Asked, yes);
    assert_eq!(accepted, "ok: Accepted Assigned(Offer) TimerArmed(Idle)");
}

/// F54
#[test]
fn nobody_is_watched_for_silence_while_it_is_our_turn() {
    let mut scene = unwatched();
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(give(&mut scene, Who::Teammate, Command::Accept), "ok: Assigned(Picked)");
}

/// F18
#[test]
fn an_offer_that_was_answered_too_late_stays_timed_out_when_the_conversation_ends() {
    let mut scene = State::Late.scene();
    let yes = Command::AcceptOffer { offer: scene.offer };
    let first = scene.world.give(0, &Who::Asked.caller(), &yes);
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    let second = scene.world.give(0, &Who::Asked.caller(), &yes);
    assert_eq!(first, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut }));
    assert_eq!(first, second);
}

/// A provider's receipt, which names the provider's id; our own reports of failure have none.
fn receipt(message: u64) -> Command {
    let provider_id = Some("wamid.1".to_owned());
    Command::Report(Delivery { message, status: DeliveryStatus::Failed, provider_id, reason: None })
}

/// F77
#[test]
fn a_doubled_receipt_of_the_failed_attempt_does_not_end_the_retry() {
    let mut scene = State::Answered.scene();
    let message = scene.message;
    scene.gives(&Who::Engine.caller(), receipt(message));
    scene.gives(&Who::Owner.caller(), Command::Retry { message });
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: nothing");
    // That we gave the retry up ourselves is news.
    let ours = report(message, DeliveryStatus::Failed);
    assert_eq!(give(&mut scene.clone(), Who::Engine, ours), "ok: Delivery(Failed)");
    // Once the retry is with the provider, so is a receipt.
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    assert!(thread(&scene).outbox.retried.is_empty());
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn a_first_attempt_may_fail_by_receipt() {
    let mut scene = State::Pending.scene();
    let message = scene.message;
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn only_the_last_retries_are_remembered() {
    let mut scene = State::Full.scene();
    let messages = thread(&scene).outbox.pending[..6].to_vec();
    for &message in &messages {
        scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Failed));
        scene.gives(&Who::Owner.caller(), Command::Retry { message });
    }
    assert_eq!(thread(&scene).outbox.retried, messages[2..]);
    assert_eq!(domain::invariant::broken_by(thread(&scene)), None);
}

/// Asks `kind` of each in turn; what comes of the last.
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

/// Her desk holds the room until the old offer is closed: it is the same room.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_again_though_the_offer_fills_her_desk() {
    let mut scene = State::Active.scene();
    scene.world.desks.seat(id(ASA), 1);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(made, "ok: TimedOut OfferMade(Assign) TimerArmed(Offer)");
}

/// A desk cannot take an invitation off and put one on in the same step, so the clock closes the
/// old one.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_to_discuss_again() {
    let mut scene = State::Asked.scene();
    let first = scene.offer;
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Discuss, &[ASA]);
    assert_eq!(made, "ok: OfferMade(Discuss) TimerArmed(Offer)");
    let all = domain::invariant::broken_by_all(scene.world.threads(), &scene.world.desks.views);
    assert_eq!(all, None);
    let late = scene.world.give(0, &Who::Asked.caller(), &Command::AcceptOffer { offer: first });
    assert_eq!(late, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut }));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.offer(first), None);
    assert_eq!(thread(&scene).conversation.offers.len(), 1);
    assert_eq!(asked(&mut scene, OfferKind::Discuss, &[ASA]), "offer_pending");
}

/// F54
#[test]
fn a_customer_whom_no_answer_reached_does_not_have_the_next_word() {
    for state in [State::Pending, State::Failed] {
        let mut scene = state.scene();
        wait(&mut scene, DAY);
        assert_eq!(check_idle(&mut scene), "ok: TimerArmed(Idle)", "{state:?}");
        assert_eq!(idle_due(&scene), Some(scene.world.now + DAY));
        // A timer that fires twice does not beget two.
        wait(&mut scene, Millis(1));
        assert_eq!(check_idle(&mut scene), "ok: nothing", "{state:?}");
    }
}

/// F54
#[test]
fn an_answer_that_was_lost_in_an_earlier_conversation_keeps_no_later_one_open() {
    let mut scene = State::Failed.scene();
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    let message = scene.gives(&Who::Owner.caller(), send());
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    wait(&mut scene, DAY);
    let checked = give(&mut scene, Who::Engine, Command::CheckIdle { conversation: 2 });
    assert_eq!(checked, "ok: Resolved(Inactivity)");
}

/// A timer of before the policy changed, or one that was doubled.
#[test]
fn a_timer_that_is_armed_already_is_not_armed_again() {
    let mut scene = State::Answered.scene();
    assert_eq!(check_idle(&mut scene), "ok: nothing");
    scene.gives(&Who::Customer.caller(), write());
    wait(&mut scene, Millis::hours(1));
    scene.gives(&Who::Owner.caller(), send());
    assert_eq!(check_idle(&mut scene), "ok: TimerArmed(Idle)");
    assert_eq!(check_idle(&mut scene), "ok: nothing");
}

/// F105
#[test]
fn an_admin_moves_and_reads_a_conversation_whose_queue_is_gone() {
    let scene = State::Queued.scene();
    let comment = Command::Comment { text: "hm".to_owned() };
    for (order, expected) in [
        (Order::RequeueElsewhere.command(&scene).0, "ok: Requeued"),
        (comment, "ok: Comment"),
        (Command::Accept, "ok: Assigned(Picked)"),
    ] {
        let asks = |who: Who| {
            let mut ctx = scene.world.context(0, &who.caller(), &order);
            ctx.queue_team = None;
            outcome(&domain::decide(scene.world.thread(0), &order, &ctx))
        };
        assert_eq!(asks(Who::Admin), expected);
        assert_eq!(asks(Who::Manager), "forbidden");
    }
}

/// The agents whom the newest entry names as those who ended a discussion.
fn ended_by(scene: &Scene) -> Vec<Option<domain::AgentId>> {
    let newest = scene.world.logs[0].last().unwrap();
    let ended = |change: &EngagementChange| match change {
        EngagementChange::Ended { by, .. } => Some(by.clone()),
        _ => None,
    };
    newest.effects.engagements.iter().filter_map(ended).collect()
}

#[test]
fn the_record_of_a_discussion_names_who_ended_it_if_somebody_did() {
    for (order, who, by) in [
        (Order::Resolve, Who::Owner, None),
        (Order::Requeue, Who::Owner, None),
        (Order::End, Who::Owner, Some("mark")),
        (Order::Quit, Who::Expert, Some("eva")),
    ] {
        let mut scene = State::Talk.scene();
        let (command, _) = order.command(&scene);
        scene.gives(&who.caller(), command);
        assert_eq!(ended_by(&scene), [by.map(id)], "{}", order.word());
    }
}

/// The entry tells of what made room for the new offer before it tells of the offer.
#[test]
fn what_has_timed_out_is_told_first() {
    let mut scene = State::Late.scene();
    asked(&mut scene, OfferKind::Assign, &[HANA]);
    let newest = scene.world.logs[0].last().unwrap();
    assert!(matches!(newest.entry.events[0], Event::OfferClosed { .. }));
    assert!(matches!(newest.entry.events[1], Event::OfferMade { .. }));
}
