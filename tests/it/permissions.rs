//! The functions do no more than the template allows them.

use std::collections::{BTreeMap, BTreeSet};

use crate::world::{Visitor, World, http_event};
use domain::Millis;
use platform::template::TEMPLATE;
use serde_json::json;
use serde_norway::Value;

const SMITH: &str = "16505551234";

fn words(value: &Value) -> Vec<String> {
    let text = |v: &Value| match v {
        Value::String(s) => s.clone(),
        Value::Tagged(t) => t.value.as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    value.as_sequence().into_iter().flatten().map(text).collect()
}

/// The allowed actions of each function; queues by name.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let root: Value = serde_norway::from_str(TEMPLATE).unwrap();
    let resources = root["Resources"].as_mapping().unwrap().values();
    let mut all = BTreeMap::new();
    for function in resources.filter(|r| r["Type"] == "AWS::Serverless::Function") {
        let name = function["Metadata"]["BuildProperties"]["Binary"].as_str().unwrap();
        let mut may = BTreeSet::new();
        let policies = function["Properties"]["Policies"].as_sequence().unwrap();
        for statement in policies.iter().flat_map(|p| p["Statement"].as_sequence().unwrap()) {
            for action in words(&statement["Action"]) {
                if action == "execute-api:ManageConnections" {
                    // `…/live/POST/@connections/*`: the method is part of the permission.
                    for resource in words(&statement["Resource"]) {
                        let method = resource.split('/').rev().nth(2).unwrap().to_owned();
                        may.insert(format!("{action} {method}"));
                    }
                    continue;
                }
                if action != "sqs:SendMessage" {
                    may.insert(action);
                    continue;
                }
                for queue in words(&statement["Resource"]) {
                    may.insert(format!("{action} {}", queue.trim_end_matches(".Arn")));
                }
            }
        }
        all.insert(name.to_owned(), may);
    }
    all
}

/// A day in which every function has something to do.
async fn a_day(world: &World) {
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.api("mark", "POST", "/v1/ws-ticket", "").await;
    world
        .call(
            "connection",
            json!({"type": "REQUEST", "headers": {},
        "queryStringParameters": {"ticket": "unknown"}}),
        )
        .await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "x"}});
    world.wires.provider.lock().unwrap().refusals.push_back((400, 130_429));
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.pass(Millis::seconds(10)).await;
    world.deliver().await;
    let discuss = json!({"type": "discuss", "to": "martha"});
    mark.does("discuss", &conversation, discuss.clone()).await;
    world.pass(Millis::minutes(3)).await;
    mark.does("discuss", &conversation, discuss).await;
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}});
    mark.does("transfer", &conversation, transfer).await;
    let command = json!({"id": "by-http-01", "conversation": conversation,
        "command": {"type": "comment", "text": "x", "mentions": ["mark"]}});
    world.api("martha", "POST", "/v1/commands", &command.to_string()).await;
    world.api("martha", "GET", "/v1/engagements", "").await;
    crate::file::everything_once(world, &mark, &conversation).await;
    world.api("martha", "GET", "/v1/conversations", "").await;
    world.call("api", http_event("POST", "/v1/visitors", "{\"asset\":\"web-demo\"}")).await;
    let vera = Visitor::connect(world, "vera").await;
    vera.writes("hello").await;
    world.project().await;
    let contact = format!("/v1/contacts/{}", world.state(&world.thread(SMITH)).await.contact);
    world.api("martha", "PATCH", &contact, r#"{"version":0,"name":"Joan"}"#).await;
    world.api("martha", "GET", &format!("{contact}/conversations"), "").await;
    world.api("mark", "GET", "/v1/mentions", "").await;
    world.api("mark", "PUT", "/v1/mentions/seen", r#"{"at":1}"#).await;
    world.api("olga", "GET", "/v1/board", "").await;
    martha.does("assignment", &conversation, json!({"type": "resolve"})).await;
    world.project().await;
    let direct = json!({"action": "direct", "id": "direct-01", "to": "martha", "text": "lunch?"});
    mark.says(direct).await;
    martha.says(json!({"action": "direct_read", "with": "mark", "seq": 1})).await;
    let (direct, read) = (json!({"id": "direct-02", "text": "yes"}), json!({"seq": 2}));
    world.api("martha", "POST", "/v1/direct/mark", &direct.to_string()).await;
    world.api("mark", "GET", "/v1/direct", "").await;
    world.api("mark", "GET", "/v1/direct/martha", "").await;
    world.api("mark", "PUT", "/v1/direct/martha/read", &read.to_string()).await;
    world.api("mark", "PUT", "/v1/me/presence", r#"{"presence":"away"}"#).await;
    let available = r#"{"presence":"available"}"#;
    let enter = |token: &str, version: u32| {
        json!({"version": version, "values": {"access_token": token}}).to_string()
    };
    for (token, version) in [("one-token", 0), ("another-token", 1)] {
        let body = enter(token, version);
        world.api("ada", "PUT", "/v1/assets/wa-demo/secrets", &body).await;
    }
    world.api("ada", "POST", "/v1/assets/wa-demo/check", "").await;
    world.api("olga", "PUT", "/v1/agents/mark/presence", available).await;
    world.api("olga", "GET", "/v1/agents/mark/presence", "").await;
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    world.fan_out().await;
    world.wires.lose_socket(&martha.socket);
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    world.fan_out().await;
    world.customer_writes(SMITH, "again").await;
}

#[tokio::test]
async fn the_functions_call_nothing_that_the_template_does_not_allow() {
    let world = World::new().await;
    world.wires.forget_actions();
    a_day(&world).await;
    let allowed = allowed();
    let called = world.wires.actions();
    let functions: BTreeSet<&String> = called.iter().map(|(function, _)| function).collect();
    assert_eq!(functions.len(), allowed.len(), "every function had something to do: {functions:?}");
    let missing: Vec<_> =
        called.iter().filter(|(function, action)| !allowed[function].contains(action)).collect();
    assert!(missing.is_empty(), "called, but not allowed: {missing:?}");
}
