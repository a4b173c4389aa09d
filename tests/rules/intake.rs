//! A customer who ends a conversation with a phrase, and one who comes back.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, says, write};
use crate::pure::steps::{give, thread, wait};
use crate::pure::{MARK, id};
use domain::{Millis, Presence};

/// F55
#[test]
fn a_closing_phrase_is_the_whole_message_and_never_a_part_of_it() {
    let said = |text| give(&mut State::Pending.scene(), Who::Customer, says(text));
    for text in ["thanks!", "Thanks", " THANKS \u{1f60a}", "...thanks..."] {
        assert_eq!(said(text), "ok: CustomerMessage Resolved(ClosingPhrase)", "{text}");
    }
    for text in ["thanks for nothing", "no thanks", "thank s", "thanksgiving", ""] {
        assert_eq!(said(text), "ok: CustomerMessage", "{text}");
    }
    // After the end a closing phrase opens no new work.
    let after = give(&mut State::Resolved.scene(), Who::Customer, says("thanks"));
    assert_eq!(after, "ok: CustomerMessage");
}

/// F57
#[test]
fn a_customer_who_comes_back_within_the_hour_finds_the_same_conversation_and_owner() {
    let back = |minutes, later: i64, arrange: &dyn Fn(&mut Scene)| {
        let mut scene = State::Resolved.scene();
        scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
        wait(&mut scene, Millis::minutes(minutes) + Millis(later));
        arrange(&mut scene);
        let told = give(&mut scene, Who::Customer, write());
        (told, thread(&scene).conversation.number)
    };
    let nothing = |_: &mut Scene| {};
    let assigned = "ok: Reopened CustomerMessage Assigned(Reopened) TimerArmed(Watch)".to_owned();
    assert_eq!(back(60, 0, &nothing), (assigned, 1));
    // One moment later the message opens another conversation.
    let opened = "ok: Opened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(60, 1, &nothing), (opened, 2));
    // The earlier owner is absent, or has no room: the conversation waits in its queue.
    let queued = "ok: Reopened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(5, 0, &|s| s.world.stand(&id(MARK), Presence::Away)), (queued.clone(), 1));
    assert_eq!(back(5, 0, &|s| s.world.workloads.seat(id(MARK), 0)), (queued, 1));
}

/// F57: the rules saw the workload a while ago; by now it is full or deserted.
#[test]
fn a_customer_who_comes_back_is_never_refused_because_of_a_workload() {
    let mut scene = State::Resolved.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.stand(&id(MARK), Presence::Offline);
    scene.world.stale = true;
    let told = give(&mut scene, Who::Customer, write());
    assert_eq!(told, "ok: Reopened CustomerMessage TimerArmed(Watch)");
}
