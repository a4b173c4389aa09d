//! A queue's rows of waiting conversations, and their truth after every change.

use std::sync::atomic::Ordering::SeqCst;

use crate::world::scene::{SMITH, does, has, people, taken, text, waiting, waits};
use crate::world::{Agent, World, asks};
use domain::Millis;
use serde_json::{Value, json};

/// The row of a conversation in the last push of its queue.
#[track_caller]
fn row(agent: &Agent<'_>, conversation: &str) -> Value {
    let pushes = agent.told("queue");
    let newest = pushes.last().unwrap_or_else(|| panic!("{} was told of no queue", agent.id));
    let rows = newest["queue"]["waiting"].as_array().unwrap();
    rows.iter().find(|r| r["conversation"] == conversation).unwrap().clone()
}

#[tokio::test]
async fn a_row_shows_the_customer_and_the_colleagues_marks() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let id = waits(&world, SMITH).await;
    let state = world.state(&world.thread(SMITH)).await;
    world.fan_out().await;
    has(
        &row(&mark, &id),
        json!({"reference": state.conversation_id().reference(), "alias": null, "tags": [],
               "labels": [], "contact": state.contact.to_string(), "name": "Smith",
               "summary": "My kettle leaks"}),
    );
}

#[tokio::test]
async fn a_row_changes_at_once_with_tags_labels_alias_and_name() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let id = waits(&world, SMITH).await;
    let contact = world.state(&world.thread(SMITH)).await.contact;
    let mut wanted = json!({"summary": "My kettle leaks"});
    for (command, field, value) in [
        (json!({"type": "tag", "add": ["Recall"]}), "tags", json!(["Recall"])),
        (json!({"type": "label", "add": ["Escalated"]}), "labels", json!(["Escalated"])),
        (json!({"type": "name", "alias": "Red kettle"}), "alias", json!("Red kettle")),
        (json!({"type": "tag", "remove": ["Recall"]}), "tags", json!([])),
        (Value::Null, "name", json!("Joan")),
    ] {
        if command.is_null() {
            let change = json!({"version": 0, "name": "Joan"});
            let route = format!("/v1/contacts/{contact}");
            assert_eq!(asks(&world, "mark", "PATCH", &route, change).await.0, 200);
        } else {
            does(&mark, &id, command).await;
        }
        wanted[field] = value;
        world.fan_out().await;
        has(&row(&martha, &id), wanted.clone());
    }
    // A comment is not for the list: the queue sends no push.
    does(&mark, &id, json!({"type": "comment", "text": "Third one today"})).await;
    world.fan_out().await;
    assert_eq!(martha.told("queue"), Vec::<Value>::new());
}

#[tokio::test]
async fn a_row_reaches_an_agent_although_the_gateway_throttles_its_push() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    world.fan_out().await;
    mark.told("queue");
    let id = waits(&world, SMITH).await;
    // The client of AWS gives up after three tries.
    world.wires.posts_throttled.store(4, SeqCst);
    world.fan_out().await;
    has(&row(&mark, &id), json!({"summary": "My kettle leaks"}));
}

#[tokio::test]
async fn the_preview_grows_with_the_customers_messages() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let id = waits(&world, SMITH).await;
    does(&mark, &id, json!({"type": "tag", "add": ["Recall"]})).await;
    for line in ["It is the red one", "Are you there?"] {
        world.stand_still_until(world.now() + Millis::seconds(1));
        world.customer_writes(SMITH, line).await;
        world.fan_out().await;
        has(&row(&mark, &id), json!({"summary": line, "tags": ["Recall"]}));
    }
}

#[tokio::test]
async fn a_row_that_moves_in_the_queue_keeps_its_preview() {
    let world = World::new().await;
    let [olga] = people(&world, ["olga"]).await;
    let id = waits(&world, SMITH).await;
    world.project().await;
    does(&olga, &id, json!({"type": "prioritise", "priority": 7})).await;
    has(&waiting(&world, "support").await[0], json!({"priority": 7, "summary": "My kettle leaks"}));
    let transfer = json!({"type": "transfer", "to": {"queue": "returns"}});
    does(&olga, &id, transfer).await;
    has(&waiting(&world, "returns").await[0], json!({"summary": "My kettle leaks"}));
}

#[tokio::test]
async fn a_requeued_row_shows_the_note_or_else_the_newest_line() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let id = taken(&world, &mark, SMITH).await;
    does(&mark, &id, text("One moment")).await;
    world.customer_writes(SMITH, "I will wait").await;
    world.project().await;
    let back = json!({"type": "transfer", "to": {"queue": "returns"}});
    does(&mark, &id, back.clone()).await;
    has(&waiting(&world, "returns").await[0], json!({"summary": "I will wait"}));
    does(&mark, &id, json!({"type": "accept"})).await;
    let mut noted = back;
    noted["note"] = json!("Wants her money back");
    does(&mark, &id, noted).await;
    has(&waiting(&world, "returns").await[0], json!({"summary": "Wants her money back"}));
}
