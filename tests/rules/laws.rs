//! Laws that hold after every step of every story.

use std::collections::{BTreeMap, BTreeSet};

use domain::audience::{self, Audience};
use domain::{
    AgentId, Command, Delivery, DeliveryStatus, Discussion, Entry, Event, Offer, OfferStatus,
    Thread, TimerKind, effect, evolve, invariant,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

use crate::pure::story::{ACTORS, CAPACITY, Step, THREADS, story};
use crate::pure::world::{World, Written, thread_id};
use crate::pure::{INTERNAL, MARK, agent, everybody, sizes};

/// 256 stories, or as many as PROPTEST_CASES says.
fn stories() -> TestRunner {
    TestRunner::new(Config { failure_persistence: None, ..Config::default() })
}

fn play(steps: &[Step], law: impl Fn(&World) -> TestCaseResult) -> TestCaseResult {
    let mut world = World::new(THREADS, CAPACITY);
    for step in steps {
        world.play(step);
        law(&world)?;
    }
    Ok(())
}

fn after_every_step(law: impl Fn(&World) -> TestCaseResult) {
    let told = stories().run(&story(), |steps| play(&steps, &law));
    told.unwrap_or_else(|broken| panic!("{broken}"));
}

/// For laws about what was written, which need not be asked after every step.
fn of_everything_written(law: impl Fn(usize, &[Written]) -> TestCaseResult) {
    let told = stories().run(&story(), |steps| {
        let mut world = World::new(THREADS, CAPACITY);
        for step in &steps {
            world.play(step);
        }
        world.logs.iter().enumerate().try_for_each(|(at, log)| law(at, log))
    });
    told.unwrap_or_else(|broken| panic!("{broken}"));
}

#[test]
fn no_named_law_is_ever_broken() {
    after_every_step(|world| {
        let broken = invariant::broken_by_all(world.threads(), &world.desks.views);
        prop_assert_eq!(broken, None);
        Ok(())
    });
}

#[test]
fn an_offer_finds_one_end_for_ever() {
    of_everything_written(|_, log| {
        let mut ends: BTreeMap<u64, Option<OfferStatus>> = BTreeMap::new();
        for Written { entry, after, .. } in log {
            for event in &entry.events {
                if let Event::OfferMade { .. } = event {
                    prop_assert_eq!(ends.insert(entry.seq, None), None);
                }
                if let Event::OfferClosed { offer, status, .. } = event {
                    prop_assert_ne!(*status, OfferStatus::Pending);
                    // Made before, and not ended before.
                    prop_assert_eq!(ends.insert(*offer, Some(*status)), Some(None));
                }
            }
            let pending: Vec<u64> =
                ends.iter().filter(|(_, end)| end.is_none()).map(|(offer, _)| *offer).collect();
            let stated: Vec<u64> = after.conversation.offers.iter().map(|o| o.number).collect();
            prop_assert_eq!(pending, stated);
        }
        Ok(())
    });
}

#[test]
fn the_record_of_an_offer_says_what_the_log_says() {
    after_every_step(|world| {
        for (at, log) in world.logs.iter().enumerate() {
            for event in log.iter().flat_map(|w| &w.entry.events) {
                if let Event::OfferClosed { offer, status, .. } = event {
                    let record = domain::OfferId { thread: thread_id(at), number: *offer };
                    prop_assert_eq!(world.records.get(&record), Some(status));
                }
            }
        }
        Ok(())
    });
}

#[test]
fn no_offer_is_accepted_from_its_deadline_on() {
    of_everything_written(|_, log| {
        let mut deadlines = BTreeMap::new();
        for Written { entry, .. } in log {
            for event in &entry.events {
                match event {
                    Event::OfferMade { expires, .. } => {
                        deadlines.insert(entry.seq, *expires);
                    }
                    Event::OfferClosed { offer, status: OfferStatus::Accepted, .. } => {
                        prop_assert!(entry.at < deadlines[offer]);
                    }
                    Event::OfferClosed { offer, status: OfferStatus::TimedOut, .. } => {
                        prop_assert!(entry.at >= deadlines[offer]);
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    });
}

#[test]
fn every_offer_comes_with_a_timer_at_its_deadline() {
    of_everything_written(|_, log| {
        for Written { entry, effects, .. } in log {
            for event in &entry.events {
                let Event::OfferMade { expires: due, .. } = *event else { continue };
                let timer = effect::Timer { kind: TimerKind::Offer, number: entry.seq, due };
                prop_assert!(effects.timers.contains(&timer), "{:?}", effects.timers);
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_due_is_left_once_the_clock_has_been_round() {
    let told = stories().run(&story(), |steps| {
        let mut world = World::new(THREADS, CAPACITY);
        for step in &steps {
            world.play(step);
            let mut round = world.clone();
            round.strike(false);
            let late = |o: &Offer| o.expires <= round.now;
            prop_assert!(!round.threads().any(|t| t.conversation.offers.iter().any(late)));
        }
        Ok(())
    });
    told.unwrap_or_else(|broken| panic!("{broken}"));
}

#[test]
fn somebody_watches_for_the_silence_of_every_customer_whom_we_wait_for() {
    after_every_step(|world| {
        for at in 0..THREADS {
            let Some(c) = world.thread(at).map(|t| &t.conversation) else { continue };
            let watches = |(thread, timer): &(usize, effect::Timer)| {
                let its = (*thread, timer.number) == (at, u64::from(c.number));
                its && timer.kind == TimerKind::Idle
            };
            let watched = world.timers.iter().any(watches);
            prop_assert!(watched || c.status != domain::Status::Pending, "{:?}", c);
        }
        Ok(())
    });
}

#[test]
fn a_customer_sees_everything_meant_for_everyone_and_nothing_else() {
    of_everything_written(|_, log| {
        for Written { entry, .. } in log {
            let meant = |e: &&Event| audience::of(e) == Audience::Everyone;
            let seen = audience::for_customer(entry);
            prop_assert_eq!(seen.len(), entry.events.iter().filter(meant).count());
            let shown = format!("{seen:?}");
            prop_assert!(!shown.contains(INTERNAL), "{}", shown);
            prop_assert!(!ACTORS.iter().any(|name| shown.contains(name)), "{}", shown);
        }
        Ok(())
    });
}

#[test]
fn what_is_said_in_a_discussion_is_for_its_two_sides_only() {
    of_everything_written(|_, log| {
        let mut sides: BTreeMap<u64, [AgentId; 2]> = BTreeMap::new();
        for Written { entry, .. } in log {
            for event in &entry.events {
                if let Event::OfferMade { from, to, .. } = event {
                    sides.insert(entry.seq, [from.clone(), to.clone()]);
                }
                if let Event::DiscussionMessage { discussion, .. } = event {
                    for reader in everybody() {
                        let may = sides[discussion].contains(&reader);
                        prop_assert_eq!(audience::agent_sees(event, &reader), may, "{}", reader);
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_the_engine_notes_for_itself_is_for_nobody() {
    of_everything_written(|_, log| {
        for event in log.iter().flat_map(|w| &w.entry.events) {
            if matches!(event, Event::TimerArmed { .. }) {
                prop_assert!(!everybody().any(|reader| audience::agent_sees(event, &reader)));
            }
        }
        Ok(())
    });
}

#[test]
fn the_customers_position_counts_what_they_have_seen() {
    of_everything_written(|_, log| {
        let mut seen = 0;
        for Written { entry, after, .. } in log {
            seen += u64::from(!audience::for_customer(entry).is_empty());
            prop_assert_eq!(after.public_seq, seen);
        }
        Ok(())
    });
}

#[test]
fn positions_are_dense() {
    of_everything_written(|_, log| {
        for (written, expected) in log.iter().zip(1..) {
            prop_assert_eq!((written.entry.seq, written.after.seq), (expected, expected));
        }
        Ok(())
    });
}

#[test]
fn replaying_the_log_as_stored_gives_every_state_again() {
    of_everything_written(|at, log| {
        let mut state = None;
        for Written { entry, after, .. } in log {
            let stored = serde_json::to_string(entry).unwrap();
            let read = Entry { seq: entry.seq, ..serde_json::from_str(&stored).unwrap() };
            state = evolve(&thread_id(at), state, &read);
            prop_assert_eq!(state.as_ref(), Some(after));
        }
        Ok(())
    });
}

#[test]
fn a_state_reads_back_as_stored() {
    of_everything_written(|_, log| {
        for Written { after, .. } in log {
            let stored = serde_json::to_string(after).unwrap();
            let read: Thread = serde_json::from_str(&stored).unwrap();
            prop_assert_eq!(&Thread { id: after.id.clone(), ..read }, after);
        }
        Ok(())
    });
}

#[test]
fn a_message_only_moves_forward_until_it_is_tried_again() {
    of_everything_written(|_, log| {
        let mut reached = BTreeMap::new();
        for Written { entry, .. } in log {
            for event in &entry.events {
                match event {
                    Event::AgentMessage { .. } => {
                        reached.insert(entry.seq, DeliveryStatus::Pending);
                    }
                    Event::MessageRetried { message } => {
                        let was = reached.insert(*message, DeliveryStatus::Pending);
                        prop_assert_eq!(was, Some(DeliveryStatus::Failed));
                    }
                    Event::Delivery(Delivery { message, status, .. }) => {
                        let was = reached.insert(*message, *status).unwrap();
                        prop_assert!(was < *status, "{:?} became {:?}", was, status);
                        let lost = *status == DeliveryStatus::Failed;
                        prop_assert!(!lost || was < DeliveryStatus::Delivered);
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_queue_holds_exactly_the_conversations_that_wait() {
    after_every_step(|world| {
        let mut waiting: Vec<_> = world
            .threads()
            .filter(|t| t.conversation.status == domain::Status::Queued)
            .map(|t| (t.conversation_id(), t.conversation.queue.clone()))
            .collect();
        let mut held: Vec<_> =
            world.queue.iter().map(|p| (p.conversation.clone(), p.queue.clone())).collect();
        waiting.sort();
        held.sort();
        prop_assert_eq!(held, waiting);
        Ok(())
    });
}

#[test]
fn an_owner_is_neither_asked_nor_consulted_about_their_own() {
    after_every_step(|world| {
        for c in world.threads().map(|t| &t.conversation) {
            prop_assert!(c.offers.iter().all(|o| c.is_owner(&o.from) && !c.is_owner(&o.to)));
            let by_owner = |d: &Discussion| c.is_owner(&d.initiator);
            prop_assert!(c.discussions.iter().all(by_owner));
            prop_assert!(!c.owner.as_ref().is_some_and(|owner| c.consults(owner)));
        }
        Ok(())
    });
}

#[test]
fn one_entry_never_writes_the_same_record_twice() {
    of_everything_written(|_, log| {
        for Written { effects, .. } in log {
            let mut touched = BTreeSet::new();
            for change in &effects.engagements {
                let (effect::EngagementChange::Opened { offer, .. }
                | effect::EngagementChange::Closed { offer, .. }
                | effect::EngagementChange::Ended { offer, .. }) = change;
                prop_assert!(touched.insert(offer), "{} twice", offer);
            }
        }
        Ok(())
    });
}

#[test]
fn a_repeated_answer_names_the_end_that_the_offer_found() {
    after_every_step(|world| {
        for (record, status) in world.records.iter().filter(|(_, s)| **s != OfferStatus::Pending) {
            let at = (0..THREADS).find(|at| record.thread == thread_id(*at)).unwrap();
            let again = Command::AcceptOffer { offer: record.number };
            let refusal = world.clone().give(at, &agent(MARK), &again).unwrap_err();
            prop_assert_eq!(refusal, domain::Refusal::OfferClosed { status: *status });
        }
        Ok(())
    });
}

#[test]
fn the_state_of_any_story_stays_far_from_its_worst() {
    of_everything_written(|_, log| {
        for Written { after, .. } in log {
            prop_assert!(sizes::of(after) <= 1_400, "{:?}", after);
        }
        Ok(())
    });
}

#[test]
fn the_state_at_its_worst_stays_within_2048_bytes_and_a_usual_one_within_600() {
    let (worst, usual) = (sizes::of(&sizes::worst()), sizes::of(&sizes::usual()));
    println!("at its worst {worst} bytes, usually {usual}");
    assert_eq!(invariant::broken_by(&sizes::worst()), None);
    assert!(worst <= 2_048, "{worst} bytes at the worst");
    assert!(usual <= 600, "{usual} bytes usually");
}

/// Laws mean little in stories in which nothing happens.
#[test]
fn the_stories_tell_of_everything_that_can_happen() {
    let mut told = BTreeSet::new();
    let mut teller = TestRunner::deterministic();
    for _ in 0..300 {
        let steps = story().new_tree(&mut teller).unwrap().current();
        let mut world = World::new(THREADS, CAPACITY);
        let refused: Vec<_> = steps.iter().filter_map(|step| world.play(step)).collect();
        told.extend(refused.iter().map(|refusal| refusal.code().to_owned()));
        let events = world.logs.iter().flatten().flat_map(|w| &w.entry.events);
        told.extend(events.map(crate::pure::orders::event));
    }
    let untold: Vec<_> = EVERYTHING.split_whitespace().filter(|e| !told.contains(*e)).collect();
    assert!(untold.is_empty(), "{untold:?} are never told, only {told:?}");
}

const EVERYTHING: &str = "
    Opened CustomerMessage CustomerLeft AgentMessage MessageRetried Comment Requeued Abandoned
    Delivery(Sent) Delivery(Delivered) Delivery(Read) Delivery(Failed) IdentityChanged
    Assigned(Picked) Assigned(Transfer) Assigned(Manager) Assigned(Offer)
    Resolved(Agent) Resolved(Inactivity) OfferMade(Assign) OfferMade(Discuss)
    Accepted Rejected Withdrawn TimedOut Rescinded
    DiscussionMessage DiscussionLeft DiscussionEnded(Ended) DiscussionEnded(Left)
    DiscussionEnded(Transferred) DiscussionEnded(ConversationEnded)
    TimerArmed(Offer) TimerArmed(Idle)
    at_capacity target_full target_unavailable offer_closed offer_pending already_taken
    target_consults consulting not_owner conversation_closed";
