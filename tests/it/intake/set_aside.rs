//! Intake leaves an unreadable record out and names it to admins; all other records go on.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::json;

use crate::world::{World, asks, reads};

async fn spoil(world: &World, pk: &str, sk: &str, body: &str) {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    world
        .app
        .table_client()
        .put_item()
        .table_name("switchboard")
        .item("pk", text(pk))
        .item("sk", text(sk))
        .item("b", text(body))
        .send()
        .await
        .unwrap();
    world.app.refresh_directory();
}

#[tokio::test]
async fn one_unreadable_record_stops_nobody_and_is_named_to_admins() {
    let bad = [
        ("agent#nina", "{"),
        ("agent#omar", r#"{"id":"omar"}"#),
        ("team#ghost", "[]"),
        ("queue#returns", r#"{"id":"no id","name":"x","team":"support"}"#),
        ("asset#wa-broken", "not json"),
        ("settings#queue#returns", "7"),
        ("settings#nobody", "{}"),
        ("hologram#1", "{}"),
    ];
    let world = World::new().await;
    for (record, body) in bad {
        spoil(&world, "CFG", record, body).await;
    }
    world.customer_writes("16505551234", "hello").await;
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", world.thread("16505551234"));
    let accepted = mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(accepted["type"], "ack");
    let agents = reads(&world, "mark", "/v1/agents").await.to_string();
    assert!(agents.contains("martha") && !agents.contains("nina"), "{agents}");
    let settings = reads(&world, "ada", "/v1/settings").await;
    let named = settings["attention"]["unreadable"].as_array().unwrap();
    let named: Vec<&str> = named.iter().filter_map(|u| u["record"].as_str()).collect();
    for (record, _) in bad {
        assert!(named.contains(&record), "{record} is not in {named:?}");
    }
}

#[tokio::test]
async fn one_unreadable_item_of_a_list_hides_nothing_but_itself() {
    let world = World::new().await;
    world.customer_writes("16505551234", "hello").await;
    spoil(&world, "QUEUE#support", "000#0000000000000#x", "{").await;
    spoil(&world, "CANNED", "broken", "{").await;
    spoil(&world, "DESKS", "No Agent", "{").await;
    for (route, shown) in
        [("/v1/queues", "hello"), ("/v1/canned", "Broken on arrival"), ("/v1/agents", "mark")]
    {
        let (status, body) = asks(&world, "mark", "GET", route, json!(null)).await;
        assert_eq!(status, 200, "{route}");
        assert!(body.to_string().contains(shown), "{route}: {body}");
    }
}
