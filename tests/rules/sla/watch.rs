//! The timer of the watch: the moment for which each step arms it, and the steps that leave a
//! running one alone.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, hand, write};
use crate::pure::steps::{thread, wait};
use crate::pure::{CHAT, DAWN, id};
use domain::sla::{Look, look};
use domain::{Command, Event, Millis, SlaStage, Target, TimerKind, conversation, timer};

/// Gives a command and returns the watch that it arms: the number and the moment after the dawn.
fn armed(scene: &mut Scene, who: Who, command: Command) -> Option<(u64, i64)> {
    let events = scene.world.give(0, &who.caller(), &command).unwrap();
    let watch = |event: &Event| match event {
        Event::TimerArmed(timer::Armed { kind: TimerKind::Watch, due, number }) => {
            Some((*number, (*due - DAWN).0))
        }
        _ => None,
    };
    events.iter().find_map(watch)
}

const MINUTE: i64 = 60_000;

/// F60, F52
#[test]
fn the_watch_over_a_new_conversation_looks_first_at_its_first_response() {
    let mut scene = State::Empty.scene();
    assert_eq!(armed(&mut scene, Who::Customer, write()), Some((1, 20_000)));
    // A response that must come later than the owner's: the owner's silence comes first.
    let mut scene = State::Empty.scene();
    scene.rule(|policy| policy.first_answer_target = Millis::hours(1));
    assert_eq!(armed(&mut scene, Who::Customer, write()), Some((1, 9 * MINUTE)));
    // A customer who sits and waits may leave sooner than that.
    let mut scene = State::Empty.scene();
    scene.world.channel = CHAT;
    scene.rule(|policy| {
        policy.first_answer_target = Millis::hours(1);
        policy.abandon_after = Some(Millis::minutes(5));
    });
    assert_eq!(armed(&mut scene.clone(), Who::Customer, write()), Some((1, 5 * MINUTE)));
    scene.world.channel.live = false;
    assert_eq!(armed(&mut scene, Who::Customer, write()), Some((1, 9 * MINUTE)));
}

/// F57
#[test]
fn a_reopened_conversation_that_has_its_first_response_is_watched_for_the_owners_silence() {
    let mut scene = State::Resolved.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    wait(&mut scene, Millis::minutes(2));
    let seq = thread(&scene).seq + 1;
    assert_eq!(armed(&mut scene, Who::Customer, write()), Some((seq, 11 * MINUTE)));
}

/// F52
#[test]
fn a_customers_message_arms_a_watch_unless_one_runs() {
    // The watch of the first message runs until its alert was due, and is over at that moment.
    for (after, expected) in [(19_999, None), (20_000, Some(20_000 + 9 * MINUTE))] {
        let mut scene = State::Pending.scene();
        wait(&mut scene, Millis(after));
        let seq = thread(&scene).seq + 1;
        let expected = expected.map(|due| (seq, due));
        assert_eq!(armed(&mut scene, Who::Customer, write()), expected, "after {after} ms");
    }
    // While a customer waits the watch runs, even if the state does not say until when.
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    wait(&mut scene, Millis::hours(1));
    assert_eq!(armed(&mut scene, Who::Customer, write()), None);
    // Where no owner can lose the conversation and the first response is there, nothing is due.
    let mut scene = State::Pending.scene();
    scene.world.channel = CHAT;
    scene.rule(|policy| policy.requeue_after = None);
    wait(&mut scene, Millis::hours(1));
    assert_eq!(armed(&mut scene, Who::Customer, write()), None);
}

/// F56
#[test]
fn a_conversation_back_in_a_queue_is_watched_for_a_customer_who_may_leave() {
    let requeue = || hand(Target::Queue(id("sales")));
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    wait(&mut scene, Millis::hours(1));
    let seq = thread(&scene).seq + 1;
    let mut live = scene.clone();
    live.world.channel = CHAT;
    // The first response is late already: the watch looks at once.
    assert_eq!(armed(&mut live, Who::Owner, requeue()), Some((seq, 60 * MINUTE + 1_000)));
    // With the first response there, only a customer who sits and waits can leave.
    let mut scene = State::Pending.scene();
    scene.rule(|policy| policy.requeue_after = None);
    wait(&mut scene, Millis::hours(1));
    let seq = thread(&scene).seq + 1;
    let mut live = scene.clone();
    live.world.channel = CHAT;
    assert_eq!(armed(&mut live, Who::Owner, requeue()), Some((seq, 75 * MINUTE)));
    assert_eq!(armed(&mut scene, Who::Owner, requeue()), None);
}

/// F53
#[test]
fn an_end_taken_back_arms_a_watch_unless_one_comes_in_time() {
    let back = |late: i64| {
        let mut scene = State::Active.scene();
        wait(&mut scene, Millis::seconds(1));
        let resolve = Command::Resolve(conversation::Resolve { note: None });
        let entry = scene.gives(&Who::Owner.caller(), resolve);
        wait(&mut scene, Millis(late));
        let undo = Command::Undo(conversation::Undo { entry });
        armed(&mut scene, Who::Owner, undo).map(|(number, due)| (number - entry, due))
    };
    // The alert about the first response was due 20 seconds after the beginning.
    assert_eq!(back(0), None);
    assert_eq!(back(18_999), None);
    assert_eq!(back(19_000), Some((1, 21_000)));
    assert_eq!(back(25_000), Some((1, 27_000)));
}

/// F52: an agent who takes the conversation a moment before may leave the customer from then on.
#[test]
fn the_watch_over_a_queue_looks_again_on_a_grid_of_the_owners_time() {
    let mut thread = thread(&State::Queued.scene()).clone();
    thread.conversation.sla.first_answer = SlaStage::Alerted;
    let policy = domain::Policy::default();
    for (now, next) in [
        (0, 9 * MINUTE),
        (9 * MINUTE - 1, 9 * MINUTE),
        (9 * MINUTE, 18 * MINUTE),
        (40 * MINUTE, 45 * MINUTE),
    ] {
        let looks = look(&thread, &policy, false, DAWN + Millis(now));
        assert_eq!(looks, Look::At(DAWN + Millis(next)), "{now}");
    }
}

/// A late check comes on the next round, never in the past.
#[test]
fn a_watch_that_was_late_is_armed_for_the_next_second() {
    let mut scene = State::Queued.scene();
    wait(&mut scene, Millis::seconds(30));
    let number = scene.watch_number();
    let check = Command::CheckSla(domain::sla::Check { watch: number });
    let due = armed(&mut scene, Who::Engine, check);
    assert_eq!(due, Some((number, 9 * MINUTE)));
    let timers = &scene.world.timers;
    let watch =
        |t: &&(usize, domain::effect::Timer)| t.1.kind == TimerKind::Watch && t.1.number == number;
    assert_eq!(timers.iter().filter(watch).count(), 2);
}
