//! The first admin of a stack, and people whose issuer has changed.

use app::Config;
use domain::Role;
use serde_json::{Value, json};

use crate::world::World;

/// A world whose table is empty, and whose deployment named an admin.
async fn empty(address: &str) -> World {
    let world = World::new().await;
    store::table::create(&world.app.table_client(), "empty").await.unwrap();
    let named = |config: &mut Config| {
        config.table = "empty".to_owned();
        config.admin_email = address.to_owned();
    };
    world.with_config(named)
}

/// Signs somebody in. Returns the agent's id, or the code of the refusal.
async fn signs_in(world: &World, account: &str, email: &str, verified: bool) -> String {
    let token = world.wires.token("mark", world.now(), |claims: &mut Value| {
        claims["sub"] = json!(account);
        claims["email"] = json!(email);
        claims["email_verified"] = json!(verified);
    });
    let answer = world.api_with(&token, "GET", "/v1/me", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    body["id"].as_str().or(body["error"]["code"].as_str()).unwrap().to_owned()
}

#[tokio::test]
async fn the_address_that_the_deployment_names_becomes_the_first_admin() {
    let world = empty("Ada.Winter@example.com").await;
    assert_eq!(signs_in(&world, "eve", "eve@example.com", true).await, "forbidden");
    let unverified = signs_in(&world, "eve", "ada.winter@example.com", false).await;
    assert_eq!(unverified, "email_unverified");
    assert_eq!(signs_in(&world, "ada", "ada.winter@example.com", true).await, "ada-winter");
    assert_eq!(signs_in(&world, "ada", "ada.winter@example.com", true).await, "ada-winter");
    let agents = world.app.store.directory().await.unwrap().agents;
    assert_eq!(agents.len(), 1);
    assert!(agents.values().all(|agent| agent.profile.role == Role::Admin && agent.active));
    let taken = signs_in(&world, "eve", "ada.winter@example.com", true).await;
    assert_eq!(taken, "sign_in_taken", "the record is the first account's");
}

#[tokio::test]
async fn where_somebody_is_already_the_address_opens_nothing() {
    let named = |config: &mut Config| config.admin_email = "boss@example.com".to_owned();
    let world = World::new().await.with_config(named);
    assert_eq!(signs_in(&world, "boss", "boss@example.com", true).await, "forbidden");
}

#[tokio::test]
async fn where_no_address_is_named_nobody_is_let_in() {
    let world = empty("").await;
    assert_eq!(signs_in(&world, "eve", "", true).await, "email_unverified");
    assert_eq!(signs_in(&world, "eve", "eve@example.com", true).await, "forbidden");
}

/// A stack that is made again takes the table over and has another user pool.
#[tokio::test]
async fn people_of_an_earlier_issuer_come_in_by_their_verified_address() {
    let world = World::new().await;
    let id = "mark".parse().unwrap();
    world.app.store.unbind_sign_in(&id).await.unwrap();
    let earlier =
        store::SignIn { issuer: "https://earlier.test".to_owned(), subject: "mark".to_owned() };
    world.app.store.bind_sign_in(&id, &earlier).await.unwrap();
    world.app.refresh_directory();
    let email = world.app.store.directory().await.unwrap().agents[&id].email.clone();
    assert_eq!(signs_in(&world, "new-mark", &email, false).await, "email_unverified");
    assert_eq!(signs_in(&world, "new-mark", &email, true).await, "mark");
    assert_eq!(signs_in(&world, "eve", &email, true).await, "sign_in_taken");
}
