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
    assert_eq!(frames[0]["messages"][0]["by"], "Mark", "of the agent the first name alone");
    assert!(!serde_json::to_string(&frames).unwrap().contains("Adler"));
    mark.says(json!({"action": "typing", "conversation": conversation})).await;
    assert_eq!(vera.frames()[0]["by"], "Mark");
    let whole = vera.sends("connection", &json!({"action": "hello"})).await;
    let by: Vec<&Value> =
        whole[0]["messages"].as_array().unwrap().iter().map(|m| &m["by"]).collect();
    assert_eq!(by, [&Value::Null, &json!("Mark")], "nobody is named for the visitor's own words");
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
async fn an_agent_sees_which_messages_reached_the_visitor_and_which_were_seen() {
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
async fn agents_who_follow_the_conversation_see_the_visitor_type() {
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

/// Begins a chat that Mark has taken, and sends the survey of the settings.
async fn surveyed<'a>(world: &'a World, mark: &crate::world::Agent<'_>) -> (Visitor<'a>, String) {
    let vera = Visitor::connect(world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    vera.frames();
    ask(mark, &conversation).await;
    (vera, conversation)
}

async fn ask(mark: &crate::world::Agent<'_>, conversation: &str) {
    let survey = json!({"type": "send_survey", "survey": "Satisfaction"});
    assert_eq!(mark.does("messaging", conversation, survey).await["type"], "ack");
}

async fn chooses(vera: &Visitor<'_>, id: &str, message: u64, value: &str) -> Vec<Value> {
    let command = json!({"type": "choose", "message": message, "value": value});
    vera.sends("messaging", &json!({"action": "messaging", "id": id, "command": command})).await
}

fn answered(agent: &crate::world::Agent<'_>) -> Vec<Value> {
    agent.events().into_iter().filter(|e| e["type"] == "survey_answered").collect()
}

#[tokio::test]
async fn a_survey_offers_a_visitor_its_answers_and_takes_one_of_them_once() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (vera, conversation) = surveyed(&world, &mark).await;
    let asked = vera.frames();
    let survey = &asked[0]["messages"][0];
    assert_eq!(survey["content"]["text"], "How did we do today?");
    let label = |n: usize| survey["choices"][n]["label"].clone();
    assert_eq!([label(0), label(3)], ["Very well", "Badly"]);
    assert_eq!(asked[0]["asks"], 2);
    // The present choices of the settings do not matter.
    let frames = chooses(&vera, "choice-001", 2, "2").await;
    assert!(frames.iter().any(|f| f["type"] == "ack"), "{frames:?}");
    let chat = frames.iter().find(|f| f["type"] == "chat").expect("told");
    assert!(chat.get("asks").is_none(), "nothing is asked any more");
    let took = &chat["messages"][0];
    assert_eq!([&took["chosen"], &took["content"]["title"]], ["2", "Well"]);
    let told = answered(&mark);
    assert_eq!((told.len(), &told[0]["answer"]), (1, &json!("Well")));
    // The same press again has the same answer; any other press comes too late.
    assert!(chooses(&vera, "choice-001", 2, "2").await.iter().any(|f| f["type"] == "ack"));
    let late = chooses(&vera, "choice-002", 2, "1").await;
    assert_eq!((&late[0]["code"], &late[0]["field"]), (&json!("survey_over"), &json!("message")));
    assert_eq!(answered(&mark), Vec::<Value>::new());
    // After a second survey, a written answer counts as well, and a press on the first does not.
    ask(&mark, &conversation).await;
    vera.frames();
    assert_eq!(chooses(&vera, "choice-003", 2, "1").await[0]["code"], "survey_over");
    assert_eq!(chooses(&vera, "choice-004", 4, "7").await[0]["code"], "not_found");
    assert_eq!(chooses(&vera, "choice-005", 4, "good").await[0]["code"], "not_found");
    let frames = vera.writes("4").await;
    let chat = frames.iter().find(|f| f["type"] == "chat").expect("told");
    assert_eq!(chat["messages"][0]["chosen"], "4");
    assert_eq!(answered(&mark)[0]["answer"], "Badly");
    // A visitor who opens the chat anew sees the questions and the answers taken.
    let again = Visitor::connect(&world, "vera").await;
    let chat = again.sends("connection", &json!({"action": "hello"})).await;
    let chosen: Vec<&Value> =
        chat[0]["messages"].as_array().unwrap().iter().filter_map(|m| m.get("chosen")).collect();
    assert_eq!(chosen, ["2", "4"]);
}

#[tokio::test]
async fn a_survey_is_answered_after_the_end_but_not_after_a_new_conversation_began() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (vera, conversation) = surveyed(&world, &mark).await;
    mark.does("assignment", &conversation, json!({"type": "resolve"})).await;
    vera.frames();
    let frames = chooses(&vera, "choice-001", 2, "1").await;
    let chat = frames.iter().find(|f| f["type"] == "chat").expect("told");
    assert_eq!(chat["state"], "ended", "an answer begins nothing");
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("One more thing").await;
    let second = format!("{}-2", vera.thread());
    mark.does("assignment", &second, json!({"type": "accept"})).await;
    ask(&mark, &second).await;
    mark.does("assignment", &second, json!({"type": "resolve"})).await;
    vera.writes("And another").await;
    let position = vera.sends("connection", &json!({"action": "hello"})).await[0].clone();
    assert!(position.get("asks").is_none(), "{position}");
    assert_eq!(chooses(&vera, "choice-002", 6, "1").await[0]["code"], "survey_over");
}

#[tokio::test]
async fn a_visitors_own_details_go_to_the_contact() {
    let world = World::new().await;
    let begin = |body: Value| {
        let event = crate::world::http_event("POST", "/v1/visitors", &body.to_string());
        world.call("api", event)
    };
    for wrong in ["vera", "vera@", "@shop.example", "vera@shop", "v era@shop.example", "a@b@c.de"] {
        let answer = begin(json!({"asset": "web-demo", "email": wrong})).await;
        let told: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        assert_eq!(told["error"]["code"], "email_invalid", "{wrong}");
        assert_eq!(told["error"]["field"], "email");
    }
    let given = json!({"asset": "web-demo", "name": "Vera", "email": " vera@shop.example "});
    let answer = begin(given).await;
    let told: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    let token = format!("Bearer {}", told["token"].as_str().unwrap());
    let known = app::session::identity::visitor(world.app.door(), Some(&token)).await.unwrap();
    assert_eq!(known.email, "vera@shop.example");
    let contact = store::key::contact("web", &known.visitor);
    app::visitor::chat::visitor_writes(
        world.app.engine(),
        &known,
        app::Once::by_visitor("write-001".to_owned(), None, &"Hello"),
        "Hello",
        None,
    )
    .await
    .unwrap();
    let noted = world.app.store.contact(&contact).await.unwrap().expect("a contact");
    assert_eq!(noted.email.as_deref(), Some("vera@shop.example"));
    assert_eq!((noted.name.as_str(), noted.version), ("Vera", 0), "agents change it from here");
}
