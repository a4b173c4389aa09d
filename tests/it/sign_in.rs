//! Tokens and tickets.

use domain::Millis;
use serde_json::{Value, json};

use crate::world::World;

async fn status(world: &World, token: &str) -> i64 {
    world.api_with(token, "GET", "/v1/me", "").await["statusCode"].as_i64().unwrap()
}

#[tokio::test]
async fn a_good_token_names_its_agent() {
    let world = World::new().await;
    let answer = world.api("martha", "GET", "/v1/me", "").await;
    let me: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    assert_eq!((me["id"].as_str(), me["role"].as_str()), (Some("martha"), Some("agent")));
}

#[tokio::test]
async fn expired_foreign_and_unknown_tokens_are_refused() {
    let world = World::new().await;
    let now = world.now();
    type Change = fn(&mut Value);
    let cases: [(&str, Change, i64); 5] = [
        ("expired", |c| c["exp"] = json!(1), 401),
        ("without an end", |c| c["exp"] = Value::Null, 401),
        ("for another client", |c| c["aud"] = json!("elsewhere"), 401),
        ("from another issuer", |c| c["iss"] = json!("https://evil.test"), 401),
        ("of nobody we know", |c| c["email"] = json!("nobody@demo.test"), 403),
    ];
    for (what, change, expected) in cases {
        let token = world.wires.token("mark", now, change);
        assert_eq!(status(&world, &token).await, expected, "{what}");
    }
    assert_eq!(status(&world, "").await, 401);
    assert_eq!(status(&world, "not.a.token").await, 401);
}

#[tokio::test]
async fn an_unsigned_or_tampered_token_is_refused() {
    let world = World::new().await;
    let token = world.wires.token("mark", world.now(), |_| {});
    let parts: Vec<&str> = token.split('.').collect();
    // {"alg":"none","typ":"JWT"}
    let none = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", parts[1]);
    assert_eq!(status(&world, &none).await, 401);
    let other = world.wires.token("olga", world.now(), |_| {});
    let swapped = format!("{}.{}.{}", parts[0], other.split('.').nth(1).unwrap(), parts[2]);
    assert_eq!(status(&world, &swapped).await, 401);
}

async fn ticket(world: &World) -> String {
    let answer = world.api("mark", "POST", "/v1/ws-ticket", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    body["ticket"].as_str().unwrap().to_owned()
}

async fn admitted(world: &World, ticket: &str, origin: Option<&str>) -> bool {
    let mut headers = json!({});
    if let Some(origin) = origin {
        headers["Origin"] = json!(origin);
    }
    let request = json!({"type": "REQUEST", "methodArn": "arn", "headers": headers,
                         "queryStringParameters": {"ticket": ticket}});
    let answer = world.call("connection", request).await;
    answer["policyDocument"]["Statement"][0]["Effect"] == "Allow"
}

#[tokio::test]
async fn a_ticket_opens_one_socket_once() {
    let world = World::new().await;
    let ticket = ticket(&world).await;
    assert!(admitted(&world, &ticket, None).await);
    assert!(!admitted(&world, &ticket, None).await);
    assert!(!admitted(&world, "made-up", None).await);
    assert!(!admitted(&world, "", None).await);
}

#[tokio::test]
async fn a_ticket_lapses_after_thirty_seconds() {
    let world = World::new().await;
    let ticket = ticket(&world).await;
    world.stand_still_until(world.now() + Millis::seconds(30));
    assert!(!admitted(&world, &ticket, None).await);
}

#[tokio::test]
async fn a_page_of_another_origin_opens_nothing() {
    let world = World::new().await;
    let stolen = ticket(&world).await;
    assert!(!admitted(&world, &stolen, Some("https://evil.test")).await);
    let own = ticket(&world).await;
    assert!(admitted(&world, &own, Some("https://console.test")).await);
}
