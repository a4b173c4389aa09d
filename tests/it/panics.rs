//! A mistake of ours ends the piece of work that meets it: the caller gets an answer, the work
//! beside it goes on, and the process serves the next piece of work.

use serde_json::{Value, json};

use crate::world::{Visitor, World, http_event, sqs};

const SMITH: &str = "16505551234";

fn problem(answer: &Value) -> (i64, String) {
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    let code = body["error"]["code"].as_str().unwrap_or_default().to_owned();
    (answer["statusCode"].as_i64().unwrap(), code)
}

#[tokio::test]
async fn a_request_that_panics_is_answered_500_and_the_next_one_is_served() {
    let world = World::new().await;
    let begin = || http_event("PUT", "/v1/me/presence", r#"{"presence":"away"}"#);
    let token = world.wires.token("mark", world.now(), |_| {});
    let mut event = begin();
    event["headers"]["authorization"] = json!(format!("Bearer {token}"));
    let answer = world.call_that_panics("api", event.clone()).await;
    assert_eq!(problem(&answer), (500, "internal".to_owned()));
    let text = answer["body"].as_str().unwrap();
    assert!(!text.contains("a mistake of ours"), "the panic's words stay with us: {text}");
    assert_eq!(world.call("api", event).await["statusCode"], 200);
}

#[tokio::test]
async fn a_frame_that_panics_is_refused_with_its_id_and_the_socket_lives_on() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let frame = json!({"action": "assignment", "id": "accept-0001", "conversation": conversation,
                       "command": {"type": "accept"}});
    world.call_that_panics("assignment", mark.event("MESSAGE", Some(&frame.to_string()))).await;
    let refused = mark.told("refused");
    assert_eq!(
        (&refused[0]["code"], &refused[0]["id"]),
        (&json!("internal"), &json!("accept-0001"))
    );
    let accepted =
        mark.does_as("accept-0001", "assignment", &conversation, None, json!({"type": "accept"}));
    assert_eq!(accepted.await["type"], "ack", "the same command again is carried out");
    // A frame of the $default route, and a visitor's frame.
    let away = json!({"action": "presence", "presence": "away"}).to_string();
    world.call_that_panics("connection", mark.event("MESSAGE", Some(&away))).await;
    assert_eq!(mark.told("refused")[0]["code"], "internal");
    let vera = Visitor::connect(&world, "vera").await;
    let write = json!({"action": "messaging", "id": "write-0001",
                       "command": {"type": "write", "text": "hello"}});
    world.call_that_panics("messaging", vera.event("MESSAGE", Some(&write.to_string()))).await;
    let frames = world.wires.frames(&vera.socket);
    let refused = frames.iter().find(|f| f["type"] == "refused").unwrap();
    assert_eq!((&refused["code"], &refused["id"]), (&json!("internal"), &json!("write-0001")));
}

#[tokio::test]
async fn a_message_that_panics_does_not_hold_up_the_rest_of_its_webhook() {
    let world = World::new().await;
    let (mut value, other) = (
        world.text_message(SMITH, "one", "wamid.1"),
        world.text_message("16505559999", "two", "wamid.2"),
    );
    value["messages"].as_array_mut().unwrap().extend(other["messages"].as_array().unwrap().clone());
    let answer = world.call_that_panics("ingest", World::webhook_event(&value)).await;
    assert_eq!(answer["statusCode"], 500, "the provider sends it again");
    let mut stored = 0;
    for address in [SMITH, "16505559999"] {
        stored += usize::from(world.app.thread(&world.thread(address)).await.unwrap().is_some());
    }
    assert_eq!(stored, 1, "the other message was stored");
    assert_eq!(world.webhook(&value).await["statusCode"], 200);
    for address in [SMITH, "16505559999"] {
        let log = world.log(&world.thread(address)).await;
        let said = |e: &&domain::Event| matches!(e, domain::Event::CustomerMessage(_));
        assert_eq!(log.iter().flat_map(|e| &e.events).filter(said).count(), 1, "{address}");
    }
}

#[tokio::test]
async fn a_record_that_panics_is_reported_and_its_batch_goes_on() {
    let world = World::new().await;
    world.customer_writes(SMITH, "hello").await;
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "x"}});
    mark.does("messaging", &conversation, send).await;
    let body = world.wires.next_outbox().unwrap();
    let answer = world.call_that_panics("deliver", sqs(&body)).await;
    assert_eq!(answer["batchItemFailures"][0]["itemIdentifier"], "m");
    let answer = world.call("deliver", sqs(&body)).await;
    assert_eq!(answer["batchItemFailures"], json!([]), "the message goes out at the next try");
    let batch = world.wires.stream_batches("projection").remove(0);
    let answer = world.call_that_panics("projection", batch.clone()).await;
    assert_eq!(answer["batchItemFailures"].as_array().unwrap().len(), 1, "the stream comes again");
    assert_eq!(world.call("projection", batch).await["batchItemFailures"], json!([]));
}

/// JSON that is nested deeper than any parser may follow.
fn deep(levels: usize) -> [String; 2] {
    [
        format!("{}{}", "[".repeat(levels), "]".repeat(levels)),
        format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels)),
    ]
}

#[tokio::test]
async fn deeply_nested_json_is_refused_and_ends_nothing() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let vera = Visitor::connect(&world, "vera").await;
    for json in deep(15_000).into_iter().chain(deep(200)) {
        let inner = format!("{{\"action\":\"hello\",\"positions\":{json}}}");
        let command = format!(
            "{{\"action\":\"messaging\",\"id\":\"deep-0001\",\"conversation\":\"c\",\"command\":{json}}}"
        );
        for body in [&json, &inner, &command] {
            for (function, event) in [
                ("connection", mark.event("MESSAGE", Some(body))),
                ("messaging", mark.event("MESSAGE", Some(body))),
                ("connection", vera.event("MESSAGE", Some(body))),
                ("messaging", vera.event("MESSAGE", Some(body))),
            ] {
                world.call(function, event).await;
            }
            assert!(mark.told("refused").len() >= 2, "{}", &body[..40]);
            for route in ["/v1/commands", "/v1/uploads", "/v1/transfers"] {
                let (status, _) = problem(&world.api("mark", "POST", route, body).await);
                assert_eq!(status, 400, "{route}");
            }
            let answer = world.call("api", http_event("POST", "/v1/visitors", body)).await;
            assert_eq!(problem(&answer).0, 400);
            let signed =
                channels::whatsapp::signature(platform::sandbox::APP_SECRET, body.as_bytes());
            let answer = world.post_webhook(body, Some(&signed)).await;
            assert_eq!(problem(&answer).0, 400);
        }
    }
}
