//! Wake-ups: a function that writes an entry wakes those who carry on, whichever function it is.

use crate::world::scene::{SMITH, does, people, sent, set, taken};
use crate::world::{World, asks};
use domain::Millis;
use serde_json::{Value, json};

const CLOSED: &str = "We are back on Monday at nine.";

/// A world outside its business hours.
async fn closed() -> World {
    let world = World::new().await;
    let week = json!({"sunday": [{"from": "03:00", "to": "03:01"}]});
    let hours = json!({"time_zone": "Europe/Berlin", "week": week});
    set(&world, "", json!({"hours": hours, "off_hours_message": CLOSED})).await;
    world
}

#[tokio::test]
async fn a_customer_of_a_provider_is_told_at_once_that_the_business_is_closed() {
    let world = closed().await;
    world.customer_writes(SMITH, "hello").await;
    assert_eq!(sent(&world).await, [CLOSED]);
}

/// The entry of the customer's message is written, and the reply that it owes is not.
async fn owed(world: &World) -> String {
    world.wires.break_writes_with(Some("auto_reply"));
    world.customer_writes(SMITH, "hello").await;
    assert_eq!(world.wires.next_outbox(), None, "nobody was told");
    format!("{}-1", world.thread(SMITH))
}

#[tokio::test]
async fn whoever_writes_next_pays_a_reply_that_is_still_owed() {
    let discuss = json!({"type": "discuss", "to": "martha"});
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}});
    for next in [json!({"type": "accept"}), discuss, transfer] {
        let world = closed().await;
        let [mark, _] = people(&world, ["mark", "martha"]).await;
        let conversation = owed(&world).await;
        if next["type"] != "accept" {
            does(&mark, &conversation, json!({"type": "accept"})).await;
        }
        world.wires.break_writes_with(None);
        does(&mark, &conversation, next.clone()).await;
        assert_eq!(sent(&world).await, [CLOSED], "{next}");
    }
}

#[tokio::test]
async fn the_stream_pays_a_reply_that_is_still_owed_and_agents_see_it() {
    let world = closed().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = owed(&world).await;
    does(&mark, &conversation, json!({"type": "accept"})).await;
    world.wires.break_writes_with(None);
    mark.frames();
    world.project().await;
    assert_eq!(sent(&world).await, [CLOSED]);
    assert!(serde_json::to_string(&mark.frames()).unwrap().contains(CLOSED));
}

#[tokio::test]
async fn an_offer_that_lapses_within_the_minute_is_queued_by_whoever_makes_it() {
    for by_http in [false, true] {
        let world = World::new().await;
        set(&world, "", json!({"assign_timeout_seconds": 30})).await;
        let [mark, _] = people(&world, ["mark", "martha"]).await;
        let conversation = taken(&world, &mark, SMITH).await;
        world.wires.lose_nudges();
        let transfer = json!({"type": "transfer", "to": {"agent": "martha"}, "mode": "offer"});
        if by_http {
            let command = json!({"id": "by-http-01", "conversation": conversation,
                                 "command": transfer});
            let (status, answer) = asks(&world, "mark", "POST", "/v1/commands", command).await;
            assert_eq!(status, 200, "{answer}");
        } else {
            does(&mark, &conversation, transfer).await;
        }
        let lapses = world.wires.next_timer(world.now() + Millis::seconds(30));
        assert!(lapses.is_some(), "by HTTP: {by_http}");
    }
}

#[tokio::test]
async fn a_worker_whose_time_runs_out_wakes_another_for_the_rest_of_the_outbox() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let texts = ["one", "two", "three"];
    for text in texts {
        let content = json!({"kind": "text", "text": text});
        does(&mark, &conversation, json!({"type": "send", "content": content})).await;
    }
    // Three wake-ups for one thread: the first worker takes all that it has time for.
    let first = world.wires.next_outbox().unwrap();
    while world.wires.next_outbox().is_some() {}
    world.wires.provider.lock().unwrap().takes = Some((world.hand(), Millis::seconds(16)));
    let record: Value = crate::world::sqs(&first);
    world.call("deliver", record).await;
    assert_eq!(world.wires.provider.lock().unwrap().taken.len(), 1);
    assert_eq!(sent(&world).await, texts);
}

/// Each process reads the settings when it starts; the other stories share what one has read.
#[tokio::test]
async fn every_function_may_read_the_settings_when_it_starts() {
    let world = World::new().await;
    for function in world.wires.wiring().functions.clone() {
        let config = world.app.config.clone();
        let app = app::App::new(config, world.clock(), world.connector_of(&function));
        app.directory().await.unwrap();
        assert_eq!(world.wires.denied(), [""; 0], "{function}");
    }
}
