//! The widget tells a visitor whom nobody can serve now so; the visitor may leave a message and an
//! address.

use serde_json::{Value, json};

use crate::world::{Visitor, World, asks, reads};

/// The welcome of a visitor.
async fn told(vera: &Visitor<'_>) -> Value {
    let (status, ticket) = vera.asks("POST", "/v1/visitors/ticket", "").await;
    assert_eq!(status, 201, "{ticket}");
    ticket["away"].clone()
}

async fn leaves(vera: &Visitor<'_>, id: &str, reach: &str) -> Value {
    let command = json!({"type": "write", "text": "Is the lamp back?", "reach": reach});
    let frame = json!({"action": "messaging", "id": id, "command": command});
    let frames = vera.sends("messaging", &frame).await;
    let answer = frames.iter().find(|f| f["id"] == id).cloned();
    answer.unwrap_or_else(|| panic!("no answer, only {frames:?}"))
}

#[tokio::test]
async fn the_welcome_tells_a_visitor_whether_an_agent_is_available() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    assert_eq!(told(&vera).await, json!({}), "nobody has signed in");
    let mark = world.agent("mark").await;
    assert_eq!(told(&vera).await, Value::Null, "Mark is there");
    let lunch = json!({"presence": "away", "reason": "Lunch"});
    asks(&world, "mark", "PUT", "/v1/me/presence", lunch).await;
    assert_eq!(told(&vera).await, json!({}), "Mark is at lunch");
    drop(mark);
}

#[tokio::test]
async fn a_visitor_outside_business_hours_is_told_when_they_begin() {
    let world = World::new().await;
    let _mark = world.agent("mark").await;
    let vera = Visitor::connect(&world, "vera").await;
    let settings = reads(&world, "ada", "/v1/settings/queues/support").await;
    let own = json!({"off_hours_message": "We are back at three.", "hours":
        {"time_zone": "UTC", "week": {"sunday": [{"from": "03:00", "to": "03:01"}]}}});
    let change = json!({"version": settings["version"], "own": own});
    let (status, changed) = asks(&world, "ada", "PUT", "/v1/settings/queues/support", change).await;
    assert_eq!(status, 200, "{changed}");
    let until = told(&vera).await["until"].as_i64().unwrap();
    let ahead = until - world.app.now().0;
    assert!((0..=7 * 24 * 3_600_000).contains(&ahead), "{ahead}");
    assert_eq!(until % 60_000, 0);
}

#[tokio::test]
async fn a_message_left_while_nobody_is_available_carries_the_visitors_address() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    let answer = leaves(&vera, "left-0001", " vera@example.com ").await;
    assert_eq!(answer["type"], "ack", "{answer}");
    // The client sends the message again if it has not seen the answer: nothing happens twice.
    assert_eq!(leaves(&vera, "left-0001", " vera@example.com ").await["seq"], answer["seq"]);
    assert_eq!(leaves(&vera, "left-0002", "0176 / 123-456 78").await["type"], "ack");
    let conversation = format!("{}-1", vera.thread());
    let _mark = world.agent("mark").await;
    let shown = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    assert_eq!(shown["conversation"]["tags"], json!(["Left while away"]));
    let id = shown["conversation"]["contact"]["id"].as_str().unwrap().to_owned();
    let contact = reads(&world, "mark", &format!("/v1/contacts/{id}")).await;
    assert_eq!(contact["email"], "vera@example.com");
    assert_eq!(contact["phones"], json!(["0176 / 123-456 78"]));
}

#[tokio::test]
async fn an_address_left_while_an_agent_is_available_is_kept_without_the_tag() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let vera = Visitor::connect(&world, "vera").await;
    assert_eq!(leaves(&vera, "left-0001", "vera@example.com").await["type"], "ack");
    let shown = reads(&world, "mark", &format!("/v1/conversations/{}-1", vera.thread())).await;
    assert_eq!(shown["conversation"]["tags"], json!([]));
    drop(mark);
}

#[tokio::test]
async fn an_invalid_address_is_refused_before_anything_is_written() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    for reach in ["vera@", "call me", "", "1234"] {
        let refused = leaves(&vera, "left-0001", reach).await;
        let told = (&refused["code"], &refused["field"]);
        assert_eq!(told, (&json!("email_invalid"), &json!("reach")), "{refused}");
    }
    assert!(world.app.store.newest(&vera.thread(), true).await.unwrap().is_none());
}
