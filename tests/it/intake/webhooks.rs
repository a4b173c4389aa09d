//! Webhooks: signed, doubled, shuffled, batched, broken.

use crate::world::World;
use domain::{Content, DeliveryStatus, Event, Millis, intake};
use serde_json::json;

const SMITH: &str = "16505551234";

async fn texts(world: &World) -> Vec<String> {
    texts_of(world, &world.thread(SMITH)).await
}

/// The customer's texts in a thread, as a list would show them.
pub(crate) async fn texts_of(world: &World, thread: &domain::ThreadId) -> Vec<String> {
    let log = world.log(thread).await;
    log.iter()
        .flat_map(|entry| &entry.events)
        .filter_map(|event| match event {
            Event::CustomerMessage(intake::Received { content, .. }) => Some(content.summary()),
            _ => None,
        })
        .collect()
}

#[tokio::test]
async fn an_unsigned_webhook_is_refused_and_leaves_nothing() {
    let world = World::new().await;
    let body = json!({"object": "whatsapp_business_account", "entry": []}).to_string();
    world.wires.spent();
    for signature in [None, Some("")] {
        assert_eq!(world.post_webhook(&body, signature).await["statusCode"], 401);
    }
    assert_eq!(world.wires.spent().requests, 0, "nothing was even read");
    for _ in 0..50 {
        assert_eq!(world.post_webhook(&body, Some("sha256=00")).await["statusCode"], 401);
    }
    let spent = world.wires.spent();
    assert_eq!((spent.requests, spent.writes), (2, 1.0), "the directory and one note of health");
    world.stand_still_until(world.now() + Millis::seconds(1));
    world.post_webhook(&body, Some("sha256=00")).await;
    assert_eq!(world.wires.spent().requests, 1, "once a second an admin may have changed it");
}

#[tokio::test]
async fn a_signed_body_that_is_no_webhook_is_a_typed_problem() {
    let world = World::new().await;
    for (body, field) in [("{", None), ("{\"object\":\"page\"}", Some("object"))] {
        let signature = channels::whatsapp::signature("demo-app-secret", body.as_bytes());
        let answer = world.post_webhook(body, Some(&signature)).await;
        assert_eq!(answer["statusCode"], 400);
        let problem: serde_json::Value =
            serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        assert_eq!(problem["error"]["code"], "frame_invalid");
        assert_eq!(problem["error"]["field"].as_str(), field);
    }
}

#[tokio::test]
async fn more_than_three_megabytes_are_too_much() {
    let world = World::new().await;
    let body = "x".repeat(3 * 1024 * 1024 + 1);
    let signature = channels::whatsapp::signature("demo-app-secret", body.as_bytes());
    assert_eq!(world.post_webhook(&body, Some(&signature)).await["statusCode"], 413);
}

#[tokio::test]
async fn the_same_webhook_twenty_times_at_once_is_one_message() {
    let world = World::new().await;
    world.customer_writes(SMITH, "first").await;
    let message = world.text_message(SMITH, "once", "wamid.once");
    let all = (0..20).map(|_| world.webhook(&message));
    for answer in futures_util::future::join_all(all).await {
        assert_eq!(answer["statusCode"], 200);
    }
    assert_eq!(texts(&world).await, ["first", "once"]);
}

#[tokio::test]
async fn a_webhook_that_comes_again_days_later_is_recognised() {
    let world = World::new().await;
    let message = world.text_message(SMITH, "once", "wamid.once");
    world.webhook(&message).await;
    for n in 0..30 {
        world.stand_still_until(world.now() + Millis::hours(5));
        world.customer_writes(SMITH, &format!("later {n}")).await;
    }
    world.webhook(&message).await;
    assert_eq!(texts(&world).await.iter().filter(|t| *t == "once").count(), 1);
}

#[tokio::test]
async fn concurrent_webhooks_of_one_customer_all_arrive_and_open_one_conversation() {
    let world = World::new().await;
    let all = (0..25).map(|n| world.customer_writes_owned(SMITH, format!("message {n}")));
    futures_util::future::join_all(all).await;
    assert_eq!(texts(&world).await.len(), 25);
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.number, 1);
}

#[tokio::test]
async fn one_bad_message_in_a_batch_does_not_hold_up_the_good_ones() {
    let world = World::new().await;
    let answer = world
        .webhook(&json!({
            "contacts": [{"profile": {"name": "Smith"}, "wa_id": SMITH}],
            "messages": [
                {"from": SMITH, "id": "wamid.1", "type": "text", "text": {"body": "good"},
                 "timestamp": "1767688200"},
                {"type": "text"},
                {"from": SMITH, "id": "wamid.2", "type": "hologram", "timestamp": "1767688200",
                 "hologram": {"depth": 3}},
            ],
        }))
        .await;
    assert_eq!(answer["statusCode"], 200);
    assert_eq!(texts(&world).await, ["good", "Unsupported message (hologram)"]);
}

#[tokio::test]
async fn a_failed_write_asks_the_provider_to_come_again_and_nothing_doubles() {
    let world = World::new().await;
    world.customer_writes(SMITH, "first").await;
    let message = world.text_message(SMITH, "second", "wamid.second");
    // Three tries of the SDK, all in vain.
    world.wires.break_writes(&[crate::world::Fault::Unreachable; 3]);
    assert_eq!(world.webhook(&message).await["statusCode"], 503);
    assert_eq!(world.webhook(&message).await["statusCode"], 200);
    assert_eq!(texts(&world).await, ["first", "second"]);
}

#[tokio::test]
async fn a_customer_known_by_number_stays_the_same_when_a_user_id_comes() {
    let world = World::new().await;
    world.customer_writes(SMITH, "by number").await;
    let with_id = |id: &str, text: &str, phone: bool| {
        let mut message = json!({"from_user_id": "US.1349", "id": id, "type": "text",
            "text": {"body": text}, "timestamp": "1767688201"});
        if phone {
            message["from"] = json!(SMITH);
        }
        json!({"contacts": [{"profile": {"name": "Smith"}, "user_id": "US.1349"}],
               "messages": [message]})
    };
    world.webhook(&with_id("wamid.both", "by both", true)).await;
    world.webhook(&with_id("wamid.id", "by id", false)).await;
    assert_eq!(texts(&world).await, ["by number", "by both", "by id"]);
}

#[tokio::test]
async fn a_changed_number_keeps_the_history_and_gets_the_answers() {
    let world = World::new().await;
    world.customer_writes(SMITH, "old number").await;
    let moved = json!({"messages": [{"from": SMITH, "id": "wamid.s", "type": "system",
        "timestamp": "1767688201",
        "system": {"type": "user_changed_number", "wa_id": "12195555358", "body": "changed"}}]});
    assert_eq!(world.webhook(&moved).await["statusCode"], 200);
    let thread = world.thread(SMITH);
    assert_eq!(world.state(&thread).await.identity, "12195555358");
    world.customer_writes("12195555358", "new number").await;
    assert_eq!(texts(&world).await, ["old number", "new number"]);
}

#[tokio::test]
async fn a_reaction_to_a_closed_conversation_opens_no_new_one() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("assignment", &conversation, json!({"type": "resolve"})).await;
    world
        .webhook(&json!({"messages": [{"from": SMITH, "id": "wamid.r", "type": "reaction",
            "timestamp": "1767688201", "reaction": {"message_id": "wamid.x", "emoji": "👍"}}]}))
        .await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.number, 1);
    let kept = world.log(&thread.id).await.iter().flat_map(|e| &e.events).any(|e| {
        matches!(
            e,
            Event::CustomerMessage(intake::Received { content: Content::Reaction { .. }, .. })
        )
    });
    assert!(kept);
}

#[tokio::test]
async fn a_receipt_for_a_message_long_handed_over_still_counts() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    for n in 0..12 {
        let send = json!({"type": "send", "content": {"kind": "text", "text": n.to_string()}});
        mark.does("messaging", &conversation, send).await;
    }
    world.deliver().await;
    // The first message has left the state's short memory by now.
    let receipt = json!({"statuses": [{"id": "wamid.OUT1", "status": "read",
        "timestamp": "1767688200", "recipient_id": SMITH}]});
    for _ in 0..2 {
        assert_eq!(world.webhook(&receipt).await["statusCode"], 200);
    }
    let log = world.log(&world.thread(SMITH)).await;
    let read = log.iter().flat_map(|e| &e.events).filter(
        |e| matches!(e, Event::Delivery(d) if d.status == DeliveryStatus::Read && d.message == 3),
    );
    assert_eq!(read.count(), 1);
}

#[tokio::test]
async fn a_throttled_provider_is_tried_again_in_order_and_a_final_no_is_shown() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    world.wires.provider.lock().unwrap().refusals.extend([(400, 130_429), (400, 130_429)]);
    for text in ["one", "two"] {
        let send = json!({"type": "send", "content": {"kind": "text", "text": text}});
        mark.does("messaging", &conversation, send).await;
    }
    world.deliver().await;
    assert!(world.wires.provider.lock().unwrap().taken.is_empty(), "two waits behind one");
    world.pass(Millis::seconds(10)).await;
    world.deliver().await;
    world.pass(Millis::seconds(30)).await;
    world.deliver().await;
    let sent: Vec<String> = world
        .wires
        .provider
        .lock()
        .unwrap()
        .taken
        .iter()
        .map(|m| m["text"]["body"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(sent, ["one", "two"]);

    world.wires.provider.lock().unwrap().refusals.push_back((400, 131_047));
    let send = json!({"type": "send", "content": {"kind": "text", "text": "three"}});
    let message = mark.does("messaging", &conversation, send).await["seq"].clone();
    world.deliver().await;
    mark.frames();
    let retry = json!({"type": "retry", "message": message});
    assert_eq!(mark.does("messaging", &conversation, retry.clone()).await["type"], "ack");
    world.deliver().await;
    assert_eq!(world.wires.provider.lock().unwrap().taken.len(), 3);
    assert_eq!(mark.does("messaging", &conversation, retry).await["code"], "not_failed");
}

#[tokio::test]
async fn a_message_whose_wake_up_was_lost_is_found_by_the_safety_net() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "one"}});
    mark.does("messaging", &conversation, send).await;
    world.wires.lose_nudges();
    world.project().await;
    world.pass(Millis::seconds(31)).await;
    world.deliver().await;
    assert_eq!(world.wires.provider.lock().unwrap().taken.len(), 1);
}
