//! The customer's silence, and when it ends a conversation (F54).

use crate::pure::ASA;
use crate::pure::orders::{Order, Who};
use crate::pure::states::{Scene, State, ask, report, send, write};
use domain::{Command, DeliveryStatus, Millis, OfferKind, Status, TimerKind, conversation, offer};

use crate::pure::steps::{DAY, give, thread, wait};

/// The moment at which the newest entry's inactivity timer fires.
fn idle_due(scene: &Scene) -> Option<Millis> {
    let newest = scene.world.logs[0].last().unwrap();
    newest.effects.timers.iter().find(|t| t.kind == TimerKind::Idle).map(|t| t.due)
}

fn check_idle(scene: &mut Scene) -> String {
    give(scene, Who::Engine, Command::CheckIdle(conversation::CheckIdle { conversation: 1 }))
}

/// A conversation that is answered and back in its queue, where the inactivity timer fired in vain.
fn unwatched() -> Scene {
    let mut scene = State::Answered.scene();
    scene.gives(&Who::Owner.caller(), Order::Requeue.command(&scene.clone()));
    wait(&mut scene, DAY);
    scene.world.strike(false);
    scene
}

/// F54
#[test]
fn an_agent_who_takes_an_answered_conversation_is_not_left_with_it_for_ever() {
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
fn the_customers_silence_is_watched_for_every_new_owner_of_an_answered_conversation() {
    let mut scene = unwatched();
    let given = give(&mut scene, Who::Manager, Order::Give.command(&State::Active.scene()));
    assert_eq!(given, "ok: Assigned(Manager) TimerArmed(Idle)");

    // The timer is due, and the clock has not been round.
    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY);
    let given = give(&mut scene.clone(), Who::Owner, Order::Give.command(&scene));
    assert_eq!(given, "ok: Assigned(Transfer) TimerArmed(Idle)");

    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY - Millis::minutes(1));
    let offer = scene.gives(&Who::Owner.caller(), ask(OfferKind::Assign, ASA));
    let yes = Command::AcceptOffer(offer::Accept { offer });
    assert_eq!(give(&mut scene.clone(), Who::Asked, yes.clone()), "ok: Accepted Assigned(Offer)");
    wait(&mut scene, Millis::minutes(1));
    let accepted = give(&mut scene, Who::Asked, yes);
    assert_eq!(accepted, "ok: Accepted Assigned(Offer) TimerArmed(Idle)");
}

/// F54
#[test]
fn a_customers_silence_is_not_watched_while_it_is_our_turn() {
    let mut scene = unwatched();
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(give(&mut scene, Who::Teammate, Command::Accept), "ok: Assigned(Picked)");
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
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    let message = scene.gives(&Who::Owner.caller(), send());
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    wait(&mut scene, DAY);
    let checked = give(
        &mut scene,
        Who::Engine,
        Command::CheckIdle(conversation::CheckIdle { conversation: 2 }),
    );
    assert_eq!(checked, "ok: Resolved(Inactivity)");
}

/// A timer from before a change of the policy, or a timer that came twice.
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
