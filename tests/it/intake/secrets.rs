//! Channels whose secrets nobody has entered yet: refused, and nothing lost.

use app::Config;
use domain::{Millis, Status};
use serde_json::json;

use crate::file::SMITH;
use crate::world::World;

fn without_secrets(config: &mut Config) {
    config.secrets.clear();
}

#[tokio::test]
async fn a_webhook_that_meets_no_app_secret_is_repeated_until_there_is_one() {
    let world = World::new().await;
    let with = world.app.config.secrets.clone();
    let world = world.with_config(without_secrets);
    let message = world.text_message(SMITH, "hello", "wamid.first");
    assert_eq!(world.webhook(&message).await["statusCode"], 401);
    assert!(world.app.ground().thread(&world.thread(SMITH)).await.unwrap().is_none());
    let world = world.with_config(|config| config.secrets = with);
    assert_eq!(world.webhook(&message).await["statusCode"], 200);
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.status, Status::Queued);
}

#[tokio::test]
async fn a_message_that_meets_no_access_token_waits_for_it() {
    let world = World::new().await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let mark = world.agent("mark").await;
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Good morning"}});
    mark.does("messaging", &conversation, send).await;
    drop(mark);
    let with = world.app.config.secrets.clone();
    let world = world.with_config(without_secrets);
    world.deliver().await;
    assert_eq!(world.state(&world.thread(SMITH)).await.outbox.pending.len(), 1, "it still waits");
    let world = world.with_config(|config| config.secrets = with);
    world.pass(Millis::minutes(1)).await;
    world.deliver().await;
    assert!(world.state(&world.thread(SMITH)).await.outbox.pending.is_empty());
}
