//! An asset's connection to its provider: secrets, checks, test messages, health.

use serde_json::{Value, json};

use crate::world::{World, asks, http_event, reads};

const SMITH: &str = "16505551234";
const LINE: &str = "555000111";
const MASK: &str = "••••••••";

/// Ada makes a second WhatsApp account, with secrets of its own.
async fn second_line(world: &World) -> Value {
    let asset = json!({"version": 0, "name": "Line", "channel": "whatsapp", "account": LINE,
                       "queue": "support"});
    assert_eq!(asks(world, "ada", "PUT", "/v1/assets/line", asset).await.0, 200);
    entered(world, 0, json!({"access_token": "token-of-the-line-1234", "app_secret": "its-secret"}))
        .await
}

async fn enters(world: &World, version: u64, values: Value) -> (i64, Value) {
    let body = json!({"version": version, "values": values});
    asks(world, "ada", "PUT", "/v1/assets/line/secrets", body).await
}

async fn entered(world: &World, version: u64, values: Value) -> Value {
    let (status, connection) = enters(world, version, values).await;
    assert_eq!(status, 200, "{connection}");
    connection
}

fn value(connection: &Value, field: &str) -> Value {
    let fields = connection["fields"].as_array().unwrap();
    fields.iter().find(|one| one["name"] == field).unwrap()["value"].clone()
}

/// A webhook for `account` to the address of `asset`, signed with `secret`.
async fn webhook(world: &World, asset: &str, account: &str, secret: &str, id: &str) -> i64 {
    let mut message = world.text_message(SMITH, "hello", id);
    message["messaging_product"] = json!("whatsapp");
    message["metadata"] = json!({"phone_number_id": account});
    let body = json!({"object": "whatsapp_business_account", "entry": [
        {"id": "1", "changes": [{"field": "messages", "value": message}]}]})
    .to_string();
    let mut event = http_event("POST", "/webhooks/{channel}/{asset}", &body);
    event["pathParameters"] = json!({"channel": "whatsapp", "asset": asset});
    let signature = channels::whatsapp::signature(secret, body.as_bytes());
    event["headers"]["x-hub-signature-256"] = json!(signature);
    world.call("ingest", event).await["statusCode"].as_i64().unwrap()
}

#[tokio::test]
async fn each_account_sends_and_is_signed_by_its_own_secrets() {
    let world = World::new().await;
    second_line(&world).await;
    assert_eq!(webhook(&world, "line", LINE, "its-secret", "wamid.1").await, 200);
    assert_eq!(webhook(&world, "line", LINE, "demo-app-secret", "wamid.2").await, 401);
    let thread = store::key::thread(&"line".parse().unwrap(), SMITH);
    assert_eq!(world.log(&thread).await.len(), 1);
    let mark = world.agent("mark").await;
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello!"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    let tokens = world.wires.provider.lock().unwrap().tokens.clone();
    assert_eq!(tokens, ["Bearer token-of-the-line-1234"]);
}

#[tokio::test]
async fn the_admin_of_one_account_cannot_speak_for_the_customers_of_another() {
    let world = World::new().await;
    second_line(&world).await;
    let demo = platform::sandbox::PHONE_NUMBER_ID;
    assert_eq!(webhook(&world, "line", demo, "its-secret", "wamid.1").await, 200);
    assert!(world.log(&world.thread(SMITH)).await.is_empty(), "the demo's account has nothing");
    let settings = reads(&world, "ada", "/v1/settings").await;
    let why = settings["attention"]["set_aside"][0]["why"].as_str().unwrap();
    assert!(why.contains("another account"), "{why}");
}

#[tokio::test]
async fn a_secret_is_never_shown_again_and_a_mask_that_comes_back_changes_nothing() {
    let world = World::new().await;
    let connection = second_line(&world).await;
    assert_eq!(value(&connection, "access_token"), format!("{MASK}1234"));
    assert_eq!(value(&connection, "app_secret"), MASK, "short values show nothing");
    assert_eq!(connection["webhook_path"], "/webhooks/whatsapp/line");
    assert_eq!(connection["version"], 1);
    let mask =
        json!({"access_token": format!("{MASK}1234"), "business_account": "102290129340398"});
    let after = entered(&world, 1, mask).await;
    assert_eq!(value(&after, "business_account"), "102290129340398");
    world.wires.provider.lock().unwrap().tokens.clear();
    let test = json!({"to": "+1 650 555 1234"});
    let (_, sent) = asks(&world, "ada", "POST", "/v1/assets/line/test", test).await;
    assert_eq!(sent["sent"], true, "{sent}");
    {
        let provider = world.wires.provider.lock().unwrap();
        assert_eq!(provider.tokens, ["Bearer token-of-the-line-1234"]);
        assert_eq!(provider.taken.last().unwrap()["template"]["name"], "hello_world");
    }
    let other = enters(&world, 2, json!({"access_token": format!("{MASK}9999")})).await;
    assert_eq!((other.0, &other.1["error"]["field"]), (400, &json!("access_token")));
    let everything = reads(&world, "ada", "/v1/settings/changes?of=asset:line").await.to_string();
    let shown = reads(&world, "ada", "/v1/assets/line").await.to_string();
    for text in [everything, shown] {
        assert!(!text.contains("token-of-the-line") && !text.contains("its-secret"), "{text}");
    }
}

#[tokio::test]
async fn a_check_after_a_restart_asks_with_what_was_entered() {
    let world = World::new().await;
    second_line(&world).await;
    let values = json!({"access_token": "token-of-the-line-1234", "app_secret": "its-secret"});
    entered(&world, 0, values).await;
    let world = world.with_config(|_| {});
    let told = (200, json!({"error": {"code": 190, "message": "Session has expired"}}));
    world.wires.provider.lock().unwrap().tells.insert("", told);
    let (status, check) = asks(&world, "ada", "POST", "/v1/assets/line/check", Value::Null).await;
    assert_eq!(status, 200, "{check}");
    assert!(!check.to_string().contains("No access token"), "{check}");
}

#[tokio::test]
async fn the_verify_token_is_made_here_and_answers_the_handshake_at_once() {
    let world = World::new().await;
    let connection = second_line(&world).await;
    let token = value(&connection, "verify_token");
    let token = token.as_str().unwrap();
    assert_eq!(token.len(), 32);
    let query = format!("hub.mode=subscribe&hub.verify_token={token}&hub.challenge=42");
    let mut event = http_event("GET", &format!("/webhooks/{{channel}}/{{asset}}?{query}"), "");
    event["pathParameters"] = json!({"channel": "whatsapp", "asset": "line"});
    let answer = world.call("ingest", event).await;
    assert_eq!((&answer["statusCode"], &answer["body"]), (&json!(200), &json!("42")));
}

#[tokio::test]
async fn the_second_of_two_admins_is_told_and_a_lost_answer_is_repeated() {
    let world = World::new().await;
    second_line(&world).await;
    let same = json!({"access_token": "token-of-the-line-1234", "app_secret": "its-secret"});
    assert_eq!(entered(&world, 0, same).await["version"], 1);
    let late = enters(&world, 0, json!({"access_token": "another-token-that-is-long"})).await;
    assert_eq!(late.1["error"]["code"], "version_conflict");
    assert_eq!(webhook(&world, "line", LINE, "its-secret", "wamid.1").await, 200);
}

#[tokio::test]
async fn a_value_that_no_provider_gave_is_refused_by_its_field() {
    let world = World::new().await;
    second_line(&world).await;
    let long = "x".repeat(4_097);
    for (values, code, field) in [
        (json!({"access_token": "with space"}), "setting_out_of_range", "access_token"),
        (json!({"access_token": "<b>é</b>"}), "setting_out_of_range", "access_token"),
        (json!({"app_secret": long}), "setting_out_of_range", "app_secret"),
        (json!({"password": "x"}), "frame_invalid", "values"),
        (json!({"access_token": 5}), "frame_invalid", "values"),
    ] {
        let (_, refused) = enters(&world, 1, values.clone()).await;
        let error = &refused["error"];
        assert_eq!((&error["code"], &error["field"]), (&json!(code), &json!(field)), "{values}");
    }
    for who in ["mark", "olga"] {
        assert_eq!(asks(&world, who, "GET", "/v1/assets/line", Value::Null).await.0, 403);
        let body = json!({"version": 1, "values": {}});
        assert_eq!(asks(&world, who, "PUT", "/v1/assets/line/secrets", body).await.0, 403);
    }
}

#[tokio::test]
async fn a_removed_secret_is_gone_and_the_check_says_what_is_missing() {
    let world = World::new().await;
    second_line(&world).await;
    entered(&world, 1, json!({"access_token": null, "app_secret": null})).await;
    let connection = reads(&world, "ada", "/v1/assets/line").await;
    // The installation of the story has values of its own, which stand beneath.
    assert!(value(&connection, "access_token").as_str().unwrap().starts_with(MASK));
    let fields = connection["fields"].as_array().unwrap();
    assert!(fields.iter().any(|f| f["name"] == "access_token" && f["from_environment"] == true));
}

#[tokio::test]
async fn a_check_asks_the_provider_and_says_what_is_wrong_in_words() {
    let world = World::new().await;
    second_line(&world).await;
    let expired = json!({"error": {"code": 190, "message": "Session has expired"}});
    world.wires.provider.lock().unwrap().tells.insert("?fields=id,display", (401, expired));
    let (status, check) = asks(&world, "ada", "POST", "/v1/assets/line/check", Value::Null).await;
    assert_eq!((status, &check["ready"]), (200, &json!(false)), "{check}");
    let bad = check["findings"].as_array().unwrap().iter().find(|f| f["state"] == "bad").unwrap();
    assert_eq!(bad["about"], "access_token");
    assert!(bad["message"].as_str().unwrap().contains("Session has expired"));
    assert!(!bad["remedy"].as_str().unwrap().is_empty());
    let account = json!({"id": LINE, "display_phone_number": "+1 555", "verified_name": "Acme",
                         "quality_rating": "YELLOW"});
    let token = json!({"data": {"is_valid": true, "expires_at": 0}});
    {
        let mut provider = world.wires.provider.lock().unwrap();
        provider.tells.insert("?fields=id,display", (200, account));
        provider.tells.insert("debug_token", (200, token));
    }
    let (_, check) = asks(&world, "ada", "POST", "/v1/assets/line/check", Value::Null).await;
    assert_eq!(check["ready"], true, "{check}");
    assert!(check.to_string().contains("quality of the account is medium"));
}

#[tokio::test]
async fn a_test_message_that_the_provider_refuses_is_an_answer_in_its_words() {
    let world = World::new().await;
    second_line(&world).await;
    world.wires.provider.lock().unwrap().refusals.push_back((400, 131_030));
    let test = json!({"to": "+49 30 123456", "text": "Hello"});
    let (status, answer) = asks(&world, "ada", "POST", "/v1/assets/line/test", test).await;
    assert_eq!((status, &answer["sent"]), (200, &json!(false)));
    assert!(!answer["reason"].as_str().unwrap().is_empty());
    for to in ["", "Smith", "12", "+1 650 555 1234 555 555 555"] {
        let body = json!({"to": to});
        let (status, refused) = asks(&world, "ada", "POST", "/v1/assets/line/test", body).await;
        assert_eq!((status, &refused["error"]["field"]), (400, &json!("to")), "{to}");
    }
    let web = json!({"to": "+49 30 123456"});
    assert_eq!(asks(&world, "ada", "POST", "/v1/assets/web-demo/test", web).await.0, 400);
}

#[tokio::test]
async fn health_tells_the_last_webhook_the_last_delivery_and_the_last_trouble() {
    let world = World::new().await;
    second_line(&world).await;
    webhook(&world, "line", LINE, "its-secret", "wamid.1").await;
    webhook(&world, "line", LINE, "wrong", "wamid.2").await;
    let health = reads(&world, "ada", "/v1/assets/line").await["health"].clone();
    assert_eq!(health["webhook"], world.now().0);
    assert!(health["refused"]["why"].as_str().unwrap().contains("signature"), "{health}");
    assert!(health["sent"].is_null());
    let mark = world.agent("mark").await;
    let thread = store::key::thread(&"line".parse().unwrap(), SMITH);
    mark.does("assignment", &format!("{thread}-1"), json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello!"}});
    world.wires.provider.lock().unwrap().refusals.push_back((401, 190));
    mark.does("messaging", &format!("{thread}-1"), send.clone()).await;
    world.deliver().await;
    mark.does("messaging", &format!("{thread}-1"), send).await;
    world.deliver().await;
    let health = reads(&world, "ada", "/v1/assets/line").await["health"].clone();
    assert_eq!(health["sent"], world.now().0, "{health}");
    assert!(health["failed"]["at"].is_number());
}

#[tokio::test]
async fn a_token_that_lapses_soon_is_seen_without_anybody_asking() {
    let world = World::new().await;
    second_line(&world).await;
    let soon = (world.now() + domain::Millis::hours(50)).0 / 1_000;
    let lapses = json!({"data": {"is_valid": true, "expires_at": soon}});
    world.wires.provider.lock().unwrap().tells.insert("debug_token", (200, lapses));
    world.call("deliver", json!({"detail-type": "Scheduled Event", "source": "aws.events"})).await;
    let health = reads(&world, "ada", "/v1/assets/line").await["health"].clone();
    assert_eq!(health["checked"], world.now().0);
    let said = health["findings"].to_string();
    assert!(said.contains("expires in 49 hours") || said.contains("expires in 50 hours"), "{said}");
}

#[tokio::test]
async fn a_test_message_is_a_sign_of_the_account() {
    let world = World::new().await;
    second_line(&world).await;
    let test = json!({"to": "+1 650 555 1234"});
    assert_eq!(asks(&world, "ada", "POST", "/v1/assets/line/test", test).await.0, 200);
    let health = reads(&world, "ada", "/v1/assets/line").await["health"].clone();
    assert_eq!(health["sent"], world.now().0);
}
