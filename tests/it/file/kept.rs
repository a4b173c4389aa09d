//! Sent, commented and abandoned files, and the files of visitors.

use crate::file::{
    PDF, PNG, SMITH, accepted, announced, completes, media_route, pdf, picture, ready, remark,
    sent, wanted,
};
use crate::world::{Visitor, World, asks};
use domain::Millis;
use serde_json::{Value, json};

#[tokio::test]
async fn a_comment_carries_files_that_no_customer_gets() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let bytes = pdf();
    let body = wanted(&conversation, "comment", PDF, bytes.len());
    let upload = announced(&world, "mark", body).await;
    world.hands_in(&upload, &bytes);
    let (_, done) = completes(&world, "mark", &upload["id"]).await;
    assert_eq!(done["media"]["name"], "kettle.png.pdf", "its ending goes with its content");
    let only_files = json!({"type": "comment", "text": "", "files": [done["media"]]});
    let ack = mark.does("messaging", &conversation, only_files).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    let comment = mark.event_of("comment");
    assert_eq!(comment["files"][0]["reference"], upload["id"]);
    let (status, _) =
        asks(&world, "martha", "GET", &media_route(&done["media"]), Value::Null).await;
    assert_eq!(status, 200);
    world.deliver().await;
    assert!(world.wires.provider.lock().unwrap().taken.is_empty());
    let empty =
        mark.does("messaging", &conversation, json!({"type": "comment", "text": " "})).await;
    assert_eq!(empty["code"], "text_missing");
    let media = &done["media"];
    let eleven = mark.does("messaging", &conversation, remark(&[media; 11])).await;
    assert_eq!((&eleven["code"], &eleven["field"]), (&json!("out_of_range"), &json!("files")));
}

#[tokio::test]
async fn an_unused_upload_expires_and_a_sent_file_stays() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let used = ready(&world, "mark", &conversation, "message").await;
    mark.does("messaging", &conversation, sent(&used)).await;
    let unused = ready(&world, "mark", &conversation, "message").await;
    let discarded = ready(&world, "mark", &conversation, "message").await;
    let route = format!("/v1/uploads/{}", discarded["reference"].as_str().unwrap());
    let (status, _) = asks(&world, "martha", "DELETE", &route, Value::Null).await;
    assert_eq!(status, 409, "somebody else's stays");
    let (status, gone) = asks(&world, "mark", "DELETE", &route, Value::Null).await;
    assert_eq!((status, &gone["id"]), (200, &discarded["reference"]));
    let (status, _) = asks(&world, "mark", "DELETE", &route, Value::Null).await;
    assert_eq!(status, 409);
    let route = format!("/v1/uploads/{}", used["reference"].as_str().unwrap());
    let (status, _) = asks(&world, "mark", "DELETE", &route, Value::Null).await;
    assert_eq!(status, 409, "what is part of a message cannot be taken back");
    world.stand_still_until(world.now() + Millis::hours(24) + Millis::seconds(1));
    let refused = mark.does("messaging", &conversation, sent(&unused)).await;
    assert_eq!(refused["code"], "upload_missing");
    let (status, _) = asks(&world, "mark", "GET", &media_route(&used), Value::Null).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_command_with_a_file_has_its_effect_once() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let media = ready(&world, "mark", &conversation, "message").await;
    let id = "file-message-1";
    let first = mark.does_as(id, "messaging", &conversation, None, sent(&media)).await;
    let second = mark.does_as(id, "messaging", &conversation, None, sent(&media)).await;
    assert_eq!(first, second);
    let log = world.log(&world.thread(SMITH)).await;
    let messages =
        log.iter().flat_map(|e| &e.events).filter(|e| matches!(e, domain::Event::AgentMessage(_)));
    assert_eq!(messages.count(), 1);
}

#[tokio::test]
async fn a_visitor_sends_a_picture_and_fetches_files_of_their_own_chat_only() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (vera, walt) =
        (Visitor::connect(&world, "vera").await, Visitor::connect(&world, "walt").await);
    let bytes = picture();
    let body = json!({"name": "parcel.png", "mime": PNG, "size": bytes.len()}).to_string();
    let (status, upload) = vera.asks("POST", "/v1/visitors/uploads", &body).await;
    assert_eq!(status, 201, "{upload}");
    let id = upload["id"].as_str().unwrap();
    let complete = format!("/v1/visitors/uploads/{id}/complete");
    assert_eq!(vera.attaches(id).await["code"], "upload_missing", "not looked at yet");
    assert_eq!(world.hands_in(&upload, &bytes), 200);
    assert_eq!(walt.asks("POST", &complete, "").await.0, 409, "somebody else's");
    assert_eq!(vera.asks("POST", &complete, "").await.0, 200);
    assert_eq!(walt.attaches(id).await["code"], "upload_missing");
    assert_eq!(vera.attaches(id).await["type"], "ack");
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let inside = ready(&world, "mark", &conversation, "comment").await;
    mark.does("messaging", &conversation, remark(&[&inside])).await;
    let answer = ready(&world, "mark", &conversation, "message").await;
    let route = |id: &Value| format!("/v1/visitors/media/{}", id.as_str().unwrap());
    assert_eq!(vera.asks("GET", &route(&answer["reference"]), "").await.0, 404, "not sent yet");
    mark.does("messaging", &conversation, sent(&answer)).await;
    let chat = vera.frames();
    let shown = chat.iter().flat_map(|f| f["messages"].as_array().into_iter().flatten());
    let media: Vec<&Value> =
        shown.map(|m| &m["content"]).filter(|c| c["kind"] == "media").collect();
    assert_eq!(media.last().unwrap()["reference"], answer["reference"]);
    for own in [&json!(id), &answer["reference"]] {
        let (status, link) = vera.asks("GET", &route(own), "").await;
        assert_eq!(status, 200);
        let fetched = world.follows("GET", link["url"].as_str().unwrap(), &[], b"");
        assert_eq!(fetched.body, bytes);
        assert_eq!(walt.asks("GET", &route(own), "").await.0, 404, "another visitor's");
    }
    assert_eq!(
        vera.asks("GET", &route(&inside["reference"]), "").await.0,
        404,
        "a colleague's remark"
    );
    let (status, _) = asks(&world, "mark", "GET", &format!("/v1/media/{id}"), Value::Null).await;
    assert_eq!(status, 200, "the agent sees the visitor's picture");
    let (status, _) = vera.asks("GET", &format!("/v1/media/{id}"), "").await;
    assert_eq!(status, 401, "a visitor is no agent");
}

#[tokio::test]
async fn a_visitors_uploads_are_limited() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    let wanted =
        |mime: &str, size: u64| json!({"name": "x", "mime": mime, "size": size}).to_string();
    for (mime, size, code) in [
        ("video/mp4", 10, "file_kind_refused"),
        ("text/html", 10, "file_kind_refused"),
        (PNG, 5 * 1024 * 1024 + 1, "file_too_large"),
    ] {
        let (_, answer) = vera.asks("POST", "/v1/visitors/uploads", &wanted(mime, size)).await;
        assert_eq!(answer["error"]["code"], code);
    }
    for _ in 0..20 {
        assert_eq!(vera.asks("POST", "/v1/visitors/uploads", &wanted(PNG, 9)).await.0, 201);
    }
    let (status, answer) = vera.asks("POST", "/v1/visitors/uploads", &wanted(PNG, 9)).await;
    assert_eq!((status, &answer["error"]["code"]), (429, &json!("too_many_uploads")));
    world.stand_still_until(world.now() + Millis::hours(1));
    assert_eq!(vera.asks("POST", "/v1/visitors/uploads", &wanted(PNG, 9)).await.0, 201);
}
