//! The wrap-up after the end of a conversation.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, write};
use crate::pure::{MARK, id};
use domain::{Command, Millis, WrapUp, conversation, wrap_up};

use crate::pure::steps::{give, owner, thread, wait};

/// F27, F57: the workload kept the room during the wrap-up.
#[test]
fn an_agent_in_wrap_up_gets_the_conversation_back_though_their_workload_is_full() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = 1;
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
    scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = 1;
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

/// F27
#[test]
fn four_ended_conversations_wait_to_be_done_and_the_oldest_of_five_ends_silently() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.wrap_up = WrapUp::Optional);
    scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = 9;
    let numbers = |scene: &Scene| thread(scene).wraps.iter().map(|w| w.number).collect::<Vec<_>>();
    for wanted in [vec![1], vec![1, 2], vec![1, 2, 3], vec![1, 2, 3, 4], vec![2, 3, 4, 5]] {
        scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
        assert_eq!(numbers(&scene), wanted);
        scene.gives(&Who::Customer.caller(), write());
        scene.gives(&Who::Owner.caller(), Command::Accept);
    }
    // One of them is done: the others still wait.
    scene.world.named = Some(3);
    let done = Command::Done(wrap_up::MarkDone { disposition: None, note: None });
    assert_eq!(give(&mut scene, Who::Owner, done), "ok: WrappedUp");
    assert_eq!(numbers(&scene), [2, 4, 5]);
}

/// The agents of earlier conversations are parties until they are done.
#[test]
fn an_agent_in_wrap_up_is_a_party_of_the_thread_once() {
    let mut scene = State::WrapMust.scene();
    let parties =
        |scene: &Scene| thread(scene).parties().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(parties(&scene), [MARK]);
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    assert_eq!(parties(&scene), [MARK]);
}
