//! Keys of the API: programs that act by them, and admins who make, rotate and revoke them.

use domain::Millis;
use serde_json::{Value, json};

use crate::world::{World, asks, reads};

const SMITH: &str = "16505551234";

async fn puts(world: &World, key: &str, body: Value) -> (i64, Value) {
    asks(world, "ada", "PUT", &format!("/v1/keys/{key}"), body).await
}

/// A new key of the team Support; its token.
async fn made(world: &World, access: &str) -> String {
    let body = json!({"version": 0, "name": "Web shop", "teams": ["support"], "access": access});
    let (status, issued) = puts(world, "key-shop", body).await;
    assert_eq!(status, 200, "{issued}");
    issued["token"].as_str().unwrap().to_owned()
}

/// Asks by a token.
async fn asks_by(
    world: &World,
    token: &str,
    method: &str,
    route: &str,
    body: Value,
) -> (i64, Value) {
    let text = if body.is_null() { String::new() } else { body.to_string() };
    let answer = world.api_with(token, method, route, &text).await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), body)
}

#[tokio::test]
async fn a_program_answers_a_customer_under_its_own_name() {
    let world = World::new().await;
    let token = made(&world, "write").await;
    assert!(token.starts_with("swk_key-shop_"), "{token}");
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let command = |id: &str, command: Value| json!({"id": id, "conversation": conversation, "command": command});
    let accept = command("accept-0001", json!({"type": "accept"}));
    assert_eq!(asks_by(&world, &token, "POST", "/v1/commands", accept).await.0, 200);
    let text = json!({"type": "send", "content": {"kind": "text", "text": "A robot here."}});
    let send = command("send-00001", text);
    assert_eq!(asks_by(&world, &token, "POST", "/v1/commands", send).await.0, 200);
    let seen = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    assert_eq!(seen["conversation"]["owner"], "key-shop");
    let agents = reads(&world, "mark", "/v1/agents").await;
    let program = agents["agents"].as_array().unwrap().iter().find(|a| a["id"] == "key-shop");
    assert_eq!(program.unwrap()["name"], "Web shop");
    let (status, me) = asks_by(&world, &token, "GET", "/v1/me", Value::Null).await;
    assert_eq!((status, &me["id"]), (200, &json!("key-shop")));
    let ticket = asks_by(&world, &token, "POST", "/v1/ws-ticket", Value::Null).await;
    assert_eq!(ticket.0, 201, "a program listens by a socket, too");
    let people = reads(&world, "ada", "/v1/workspace").await["agents"].to_string();
    assert!(!people.contains("key-shop"), "a program is no colleague's record");
}

#[tokio::test]
async fn a_key_that_reads_changes_nothing_over_any_way() {
    let world = World::new().await;
    let token = made(&world, "read").await;
    assert_eq!(asks_by(&world, &token, "GET", "/v1/queues", Value::Null).await.0, 200);
    assert_eq!(asks_by(&world, &token, "POST", "/v1/ws-ticket", Value::Null).await.0, 201);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept =
        json!({"id": "accept-0001", "conversation": conversation, "command": {"type": "accept"}});
    let (status, refused) = asks_by(&world, &token, "POST", "/v1/commands", accept).await;
    assert_eq!((status, &refused["error"]["code"]), (403, &json!("forbidden")));
    let presence = json!({"presence": "available"});
    assert_eq!(asks_by(&world, &token, "PUT", "/v1/me/presence", presence).await.0, 403);
    let program = world.agent("key-shop").await;
    let accept = program.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(accept["code"], "forbidden", "{accept}");
    let away = program.says(json!({"action": "presence", "presence": "away"})).await;
    assert_eq!(away[0]["code"], "forbidden", "{away:?}");
    let seen = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    assert!(seen["conversation"]["owner"].is_null());
}

#[tokio::test]
async fn both_tokens_work_while_a_rotation_overlaps() {
    let world = World::new().await;
    let first = made(&world, "read").await;
    let body = json!({"version": 1, "overlap_seconds": 60});
    let (status, issued) = asks(&world, "ada", "POST", "/v1/keys/key-shop/rotate", body).await;
    assert_eq!(status, 200, "{issued}");
    let second = issued["token"].as_str().unwrap().to_owned();
    let me = async |token: &str| asks_by(&world, token, "GET", "/v1/me", Value::Null).await.0;
    assert_eq!((me(&first).await, me(&second).await), (200, 200));
    world.pass(Millis::seconds(61)).await;
    assert_eq!((me(&first).await, me(&second).await), (401, 200));
    let forged = format!("{}0", &second[..second.len() - 1]);
    for wrong in [forged.as_str(), "swk_", "swk_key-shop_", "swk_key-other_00", "swk_key-shop"] {
        assert!(wrong == second || me(wrong).await == 401, "{wrong}");
    }
    let late = json!({"version": 1});
    let (_, refused) = asks(&world, "ada", "POST", "/v1/keys/key-shop/rotate", late).await;
    assert_eq!(refused["error"]["code"], "version_conflict");
}

#[tokio::test]
async fn a_rotation_without_overlap_closes_what_the_earlier_token_opened() {
    let world = World::new().await;
    let first = made(&world, "write").await;
    let program = world.agent("key-shop").await;
    let body = json!({"version": 1, "overlap_seconds": 0});
    assert_eq!(asks(&world, "ada", "POST", "/v1/keys/key-shop/rotate", body).await.0, 200);
    assert!(!world.wires.is_open(&program.socket), "the socket of the earlier token is closed");
    assert_eq!(asks_by(&world, &first, "GET", "/v1/me", Value::Null).await.0, 401);
}

#[tokio::test]
async fn a_revoked_key_opens_nothing_and_its_conversations_go_back() {
    let world = World::new().await;
    let token = made(&world, "write").await;
    let program = world.agent("key-shop").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    program.does("assignment", &conversation, json!({"type": "accept"})).await;
    let (status, issued) = puts(&world, "key-shop", json!({"version": 1, "revoked": true})).await;
    assert_eq!((status, &issued["key"]["revoked"]), (200, &json!(true)));
    assert!(issued.get("token").is_none());
    let (status, refused) = asks_by(&world, &token, "GET", "/v1/me", Value::Null).await;
    assert_eq!((status, &refused["error"]["code"]), (401, &json!("unauthenticated")));
    let seen = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    assert!(seen["conversation"]["owner"].is_null(), "{seen}");
    let back = puts(&world, "key-shop", json!({"version": 2, "revoked": false})).await;
    assert_eq!(back.1["error"]["code"], "settings_conflict");
    let (_, again) = puts(&world, "key-shop-2", json!({"version": 0, "name": "Web shop"})).await;
    assert!(again["token"].is_string(), "the name of a revoked key is free: {again}");
}

#[tokio::test]
async fn too_many_requests_wait_and_say_how_long() {
    let world = World::new().await;
    let token = made(&world, "read").await;
    let slow = json!({"version": 1, "requests_a_minute": 3});
    assert_eq!(puts(&world, "key-shop", slow).await.0, 200);
    for _ in 0..3 {
        assert_eq!(asks_by(&world, &token, "GET", "/v1/me", Value::Null).await.0, 200);
    }
    let answer = world.api_with(&token, "GET", "/v1/me", "").await;
    assert_eq!(answer["statusCode"], 429);
    assert_eq!(answer["headers"]["retry-after"], "20", "{answer}");
    world.pass(Millis::seconds(20)).await;
    assert_eq!(asks_by(&world, &token, "GET", "/v1/me", Value::Null).await.0, 200);
}

#[tokio::test]
async fn only_admins_make_keys_and_no_program_makes_another() {
    let world = World::new().await;
    let body = json!({"version": 0, "name": "X"});
    for who in ["mark", "olga"] {
        assert_eq!(asks(&world, who, "PUT", "/v1/keys/key-x", body.clone()).await.0, 403);
        assert_eq!(asks(&world, who, "GET", "/v1/keys", Value::Null).await.0, 403);
    }
    let admin = json!({"version": 0, "name": "Robot", "role": "admin", "access": "write"});
    let (_, issued) = puts(&world, "key-robot", admin).await;
    let token = issued["token"].as_str().unwrap().to_owned();
    assert_eq!(asks_by(&world, &token, "PUT", "/v1/keys/key-x", body).await.0, 403);
    let secrets = json!({"version": 0, "values": {}});
    let route = "/v1/assets/wa-demo/secrets";
    assert_eq!(asks_by(&world, &token, "PUT", route, secrets).await.0, 403);
    let team = json!({"version": 0, "name": "New"});
    assert_eq!(asks_by(&world, &token, "PUT", "/v1/teams/new", team).await.0, 200);
    let demoted = asks(&world, "ada", "PUT", "/v1/agents/ada", json!({"role": "agent"})).await;
    assert_eq!(demoted.1["error"]["code"], "last_admin", "a program is no admin who signs in");
}

#[tokio::test]
async fn bad_input_is_refused_by_its_field() {
    let world = World::new().await;
    made(&world, "read").await;
    for (key, body, code, field) in [
        ("shop", json!({"version": 0, "name": "X"}), "query_invalid", "key"),
        ("key-a", json!({"version": 0}), "frame_invalid", "name"),
        ("key-a", json!({"version": 0, "name": "web SHOP"}), "name_taken", "name"),
        ("key-a", json!({"version": 0, "name": "A", "teams": ["x"]}), "unknown_record", "teams"),
        (
            "key-a",
            json!({"version": 0, "name": "A", "requests_a_minute": 0}),
            "setting_out_of_range",
            "requests_a_minute",
        ),
        ("key-a", json!({"version": 0, "name": "A", "access": "all"}), "frame_invalid", "access"),
        ("key-shop", json!({"version": 0, "name": "Other"}), "version_conflict", ""),
    ] {
        let (_, refused) = puts(&world, key, body.clone()).await;
        let error = &refused["error"];
        assert_eq!(error["code"], code, "{key} {body}: {refused}");
        assert_eq!(error["field"].as_str().unwrap_or(""), field, "{key} {body}");
    }
    let agent = json!({"version": 0, "name": "X", "email": "x@demo.test"});
    let (status, _) = asks(&world, "ada", "PUT", "/v1/agents/key-shop", agent).await;
    assert_eq!(status, 409, "a key's id is no colleague's");
}

#[tokio::test]
async fn no_answer_and_no_log_shows_a_token_twice() {
    let world = World::new().await;
    let token = made(&world, "read").await;
    let body = json!({"version": 0, "name": "Web shop", "teams": ["support"], "access": "read"});
    let (status, again) = puts(&world, "key-shop", body).await;
    assert_eq!(status, 200);
    assert!(again.get("token").is_none(), "a repeated request makes no other token: {again}");
    assert_eq!(asks_by(&world, &token, "GET", "/v1/me", Value::Null).await.0, 200);
    let list = reads(&world, "ada", "/v1/keys").await;
    assert_eq!(list["keys"][0]["last_used"], world.now().0, "{list}");
    let log = reads(&world, "ada", "/v1/settings/changes?of=key:key-shop").await;
    let secret = token.rsplit('_').next().unwrap();
    let hash = store::key::secret_hash(&token);
    for text in [list.to_string(), log.to_string()] {
        assert!(!text.contains(secret) && !text.contains(&hash), "{text}");
    }
}

#[tokio::test]
async fn no_key_makes_an_admin_or_changes_one() {
    let world = World::new().await;
    let body = json!({"version": 0, "name": "Robot", "role": "admin", "access": "write"});
    let (_, issued) = puts(&world, "key-shop", body).await;
    let token = issued["token"].as_str().unwrap();
    for (agent, body) in [
        ("ada", json!({"email": "mine@evil.test"})),
        ("ada", json!({"unbind": true})),
        ("ada", json!({"role": "agent"})),
        ("mark", json!({"role": "admin"})),
        ("eve", json!({"version": 0, "name": "Eve", "email": "eve@x.test", "role": "admin"})),
    ] {
        let (status, refused) =
            asks_by(&world, token, "PUT", &format!("/v1/agents/{agent}"), body).await;
        assert_eq!((status, &refused["error"]["code"]), (403, &json!("forbidden")), "{agent}");
    }
    let table = json!({"csv": "email,role\nmark@demo.test,admin\n", "dry_run": false});
    let (_, report) = asks_by(&world, token, "POST", "/v1/agents/import", table).await;
    assert_eq!(report["rows"][0]["refused"]["code"], "forbidden", "{report}");
    let work = json!({"capacity": 3});
    assert_eq!(asks_by(&world, token, "PUT", "/v1/agents/mark", work).await.0, 200);
}
