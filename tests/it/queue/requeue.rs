//! Requeue: owners who leave a customer without an answer, and owners who went home.

use crate::sla::{ANSWER, of, owner, status};
use crate::world::World;
use crate::world::scene::{SMITH, does, people, set, taken, waits};
use domain::{Millis, Status};
use serde_json::json;

#[tokio::test]
async fn an_owner_who_does_not_answer_is_warned_and_then_loses_the_conversation() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    // Another customer waits for longer, and yet comes second.
    world.stand_still_until(world.now() - Millis::minutes(1));
    waits(&world, "16505550000").await;
    world.stand_still_until(world.now() + Millis::minutes(1));
    world.pass(Millis::minutes(9)).await;
    let ahead = mark.event_of("requeue_ahead");
    assert_eq!(ahead["at"], (world.now() + Millis::minutes(1)).0);
    assert_eq!(owner(&world, SMITH).await.as_deref(), Some("mark"));
    world.pass(Millis::minutes(1)).await;
    let requeued = mark.event_of("requeued");
    assert_eq!((&requeued["cause"], &requeued["from"]), (&json!("unanswered"), &json!("mark")));
    assert_eq!(status(&world, SMITH).await, Status::Queued);
    let (places, _) = world.app.store.waiting(&"support".parse().unwrap(), 5).await.unwrap();
    assert_eq!(places[0].conversation.to_string(), conversation, "to the front");
    does(&martha, &conversation, json!({"type": "accept"})).await;
}

#[tokio::test]
async fn an_owner_who_answers_in_time_keeps_the_conversation() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    world.pass(Millis::minutes(9)).await;
    does(&mark, &conversation, ANSWER()).await;
    world.pass(Millis::minutes(30)).await;
    assert_eq!(owner(&world, SMITH).await.as_deref(), Some("mark"));
    world.customer_writes(SMITH, "And the lid?").await;
    mark.frames();
    world.pass(Millis::minutes(9)).await;
    assert_eq!(of(&mark.events(), "requeue_ahead").len(), 1, "every wait is watched");
}

#[tokio::test]
async fn a_timer_of_an_earlier_owner_never_takes_the_conversation_from_the_next() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    world.pass(Millis::minutes(8)).await;
    let give = json!({"type": "transfer", "to": {"agent": "martha"}});
    does(&mark, &conversation, give).await;
    martha.frames();
    world.pass(Millis::minutes(3)).await;
    assert_eq!(
        owner(&world, SMITH).await.as_deref(),
        Some("martha"),
        "she has her own ten minutes"
    );
    world.pass(Millis::minutes(7)).await;
    assert_eq!(status(&world, SMITH).await, Status::Queued);
}

#[tokio::test]
async fn conversations_of_an_owner_who_went_home_go_back_to_the_queue() {
    let world = World::new().await;
    set(&world, "", json!({"offline_requeue_after_seconds": 120})).await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, ANSWER()).await;
    mark.leaves().await;
    world.pass(Millis::seconds(119)).await;
    assert_eq!(owner(&world, SMITH).await.as_deref(), Some("mark"));
    world.pass(Millis::seconds(1)).await;
    assert_eq!(status(&world, SMITH).await, Status::Queued);
    does(&martha, &conversation, json!({"type": "accept"})).await;
}

#[tokio::test]
async fn an_owner_who_comes_back_in_time_keeps_their_conversations() {
    let world = World::new().await;
    set(&world, "", json!({"offline_requeue_after_seconds": 120})).await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, ANSWER()).await;
    mark.leaves().await;
    world.pass(Millis::seconds(60)).await;
    let _again = world.agent("mark").await;
    world.pass(Millis::minutes(5)).await;
    assert_eq!(owner(&world, SMITH).await.as_deref(), Some("mark"));
}

#[tokio::test]
async fn an_owner_who_went_home_keeps_their_conversations_by_default() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, ANSWER()).await;
    mark.leaves().await;
    world.pass(Millis::hours(2)).await;
    assert_eq!(owner(&world, SMITH).await.as_deref(), Some("mark"));
}
