//! The functions do no more than the template allows them.

use std::collections::BTreeSet;

use crate::world::{Visitor, World, http_event};
use domain::Millis;
use platform::template::{self, TEMPLATE};
use serde_json::json;

const SMITH: &str = "16505551234";

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

/// Every call of every story runs within its function's walls ([`World::call`]); this is the way back.
#[tokio::test]
async fn the_template_allows_nothing_that_the_functions_never_call() {
    let world = World::new().await;
    a_day(&world).await;
    let used = world.wires.used();
    let allowed = world.wires.wiring().walls.iter();
    let allowed = allowed.flat_map(|(function, wall)| {
        wall.grants.iter().map(move |grant| (function.clone(), grant.clone()))
    });
    let unused: Vec<_> = allowed.filter(|grant| !used.contains(grant)).collect();
    assert!(unused.is_empty(), "allowed, and never called: {unused:#?}");
}

#[test]
fn no_policy_reaches_further_than_the_parts_of_this_stack() {
    let of = |service: &str, rest: &str| {
        format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{rest}")
    };
    let parts: BTreeSet<String> = [
        "Table.Arn",
        "OutboxQueue.Arn",
        "TimerQueue.Arn",
        "DomainBus.Arn",
        "EngineKeys",
        "${FilesBucket.Arn}/incoming/*",
        "${FilesBucket.Arn}/files/*",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([
        of("secretsmanager", "secret:switchboard/${AWS::StackName}/assets/*"),
        of("execute-api", "${WebSocketApi}/live/POST/@connections/*"),
        of("execute-api", "${WebSocketApi}/live/DELETE/@connections/*"),
    ])
    .collect();
    let wiring = template::read(TEMPLATE).unwrap();
    let grants = wiring.walls.values().flat_map(|wall| &wall.grants);
    for grant in grants {
        assert!(parts.contains(&grant.resource), "{} {}", grant.action, grant.resource);
        assert!(!grant.action.contains('*'), "{} stands for more than one action", grant.action);
    }
}

#[tokio::test]
async fn a_call_outside_the_walls_is_denied_as_on_aws() {
    let world = World::new().await;
    let outside = world.connector_of("timers");
    let app = world.app.beside(world.app.config.clone(), outside);
    let asked = app.table_client().delete_table().table_name("switchboard").send().await;
    let error = asked.unwrap_err();
    assert!(format!("{error:?}").contains("AccessDenied"), "{error:?}");
    assert_eq!(world.wires.denied(), ["timers: dynamodb:DeleteTable Table.Arn"]);
}
