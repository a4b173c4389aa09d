//! Rules of customers' files: whether the thread waits for one, and what ends the wait.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, photo};
use domain::audience::{Audience, for_customer, of};
use domain::file::{Ask, Fetched, Outcome, Reason};
use domain::{Caller, Command, Event, Refusal, Thread};

fn files(scene: &Scene) -> Vec<u64> {
    scene.world.thread(0).map(|thread| thread.files.clone()).unwrap_or_default()
}

fn note(message: u64, reason: Reason) -> Command {
    Command::NoteFile(Fetched { message, outcome: Outcome::Refused(reason) })
}

#[test]
fn a_thread_waits_for_a_customers_file_until_its_fetch_ends() {
    let mut scene = State::Photo.scene();
    assert_eq!(files(&scene), [1]);
    scene.gives(&Caller::Engine, note(1, Reason::Gone));
    assert!(files(&scene).is_empty());
    let ends = scene.world.logs[0].len();
    scene.world.give(0, &Caller::Engine, &note(1, Reason::Gone)).unwrap();
    assert_eq!(scene.world.logs[0].len(), ends, "the second message of a queue changes nothing");
}

#[test]
fn an_agent_asks_again_for_a_file_and_never_for_a_text() {
    let mut scene = State::Photo.scene();
    scene.gives(&Caller::Engine, note(1, Reason::Gone));
    let teammate = Who::Teammate.caller();
    scene.gives(&teammate, Command::FetchFile(Ask { message: 1 }));
    assert_eq!(files(&scene), [1]);
    for message in [0, 2, 99] {
        let refused = scene.world.give(0, &teammate, &Command::FetchFile(Ask { message }));
        assert_eq!(refused, Err(Refusal::NotFound { what: "file" }), "{message}");
    }
}

#[test]
fn the_end_of_a_fetch_is_for_agents_alone_and_opens_nothing() {
    let mut scene = State::Photo.scene();
    let before = scene.world.thread(0).cloned().unwrap();
    scene.gives(&Caller::Engine, note(1, Reason::TooLarge));
    let written = scene.world.logs[0].last().cloned().unwrap();
    assert!(written.entry.events.iter().all(|event| of(event) == Audience::Agents));
    assert!(for_customer(&written.entry).is_empty());
    assert_eq!(written.after.public_seq, before.public_seq);
    assert_eq!(written.after.conversation, before.conversation);
}

#[test]
fn a_thread_that_waits_for_too_many_files_still_takes_the_forgotten_ones_in() {
    let mut scene = State::Photo.scene();
    for _ in 0..Thread::FILES_LIMIT {
        scene.gives(&Caller::Customer, photo());
    }
    let waits = files(&scene);
    assert_eq!((waits.len(), waits.contains(&1)), (Thread::FILES_LIMIT, false));
    scene.gives(&Caller::Engine, note(1, Reason::Gone));
    let written = scene.world.logs[0].last().cloned().unwrap();
    assert!(matches!(written.entry.events[..], [Event::FileFetched(_)]));
    assert_eq!(written.after.files, waits);
}
