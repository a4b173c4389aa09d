//! Customers who wait: in a queue, for a first response, for an owner who is silent or gone.

use crate::pure::orders::{Who, outcome};
use crate::pure::states::{State, hand, send, write};
use crate::pure::{CHAT, HANA, MARK, MIRA, id};
use domain::sla::Look;
use domain::{Command, Event, Millis, Presence, Status, Target, conversation, sla};

use crate::pure::steps::{give, owner, thread, wait};

/// F60
#[test]
fn a_first_response_is_warned_of_once_and_then_late_once() {
    let mut scene = State::Queued.scene();
    let mut told = Vec::new();
    for _ in 0..60 {
        wait(&mut scene, Millis::seconds(1));
        let known = scene.world.logs[0].len();
        scene.world.strike(false);
        for written in &scene.world.logs[0][known..] {
            let seconds = (scene.world.now - crate::pure::DAWN).0 / 1_000;
            let events = written.entry.events.clone();
            told.push((seconds, outcome(&Ok(events))));
        }
    }
    let expected = [
        (20, "ok: FirstAnswerDue(Soon) TimerArmed(Watch)".to_owned()),
        (30, "ok: FirstAnswerDue(Late) TimerArmed(Watch)".to_owned()),
    ];
    assert_eq!(told, expected);
}

/// F60
#[test]
fn no_alert_when_the_first_response_is_in_time() {
    let mut scene = State::Answered.scene();
    let known = scene.world.logs[0].len();
    for _ in 0..60 {
        wait(&mut scene, Millis::seconds(1));
        scene.world.strike(false);
    }
    assert_eq!(scene.world.logs[0].len(), known);
}

/// F52
#[test]
fn an_owner_who_does_not_answer_is_warned_and_then_loses_it_to_the_front_of_the_queue() {
    let mut scene = State::Active.scene();
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    assert_eq!(owner(&scene), Some(MARK));
    let due = crate::pure::DAWN + Millis::minutes(10);
    let warned = scene.world.logs[0].last().unwrap();
    assert!(warned.entry.events.contains(&Event::RequeueAhead(sla::RequeueAhead { at: due })));
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(owner(&scene), None);
    let front = domain::queue::place::of(thread(&scene)).unwrap();
    assert_eq!((front.priority, front.since), (u8::MAX, crate::pure::DAWN));
}

/// F52
#[test]
fn an_owner_who_answers_after_the_warning_keeps_it_and_is_warned_of_the_next_wait() {
    let mut scene = State::Warned.scene();
    scene.gives(&Who::Owner.caller(), send());
    scene.gives(&Who::Customer.caller(), write());
    let again = scene.world.now;
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    let warned = scene.world.logs[0].last().unwrap();
    let at = again + Millis::minutes(10);
    assert!(warned.entry.events.contains(&Event::RequeueAhead(sla::RequeueAhead { at })));
    assert_eq!(owner(&scene), Some(MARK));
}

/// F52
#[test]
fn an_unanswered_conversation_is_not_given_back_to_its_owner_who_may_take_it() {
    let mut scene = State::Front.scene();
    scene.rule(|policy| policy.mode = domain::Mode::Auto);
    let mut alone = scene.clone();
    for who in [HANA, MIRA] {
        alone.world.stand(&id(who), Presence::Offline);
    }
    assert_eq!(give(&mut alone, Who::Engine, Command::AutoAssign), "ok: nothing");
    assert_eq!(give(&mut alone, Who::Owner, Command::Accept), "ok: Assigned(Picked)");
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoAssign), "ok: Routed Assigned(Auto)");
    assert_ne!(owner(&scene), Some(MARK));
}

/// F58
#[test]
fn an_owner_who_comes_back_in_time_keeps_their_conversations() {
    let mut scene = State::Active.scene();
    scene.world.stand(&id(MARK), Presence::Offline);
    wait(&mut scene, Millis::minutes(4));
    scene.world.stand(&id(MARK), Presence::Available);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(owner(&scene), Some(MARK));
    // The owner goes again, and the time begins anew: the first absence's timer comes to nothing.
    scene.world.stand(&id(MARK), Presence::Offline);
    wait(&mut scene, Millis::minutes(5));
    scene.world.strike(false);
    assert_eq!(owner(&scene), None);
}

/// F56: a customer cannot have left a queue in which they were not.
#[test]
fn a_customer_requeued_after_a_long_talk_has_the_whole_time_there() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    scene.world.channel = CHAT;
    scene.gives(&Who::Owner.caller(), send());
    wait(&mut scene, Millis::minutes(40));
    scene.gives(&Who::Owner.caller(), hand(Target::Queue(id("sales"))));
    wait(&mut scene, Millis::minutes(14));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Queued);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Abandoned);
}

/// F56: a customer whose answered conversation goes back to a queue can still count as gone.
#[test]
fn a_customer_requeued_in_a_live_chat_is_watched_for_silence() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    scene.world.channel = CHAT;
    scene.gives(&Who::Owner.caller(), send());
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    scene.gives(&Who::Owner.caller(), hand(Target::Queue(id("sales"))));
    wait(&mut scene, Millis::minutes(15));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Abandoned);
}

/// F59
#[test]
fn the_off_hours_message_is_sent_once_for_each_conversation() {
    let mut scene = State::OffHours.scene();
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoReply), "ok: AutoReply");
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoReply), "ok: nothing");
    assert_eq!(give(&mut scene, Who::Customer, write()), "ok: CustomerMessage");
    // The notice is no answer: the customer still waits, and the first response is still due.
    let c = &thread(&scene).conversation;
    assert_eq!((c.status, c.answered_at), (Status::Queued, None));
}

/// A watch that is due learns so, and the number of an earlier watch means nothing.
#[test]
fn the_watch_of_an_earlier_conversation_does_nothing_to_a_later_one() {
    let mut scene = State::Queued.scene();
    let first = scene.watch_number();
    scene.gives(&Who::Manager.caller(), Command::Resolve(conversation::Resolve { note: None }));
    scene.gives(&Who::Customer.caller(), write());
    wait(&mut scene, Millis::minutes(1));
    assert_eq!(scene.world.look(0, first), None);
    assert_eq!(scene.world.look(0, scene.watch_number()), Some(Look::Act));
    let stale = Command::CheckSla(sla::Check { watch: first });
    assert_eq!(give(&mut scene, Who::Engine, stale), "ok: nothing");
}
