//! Tokens and tickets.

use crate::world::{World, account, asks, reads};
use domain::{AgentId, Millis};
use serde_json::{Value, json};

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
    let cases: [(&str, Change, i64); 6] = [
        ("expired", |c| c["exp"] = json!(1), 401),
        ("without an end", |c| c["exp"] = Value::Null, 401),
        ("for another client", |c| c["aud"] = json!("elsewhere"), 401),
        ("from another issuer", |c| c["iss"] = json!("https://evil.test"), 401),
        ("of no account", |c| c["sub"] = Value::Null, 401),
        ("of nobody we know", |c| stranger(c, "nobody@demo.test"), 403),
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

/// An account that has never signed in, with an address that its issuer has verified.
fn stranger(claims: &mut Value, email: &str) {
    claims["sub"] = json!("an-account-of-its-own");
    claims["email"] = json!(email);
}

/// The answer to `GET /v1/me`: the agent's id, or the code of the refusal.
async fn is_known_as(world: &World, change: impl Fn(&mut Value)) -> String {
    let token = world.wires.token("mark", world.now(), change);
    let answer = world.api_with(&token, "GET", "/v1/me", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    body["id"].as_str().or(body["error"]["code"].as_str()).unwrap().to_owned()
}

/// A world in which these agents have not signed in yet.
async fn before_the_first_sign_in(agents: &[&str]) -> World {
    let world = World::new().await;
    for agent in agents {
        let id: AgentId = agent.parse().unwrap();
        world.app.store.unbind_sign_in(&id).await.unwrap();
    }
    world.app.refresh_directory();
    world
}

#[tokio::test]
async fn an_address_that_nobody_has_verified_opens_nothing() {
    let world = before_the_first_sign_in(&["ada"]).await;
    let claims: [fn(&mut Value); 7] = [
        |c| c["email_verified"] = json!(false),
        |c| c["email_verified"] = json!("false"),
        |c| c["email_verified"] = json!("TRUE "),
        |c| c["email_verified"] = json!(1),
        |c| c["email_verified"] = Value::Null,
        |c| drop(c.as_object_mut().unwrap().remove("email_verified")),
        |c| c["email"] = json!(""),
    ];
    for change in claims {
        let code = is_known_as(&world, |c| {
            stranger(c, "ada@demo.test");
            change(c);
        });
        assert_eq!(code.await, "email_unverified");
    }
    let ada: AgentId = "ada".parse().unwrap();
    let directory = world.app.store.directory().await.unwrap();
    assert_eq!(directory.agents[&ada].signs_in, None, "a refused sign-in binds nothing");
}

#[tokio::test]
async fn a_verified_address_opens_the_record_with_true_as_a_boolean_or_a_text() {
    for said in [json!(true), json!("true")] {
        let world = before_the_first_sign_in(&["ada"]).await;
        let known = is_known_as(&world, |c| {
            stranger(c, "Ada@Demo.test");
            c["email_verified"] = said.clone();
        });
        assert_eq!(known.await, "ada", "{said}");
    }
}

#[tokio::test]
async fn the_first_account_is_bound_and_a_second_with_the_same_address_is_refused() {
    let world = before_the_first_sign_in(&["ada"]).await;
    assert_eq!(is_known_as(&world, |c| stranger(c, "ada@demo.test")).await, "ada");
    let second = is_known_as(&world, |c| {
        stranger(c, "ada@demo.test");
        c["sub"] = json!("somebody-else");
    });
    assert_eq!(second.await, "sign_in_taken");
    // A `sub` is an account only together with its issuer; the server checks the issuer before.
    let first = is_known_as(&world, |c| stranger(c, "ada@demo.test"));
    assert_eq!(first.await, "ada");
}

#[tokio::test]
async fn an_address_changed_at_the_issuer_changes_nothing() {
    let world = World::new().await;
    // Mark calls himself Ada at the issuer, who verified the address or did not: he stays Mark.
    for verified in [json!(true), json!(false), Value::Null] {
        let known = is_known_as(&world, |c| {
            c["email"] = json!("ada@demo.test");
            c["email_verified"] = verified.clone();
        });
        assert_eq!(known.await, "mark", "{verified}");
    }
    let known = is_known_as(&world, |c| drop(c.as_object_mut().unwrap().remove("email")));
    assert_eq!(known.await, "mark", "the address is not needed any more");
}

#[tokio::test]
async fn one_of_two_accounts_at_once_is_let_in() {
    let world = before_the_first_sign_in(&["ada"]).await;
    // Both sign-ins read that the record has no account.
    let ada: AgentId = "ada".parse().unwrap();
    let (one, other) = (account("one"), account("other"));
    let store = &world.app.store;
    let (first, second) =
        tokio::join!(store.bind_sign_in(&ada, &one), store.bind_sign_in(&ada, &other));
    let (first, second) = (first.unwrap().unwrap(), second.unwrap().unwrap());
    assert_eq!(first, second, "both are told who is bound");
    // A process that still remembers an unbound record asks the table.
    let loser = if first == one { "other" } else { "one" };
    for (sub, expected) in [(first.subject.as_str(), "ada"), (loser, "sign_in_taken")] {
        let known = is_known_as(&world, |c| {
            stranger(c, "ada@demo.test");
            c["sub"] = json!(sub);
        });
        assert_eq!(known.await, expected);
    }
}

#[tokio::test]
async fn one_account_cannot_become_two_agents() {
    let world = before_the_first_sign_in(&["ada", "olga"]).await;
    // Another process has bound the account to Olga; this one has not heard of it.
    world.app.directory().await.unwrap();
    let mut account = account("x");
    account.subject = "an-account-of-its-own".to_owned();
    world.app.store.bind_sign_in(&"olga".parse().unwrap(), &account).await.unwrap();
    assert_eq!(is_known_as(&world, |c| stranger(c, "ada@demo.test")).await, "olga");
}

#[tokio::test]
async fn a_change_of_the_record_keeps_the_account() {
    let world = World::new().await;
    let (status, mark) =
        asks(&world, "ada", "PUT", "/v1/agents/mark", json!({"capacity": 3})).await;
    assert_eq!((status, &mark["bound"]), (200, &json!(true)));
    let known = is_known_as(&world, |c| c["email"] = json!("ada@demo.test"));
    assert_eq!(known.await, "mark");
}

#[tokio::test]
async fn an_admin_unbinds_a_record_and_nobody_else_does() {
    let world = World::new().await;
    let unbind = || json!({"unbind": true});
    for who in ["mark", "olga"] {
        assert_eq!(asks(&world, who, "PUT", "/v1/agents/mark", unbind()).await.0, 403, "{who}");
    }
    let (status, mark) = asks(&world, "ada", "PUT", "/v1/agents/mark", unbind()).await;
    assert_eq!((status, mark.get("bound")), (200, None), "{mark}");
    let agents = reads(&world, "ada", "/v1/agents").await;
    let of =
        |id: &str| agents["agents"].as_array().unwrap().iter().find(|a| a["id"] == id).cloned();
    assert_eq!(of("mark").unwrap().get("bound"), None);
    assert_eq!(of("olga").unwrap()["bound"], true);
    // The next account with Mark's verified address is Mark from now on.
    assert_eq!(is_known_as(&world, |c| stranger(c, "mark@demo.test")).await, "mark");
    assert_eq!(is_known_as(&world, |_| {}).await, "sign_in_taken");
}

#[tokio::test]
async fn an_issuer_without_email_verified_is_trusted_only_where_that_is_set() {
    let world = before_the_first_sign_in(&["ada"]).await;
    let world = world.with_config(|config| config.trust_unverified_email = true);
    let denied = is_known_as(&world, |c| {
        stranger(c, "ada@demo.test");
        c["email_verified"] = json!(false);
    });
    assert_eq!(denied.await, "email_unverified", "what the issuer denies is not trusted");
    let silent = is_known_as(&world, |c| {
        stranger(c, "ada@demo.test");
        c.as_object_mut().unwrap().remove("email_verified");
    });
    assert_eq!(silent.await, "ada");
}

#[tokio::test]
async fn a_token_for_another_purpose_or_client_is_refused() {
    let world = World::new().await;
    let refused: [fn(&mut Value); 6] = [
        |c| c["token_use"] = json!("access"),
        |c| c["azp"] = json!("another-client"),
        |c| c["aud"] = json!(["console", "another-client"]),
        |c| {
            c["aud"] = json!(["console", "another-client"]);
            c["azp"] = json!("another-client");
        },
        |c| c["nbf"] = json!(c["exp"]),
        |c| c["aud"] = Value::Null,
    ];
    for (n, change) in refused.into_iter().enumerate() {
        assert_eq!(is_known_as(&world, change).await, "unauthenticated", "case {n}");
    }
    let taken: [fn(&mut Value); 4] = [
        |c| c["token_use"] = json!("id"),
        |c| c["azp"] = json!("console"),
        |c| c["aud"] = json!(["console"]),
        |c| {
            c["aud"] = json!(["console", "another-client"]);
            c["azp"] = json!("console");
        },
    ];
    for (n, change) in taken.into_iter().enumerate() {
        assert_eq!(is_known_as(&world, change).await, "mark", "case {n}");
    }
}
