//! The work of the clock: first responses, requeues, silence, closing phrases, reopening, closed
//! doors, owners who went home.

use crate::world::scene::{SMITH, does, people, set, taken, waits};
use crate::world::{Visitor, World};
use domain::{Millis, Status};
use serde_json::{Value, json};

pub(crate) async fn status(world: &World, address: &str) -> Status {
    world.state(&world.thread(address)).await.conversation.status
}

pub(crate) async fn owner(world: &World, address: &str) -> Option<String> {
    let owner = world.state(&world.thread(address)).await.conversation.owner;
    owner.map(|owner| owner.to_string())
}

pub(crate) fn of<'a>(events: &'a [Value], kind: &str) -> Vec<&'a Value> {
    events.iter().filter(|e| e["type"] == kind).collect()
}

pub(crate) const ANSWER: fn() -> Value =
    || json!({"type": "send", "content": {"kind": "text", "text": "Let me look."}});

#[tokio::test]
async fn an_alert_comes_before_the_first_response_is_late_and_when_it_is() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    taken(&world, &mark, SMITH).await;
    mark.frames();
    world.pass(Millis::seconds(19)).await;
    assert!(of(&mark.events(), "first_answer_due").is_empty(), "it is not due yet");
    world.pass(Millis::seconds(1)).await;
    assert_eq!(mark.event_of("first_answer_due")["late"], false);
    world.pass(Millis::seconds(10)).await;
    assert_eq!(mark.event_of("first_answer_due")["late"], true);
    world.pass(Millis::minutes(5)).await;
    assert!(of(&mark.events(), "first_answer_due").is_empty(), "once is enough");
}

#[tokio::test]
async fn no_alert_when_the_first_response_is_in_time() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    world.pass(Millis::seconds(15)).await;
    does(&mark, &conversation, ANSWER()).await;
    mark.frames();
    world.pass(Millis::minutes(8)).await;
    assert!(of(&mark.events(), "first_answer_due").is_empty());
    let (opened, answered) = {
        let thread = world.state(&world.thread(SMITH)).await;
        (thread.conversation.opened_at, thread.conversation.answered_at)
    };
    assert_eq!(answered, Some(opened + Millis::seconds(15)), "how long it took is kept");
}

#[tokio::test]
async fn a_visitor_who_falls_silent_in_the_queue_has_left() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let status = || async { world.state(&vera.thread()).await.conversation.status };
    world.pass(Millis::minutes(10)).await;
    vera.writes("anybody there?").await;
    world.pass(Millis::minutes(14)).await;
    assert_eq!(status().await, Status::Queued, "not silent for long enough");
    world.pass(Millis::minutes(1)).await;
    assert_eq!(status().await, Status::Abandoned);
}

#[tokio::test]
async fn a_whatsapp_customer_waits_in_the_queue_without_a_limit() {
    let world = World::new().await;
    waits(&world, SMITH).await;
    world.pass(Millis::hours(3)).await;
    assert_eq!(status(&world, SMITH).await, Status::Queued);
}

#[tokio::test]
async fn timers_that_come_doubled_do_not_multiply() {
    let world = World::new().await;
    set(&world, "", json!({"requeue_after_seconds": 40, "requeue_warning_seconds": 20})).await;
    waits(&world, SMITH).await;
    // Every minute the sweep brings the stored timers, beside those of wake-ups.
    for _ in 0..30 {
        world.pass(Millis::minutes(1)).await;
    }
    let mut armed = 0;
    for minute in -2..5 {
        armed += world.app.store.due(world.now().minute() + minute).await.unwrap().len();
    }
    assert_eq!(armed, 1, "one watch, one timer");
}
