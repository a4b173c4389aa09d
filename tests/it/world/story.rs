//! The story that many tests begin with: Smith wrote, and Mark has the conversation.

use crate::world::{Agent, World};
use serde_json::json;

pub(crate) const SMITH: &str = "16505551234";

/// Smith has written, Mark has accepted.
pub(crate) async fn mark_has_smith(world: &World) -> (Agent<'_>, Agent<'_>, String) {
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "My kettle leaks").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accepted = mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(accepted["type"], "ack", "{accepted}");
    mark.frames();
    (mark, martha, conversation)
}

pub(crate) async fn discuss(mark: &Agent<'_>, martha: &Agent<'_>, conversation: &str) -> String {
    let asked = json!({"type": "discuss", "to": "martha", "note": "Is it the seal?"});
    let ack = mark.does("discuss", conversation, asked).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    martha.event_of("offer_made")["offer"].as_str().unwrap().to_owned()
}

pub(crate) async fn in_discussion(
    mark: &Agent<'_>,
    martha: &Agent<'_>,
    conversation: &str,
) -> String {
    let offer = discuss(mark, martha, conversation).await;
    let accept = json!({"type": "accept_offer", "offer": offer});
    assert_eq!(martha.does("assignment", conversation, accept).await["type"], "ack");
    offer.replace("-o", "-d")
}

/// Mark has accepted Smith's conversation.
pub(crate) async fn accepted(world: &World) -> (Agent<'_>, String) {
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "Hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    (mark, conversation)
}
