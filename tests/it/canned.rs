//! Canned messages: everybody reads them, managers change them, nothing broken gets in.

use serde_json::{Value, json};

use crate::world::scene::has;
use crate::world::{World, asks, reads};

fn thanks() -> Value {
    json!({"version": 0, "title": "Thanks", "category": "General", "shortcut": "thx",
           "text": "Thank you, {{first_name}}. Your number is {{attribute.Order no}}."})
}

fn with(field: &str, value: Value) -> Value {
    let mut body = thanks();
    body[field] = value;
    body
}

fn found<'a>(list: &'a Value, id: &str) -> Option<&'a Value> {
    list["canned"].as_array().unwrap().iter().find(|c| c["id"] == id)
}

#[tokio::test]
async fn a_manager_makes_changes_and_removes_a_canned_message_and_everybody_reads_it() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (status, made) = asks(&world, "olga", "PUT", "/v1/canned/thanks", thanks()).await;
    assert_eq!((status, &made["version"], &made["updated_by"]), (200, &json!(1), &json!("olga")));
    assert_eq!(made["updated_at"], world.now().0);
    let list = reads(&world, "quinn", "/v1/canned").await;
    assert_eq!(found(&list, "thanks"), Some(&made));
    let mut next = with("text", json!("Thanks!"));
    next["version"] = json!(1);
    next["shortcut"] = Value::Null;
    let (_, changed) = asks(&world, "ada", "PUT", "/v1/canned/thanks", next).await;
    assert_eq!((&changed["version"], &changed["text"]), (&json!(2), &json!("Thanks!")));
    assert!(changed.get("shortcut").is_none());
    world.fan_out().await;
    assert_eq!(mark.told("settings_changed").len(), 1, "who shows them reads them again");
    let (status, gone) =
        asks(&world, "olga", "DELETE", "/v1/canned/thanks?version=2", Value::Null).await;
    assert_eq!((status, &gone), (200, &changed));
    assert_eq!(found(&reads(&world, "mark", "/v1/canned").await, "thanks"), None);
}

#[tokio::test]
async fn the_history_of_a_canned_message_outlives_it() {
    let world = World::new().await;
    asks(&world, "olga", "PUT", "/v1/canned/thanks", thanks()).await;
    let mut next = with("text", json!("Thanks!"));
    next["version"] = json!(1);
    asks(&world, "ada", "PUT", "/v1/canned/thanks", next).await;
    asks(&world, "olga", "DELETE", "/v1/canned/thanks?version=2", Value::Null).await;
    let log = reads(&world, "ada", "/v1/settings/changes?of=canned:thanks").await;
    let changes = log["changes"].as_array().unwrap();
    let by: Vec<&Value> = changes.iter().map(|change| &change["by"]).collect();
    assert_eq!(by, ["olga", "ada", "olga"]);
    let text = |change: &Value| change["changes"].as_array().unwrap().len();
    assert_eq!((text(&changes[0]), text(&changes[1]), text(&changes[2])), (4, 1, 4));
    assert_eq!(changes[1]["changes"][0]["to"], "Thanks!");
}

#[tokio::test]
async fn canned_messages_come_by_category_and_title() {
    let world = World::new().await;
    let list = reads(&world, "mark", "/v1/canned").await;
    let order = |c: &Value| (c["category"].to_string(), c["title"].to_string());
    let shown: Vec<_> = list["canned"].as_array().unwrap().iter().map(order).collect();
    let mut sorted = shown.clone();
    sorted.sort();
    assert!(shown.len() > 10);
    assert_eq!(shown, sorted);
}

#[tokio::test]
async fn an_agent_changes_no_canned_message() {
    let world = World::new().await;
    for (method, route, body) in [
        ("PUT", "/v1/canned/thanks", thanks()),
        ("DELETE", "/v1/canned/greeting?version=1", Value::Null),
    ] {
        let (status, answer) = asks(&world, "mark", method, route, body).await;
        assert_eq!((status, &answer["error"]["code"]), (403, &json!("forbidden")), "{method}");
    }
    assert!(found(&reads(&world, "mark", "/v1/canned").await, "greeting").is_some());
}

#[tokio::test]
async fn an_invalid_canned_message_is_refused_by_field() {
    let world = World::new().await;
    for (body, code, field) in [
        (with("text", json!("Hello {{first_name")), "unknown_variable", "text"),
        (with("text", json!("Hello first_name}}")), "unknown_variable", "text"),
        (with("text", json!("Hello {{order_id}}")), "unknown_variable", "text"),
        (with("text", json!(" ")), "text_missing", "text"),
        (with("text", json!("x".repeat(4_001))), "text_too_long", "text"),
        (with("title", json!("")), "text_missing", "title"),
        (with("title", json!("x".repeat(81))), "text_too_long", "title"),
        (with("category", json!("x".repeat(41))), "text_too_long", "category"),
        (with("shortcut", json!("no spaces")), "frame_invalid", "shortcut"),
        (with("shortcut", json!("x".repeat(31))), "frame_invalid", "shortcut"),
        (with("shortcut", json!("hello")), "settings_conflict", "shortcut"),
    ] {
        let (status, answer) = asks(&world, "olga", "PUT", "/v1/canned/thanks", body.clone()).await;
        assert!(status == 400 || status == 409, "{body}: {answer}");
        has(&answer["error"], json!({"code": code, "field": field}));
    }
    for (route, body, code) in [
        ("/v1/canned/Thanks", thanks(), "query_invalid"),
        ("/v1/canned/thanks", with("colour", json!("red")), "frame_invalid"),
        ("/v1/canned/thanks", json!({"version": 0}), "frame_invalid"),
    ] {
        let (status, answer) = asks(&world, "olga", "PUT", route, body).await;
        assert_eq!((status, &answer["error"]["code"]), (400, &json!(code)), "{answer}");
    }
    assert_eq!(found(&reads(&world, "mark", "/v1/canned").await, "thanks"), None);
}

#[tokio::test]
async fn a_change_of_an_older_version_is_refused() {
    let world = World::new().await;
    let (_, made) = asks(&world, "olga", "PUT", "/v1/canned/thanks", thanks()).await;
    for (method, route, body) in [
        ("PUT", "/v1/canned/thanks", thanks()),
        ("PUT", "/v1/canned/thanks", with("version", json!(2))),
        ("PUT", "/v1/canned/nothing", with("version", json!(1))),
        ("DELETE", "/v1/canned/thanks?version=2", Value::Null),
    ] {
        let body = if body["shortcut"].is_null() { body } else { unnamed(body) };
        let (status, answer) = asks(&world, "olga", method, route, body).await;
        let code = &answer["error"]["code"];
        assert_eq!((status, code), (409, &json!("version_conflict")), "{method} {route}");
    }
    let (status, answer) =
        asks(&world, "olga", "DELETE", "/v1/canned/nothing?version=1", Value::Null).await;
    assert_eq!((status, &answer["error"]["code"]), (404, &json!("not_found")));
    let (status, answer) = asks(&world, "olga", "DELETE", "/v1/canned/thanks", Value::Null).await;
    assert_eq!((status, &answer["error"]["field"]), (400, &json!("version")));
    assert_eq!(found(&reads(&world, "mark", "/v1/canned").await, "thanks"), Some(&made));
}

/// The body without its shortcut, which the server would refuse first.
fn unnamed(mut body: Value) -> Value {
    body["shortcut"] = Value::Null;
    body
}
