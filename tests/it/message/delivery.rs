//! An answer on its way to the customer.

use crate::file::SMITH;
use crate::world::World;
use crate::world::story::mark_has_smith;
use domain::Event;
use serde_json::{Value, json};

#[tokio::test]
async fn an_answer_goes_to_the_provider_and_comes_back_as_sent_delivered_and_read() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Let me look"}});
    let ack = mark.does("messaging", &conversation, send).await;
    let message = ack["seq"].as_u64().unwrap();
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken[0].clone();
    assert_eq!(taken["to"], "+16505551234");
    assert_eq!(taken["text"]["body"], "Let me look");
    mark.frames();
    // Out of order and doubled, as webhooks come.
    for status in ["delivered", "sent", "delivered", "read", "delivered"] {
        let receipt = json!({"statuses": [{"id": "wamid.OUT1", "status": status,
            "timestamp": "1767688200", "recipient_id": SMITH}]});
        assert_eq!(world.webhook(&receipt).await["statusCode"], 200);
    }
    let states: Vec<Value> = mark.events().iter().map(|e| e["status"].clone()).collect();
    assert_eq!(states, ["delivered", "read"]);
    let log = world.log(&world.thread(SMITH)).await;
    let reports = log
        .iter()
        .flat_map(|e| &e.events)
        .filter(|e| matches!(e, Event::Delivery(d) if d.message == message));
    assert_eq!(reports.count(), 3, "sent, delivered, read");
}
