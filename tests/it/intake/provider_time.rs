//! The provider's clock counts for the sending window and for the time on screens, ours for waits
//! and targets. A time ahead of our clock bounds nothing.

use crate::intake::webhooks::texts_of;
use crate::world::{Agent, World, reads};
use domain::Millis;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

fn sent(id: &str, at: Value) -> Value {
    json!({"messages": [{"from": SMITH, "id": id, "timestamp": at, "type": "text",
                         "text": {"body": id}}]})
}

fn seconds(at: Millis) -> Value {
    json!((at.0 / 1_000).to_string())
}

async fn texts(world: &World) -> Vec<String> {
    texts_of(world, &world.thread(SMITH)).await
}

async fn taken<'a>(world: &'a World, mark: &Agent<'a>) -> String {
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    conversation
}

async fn answers(mark: &Agent<'_>, conversation: &str) -> Value {
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", conversation, send).await
}

#[tokio::test]
async fn the_window_counts_from_the_moment_when_the_customer_wrote() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let wrote = world.now() - Millis::hours(30);
    world.webhook(&sent("wamid.1", seconds(wrote))).await;
    let conversation = taken(&world, &mark).await;
    assert_eq!(answers(&mark, &conversation).await["code"], "window_closed");
    let shown = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    let until = shown["conversation"]["window_until"].as_i64().unwrap();
    assert_eq!(until, (wrote + Millis::hours(24)).0);
    // The customer's wait, and the target, count from the arrival.
    let state = world.state(&world.thread(SMITH)).await.conversation;
    assert_eq!(state.waiting_since, world.now());
    assert_eq!(state.opened_at, world.now());
}

#[tokio::test]
async fn a_straggler_neither_extends_the_window_nor_shortens_it() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let wrote = world.now();
    world.webhook(&sent("wamid.1", seconds(wrote))).await;
    let conversation = taken(&world, &mark).await;
    world.stand_still_until(wrote + Millis::hours(23));
    world.webhook(&sent("wamid.0", seconds(wrote - Millis::hours(1)))).await;
    let state = world.state(&world.thread(SMITH)).await.conversation;
    assert_eq!(state.customer_at.0 / 1_000, wrote.0 / 1_000);
    assert_eq!(answers(&mark, &conversation).await["type"], "ack");
    world.stand_still_until(wrote + Millis::hours(24) + Millis::seconds(1));
    assert_eq!(answers(&mark, &conversation).await["code"], "window_closed");
}

#[tokio::test]
async fn the_time_of_sending_is_never_after_the_arrival() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.webhook(&sent("wamid.0", seconds(world.now()))).await;
    let conversation = taken(&world, &mark).await;
    mark.frames();
    let (hour, year) = (Millis::hours(1), Millis::hours(24 * 365));
    for (id, claimed) in [
        ("wamid.1", seconds(world.now() + hour)),
        ("wamid.2", seconds(world.now() + year)),
        ("wamid.3", json!(null)),
        ("wamid.4", json!("soon")),
    ] {
        world.webhook(&sent(id, claimed)).await;
        assert_eq!(mark.event_of("customer_message")["sent_at"], world.now().0, "{id}");
    }
    // Intake reads thousandths of a second as such.
    let before = world.now() - hour;
    world.webhook(&sent("wamid.5", json!(before.0))).await;
    assert_eq!(mark.event_of("customer_message")["sent_at"], before.0);
    let state = world.state(&world.thread(SMITH)).await.conversation;
    assert_eq!(state.customer_at, world.now());
    assert_eq!(answers(&mark, &conversation).await["type"], "ack");
}

#[tokio::test]
async fn a_time_ahead_of_our_clock_does_not_let_a_repetition_through() {
    let (hour, day) = (Millis::hours(1), Millis::hours(24));
    for ahead in [Millis::seconds(6), hour, Millis(day.0 * 3), Millis(day.0 * 365 * 30)] {
        let world = World::new().await;
        let odd = sent("wamid.odd", seconds(world.now() + ahead));
        world.webhook(&odd).await;
        for n in 0..30 {
            world.stand_still_until(world.now() + Millis::seconds(20));
            world.webhook(&sent(&format!("wamid.{n}"), seconds(world.now()))).await;
        }
        world.webhook(&odd).await;
        // The same holds once that time has come.
        world.stand_still_until(world.now() + Millis::hours(5));
        world.webhook(&odd).await;
        world.stand_still_until(world.now() + Millis::hours(96));
        world.webhook(&odd).await;
        let texts = texts(&world).await;
        assert_eq!(texts.iter().filter(|t| *t == "wamid.odd").count(), 1, "{ahead}");
        assert_eq!(texts.len(), 31);
    }
    // Times in thousandths, and values that are no time.
    for odd in [json!(1_767_688_200_000_i64), json!("9".repeat(300)), json!("yesterday")] {
        let world = World::new().await;
        let odd = sent("wamid.odd", odd);
        world.webhook(&odd).await;
        for n in 0..30 {
            world.webhook(&sent(&format!("wamid.{n}"), seconds(world.now()))).await;
        }
        world.webhook(&odd).await;
        assert_eq!(texts(&world).await.len(), 31);
    }
}
