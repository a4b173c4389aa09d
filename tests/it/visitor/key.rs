//! The key that signs visitors' tokens stands in the vault of a stack.

use app::Config;
use serde_json::{Value, json};

use crate::world::{World, http_event};

/// The value of `!Ref EngineKeys` on this platform.
const SECRET: &str = "EngineKeys";

fn from_the_vault(config: &mut Config) {
    config.visitor_key = String::new();
    config.keys_secret = SECRET.to_owned();
}

async fn begins(world: &World) -> (i64, Value) {
    let event = http_event("POST", "/v1/visitors", r#"{"asset":"web-demo"}"#);
    let answer = world.call("api", event).await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), body)
}

fn keep(world: &World, keys: &Value) {
    let text = keys.to_string();
    let secret = json!({"Name": SECRET, "SecretString": text, "ClientRequestToken": "1"});
    world.wires.vault.answer("CreateSecret", secret.to_string().as_bytes());
}

#[tokio::test]
async fn visitors_are_known_by_the_key_in_the_vault() {
    let world = World::new().await.with_config(from_the_vault);
    let (status, body) = begins(&world).await;
    assert_eq!((status, body["error"]["code"].as_str()), (503, Some("unavailable")));
    keep(&world, &json!({"visitor_key": "k".repeat(64)}));
    let (status, body) = begins(&world).await;
    assert_eq!(status, 201);
    // Another process has the same key.
    let world = world.with_config(from_the_vault);
    let token = body["token"].as_str().unwrap();
    let answer = world.api_with(token, "POST", "/v1/visitors/ticket", "").await;
    assert_eq!(answer["statusCode"], 201);
}

#[tokio::test]
async fn a_key_that_is_too_short_signs_nothing() {
    let world = World::new().await.with_config(from_the_vault);
    keep(&world, &json!({"visitor_key": "short"}));
    assert_eq!(begins(&world).await.0, 503);
}
