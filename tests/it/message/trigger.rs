//! Agents trigger events on the bus.

use crate::world::World;
use crate::world::scene::{SMITH, does, has, one, people, refused, sent, taken};
use serde_json::{Value, json};

#[tokio::test]
async fn an_event_is_set_off_on_the_bus_and_the_customer_notices_nothing() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let command = json!({"type": "trigger", "trigger": "Call back", "note": "After 5 pm"});
    refused(&martha, &conversation, command.clone(), "not_owner").await;
    mark.frames();
    let seq = does(&mark, &conversation, command).await;
    has(one(&mark.events(), "triggered"), json!({"trigger": "Call back", "note": "After 5 pm"}));
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let event = bus.iter().find(|e| e["DetailType"] == "trigger").expect("on the bus");
    let detail: Value = serde_json::from_str(event["Detail"].as_str().unwrap()).unwrap();
    has(
        &detail,
        json!({"trigger": "Call back", "note": "After 5 pm", "conversation": conversation,
               "seq": seq, "by": "agent:mark", "owner": "mark", "queue": "support", "version": 1,
               "at": world.now().0}),
    );
    assert!(sent(&world).await.is_empty());
    let unknown = json!({"type": "trigger", "trigger": "Fireworks"});
    let told = refused(&mark, &conversation, unknown, "unknown_choice").await;
    assert_eq!(told["field"], "trigger");
}
