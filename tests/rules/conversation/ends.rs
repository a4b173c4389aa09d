//! The end of a conversation, its wrap-up, and its reopening.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, says, write};
use crate::pure::{MARK, id};
use domain::{Command, Millis, Presence, WrapUp, conversation, wrap_up};

use crate::pure::steps::{give, owner, thread, wait};

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
    assert_eq!(back(5, 0, &|s| s.world.desks.seat(id(MARK), 0)), (queued, 1));
}

/// F57: the rules saw the desk a while ago; by now it is full or deserted.
#[test]
fn a_customer_who_comes_back_is_never_refused_because_of_a_desk() {
    let mut scene = State::Resolved.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.stand(&id(MARK), Presence::Offline);
    scene.world.stale = true;
    let told = give(&mut scene, Who::Customer, write());
    assert_eq!(told, "ok: Reopened CustomerMessage TimerArmed(Watch)");
}

/// F27, F57: the desk kept the room during the wrap-up.
#[test]
fn an_agent_in_wrap_up_gets_the_conversation_back_though_their_desk_is_full() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.desks.views.get_mut(&id(MARK)).unwrap().capacity = 1;
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(owner(&scene), Some(MARK));
    assert!(thread(&scene).wraps.is_empty());
}

/// F27
#[test]
fn an_earlier_wrap_ups_timer_does_not_end_a_later_one() {
    let mut scene = State::WrapBack.scene();
    wait(&mut scene, Millis::minutes(9));
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
    assert_eq!(thread(&scene).wraps.len(), 1);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).wraps.len(), 1, "it has nine minutes left");
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    assert!(thread(&scene).wraps.is_empty());
}

/// F27, F48
#[test]
fn a_conversation_that_is_not_wrapped_up_takes_room() {
    let mut scene = State::WrapMay.scene();
    scene.world.desks.views.get_mut(&id(MARK)).unwrap().capacity = 1;
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(thread(&scene).conversation.number, 2);
    assert_eq!(give(&mut scene, Who::Owner, Command::Accept), "at_capacity");
    scene.world.named = Some(1);
    let done = Command::Done(wrap_up::MarkDone { disposition: None, note: None });
    assert_eq!(give(&mut scene, Who::Owner, done), "ok: WrappedUp");
    scene.world.named = None;
    assert_eq!(give(&mut scene, Who::Owner, Command::Accept), "ok: Assigned(Picked)");
}

/// F27
#[test]
fn a_mandatory_wrap_up_takes_one_of_the_dispositions() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.dispositions = vec!["Refund".to_owned()]);
    let done = |words: &str| {
        Command::Done(wrap_up::MarkDone { disposition: Some(words.to_owned()), note: None })
    };
    assert_eq!(give(&mut scene, Who::Owner, done("refund")), "unknown_disposition");
    assert_eq!(give(&mut scene, Who::Owner, done(" ")), "text_missing");
    assert_eq!(give(&mut scene, Who::Owner, done("Refund")), "ok: WrappedUp");
}

/// F27: the policy asks for a wrap-up, but the conversation had no owner.
#[test]
fn a_conversation_without_an_owner_is_not_wrapped_up() {
    let mut scene = State::Queued.scene();
    scene.rule(|policy| policy.wrap_up = WrapUp::Mandatory);
    assert_eq!(
        give(&mut scene, Who::Manager, Command::Resolve(conversation::Resolve { note: None })),
        "ok: Resolved(Agent)"
    );
    assert!(thread(&scene).wraps.is_empty());
}
