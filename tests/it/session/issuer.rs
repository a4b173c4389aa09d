//! An issuer that is down, that has new keys, or whose clock is wrong.

use std::sync::atomic::Ordering;

use domain::Millis;
use serde_json::{Value, json};

use crate::world::World;

/// Asks who the bearer is. Returns the status, the header `retry-after` and the body.
async fn asks(world: &World, token: &str) -> (i64, Value, Value) {
    let answer = world.api_with(token, "GET", "/v1/me", "").await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), answer["headers"]["retry-after"].clone(), body)
}

fn goes_down(world: &World, down: bool) {
    world.wires.issuer_down.store(down, Ordering::SeqCst);
}

/// A token that is signed by a key that the issuer does not have yet.
fn token_of_a_new_key(world: &World) -> String {
    let mut issuer = platform::issuer::Issuer::open("http://issuer.test", None, true).unwrap();
    issuer.url = "http://issuer.test".to_owned();
    let record = app::agent::first::record("Mark", "mark@demo.test".to_owned()).unwrap();
    issuer.token(&record, None, world.now().0 / 1_000).unwrap()
}

#[tokio::test]
async fn sessions_go_on_for_a_day_while_the_issuer_is_down() {
    let world = World::new().await;
    let token = |world: &World| world.wires.token("mark", world.now(), |_| {});
    assert_eq!(asks(&world, &token(&world)).await.0, 200);
    goes_down(&world, true);
    world.stand_still_until(world.now() + Millis::hours(2));
    for _ in 0..5 {
        assert_eq!(asks(&world, &token(&world)).await.0, 200, "the keys from before go on");
    }
    let missed = world.wires.issuer_missed.load(Ordering::SeqCst);
    assert_eq!(missed, 1, "one request in a minute asks for fresh keys");
    world.stand_still_until(world.now() + Millis::hours(23));
    assert_eq!(asks(&world, &token(&world)).await.0, 503, "keys do not serve for ever");
    goes_down(&world, false);
    world.stand_still_until(world.now() + Millis::seconds(10));
    assert_eq!(asks(&world, &token(&world)).await.0, 200);
}

#[tokio::test]
async fn a_sign_in_that_cannot_be_checked_is_told_why_and_works_once_the_issuer_is_back() {
    let world = World::new().await;
    goes_down(&world, true);
    let token = world.wires.token("mark", world.now(), |_| {});
    for _ in 0..3 {
        let (status, after, body) = asks(&world, &token).await;
        assert_eq!((status, body["error"]["code"].as_str()), (503, Some("unavailable")));
        assert_eq!(after, "10");
        let message = body["error"]["message"].as_str().unwrap();
        assert!(message.contains("sign-in service has not answered"), "{message}");
    }
    let missed = world.wires.issuer_missed.load(Ordering::SeqCst);
    assert_eq!(missed, 1, "nobody waits again for an issuer that just did not answer");
    goes_down(&world, false);
    world.stand_still_until(world.now() + Millis::seconds(10));
    assert_eq!(asks(&world, &token).await.0, 200);
}

#[tokio::test]
async fn a_new_key_waits_for_the_issuer_and_known_ones_do_not() {
    let world = World::new().await;
    let known = world.wires.token("mark", world.now(), |_| {});
    assert_eq!(asks(&world, &known).await.0, 200);
    goes_down(&world, true);
    world.stand_still_until(world.now() + Millis::minutes(2));
    assert_eq!(asks(&world, &token_of_a_new_key(&world)).await.0, 503);
    assert_eq!(asks(&world, &known).await.0, 200);
    goes_down(&world, false);
    world.stand_still_until(world.now() + Millis::seconds(10));
    let (status, _, body) = asks(&world, &token_of_a_new_key(&world)).await;
    assert_eq!(status, 401, "the issuer does not know it: {body}");
    let (status, after, body) = asks(&world, &token_of_a_new_key(&world)).await;
    assert_eq!((status, after.as_str()), (503, Some("5")), "it may know it in a moment: {body}");
    world.stand_still_until(world.now() + Millis::seconds(5));
    assert_eq!(asks(&world, &token_of_a_new_key(&world)).await.0, 401, "it was asked again");
}

#[tokio::test]
async fn a_process_that_never_reached_the_issuer_promises_nobody_that_they_go_on() {
    let world = World::new().await;
    goes_down(&world, true);
    let token = world.wires.token("mark", world.now(), |_| {});
    let (_, _, body) = asks(&world, &token).await;
    let words = body["error"].to_string();
    assert!(words.contains("since this server started") && !words.contains("go on"), "{words}");
    goes_down(&world, false);
    world.stand_still_until(world.now() + Millis::seconds(10));
    assert_eq!(asks(&world, &token).await.0, 200);
    goes_down(&world, true);
    world.stand_still_until(world.now() + Millis::seconds(10));
    let (_, _, body) = asks(&world, &token_of_a_new_key(&world)).await;
    assert!(body["error"]["remedy"].as_str().unwrap().contains("go on"), "{body}");
}

#[tokio::test]
async fn a_clock_may_be_a_minute_ahead_and_a_wrong_one_is_named() {
    let world = World::new().await;
    let now = world.now();
    for claim in ["iat", "nbf"] {
        let at = |seconds: i64| {
            world.wires.token("mark", now, |c| c[claim] = json!(now.0 / 1_000 + seconds))
        };
        for seconds in [-3_600, 0, 60] {
            assert_eq!(asks(&world, &at(seconds)).await.0, 200, "{claim} {seconds}");
        }
        let (status, _, body) = asks(&world, &at(61)).await;
        assert_eq!(status, 401, "{claim}");
        let (message, remedy) = (&body["error"]["message"], &body["error"]["remedy"]);
        assert!(message.as_str().unwrap().contains("61 seconds by our clock"), "{message}");
        assert!(remedy.as_str().unwrap().contains("NTP"), "{remedy}");
    }
}
