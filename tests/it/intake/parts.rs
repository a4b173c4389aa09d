//! Webhooks with bad, long, strange or misdirected parts: intake keeps what it can, sets aside for
//! admins what it cannot place, and never lets a neighbour suffer.

use crate::intake::webhooks::texts_of;
use crate::world::{World, http_event, reads};
use domain::{Event, Status, intake};
use platform::sandbox;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

fn text(id: &str, body: &str) -> Value {
    json!({"from": SMITH, "id": id, "timestamp": "1767688200", "type": "text",
           "text": {"body": body}})
}

/// Posts a body as it is, signed as the provider signs it.
async fn post(world: &World, body: &[u8]) -> Value {
    let signature = channels::whatsapp::signature(sandbox::APP_SECRET, body);
    let mut event = http_event("POST", "/webhooks/{channel}/{asset}", "");
    event["pathParameters"] = json!({"channel": "whatsapp", "asset": sandbox::ASSET});
    event["headers"]["x-hub-signature-256"] = json!(signature);
    event["body"] = json!(aws_smithy_types::base64::encode(body));
    event["isBase64Encoded"] = json!(true);
    world.call("ingest", event).await
}

fn envelope(messages: &str, metadata: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"metadata":{metadata},"messages":[{messages}]}}}}]}}]}}"#
    )
}

fn known() -> String {
    json!({"phone_number_id": sandbox::PHONE_NUMBER_ID}).to_string()
}

async fn texts(world: &World) -> Vec<String> {
    texts_of(world, &world.thread(SMITH)).await
}

#[tokio::test]
async fn one_bad_string_spoils_itself_and_nothing_else() {
    for bad in [r"\ud83d".as_bytes(), br"\ude00", b"\xe9", b"\x01", b"\n", br"\x41", br"\u12G4"] {
        let world = World::new().await;
        let (good, marked) =
            (text("wamid.1", "good").to_string(), text("wamid.2", "bad@@").to_string());
        let body = envelope(&format!("{good},{marked}"), &known());
        let (before, after) = body.split_once("@@").unwrap();
        let body = [before.as_bytes(), bad, after.as_bytes()].concat();
        assert_eq!(post(&world, &body).await["statusCode"], 200);
        let told = texts(&world).await;
        assert_eq!(told[0], "good");
        assert!(told[1].starts_with("bad\u{fffd}"), "{told:?}");
    }
}

#[tokio::test]
async fn a_value_ten_thousand_levels_deep_spoils_itself_and_nothing_else() {
    let world = World::new().await;
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let odd = format!(
        r#"{{"from":"{SMITH}","id":"wamid.2","timestamp":1767688200,"type":"hologram","hologram":{deep}}}"#
    );
    let body = envelope(&format!("{odd},{}", text("wamid.1", "good")), &known());
    assert_eq!(post(&world, body.as_bytes()).await["statusCode"], 200);
    assert_eq!(texts(&world).await, ["Unsupported message (hologram)", "good"]);
}

#[tokio::test]
async fn a_long_value_is_taken_in_once_and_marked() {
    let world = World::new().await;
    let long = "\"x👨\u{200d}👩".repeat(20_000);
    let kinds = [
        ("text", json!({"body": long})),
        ("image", json!({"id": long, "mime_type": long, "caption": long})),
        ("document", json!({"id": "1", "filename": long})),
        ("button", json!({"payload": long, "text": long})),
        ("interactive", json!({"type": "list_reply", "list_reply": {"id": long, "title": long}})),
        ("contacts", json!(vec![json!({"name": {"formatted_name": "Ann"}}); 5_000])),
        ("hologram", json!({"data": long})),
    ];
    for (n, (kind, body)) in kinds.iter().enumerate() {
        let mut item = text(&format!("{n}{long}"), "");
        item["type"] = json!(kind);
        item[*kind] = body.clone();
        item["context"] = json!({"id": long});
        for _ in 0..2 {
            let webhook = json!({"contacts": [{"profile": {"name": long}, "wa_id": long}],
                                 "messages": [item]});
            assert_eq!(world.webhook(&webhook).await["statusCode"], 200, "{kind}");
        }
    }
    let log = world.log(&world.thread(SMITH)).await;
    let marked: Vec<bool> = log
        .iter()
        .flat_map(|entry| &entry.events)
        .filter_map(|event| match event {
            Event::CustomerMessage(intake::Received { shortened, .. }) => Some(*shortened),
            _ => None,
        })
        .collect();
    assert_eq!(marked, [true; 7], "each once, and each says that it is not all");
}

#[tokio::test]
async fn a_message_for_an_account_that_is_not_ours_is_set_aside_for_admins() {
    let world = World::new().await;
    let foreign =
        envelope(&text("wamid.1", "to somebody else").to_string(), r#"{"phone_number_id":"999"}"#);
    for _ in 0..3 {
        assert_eq!(post(&world, foreign.as_bytes()).await["statusCode"], 200);
    }
    assert!(texts(&world).await.is_empty(), "it is never answered from another number");
    let attention = reads(&world, "ada", "/v1/settings").await["attention"].clone();
    let aside = attention["set_aside"].as_array().unwrap();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(aside[0]["account"], "999");
    assert!(aside[0]["payload"].as_str().unwrap().contains("to somebody else"));
    // An admin can send the received settings back; other roles do not get the set-aside list.
    let settings = reads(&world, "ada", "/v1/settings").await;
    let saved = world.api("ada", "PUT", "/v1/settings", &settings.to_string()).await;
    assert_eq!(saved["statusCode"], 200, "{saved}");
    assert!(reads(&world, "mark", "/v1/settings").await.get("attention").is_none());
}

#[tokio::test]
async fn an_account_that_is_named_by_a_number_or_not_at_all_is_the_one_of_the_address() {
    for metadata in [
        format!(r#"{{"phone_number_id":{}}}"#, sandbox::PHONE_NUMBER_ID),
        "{}".to_owned(),
        "null".to_owned(),
    ] {
        let world = World::new().await;
        let body = envelope(&text("wamid.1", "hello").to_string(), &metadata);
        assert_eq!(post(&world, body.as_bytes()).await["statusCode"], 200);
        assert_eq!(texts(&world).await, ["hello"], "{metadata}");
    }
}

#[tokio::test]
async fn a_message_without_a_sender_is_set_aside_with_its_payload() {
    let world = World::new().await;
    let nobody = json!({"id": "wamid.1", "type": "text", "text": {"body": "who am I?"}});
    let body = envelope(&format!("{nobody},{}", text("wamid.2", "good")), &known());
    assert_eq!(post(&world, body.as_bytes()).await["statusCode"], 200);
    assert_eq!(texts(&world).await, ["good"]);
    let attention = reads(&world, "ada", "/v1/settings").await["attention"].clone();
    assert!(attention["set_aside"][0]["payload"].as_str().unwrap().contains("who am I?"));
}

#[tokio::test]
async fn the_handshake_of_an_account_that_does_not_exist_is_refused() {
    let world = World::new().await;
    let shake = async |asset: &str, token: &str| {
        let query = format!("hub.mode=subscribe&hub.verify_token={token}&hub.challenge=42");
        let mut event = http_event("GET", &format!("/webhooks/{{channel}}/{{asset}}?{query}"), "");
        event["pathParameters"] = json!({"channel": "whatsapp", "asset": asset});
        world.call("ingest", event).await["statusCode"].clone()
    };
    let token = sandbox::VERIFY_TOKEN;
    assert_eq!(shake(sandbox::ASSET, token).await, 200);
    assert_eq!(shake("wa-nowhere", token).await, 404);
    assert_eq!(shake("web-demo", token).await, 404, "that is no account of this channel");
    assert_eq!(shake(sandbox::ASSET, "wrong").await, 403);
}

/// A conversation that is over.
async fn over(world: &World) -> String {
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("assignment", &conversation, json!({"type": "resolve"})).await;
    conversation
}

#[tokio::test]
async fn a_quiet_message_wakes_nobody() {
    let quiet = [
        ("revoke", json!({"original_message_id": "wamid.X"})),
        (
            "edit",
            json!({"original_message_id": "wamid.X",
                        "message": {"type": "text", "text": {"body": "Hello"}}}),
        ),
        (
            "interactive",
            json!({"type": "call_permission_reply",
                               "call_permission_reply": {"response": "accept"}}),
        ),
        ("reaction", json!({"message_id": "wamid.X"})),
    ];
    for reopens in [false, true] {
        for (kind, body) in &quiet {
            let world = World::new().await;
            if reopens {
                let rules = json!({"own": {"reopen_within_seconds": 3600}, "version": 0});
                let route = "/v1/settings/queues/support";
                let saved = world.api("ada", "PUT", route, &rules.to_string()).await;
                assert_eq!(saved["statusCode"], 200, "{saved}");
            }
            over(&world).await;
            let mut item = text("wamid.Q", "");
            item["type"] = json!(kind);
            item[*kind] = body.clone();
            assert_eq!(world.webhook(&json!({"messages": [item]})).await["statusCode"], 200);
            let thread = world.state(&world.thread(SMITH)).await;
            assert_eq!(thread.conversation.number, 1, "{kind}");
            assert_eq!(thread.conversation.status, Status::Resolved, "{kind}");
            let log = world.log(&thread.id).await;
            let kept = log.iter().flat_map(|e| &e.events);
            let kept = kept.filter(|e| {
                matches!(e, Event::CustomerMessage(intake::Received { quiet: true, .. }))
            });
            assert_eq!(kept.count(), 1, "{kind} is kept where it belongs");
        }
    }
}

#[tokio::test]
async fn a_quiet_message_leaves_the_turn_where_it_is() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let thread = world.thread(SMITH);
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    let mut item = text("wamid.Q", "");
    item["type"] = json!("revoke");
    item["revoke"] = json!({"original_message_id": "wamid.X"});
    world.webhook(&json!({"messages": [item]})).await;
    assert_eq!(world.state(&thread).await.conversation.status, Status::Pending);
    assert_eq!(mark.event_of("customer_message")["quiet"], true);
}

#[tokio::test]
async fn a_quiet_message_without_a_thread_begins_nothing() {
    let world = World::new().await;
    let mut item = text("wamid.Q", "");
    item["type"] = json!("revoke");
    item["revoke"] = json!({"original_message_id": "wamid.X"});
    assert_eq!(world.webhook(&json!({"messages": [item]})).await["statusCode"], 200);
    assert!(texts(&world).await.is_empty());
    let attention = reads(&world, "ada", "/v1/settings").await["attention"].clone();
    assert_eq!(attention["set_aside"].as_array().unwrap().len(), 1, "{attention}");
}
