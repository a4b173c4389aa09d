//! Web chat: the customer's side over the same WebSocket API.

use serde_json::{Value, json};

use crate::world::{Visitor, World};

#[tokio::test]
async fn a_visitor_writes_an_agent_answers_and_neither_sees_too_much() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let vera = Visitor::connect(&world, "vera").await;
    let hello = vera.sends("connection", &json!({"action": "hello"})).await;
    assert_eq!(hello[0]["state"], "new");
    let frames = vera.writes("Is the lamp back?").await;
    assert!(frames.iter().any(|f| f["type"] == "ack"));
    assert!(frames.iter().any(|f| f["state"] == "waiting"));
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(vera.frames()[0]["state"], "open");
    let discuss = json!({"type": "discuss", "to": "martha"});
    mark.does("discuss", &conversation, discuss).await;
    let offer = martha.event_of("offer_made")["offer"].clone();
    martha.does("assignment", &conversation, json!({"type": "accept_offer", "offer": offer})).await;
    let discussion = offer.as_str().unwrap().replace("-o", "-d");
    let say = json!({"type": "say", "discussion": discussion, "text": "secret"});
    mark.does("discuss", &conversation, say).await;
    mark.does("messaging", &conversation, json!({"type": "comment", "text": "secret"})).await;
    assert_eq!(vera.frames(), Vec::<Value>::new(), "nothing internal reaches the customer");
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Tomorrow"}});
    assert_eq!(mark.does("messaging", &conversation, send).await["type"], "ack");
    let frames = vera.frames();
    assert_eq!(frames[0]["messages"][0]["content"]["text"], "Tomorrow");
    assert_eq!(frames[0]["messages"][0]["number"], 2, "the customer's own numbering has no gaps");
}

#[tokio::test]
async fn a_visitor_who_reloads_gets_the_chat_back_from_their_position() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    for text in ["one", "two", "three"] {
        vera.writes(text).await;
    }
    let again = Visitor::connect(&world, "vera").await;
    let frames = again.sends("connection", &json!({"action": "hello", "after": 1})).await;
    let texts: Vec<&Value> =
        frames[0]["messages"].as_array().unwrap().iter().map(|m| &m["content"]["text"]).collect();
    assert_eq!(texts, ["two", "three"]);
    assert_eq!(frames[0]["position"], 3);
}

#[tokio::test]
async fn a_visitor_cannot_give_agents_commands() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let frame = json!({"action": "assignment", "id": "12345678",
        "conversation": format!("{}-1", vera.thread()), "command": {"type": "accept"}});
    let answer = vera.sends("assignment", &frame).await;
    assert_eq!(answer[0]["code"], "forbidden");
}

#[tokio::test]
async fn a_visitor_who_leaves_the_queue_abandons_the_conversation() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let leave = json!({"action": "messaging", "id": "leave-0001", "command": {"type": "leave"}});
    vera.sends("messaging", &leave).await;
    let thread = world.state(&vera.thread()).await;
    assert_eq!(thread.conversation.status, domain::Status::Abandoned);
    let (waiting, _) = world.app.store.waiting(&"support".parse().unwrap(), 10).await.unwrap();
    assert!(waiting.is_empty());
}

#[tokio::test]
async fn a_token_of_a_visitor_is_recognised_and_a_changed_one_is_not() {
    let world = World::new().await;
    let answer = world
        .call("api", crate::world::http_event("POST", "/v1/visitors", r#"{"asset":"web-demo"}"#))
        .await;
    let visitor: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    let token = visitor["token"].as_str().unwrap();
    let ticket = world.api_with(token, "POST", "/v1/visitors/ticket", "").await;
    assert_eq!(ticket["statusCode"], 201);
    let forged = format!("{}x", &token[..token.len() - 1]);
    assert_eq!(world.api_with(&forged, "POST", "/v1/visitors/ticket", "").await["statusCode"], 401);
    let agents = world.api_with(token, "GET", "/v1/agents", "").await;
    assert_eq!(agents["statusCode"], 401, "a visitor's token opens nothing of the agents'");
}

fn statuses(agent: &crate::world::Agent<'_>) -> Vec<(u64, String)> {
    let events = agent.events();
    let reports = events.iter().filter(|e| e["type"] == "delivery");
    reports
        .map(|e| (e["message"].as_u64().unwrap(), e["status"].as_str().unwrap().to_owned()))
        .collect()
}

#[tokio::test]
async fn an_agent_sees_what_reached_the_visitor_and_what_they_have_seen() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    let send = |text: &str| json!({"type": "send", "content": {"kind": "text", "text": text}});
    let first =
        mark.does("messaging", &conversation, send("Tomorrow")).await["seq"].as_u64().unwrap();
    let seen = statuses(&mark);
    assert_eq!(seen, [(first, "sent".to_owned()), (first, "delivered".to_owned())]);
    world.wires.lose_socket(&vera.socket);
    let second =
        mark.does("messaging", &conversation, send("At ten")).await["seq"].as_u64().unwrap();
    assert_eq!(statuses(&mark), [(second, "sent".to_owned())], "nobody was there");
    let again = Visitor::connect(&world, "vera").await;
    again.sends("connection", &json!({"action": "hello", "after": 2})).await;
    assert_eq!(statuses(&mark), []);
    again.sends("connection", &json!({"action": "ping", "after": 3})).await;
    assert_eq!(statuses(&mark), [(second, "delivered".to_owned())]);
    again.sends("connection", &json!({"action": "seen", "number": 2})).await;
    assert_eq!(statuses(&mark), [(first, "read".to_owned())]);
    again.sends("connection", &json!({"action": "seen", "number": 900})).await;
    assert_eq!(statuses(&mark), [(second, "read".to_owned())]);
    again.sends("connection", &json!({"action": "seen", "number": 3})).await;
    assert_eq!(statuses(&mark), [], "once is enough");
    let answer = again.sends("connection", &json!({"action": "seen"})).await;
    assert_eq!(answer[0]["code"], "frame_invalid");
}

#[tokio::test]
async fn who_follows_the_conversation_sees_the_visitor_type() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let typing = json!({"action": "typing"});
    vera.sends("connection", &typing).await;
    assert!(mark.told("typing").is_empty(), "nobody has it yet");
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    vera.sends("connection", &typing).await;
    let told = mark.told("typing");
    assert_eq!((told.len(), &told[0]["by"]), (1, &json!("customer")));
    assert!(martha.told("typing").is_empty());
}
