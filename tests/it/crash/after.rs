//! The state after everything that was cut off has been done again.

use crate::world::{CrashPoint, World, sqs};
use domain::Millis;
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::*;

/// Calls a function until it has handled the event, as queues and streams do.
pub(super) async fn until_handled(world: &World, function: &str, event: Value) {
    for _ in 0..5 {
        let answer = world.call_or_crash(function, event.clone()).await;
        if answer.is_some_and(|a| a["batchItemFailures"].as_array().is_none_or(Vec::is_empty)) {
            return;
        }
    }
    panic!("{function} never handles {event}");
}

/// Lets time go by, and everything that falls due act.
pub(super) async fn pass(world: &World, span: Millis) {
    let end = world.now() + span;
    loop {
        while let Some((due, body)) = world.wires.next_timer(end) {
            world.stand_still_until(due.max(world.now()));
            until_handled(world, "timers", sqs(&body)).await;
        }
        if world.now() >= end {
            return;
        }
        world.stand_still_until(end.min(world.now() + Millis::minutes(1)));
        until_handled(world, "timers", json!({"source": "aws.events"})).await;
    }
}

/// Works off streams and queues and lets the clock go round, until nothing is on its way.
pub(super) async fn settle(world: &World) {
    for _ in 0..10 {
        let mut busy = false;
        for function in ["projection", "fanout"] {
            for event in world.wires.stream_batches(function) {
                busy = true;
                until_handled(world, function, event).await;
            }
        }
        while let Some(body) = world.wires.next_outbox() {
            busy = true;
            until_handled(world, "deliver", sqs(&body)).await;
        }
        while let Some((_, body)) = world.wires.next_timer(world.now()) {
            busy = true;
            until_handled(world, "timers", sqs(&body)).await;
        }
        if !busy {
            return;
        }
    }
    panic!("it never comes to rest");
}

/// Each step has its time, so that everything that has to happen after a crash happens within it:
/// the end of a lease that nobody gives back, a look that comes again, a round of the clock.
///
/// The clock goes round at once, too: it makes a lost wake-up good before that wake-up's work is
/// due. A later round would bring news late and leave a warning out, as with any clock.
pub(super) async fn rest(world: &World, until: Millis) {
    settle(world).await;
    until_handled(world, "timers", json!({"source": "aws.events"})).await;
    settle(world).await;
    while world.now() < until {
        pass(world, Millis::seconds(45).min(until - world.now())).await;
        settle(world).await;
    }
}

/// The state after each step of a run, and the number of calls that each step makes.
pub(super) async fn clean(story: &Story) -> (Vec<Value>, Vec<usize>) {
    let world = World::new().await;
    let mut run = Run::begin(&world, story).await;
    let (mut seen, mut calls) = (vec![run.seen().await], Vec::new());
    for number in 0..story.steps.len() {
        run.go(number).await;
        calls.push(world.wires.calls());
        seen.push(run.seen().await);
    }
    run.check_acks().await;
    (seen, calls)
}

/// The story with a crash in step `number`. The caller asks again at once, or after everything else
/// has come to rest.
///
/// Returns whether the step made such a call: an earlier run may have left something in memory that
/// spares it.
pub(super) async fn broken(
    story: &Story,
    clean: &[Value],
    number: usize,
    point: CrashPoint,
) -> bool {
    // Some callers ask again at once, others when all is quiet. The test plays the story to its end
    // only now and then, since the same state leads to the same end.
    let at_once = (point.calls + number).is_multiple_of(2);
    let to_the_end = (point.calls + number).is_multiple_of(8);
    let where_ = format!("{}: step {number}, {point:?}, at once: {at_once}", story.name);
    let world = World::new().await;
    let mut run = Run::begin(&world, story).await;
    for before in 0..number {
        run.go(before).await;
    }
    let began = world.now();
    let fixed = run.fix(number).await;
    world.wires.crash_at(Some(point));
    let mut done = run.attempt(&fixed).await;
    if !done && !at_once {
        rest(&world, began + Millis(STEP.0 / 2)).await;
    }
    for _ in 0..4 {
        if done {
            break;
        }
        done = run.attempt(&fixed).await;
    }
    assert!(done, "{where_}: it never goes through");
    run.alone(number, began).await;
    if world.wires.crash_left() {
        return false;
    }
    let seen = run.seen().await;
    assert!(seen == clean[number + 1], "{where_}: {}", difference(&clean[number + 1], &seen));
    if to_the_end {
        for after in number + 1..story.steps.len() {
            run.go(after).await;
        }
        let seen = run.seen().await;
        let end = clean.last().unwrap();
        assert!(seen == *end, "{where_}, in the end: {}", difference(end, &seen));
    }
    run.check_acks().await;
    true
}

/// The parts that differ.
pub(super) fn difference(expected: &Value, found: &Value) -> String {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            let names: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            let parts = names
                .into_iter()
                .filter(|n| a.get(*n) != b.get(*n))
                .map(|n| format!("{n}: {}", difference(&expected[n], &found[n])));
            parts.collect::<Vec<_>>().join("; ")
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let parts = a.iter().zip(b).filter(|(a, b)| a != b);
            parts.map(|(a, b)| difference(a, b)).collect::<Vec<_>>().join("; ")
        }
        _ => format!("expected {expected}, found {found}"),
    }
}
