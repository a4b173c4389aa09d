//! Messages that the business wrote past the engine, customers' wishes, the provider's reports on
//! the account.

use serde_json::{Value, json};

use crate::world::scene::{SMITH, does, taken, waits};
use crate::world::{World, reads};
use domain::{Party, Status};

async fn field(world: &World, name: &str, mut value: Value) {
    value["metadata"] = json!({"phone_number_id": "106540352242922"});
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [
        {"field": name, "value": value}]}]})
    .to_string();
    let signature = channels::whatsapp::signature("demo-app-secret", body.as_bytes());
    assert_eq!(world.post_webhook(&body, Some(&signature)).await["statusCode"], 200);
}

fn echo(id: &str, text: &str) -> Value {
    json!({"message_echoes": [{"from": "15550783881", "to": SMITH, "id": id, "type": "text",
        "timestamp": "1767688200", "text": {"body": text}}]})
}

#[tokio::test]
async fn an_answer_from_the_businesss_phone_is_shown_once_and_ends_the_wait() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    for _ in 0..2 {
        field(&world, "smb_message_echoes", echo("wamid.E", "On its way")).await;
    }
    let state = world.state(&world.thread(SMITH)).await;
    assert_eq!(state.conversation.waiting_on, Party::Customer);
    assert_eq!(state.conversation.status, Status::Pending);
    let log = world.log(&world.thread(SMITH)).await;
    let echoes = log.iter().flat_map(|e| &e.events);
    let echoes = echoes.filter(|e| matches!(e, domain::Event::Echoed(_))).count();
    assert_eq!(echoes, 1, "{id}");
    world.deliver().await;
    assert!(world.wires.provider.lock().unwrap().taken.is_empty(), "nobody sends it again");
}

#[tokio::test]
async fn an_answer_from_elsewhere_leaves_the_queue_and_an_ended_conversation_as_they_are() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    waits(&world, SMITH).await;
    field(&world, "smb_message_echoes", echo("wamid.E1", "One moment")).await;
    let state = world.state(&world.thread(SMITH)).await;
    assert_eq!(state.conversation.status, Status::Queued);
    let id = format!("{}-1", world.thread(SMITH));
    does(&mark, &id, json!({"type": "accept"})).await;
    does(&mark, &id, json!({"type": "resolve"})).await;
    field(&world, "smb_message_echoes", echo("wamid.E2", "Goodbye")).await;
    let state = world.state(&world.thread(SMITH)).await;
    assert_eq!(state.conversation.status, Status::Resolved);
    // A stranger to whom the business wrote first opens nothing, and an admin sees it.
    let stranger = json!({"message_echoes": [{"to": "16505559999", "id": "wamid.E3",
        "type": "text", "text": {"body": "Hi"}}]});
    field(&world, "smb_message_echoes", stranger).await;
    assert!(world.app.store.newest(&world.thread("16505559999"), true).await.unwrap().is_none());
}

#[tokio::test]
async fn a_wish_for_no_advertisements_is_noted_and_answers_still_go_out_on_whatsapp() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let id = taken(&world, &mark, SMITH).await;
    let wish = |value: &str| json!({"user_preferences": [{"wa_id": SMITH, "value": value, "timestamp": 1_767_688_200}]});
    for _ in 0..2 {
        field(&world, "user_preferences", wish("stop")).await;
    }
    let state = world.state(&world.thread(SMITH)).await;
    assert!(state.known.stopped);
    does(&mark, &id, json!({"type": "send", "content": {"kind": "text", "text": "Sure"}})).await;
    field(&world, "user_preferences", wish("resume")).await;
    assert!(!world.state(&world.thread(SMITH)).await.known.stopped);
}

#[tokio::test]
async fn bad_news_of_an_account_stand_in_its_health_and_all_news_in_the_list() {
    let world = World::new().await;
    let paused =
        json!({"event": "PAUSED", "message_template_name": "hello", "reason": "LOW_QUALITY"});
    field(&world, "message_template_status_update", paused).await;
    let asset = reads(&world, "ada", "/v1/assets/wa-demo").await;
    let trouble = asset["health"]["failed"]["why"].as_str().unwrap_or_default();
    assert!(trouble.contains("hello") && trouble.contains("PAUSED"), "{asset}");
}

#[tokio::test]
async fn a_group_has_a_thread_of_its_own() {
    let world = World::new().await;
    waits(&world, SMITH).await;
    let said = json!({"contacts": [{"profile": {"name": "Smith"}, "wa_id": SMITH}],
        "messages": [{"from": SMITH, "id": "wamid.G", "group_id": "Y2Fw", "type": "text",
                      "timestamp": "1767688200", "text": {"body": "Hi all"}}]});
    world.webhook(&said).await;
    assert_eq!(super::webhooks::texts_of(&world, &world.thread(SMITH)).await.len(), 1);
    let group = world.thread("group:Y2Fw");
    assert_eq!(super::webhooks::texts_of(&world, &group).await, ["Hi all"]);
}
