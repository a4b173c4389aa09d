//! Laws that hold after every step of every story.
//!
//! 10,000 stories, or as many as PROPTEST_CASES says, shared among four tests that run side by
//! side. Proptest makes a story that breaks a law as short as it can be, keeps its seed in
//! `proptest-regressions/laws.txt`, and plays that seed first in the next run.

mod broken;
mod each;

use each::{
    conference, customers_view, dense, disposed, forward, in_time, members_only, not_given_back,
    one_end, owners, queue, small, stored, timed, turns, watched, writable,
};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::pure::sizes;
use crate::pure::story::{ACTORS, Story, THREADS, story};
use crate::pure::world::{World, Written};
use domain::sla::Look;
use domain::{Status, Thread, laws};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRng, TestRunner};

const STORIES: u32 = 10_000;
const SHARES: u32 = 4;
const KEPT: &str = "proptest-regressions/laws.txt";

/// The input of a law: the world after a step, and each entry that the step wrote with the thread
/// before it.
struct Seen<'a> {
    world: &'a World,
    fresh: Vec<(usize, Option<&'a Thread>, &'a Written)>,
}

type Law = (&'static str, fn(&Seen<'_>) -> Option<String>);

const LAWS: &[Law] = &[
    ("the named laws of the domain hold", named),
    ("an offer finds one end, and so does everybody who was asked", one_end),
    ("an offer is answered in time by who is asked, and lapses no sooner", in_time),
    ("an offer comes with a timer at its deadline", timed),
    ("the customer sees what is meant for everyone, nothing internal and no names", customers_view),
    ("what is said among some is for those who took part then", members_only),
    ("positions are dense, and time does not run backwards", dense),
    ("what is stored reads back, and replays to the same state", stored),
    ("a message only moves forward until it is tried again", forward),
    ("the queue holds exactly what waits, in its place", queue),
    ("who has not answered is watched, and so is who is not answered", watched),
    ("an entry can be written in one transaction", writable),
    ("what belongs to the owner is the owner's", owners),
    ("whose turn it is, and whether it is over, stands in the status", turns),
    ("a conference stays within its limit", conference),
    ("what is left unanswered is not given back to who left it", not_given_back),
    ("a mandatory wrap-up is done with a disposition", disposed),
    ("the state stays far from its worst", small),
];

fn named(seen: &Seen<'_>) -> Option<String> {
    laws::broken_by_all(seen.world.threads(), &seen.world.workloads.views)
        .map(|law| law.to_string())
}

/// Plays a story, and checks the laws after every step.
fn tell(story: &Story) -> Result<(), TestCaseError> {
    let mut world = story.rules.world();
    for (nth, step) in story.steps.iter().enumerate() {
        let known: Vec<usize> = world.logs.iter().map(Vec::len).collect();
        world.play(step);
        hold(&world, &known).map_err(|broken| told(nth, &broken))?;
    }
    caught_up(&mut world).map_err(|broken| told(story.steps.len(), &broken))
}

fn told(nth: usize, broken: &str) -> TestCaseError {
    TestCaseError::fail(format!("after step {}: {broken}", nth + 1))
}

fn hold(world: &World, known: &[usize]) -> Result<(), String> {
    let mut fresh = Vec::new();
    for (at, (log, known)) in world.logs.iter().zip(known).enumerate() {
        for nth in *known..log.len() {
            let before = nth.checked_sub(1).map(|n| &log[n].after);
            fresh.push((at, before, &*log[nth]));
        }
    }
    let seen = Seen { world, fresh };
    for (law, broken) in LAWS {
        if let Some(how) = broken(&seen) {
            return Err(format!("it is broken that {law}: {how}"));
        }
    }
    Ok(())
}

/// After a round of the clock, nothing that is due is left.
fn caught_up(world: &mut World) -> Result<(), String> {
    let newest = world.logs.iter().filter_map(|log| log.last()).map(|w| w.entry.at).max();
    world.now = newest.map_or(world.now, |newest| newest.max(world.now));
    for _ in 0..3 {
        let known: Vec<usize> = world.logs.iter().map(Vec::len).collect();
        world.strike(false);
        hold(world, &known)?;
        world.now = world.now + domain::Millis::seconds(1);
    }
    world.now = world.now - domain::Millis::seconds(1);
    for at in 0..THREADS {
        let Some(thread) = world.thread(at) else { continue };
        let c = &thread.conversation;
        if c.offers.iter().any(|o| o.is_late(world.now)) {
            return Err(format!("a late offer is left: {:?}", c.offers));
        }
        // A customer who returns to a queue has the whole time of silence ahead, though the rules
        // would count that customer as gone if another event made them look.
        let queued = c.status == Status::Queued && world.channel.live;
        if !queued && world.look(at, c.sla.number) == Some(Look::Act) {
            return Err(format!("what a watch should do is left: {c:?}"));
        }
        if thread.wraps.iter().any(|w| w.lapses.is_some_and(|lapses| lapses <= world.now)) {
            return Err(format!("a wrap-up that is over is left: {:?}", thread.wraps));
        }
    }
    Ok(())
}

fn laws_hold() {
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default().cases,
        None => STORIES,
    };
    let config = Config {
        cases: cases.div_ceil(SHARES),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(KEPT))),
        source_file: Some(file!()),
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let told = TestRunner::new(config).run(&story(), |story| tell(&story));
    told.unwrap_or_else(|broken| panic!("{broken}\nIts seed is kept in tests/rules/{KEPT}."));
}

#[test]
fn laws_hold_in_the_first_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_second_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_third_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_last_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn the_state_at_its_worst_and_as_usual_is_as_small_as_is_written() {
    let (worst, usual) = (sizes::of(&sizes::worst()), sizes::of(&sizes::usual()));
    println!("at its worst {worst} bytes, usually {usual}");
    assert!(worst <= WORST, "{worst} bytes at the worst");
    assert!(usual <= 600, "{usual} bytes usually");
}

/// The size of a state at every limit at once, with ids and answers of 40 letters: no thread gets
/// that large. Of these bytes, 3,072 are an alias, twelve tags and five labels that consist of
/// nothing but emoji, 64 are two threads that turned out to be of the same person, and 218 are thirty
/// files that the engine is getting from the provider, and 9 a wish for no further messages.
const WORST: usize = 8_449;

/// Laws mean little in stories in which nothing happens.
#[test]
fn the_stories_tell_of_everything_that_can_happen() {
    let mut told = BTreeSet::new();
    let config = Config { failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut teller = TestRunner::new_with_rng(config, rng);
    for _ in 0..4_000 {
        let story = story().new_tree(&mut teller).unwrap().current();
        let mut world = story.rules.world();
        let refused = story.steps.iter().filter_map(|step| world.play(step));
        told.extend(refused.map(str::to_owned).collect::<Vec<_>>());
        let written = world.logs.iter().flatten().map(Arc::as_ref);
        told.extend(written.flat_map(|w| &w.entry.events).map(crate::pure::orders::event));
    }
    assert_eq!(ACTORS.len(), 6);
    let untold: Vec<_> = EVERYTHING.split_whitespace().filter(|e| !told.contains(*e)).collect();
    assert!(untold.is_empty(), "{untold:?} are never told, only {told:?}");
}

const EVERYTHING: &str = "
    Opened Reopened CustomerMessage CustomerLeft AgentMessage Echoed Consented MessageRetried Comment
    FileAsked FileFetched Abandoned
    OffHours AutoReply SurveySent SurveyAnswered Triggered Routed Prioritised Required
    Tagged Labelled Named Renamed
    FirstAnswerDue(Soon) FirstAnswerDue(Late) RequeueAhead WrappedUp IdentityChanged CoachLine
    Delivery(Sent) Delivery(Delivered) Delivery(Read) Delivery(Failed)
    Requeued(Transferred) Requeued(Unanswered) Requeued(OwnerOffline)
    Assigned(Picked) Assigned(Transfer) Assigned(Manager) Assigned(Offer) Assigned(Auto)
    Assigned(Conference) Assigned(Reopened)
    Resolved(Agent) Resolved(Inactivity) Resolved(ClosingPhrase) Resolved(Agent,Mandatory)
    OfferMade(Assign) OfferMade(Discuss) OfferMade(Conference) OfferMade(Assign,All)
    OfferMade(Discuss,All) OfferMade(Conference,All) OfferMoved
    OfferPassed(Rejected) OfferPassed(TimedOut) Accepted Rejected Withdrawn TimedOut Rescinded
    DiscussionMessage DiscussionLeft DiscussionLeft(Released) DiscussionLeft(Transfer)
    DiscussionLeft(Conference) DiscussionEnded(Ended) DiscussionEnded(Left)
    DiscussionEnded(Promoted) DiscussionEnded(Transferred) DiscussionEnded(ConversationEnded)
    ConferenceJoined ConferenceLeft Monitoring(Silent) Monitoring(Coach) Monitoring(Barge)
    Monitoring(Stopped) TimerArmed(Offer) TimerArmed(Idle) TimerArmed(Watch) TimerArmed(WrapUp)
    at_capacity target_full target_unavailable offer_closed offer_pending already_taken
    target_consults target_in_conference consulting not_owner conversation_closed
    transfer_not_allowed conference_full no_successor nobody_available nothing_to_wrap_up
    text_missing already_involved too_many_offers";
