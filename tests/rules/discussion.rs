//! Discussions: the count of their messages, and the size of their outcomes.

use crate::pure::orders::{Order, Who};
use crate::pure::states::State;
use crate::pure::steps::{give, thread};
use crate::pure::{EVA, id};
use domain::{Command, Outcome, discussion};

/// F4
#[test]
fn each_message_of_a_discussion_is_counted_in_its_own() {
    let mut scene = State::Talks.scene();
    for who in [Who::Owner, Who::Expert, Who::Owner] {
        Order::Say.give(&mut scene, who).unwrap();
    }
    let lines: Vec<u32> = thread(&scene).conversation.discussions.iter().map(|d| d.lines).collect();
    assert_eq!(lines, [3, 0]);
}

/// F29
#[test]
fn the_outcomes_of_a_discussion_fit_into_one_entry() {
    // 48 outcomes of 100 bytes and a note of 412 are the 24,576 bytes of an entry.
    let told = |more: usize| {
        let mut scene = State::Talk.scene();
        let outcome =
            |note: usize| Outcome { agent: id(EVA), resolved: true, note: Some("x".repeat(note)) };
        let mut outcomes = vec![outcome(412); 48];
        outcomes[0] = outcome(412 + more);
        let (discussion, resolved, note) = (scene.discussion, true, None);
        let end = discussion::End { discussion, resolved, note, outcomes };
        give(&mut scene, Who::Owner, Command::EndDiscussion(end))
    };
    assert_eq!(told(0), "ok: DiscussionEnded(Ended)");
    assert_eq!(told(1), "text_too_long");
}
