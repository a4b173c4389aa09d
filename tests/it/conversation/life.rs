//! The life of a conversation: its end, the next one, and the view of consoles and integrators.

use crate::file::SMITH;
use crate::world::World;
use crate::world::story::{discuss, mark_has_smith};
use domain::{Event, Millis, Status};
use serde_json::{Value, json};

#[tokio::test]
async fn after_a_resolution_the_next_message_opens_a_linked_conversation() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    let resolve = json!({"type": "resolve", "note": "Sent a new seal"});
    assert_eq!(mark.does("assignment", &conversation, resolve).await["type"], "ack");
    assert_eq!(martha.event_of("offer_closed")["status"], "rescinded");
    world.customer_writes(SMITH, "One more thing").await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.number, 2);
    assert_eq!(thread.conversation.status, Status::Queued);
    let old = mark
        .does(
            "messaging",
            &conversation,
            json!({"type": "send",
        "content": {"kind": "text", "text": "x"}}),
        )
        .await;
    assert_eq!(old["code"], "conversation_closed");
    let answer =
        world.api("mark", "GET", &format!("/v1/conversations/{}-2/entries", thread.id), "").await;
    assert!(answer["body"].as_str().unwrap().contains("My kettle leaks"), "the history is there");
    assert!(answer["body"].as_str().unwrap().contains("\"previous\""), "and linked");
}

#[tokio::test]
async fn a_silent_customer_is_resolved_after_a_day_but_never_one_who_waits() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Which kettle?"}});
    mark.does("messaging", &conversation, send.clone()).await;
    world.deliver().await;
    world.pass(Millis::hours(20)).await;
    world.customer_writes(SMITH, "The blue one").await;
    world.pass(Millis::hours(30)).await;
    let status = || async { world.state(&world.thread(SMITH)).await.conversation.status };
    assert_eq!(status().await, Status::Queued, "Smith waits for us, and nobody has answered him");
    world.customer_writes(SMITH, "Hello?").await;
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.pass(Millis::hours(23)).await;
    assert_eq!(status().await, Status::Pending);
    world.pass(Millis::hours(2)).await;
    assert_eq!(status().await, Status::Resolved);
}

#[tokio::test]
async fn a_console_that_comes_back_gets_exactly_what_it_missed() {
    let world = World::new().await;
    let (mark, _, _) = mark_has_smith(&world).await;
    let thread = world.thread(SMITH).to_string();
    mark.leaves().await;
    world.customer_writes(SMITH, "Are you there?").await;
    world.customer_writes(SMITH, "Hello?").await;
    let back = world.agent("mark").await;
    let positions = json!({thread.clone(): 2});
    let frames = back.says(json!({"action": "hello", "positions": positions})).await;
    assert_eq!(frames[0]["following"], json!([thread]));
    let seqs: Vec<u64> = frames[1]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["seq"].as_u64().unwrap())
        .collect();
    assert_eq!((frames[1]["type"].as_str(), seqs), (Some("entries"), vec![3, 4]));
    let frames = back.says(json!({"action": "ping", "positions": {thread: 4}})).await;
    assert_eq!(frames.len(), 1, "nothing was missed");
}

#[tokio::test]
async fn a_repeated_command_gets_the_first_answer_and_has_no_second_effect() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Once"}});
    let id = "0190a1b2-once";
    let first = mark.does_as(id, "messaging", &conversation, Some(2), send.clone()).await;
    // The state has long forgotten the command; the log still knows it.
    for n in 0..10 {
        mark.does("messaging", &conversation, json!({"type": "comment", "text": n.to_string()}))
            .await;
    }
    let again = mark.does_as(id, "messaging", &conversation, Some(2), send.clone()).await;
    assert_eq!(first, again);
    let blind = mark.does_as(id, "messaging", &conversation, None, send).await;
    assert_eq!(first, blind);
    let log = world.log(&world.thread(SMITH)).await;
    let sent = log.iter().flat_map(|e| &e.events).filter(|e| matches!(e, Event::AgentMessage(_)));
    assert_eq!(sent.count(), 1);
}

#[tokio::test]
async fn entries_go_to_summaries_records_and_the_bus() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    world.project().await;
    let answer = world.api("mark", "GET", "/v1/conversations?status=active", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["conversations"][0]["id"], conversation);
    let answer = world.api("martha", "GET", "/v1/engagements", "").await;
    assert!(answer["body"].as_str().unwrap().contains("\"kind\":\"discuss\""), "{answer}");
    let bus = world.wires.bus.lock().unwrap().clone();
    let kinds: Vec<&str> = bus.iter().map(|e| e["DetailType"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        ["conversation.opened", "message.received", "conversation.assigned", "offer.made"]
    );
    assert!(!bus.iter().any(|e| e["Detail"].as_str().unwrap().contains("kettle")), "ids only");
}
