//! Relations between messages: quotes, reactions, edits, deletions.

use serde_json::{Value, json};

use crate::world::scene::{SMITH, does, refused, taken};
use crate::world::{Agent, World};

/// Smith sends a message of this kind.
async fn sends(world: &World, id: &str, kind: &str, body: Value, context: Value) {
    let message = json!({"from": SMITH, "id": id, "timestamp": (world.now().0 / 1_000).to_string(), "type": kind,
                         kind: body, "context": context});
    let webhook = json!({"contacts": [{"profile": {"name": "Smith"}, "wa_id": SMITH}],
                         "messages": [message]});
    assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
}

/// The last event of this type that the agent was pushed.
#[track_caller]
fn last(agent: &Agent<'_>, kind: &str) -> Value {
    let pushes = agent.frames();
    let events: Vec<Value> = pushes
        .iter()
        .filter(|push| push["type"] == "entries")
        .flat_map(|push| push["entries"].as_array().unwrap().clone())
        .flat_map(|entry| entry["events"].as_array().unwrap().clone())
        .collect();
    let found = events.into_iter().rfind(|event| event["type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind}"))
}

#[tokio::test]
async fn a_reply_shows_what_it_answers_whoever_wrote_that() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    does(&mark, &id, json!({"type": "send", "content": {"kind": "text", "text": "Which one?"}}))
        .await;
    world.deliver().await;
    sends(&world, "wamid.R1", "text", json!({"body": "This"}), json!({"id": "wamid.OUT1"})).await;
    let about = &last(&mark, "customer_message")["about"];
    assert_eq!(about["by"], "business");
    assert_eq!(about["text"], "Which one?");
    assert_eq!(about["entry"], 3);
    // The customer may answer the customer's own message.
    sends(&world, "wamid.R2", "text", json!({"body": "No, that"}), json!({"id": "wamid.R1"})).await;
    let about = &last(&mark, "customer_message")["about"];
    assert_eq!((&about["by"], &about["text"]), (&json!("customer"), &json!("This")));
    // A message from before is said to be one.
    sends(&world, "wamid.R3", "text", json!({"body": "Old"}), json!({"id": "wamid.GONE"})).await;
    assert_eq!(last(&mark, "customer_message")["about"], json!({}));
}

#[tokio::test]
async fn a_reaction_an_edit_and_a_deletion_name_their_message_and_bring_no_work() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    sends(&world, "wamid.M", "text", json!({"body": "It is red"}), json!({})).await;
    let seq = world.state(&world.thread(SMITH)).await.seq;
    does(&mark, &id, json!({"type": "resolve", "note": null})).await;
    let original = json!({"original_message_id": "wamid.M",
                          "message": {"type": "text", "text": {"body": "It is blue"}}});
    for (key, kind, body) in [
        ("wamid.1", "reaction", json!({"message_id": "wamid.M", "emoji": "👍"})),
        ("wamid.2", "edit", original),
        ("wamid.3", "revoke", json!({"original_message_id": "wamid.M"})),
    ] {
        sends(&world, key, kind, body, json!({})).await;
        let log = world.log(&world.thread(SMITH)).await;
        let domain::Event::CustomerMessage(received) = &log.last().unwrap().events[0] else {
            panic!("{kind}")
        };
        assert_eq!(received.about.as_ref().unwrap().entry, Some(seq), "{kind}");
    }
    let state = world.state(&world.thread(SMITH)).await;
    assert_eq!(state.conversation.number, 1);
    assert_eq!(state.conversation.status, domain::Status::Resolved);
}

#[tokio::test]
async fn a_message_that_speaks_of_another_costs_one_query_more_and_no_write() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    taken(&world, &mark, SMITH).await;
    sends(&world, "wamid.A", "text", json!({"body": "one"}), json!({})).await;
    world.wires.spent();
    sends(&world, "wamid.B", "text", json!({"body": "two"}), json!({})).await;
    let plain = world.wires.spent();
    sends(&world, "wamid.C", "text", json!({"body": "three"}), json!({"id": "wamid.A"})).await;
    let related = world.wires.spent();
    assert_eq!(related.requests, plain.requests + 1);
    assert!(related.writes <= plain.writes);
}

#[tokio::test]
async fn an_agent_answers_with_a_quote_and_reacts_under_the_providers_id() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    sends(&world, "wamid.M", "text", json!({"body": "Red or blue?"}), json!({})).await;
    let asked = world.state(&world.thread(SMITH)).await.seq;
    let send = |reply_to: u64| json!({"type": "send", "content": {"kind": "text", "text": "Red"}, "reply_to": reply_to});
    does(&mark, &id, send(asked)).await;
    assert_eq!(last(&mark, "agent_message")["about"]["text"], "Red or blue?");
    let waits = world.state(&world.thread(SMITH)).await.conversation.waiting_since;
    does(&mark, &id, json!({"type": "react", "message": asked, "emoji": "🎉"})).await;
    does(&mark, &id, json!({"type": "react", "message": asked})).await;
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken.clone();
    assert_eq!(taken[0]["context"]["message_id"], "wamid.M");
    assert_eq!(taken[1]["reaction"], json!({"message_id": "wamid.M", "emoji": "🎉"}));
    assert_eq!(taken[2]["reaction"], json!({"message_id": "wamid.M", "emoji": ""}));
    let after = world.state(&world.thread(SMITH)).await;
    assert_eq!(after.conversation.waiting_since, waits, "an emoji is no answer");
    refused(&mark, &id, send(9_999), "not_found").await;
    refused(&mark, &id, json!({"type": "react", "message": 2, "emoji": "x"}), "not_found").await;
    let long = json!({"type": "react", "message": asked, "emoji": "x".repeat(21)});
    refused(&mark, &id, long, "text_too_long").await;
}

#[tokio::test]
async fn an_agents_own_message_can_be_quoted_once_the_provider_has_it() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    let hello = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    let seq = does(&mark, &id, hello).await;
    let again = json!({"type": "send", "content": {"kind": "text", "text": "Are you there?"}, "reply_to": seq});
    refused(&mark, &id, again.clone(), "message_unknown").await;
    world.deliver().await;
    does(&mark, &id, again).await;
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken.clone();
    assert_eq!(taken[1]["context"]["message_id"], "wamid.OUT1");
}
