//! The documents' own examples, replayed against the real handlers.

use protocol::example;
use serde_json::{Value, json};

use crate::world::{Visitor, World};

/// Codes that never answer a frame that fits the protocol.
const MISFIT: [&str; 4] = ["frame_not_json", "frame_invalid", "unknown_action", "wrong_action"];

fn misfits(frames: &[Value]) -> Vec<&Value> {
    frames.iter().filter(|f| f["code"].as_str().is_some_and(|c| MISFIT.contains(&c))).collect()
}

fn route(frame: &Value) -> String {
    match frame["action"].as_str().unwrap() {
        action @ ("messaging" | "assignment" | "transfer" | "discuss") => action.to_owned(),
        _ => "$default".to_owned(),
    }
}

#[tokio::test]
async fn every_example_of_an_agents_frame_is_understood() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    mark.frames();
    for example in example::of("Frame") {
        let answer = mark.sends(&route(&example.value), &example.text).await;
        assert!(misfits(&answer).is_empty(), "{}: {answer:?}", example.name);
    }
}

#[tokio::test]
async fn every_example_of_a_visitors_frame_is_understood() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    for example in example::of("VisitorFrame") {
        let function = match route(&example.value).as_str() {
            "$default" => "connection".to_owned(),
            action => action.to_owned(),
        };
        let answer = vera.sends(&function, &example.value).await;
        assert!(misfits(&answer).is_empty(), "{}: {answer:?}", example.name);
    }
}

#[tokio::test]
async fn every_example_of_a_webhook_is_taken() {
    let world = World::new().await;
    for (name, body) in example::webhooks() {
        let body = body.to_string();
        let signature = channels::whatsapp::signature("demo-app-secret", body.as_bytes());
        let answer = world.post_webhook(&body, Some(&signature)).await;
        assert_eq!(answer["statusCode"], 200, "{name}: {answer}");
    }
}

#[tokio::test]
async fn the_servers_pushes_fit_the_types_that_clients_read() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes("16505551234", "hello").await;
    let conversation = format!("{}-1", world.thread("16505551234"));
    let mut frames = mark.frames();
    frames.push(mark.does("assignment", &conversation, json!({"type": "accept"})).await);
    frames.extend(mark.says(json!({"action": "ping", "positions": {}})).await);
    frames.extend(mark.says(json!({"action": "dance"})).await);
    assert!(frames.len() >= 5);
    for frame in frames {
        let read: protocol::Push = serde_json::from_value(frame.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), frame);
    }
}

#[test]
fn aws_events_of_all_kinds_are_read() {
    // The shapes of AWS's own documentation, as far as the functions look at them.
    let disconnect = json!({"requestContext": {"routeKey": "$disconnect", "eventType": "DISCONNECT",
        "disconnectStatusCode": 1001, "disconnectReason": "going away", "connectionId": "L0SM9c=",
        "connectedAt": 1, "requestTimeEpoch": 2, "identity": {"sourceIp": "192.0.2.1"},
        "authorizer": {"principalId": "agent:mark", "kind": "agent", "agent": "mark",
                       "integrationLatency": 3}}, "isBase64Encoded": false});
    let event = serde_json::from_value(disconnect).unwrap();
    let message = app::session::socket::Message::read(event).unwrap();
    assert_eq!(message.socket, "L0SM9c=");
    assert_eq!(message.who, app::session::socket::Who::Agent { agent: "mark".parse().unwrap() });
}
