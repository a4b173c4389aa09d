//! A customer who comes back after the end, who ends the conversation with a phrase, or who writes
//! when the doors are closed.

use crate::sla::ANSWER;
use crate::world::scene::{SMITH, does, people, set, taken};
use crate::world::{Visitor, World};
use domain::{Millis, Status};
use serde_json::{Value, json};

async fn status(world: &World, address: &str) -> Status {
    world.state(&world.thread(address)).await.conversation.status
}

#[tokio::test]
async fn a_closing_phrase_is_a_whole_message() {
    let world = World::new().await;
    set(&world, "", json!({"closing_phrases": ["thanks", "resolved"]})).await;
    let [mark] = people(&world, ["mark"]).await;
    taken(&world, &mark, SMITH).await;
    world.customer_writes(SMITH, "Thanks for nothing").await;
    assert_eq!(status(&world, SMITH).await, Status::Active);
    world.customer_writes(SMITH, "  THANKS! \u{1f44d}").await;
    assert_eq!(status(&world, SMITH).await, Status::Resolved);
    assert_eq!(mark.event_of("resolved")["by"], "closing_phrase");
    world.customer_writes(SMITH, "thanks").await;
    assert_eq!(status(&world, SMITH).await, Status::Resolved, "it is no new piece of work");
    world.customer_writes(SMITH, "One more thing").await;
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.number, 2);
}

#[tokio::test]
async fn a_customer_who_comes_back_soon_finds_the_same_conversation_and_agent() {
    let world = World::new().await;
    set(&world, "", json!({"reopen_within_seconds": 3600})).await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, ANSWER()).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    mark.frames();
    world.stand_still_until(world.now() + Millis::minutes(59));
    world.customer_writes(SMITH, "It leaks again").await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!((thread.conversation.number, thread.conversation.status), (1, Status::Active));
    assert_eq!(mark.event_of("assigned")["origin"], "reopened");
}

#[tokio::test]
async fn a_customer_who_comes_back_soon_waits_if_their_agent_is_absent() {
    let world = World::new().await;
    set(&world, "", json!({"reopen_within_seconds": 3600})).await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    mark.leaves().await;
    world.customer_writes(SMITH, "It leaks again").await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!((thread.conversation.number, thread.conversation.status), (1, Status::Queued));
}

#[tokio::test]
async fn a_customer_who_comes_back_late_begins_a_linked_conversation() {
    let world = World::new().await;
    set(&world, "", json!({"reopen_within_seconds": 3600})).await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.stand_still_until(world.now() + Millis::minutes(61));
    world.customer_writes(SMITH, "Another kettle").await;
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.number, 2);
}

#[tokio::test]
async fn a_customer_outside_business_hours_is_told_so_once() {
    let world = World::new().await;
    let closed = json!({
        "hours": {"time_zone": "Europe/Berlin", "week": {"sunday": [{"from": "03:00", "to": "03:01"}]}},
        "off_hours_message": "We are back on Monday at nine.",
    });
    set(&world, "", closed).await;
    let vera = Visitor::connect(&world, "vera").await;
    let frames = vera.writes("hello").await;
    let told = |frames: &[Value]| {
        let said = serde_json::to_string(frames).unwrap();
        said.matches("We are back on Monday at nine.").count()
    };
    assert_eq!(told(&frames), 1, "{frames:?}");
    assert_eq!(told(&vera.writes("anybody?").await), 0);
    assert_eq!(world.state(&vera.thread()).await.conversation.status, Status::Queued);
}
