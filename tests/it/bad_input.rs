//! Frames and bodies that are wrong, each in its own way.

use serde_json::json;

use crate::world::World;

const SMITH: &str = "16505551234";

#[tokio::test]
async fn every_broken_frame_gets_a_typed_refusal() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    mark.frames();
    let cases = [
        ("$default", "not json", "frame_not_json", None),
        ("$default", "[]", "frame_not_json", None),
        ("$default", "{\"text\":\"\\ud800\"}", "frame_not_json", None),
        ("$default", "{}", "unknown_action", Some("action")),
        ("$default", "{\"action\":\"dance\"}", "unknown_action", Some("action")),
        ("$default", "{\"action\":7}", "unknown_action", Some("action")),
        ("$default", "{\"action\":\"catch_up\"}", "frame_invalid", Some("thread")),
        (
            "$default",
            "{\"action\":\"catch_up\",\"thread\":\"x\",\"after\":0}",
            "frame_invalid",
            Some("thread"),
        ),
        ("messaging", "{\"action\":\"messaging\"}", "frame_invalid", Some("id")),
    ];
    for (route, text, code, field) in cases {
        let frames = mark.sends(route, text).await;
        assert_eq!(frames[0]["type"], "refused", "{text}");
        assert_eq!(frames[0]["code"], code, "{text}: {}", frames[0]);
        assert_eq!(frames[0]["field"].as_str(), field, "{text}: {}", frames[0]);
        assert!(frames[0]["remedy"].as_str().is_some_and(|r| !r.is_empty()), "{text}");
    }
}

#[tokio::test]
async fn every_broken_command_is_refused_under_its_own_id() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let long = "x".repeat(5_000);
    let text = |text: &str| json!({"type": "send", "content": {"kind": "text", "text": text}});
    let offer = "4t9m0c2xkq7w1h5z-o3";
    let cases = [
        ("messaging", &conversation, json!({"type": "dance"}), "frame_invalid"),
        ("messaging", &conversation, json!({"type": "send"}), "frame_invalid"),
        ("messaging", &conversation, text(""), "text_missing"),
        ("messaging", &conversation, text(" \n\t "), "text_missing"),
        ("messaging", &conversation, text(&long), "text_too_long"),
        ("messaging", &conversation, json!({"type": "accept"}), "wrong_action"),
        (
            "messaging",
            &conversation,
            json!({"type": "send", "content": {"kind": "location",
            "latitude": 1.0, "longitude": 2.0}}),
            "content_not_supported",
        ),
        ("messaging", &"nonsense".to_owned(), text("x"), "frame_invalid"),
        ("messaging", &"4t9m0c2xkq7w1h5z-1".to_owned(), text("x"), "not_found"),
        ("messaging", &conversation.replace("-1", "-9"), text("x"), "not_found"),
        (
            "assignment",
            &conversation,
            json!({"type": "accept_offer", "offer": offer}),
            "frame_invalid",
        ),
        (
            "assignment",
            &conversation,
            json!({"type": "accept_offer",
            "offer": format!("{}-o99", world.thread(SMITH))}),
            "not_found",
        ),
        ("discuss", &conversation, json!({"type": "discuss", "to": "mark"}), "target_is_self"),
        ("discuss", &conversation, json!({"type": "discuss", "to": "nobody"}), "unknown_target"),
        ("discuss", &conversation, json!({"type": "discuss", "to": "NO BODY"}), "frame_invalid"),
        (
            "discuss",
            &conversation,
            json!({"type": "say", "text": "x",
            "discussion": format!("{}-d1", world.thread(SMITH))}),
            "discussion_ended",
        ),
        (
            "transfer",
            &conversation,
            json!({"type": "transfer", "to": {"queue": "nowhere"}}),
            "unknown_target",
        ),
    ];
    for (action, conversation, command, code) in cases {
        let refused = mark.does(action, conversation, command.clone()).await;
        assert_eq!(refused["code"], code, "{command} → {refused}");
    }
}

#[tokio::test]
async fn a_command_for_another_teams_conversation_is_not_found() {
    let world = World::new().await;
    let omar = world.agent("omar").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept = json!({"type": "accept"});
    assert_eq!(omar.does("assignment", &conversation, accept).await["code"], "not_found");
    let comment = json!({"type": "comment", "text": "x"});
    assert_eq!(omar.does("messaging", &conversation, comment).await["code"], "not_found");
    let answer = world.api("omar", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    assert_eq!(answer["statusCode"], 404);
    let catch_up = json!({"action": "catch_up", "thread": world.thread(SMITH), "after": 0});
    assert_eq!(omar.says(catch_up).await[0]["code"], "not_found");
}

#[tokio::test]
async fn text_is_stored_to_the_letter() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let strange = "a\u{0}b\u{7}\u{1b}[31m\u{202e}evil\u{200b} 👩‍👩‍👧‍👦 \u{10ffff} <script>é́́";
    world.customer_writes(SMITH, strange).await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": strange}});
    assert_eq!(mark.does("messaging", &conversation, send).await["type"], "ack");
    let answer = world.api("mark", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    let body: serde_json::Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    let entries = body["entries"].as_array().unwrap();
    assert_eq!(entries[0]["events"][1]["content"]["text"], strange);
    assert_eq!(entries[2]["events"][0]["content"]["text"], strange);
}

#[tokio::test]
async fn a_megabyte_of_text_over_http_is_a_typed_problem() {
    let world = World::new().await;
    let body = json!({"id": "12345678", "conversation": "4t9m0c2xkq7w1h5z-1",
        "command": {"type": "comment", "text": "x".repeat(1_000_000)}});
    let answer = world.api("mark", "POST", "/v1/commands", &body.to_string()).await;
    assert_eq!(answer["statusCode"], 413);
    assert!(answer["body"].as_str().unwrap().contains("frame_too_large"));
}

#[tokio::test]
async fn after_a_day_only_templates_reach_a_whatsapp_customer() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    world.stand_still_until(world.now() + domain::Millis::hours(24));
    let send = json!({"type": "send", "content": {"kind": "text", "text": "x"}});
    assert_eq!(mark.does("messaging", &conversation, send).await["code"], "window_closed");
    let template = json!({"type": "send",
        "content": {"kind": "template", "name": "hello", "language": "en"}});
    assert_eq!(mark.does("messaging", &conversation, template).await["type"], "ack");
}
