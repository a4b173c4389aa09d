//! Owners who went home.

use crate::sla::ANSWER;
use crate::world::World;
use crate::world::scene::{SMITH, does, people, set, taken};
use domain::{Millis, Status};
use serde_json::json;

async fn status(world: &World, address: &str) -> Status {
    world.state(&world.thread(address)).await.conversation.status
}

async fn owner(world: &World, address: &str) -> Option<String> {
    let owner = world.state(&world.thread(address)).await.conversation.owner;
    owner.map(|owner| owner.to_string())
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
