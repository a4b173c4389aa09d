//! Visitors, whom nobody has signed in: the pages that they come from, and the rate of their
//! requests.

use crate::world::{Visitor, World, asks, http_event, reads};
use domain::Millis;
use serde_json::{Value, json};

fn body(answer: &Value) -> Value {
    serde_json::from_str(answer["body"].as_str().unwrap()).unwrap()
}

/// `POST /v1/visitors` from a page and an address.
async fn begins(world: &World, origin: Option<&str>, address: &str) -> Value {
    let mut event = http_event("POST", "/v1/visitors", r#"{"asset":"web-demo"}"#);
    event["requestContext"]["http"]["sourceIp"] = json!(address);
    if let Some(origin) = origin {
        event["headers"]["origin"] = json!(origin);
    }
    world.call("api", event).await
}

async fn limited() -> World {
    World::new().await.with_config(|config| config.throttle = true)
}

#[tokio::test]
async fn one_address_begins_sixty_chats_at_once_and_then_one_every_two_seconds() {
    let world = limited().await;
    for _ in 0..60 {
        assert_eq!(begins(&world, None, "203.0.113.7").await["statusCode"], 201);
    }
    let refused = begins(&world, None, "203.0.113.7").await;
    assert_eq!(
        (&refused["statusCode"], &refused["headers"]["retry-after"]),
        (&json!(429), &json!("2"))
    );
    let error = body(&refused)["error"].clone();
    assert_eq!((&error["code"], &error["retry_after"]), (&json!("too_many_requests"), &json!(2)));
    assert_eq!(begins(&world, None, "203.0.113.8").await["statusCode"], 201, "others go on");
    world.stand_still_until(world.now() + Millis::seconds(2));
    assert_eq!(begins(&world, None, "203.0.113.7").await["statusCode"], 201);
}

#[tokio::test]
async fn all_processes_together_let_one_address_begin_six_hundred_chats_an_hour() {
    let world = limited().await;
    let store = &world.app.store;
    for _ in 0..600 {
        store.count_new_visitor("203.0.113.7", world.now(), Millis::hours(1)).await.unwrap();
    }
    let refused = begins(&world, None, "203.0.113.7").await;
    assert_eq!(refused["statusCode"], 429);
    let wait: i64 = refused["headers"]["retry-after"].as_str().unwrap().parse().unwrap();
    assert!((1..=3_600).contains(&wait), "{wait}");
    assert_eq!(begins(&world, None, "203.0.113.8").await["statusCode"], 201);
    world.stand_still_until(world.now() + Millis::seconds(wait));
    assert_eq!(begins(&world, None, "203.0.113.7").await["statusCode"], 201);
}

#[tokio::test]
async fn a_visitor_who_floods_is_told_to_wait_and_nobody_else_is() {
    let world = limited().await;
    let mark = world.agent("mark").await;
    let (vera, walt) =
        (Visitor::connect(&world, "vera").await, Visitor::connect(&world, "walt").await);
    for _ in 0..60 {
        let frames = vera.writes("spam").await;
        assert!(frames.iter().all(|f| f["type"] != "refused"), "{frames:?}");
    }
    let frames = vera.writes("spam").await;
    let refused = frames.iter().find(|f| f["type"] == "refused").unwrap();
    assert_eq!(
        (&refused["code"], &refused["retry_after"]),
        (&json!("too_many_requests"), &json!(1))
    );
    assert!(walt.writes("hello").await.iter().any(|f| f["type"] == "ack"));
    for _ in 0..60 {
        vera.sends("connection", &json!({"action": "ping", "after": 0})).await;
    }
    let frames = vera.sends("connection", &json!({"action": "ping", "after": 0})).await;
    assert_eq!(frames.last().unwrap()["code"], "too_many_requests");
    for _ in 0..200 {
        let pong = mark.says(json!({"action": "ping", "positions": {}})).await;
        assert!(pong.iter().all(|f| f["type"] != "refused"), "who is signed in is not limited");
    }
}

#[tokio::test]
async fn typing_is_pushed_every_two_seconds_at_most() {
    let world = limited().await;
    let mark = world.agent("mark").await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    let typing = json!({"action": "typing"});
    for _ in 0..5 {
        vera.sends("connection", &typing).await;
    }
    assert_eq!(mark.told("typing").len(), 1);
    world.stand_still_until(world.now() + Millis::seconds(2));
    vera.sends("connection", &typing).await;
    assert_eq!(mark.told("typing").len(), 1);
    vera.frames();
    for _ in 0..5 {
        mark.says(json!({"action": "typing", "conversation": conversation})).await;
    }
    let told = vera.frames().into_iter().filter(|f| f["type"] == "typing").count();
    assert_eq!(told, 1, "the agent's typing, too");
}

#[tokio::test]
async fn an_empty_list_of_origins_lets_no_page_in() {
    let world = World::new().await.with_config(|config| config.allowed_origins.clear());
    let refused = begins(&world, Some("https://console.test"), "").await;
    assert_eq!(
        (&refused["statusCode"], &body(&refused)["error"]["code"]),
        (&json!(403), &json!("origin_refused"))
    );
    assert_eq!(begins(&world, None, "").await["statusCode"], 201, "programs send no origin");
    let world = world.with_config(|config| config.allowed_origins = vec!["*".to_owned()]);
    assert_eq!(begins(&world, Some("https://anything.test"), "").await["statusCode"], 201);
}

#[tokio::test]
async fn a_web_chat_is_opened_on_the_pages_that_its_queue_lists() {
    let world = World::new().await;
    let page = "https://shop.example";
    assert_eq!(begins(&world, Some("https://console.test"), "").await["statusCode"], 201);
    assert_eq!(begins(&world, Some(page), "").await["statusCode"], 403);
    let settings = reads(&world, "ada", "/v1/settings/queues/support").await;
    let change =
        json!({"version": settings["version"], "own": {"web_origins": ["https://Shop.example/"]}});
    let (status, changed) = asks(&world, "ada", "PUT", "/v1/settings/queues/support", change).await;
    assert_eq!((status, &changed["own"]["web_origins"]), (200, &json!([page])), "{changed}");
    assert_eq!(begins(&world, Some(page), "").await["statusCode"], 201);
    assert_eq!(
        begins(&world, Some("https://console.test"), "").await["statusCode"],
        403,
        "only those listed"
    );
    assert_eq!(begins(&world, Some("https://shop.example.evil.test"), "").await["statusCode"], 403);
    // The server asks the socket and every later request for the page, too.
    let visitor = body(&begins(&world, Some(page), "").await);
    let with = |origin: &str| {
        let mut event = http_event("POST", "/v1/visitors/ticket", "");
        event["headers"] = json!({"origin": origin,
            "authorization": format!("Bearer {}", visitor["token"].as_str().unwrap())});
        event
    };
    assert_eq!(world.call("api", with("https://evil.test")).await["statusCode"], 403);
    for (origin, effect) in [("https://evil.test", "Deny"), (page, "Allow")] {
        let ticket = body(&world.call("api", with(page)).await)["ticket"].clone();
        let request = json!({"type": "REQUEST", "methodArn": "arn", "headers": {"origin": origin},
                             "queryStringParameters": {"ticket": ticket}});
        let answer = world.call("connection", request).await;
        assert_eq!(answer["policyDocument"]["Statement"][0]["Effect"], effect, "{origin}");
    }
    let bad = json!({"version": changed["version"], "own": {"web_origins": ["shop.example"]}});
    let (status, refused) = asks(&world, "ada", "PUT", "/v1/settings/queues/support", bad).await;
    assert_eq!((status, &refused["error"]["code"]), (400, &json!("setting_out_of_range")));
}
