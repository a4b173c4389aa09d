//! A table that conflicts, throttles, and loses answers after it has written.

use crate::world::{Fault, World, sqs};
use domain::{Event, Millis, Status};
use serde_json::json;

const SMITH: &str = "16505551234";

/// The whole story with one fault at its `at`-th write; every acknowledged command must be in the
/// log.
async fn story_with(fault: Fault, at: usize) -> bool {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    // Faults wait in line: the first `at` writes go well.
    world.wires.break_after(at, fault);
    let id = "wamid.first";
    let message = world.text_message(SMITH, "My kettle leaks", id);
    while world.webhook(&message).await["statusCode"] != 200 {}
    let conversation = format!("{}-1", world.thread(SMITH));
    let mut n = 0;
    let mut command = async |agent: &crate::world::Agent<'_>, action: &str, command| {
        n += 1;
        let id = format!("command-{n:04}");
        loop {
            let seen = None;
            let answer = agent
                .does_as(&id, action, &conversation, seen, serde_json::Value::clone(&command))
                .await;
            match answer["code"].as_str() {
                None => return answer["seq"].as_u64().unwrap(),
                Some("unavailable" | "busy") => {}
                Some(code) => panic!("{code} to {command}"),
            }
        }
    };
    command(&mark, "assignment", json!({"type": "accept"})).await;
    let offer = command(&mark, "discuss", json!({"type": "discuss", "to": "martha"})).await;
    let offer_id = format!("{}-o{offer}", world.thread(SMITH));
    command(&martha, "assignment", json!({"type": "accept_offer", "offer": offer_id})).await;
    let discussion = format!("{}-d{offer}", world.thread(SMITH));
    command(&mark, "discuss", json!({"type": "say", "discussion": discussion, "text": "?"})).await;
    command(&martha, "discuss", json!({"type": "leave_discussion", "discussion": discussion}))
        .await;
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}});
    command(&mark, "transfer", transfer).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    command(&martha, "messaging", send).await;
    command(&martha, "assignment", json!({"type": "resolve"})).await;
    let met = world.wires.faults_left() == 0;
    check(&world).await;
    met
}

async fn check(world: &World) {
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.status, Status::Resolved);
    let log = world.log(&thread.id).await;
    let seqs: Vec<u64> = log.iter().map(|e| e.seq).collect();
    assert_eq!(seqs, (1..=log.len() as u64).collect::<Vec<_>>(), "dense");
    let count = |wanted: fn(&Event) -> bool| {
        log.iter().flat_map(|e| &e.events).filter(|e| wanted(e)).count()
    };
    assert_eq!(count(|e| matches!(e, Event::CustomerMessage(_))), 1);
    assert_eq!(count(|e| matches!(e, Event::OfferMade(_))), 1);
    assert_eq!(count(|e| matches!(e, Event::AgentMessage(_))), 1);
    assert_eq!(count(|e| matches!(e, Event::Assigned(_))), 2);
    let (waiting, _) = world.app.store.waiting(&"support".parse().unwrap(), 10).await.unwrap();
    assert!(waiting.is_empty());
    for (agent, workload) in world.app.store.workloads().await.unwrap() {
        assert!(workload.open.is_empty() && workload.inbox.is_empty(), "{agent}'s desk is cleared");
    }
}

#[tokio::test]
async fn a_conflict_at_any_write_changes_nothing_in_the_end() {
    for at in 0..12 {
        story_with(Fault::Conflict, at).await;
    }
}

#[tokio::test]
async fn an_answer_lost_after_any_commit_doubles_nothing() {
    let mut met = 0;
    for at in 0..12 {
        met += usize::from(story_with(Fault::LostAnswer, at).await);
    }
    assert!(met >= 9, "the story has at least nine writes, {met} were broken");
}

#[tokio::test]
async fn a_broken_line_at_any_write_loses_nothing() {
    for at in 0..12 {
        story_with(Fault::Unreachable, at).await;
    }
}

#[tokio::test]
async fn a_throttled_write_is_tried_again() {
    story_with(Fault::Throttle, 0).await;
}

#[tokio::test]
async fn a_socket_that_is_gone_is_forgotten_and_only_that_one() {
    let world = World::new().await;
    let (first, second) = (world.agent("mark").await, world.agent("mark").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    world.wires.lose_socket(&second.socket);
    first.does("assignment", &conversation, json!({"type": "accept"})).await;
    let workloads = world.app.store.workloads().await.unwrap();
    let sockets = &workloads[&"mark".parse().unwrap()].sockets;
    assert_eq!(sockets.iter().collect::<Vec<_>>(), [&first.socket]);
}

/// Mark has taken Smith and asked Martha, who has not answered.
async fn asked(world: &World) {
    let (mark, _martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("discuss", &conversation, json!({"type": "discuss", "to": "martha"})).await;
}

#[tokio::test]
async fn a_timer_that_fires_twice_acts_once() {
    let world = World::new().await;
    asked(&world).await;
    // The timer fires once by the wake-up, and once more by each sweep until it is forgotten.
    world.call("timers", json!({"source": "aws.events"})).await;
    world.pass(Millis::minutes(3)).await;
    let log = world.log(&world.thread(SMITH)).await;
    let ends = log.iter().flat_map(|e| &e.events).filter(|e| matches!(e, Event::OfferClosed(_)));
    assert_eq!(ends.count(), 1);
}

#[tokio::test]
async fn a_timer_that_fires_too_early_is_set_again() {
    let world = World::new().await;
    asked(&world).await;
    let end = world.now() + Millis::minutes(3);
    let (due, body) = world.wires.next_timer(end).unwrap();
    assert!(world.now() < due);
    world.call("timers", sqs(&body)).await;
    assert_eq!(world.wires.next_timer(end).map(|(again, _)| again), Some(due));
}
