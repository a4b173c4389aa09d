//! Files.

pub(crate) mod fetch;
mod kept;
mod upload;

use crate::world::{Agent, World, asks};
use serde_json::{Value, json};

pub(crate) const SMITH: &str = "16505551234";

pub(crate) const PNG: &str = "image/png";

pub(crate) const PDF: &str = "application/pdf";

/// The beginning of a picture of 640 times 480 pixels, and some bytes after it.
pub(crate) fn picture() -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
    [&head[..], &[7; 500]].concat()
}

pub(crate) fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n%words".to_vec()
}

/// Mark has accepted Smith's conversation.
pub(crate) async fn accepted(world: &World) -> (Agent<'_>, String) {
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "Hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    (mark, conversation)
}

pub(crate) fn wanted(conversation: &str, purpose: &str, mime: &str, size: usize) -> Value {
    json!({"conversation": conversation, "name": "kettle.png", "mime": mime, "size": size,
           "purpose": purpose})
}

pub(crate) async fn announced(world: &World, who: &str, body: Value) -> Value {
    let (status, upload) = asks(world, who, "POST", "/v1/uploads", body).await;
    assert_eq!(status, 201, "{upload}");
    upload
}

pub(crate) async fn completes(world: &World, who: &str, id: &Value) -> (i64, Value) {
    let route = format!("/v1/uploads/{}/complete", id.as_str().unwrap());
    asks(world, who, "POST", &route, Value::Null).await
}

/// Hands a picture in and completes it.
pub(crate) async fn ready(world: &World, who: &str, conversation: &str, purpose: &str) -> Value {
    let bytes = picture();
    let upload = announced(world, who, wanted(conversation, purpose, PNG, bytes.len())).await;
    assert_eq!(world.hands_in(&upload, &bytes), 200);
    let (status, done) = completes(world, who, &upload["id"]).await;
    assert_eq!(status, 200, "{done}");
    done["media"].clone()
}

pub(crate) fn sent(media: &Value) -> Value {
    let mut content = media.clone();
    content["kind"] = json!("media");
    content["caption"] = json!("The new one");
    json!({"type": "send", "content": content})
}

pub(crate) fn remark(files: &[&Value]) -> Value {
    json!({"type": "comment", "text": "See here", "files": files})
}

pub(crate) fn media_route(media: &Value) -> String {
    format!("/v1/media/{}", media["reference"].as_str().unwrap())
}
