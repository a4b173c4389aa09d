//! Customers in web chat see their place in the queue, and see it move.

use crate::world::{Visitor, World};
use domain::Millis;
use serde_json::{Value, json};

/// A visitor who waits behind everybody before.
async fn waiting<'a>(world: &'a World, id: &str) -> Visitor<'a> {
    world.stand_still_until(world.now() + Millis::seconds(1));
    let visitor = Visitor::connect(world, id).await;
    visitor.writes("hello").await;
    visitor
}

fn places(frames: &[Value]) -> Vec<&Value> {
    frames.iter().filter(|f| f["type"] == "place").map(|f| &f["place"]).collect()
}

#[tokio::test]
async fn a_visitor_learns_their_place_with_the_first_message_and_every_ping() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    let hello = vera.sends("connection", &json!({"action": "hello"})).await;
    assert!(hello[0].get("place").is_none(), "who does not wait has none");
    world.customer_writes("16505551234", "a caller from elsewhere comes first").await;
    world.stand_still_until(world.now() + Millis::seconds(1));
    let frames = vera.writes("Is the lamp back?").await;
    assert!(frames.iter().any(|f| f["state"] == "waiting" && f["place"] == 2), "{frames:?}");
    let ping = vera.sends("connection", &json!({"action": "ping", "after": 1})).await;
    assert_eq!((&ping[0]["place"], &ping[0]["messages"]), (&json!(2), &json!([])));
}

#[tokio::test]
async fn a_place_moves_live_for_those_whose_place_has_changed() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (vera, wanda, xenia) = (
        waiting(&world, "vera").await,
        waiting(&world, "wanda").await,
        waiting(&world, "xenia").await,
    );
    world.fan_out().await;
    for visitor in [&vera, &wanda, &xenia] {
        visitor.frames();
    }
    let conversation = format!("{}-1", wanda.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let taken = wanda.frames();
    assert_eq!((&taken[0]["state"], taken[0].get("place")), (&json!("open"), None));
    world.fan_out().await;
    assert_eq!(places(&xenia.frames()), [2]);
    assert_eq!(places(&vera.frames()), Vec::<&Value>::new(), "next before, and next still");
    assert_eq!(places(&wanda.frames()), Vec::<&Value>::new(), "waits no more");
}

#[tokio::test]
async fn a_place_is_counted_up_to_a_hundred() {
    let world = World::new().await;
    let queue = "support".parse().unwrap();
    let place = |n: i64, thread: &str| domain::queue::place::Place {
        queue: "support".parse().unwrap(),
        priority: 0,
        since: Millis(n),
        conversation: format!("{thread}-1").parse().unwrap(),
    };
    for n in 0..3 {
        world.customer_writes(&format!("1650555{n:04}"), "hello").await;
    }
    let (waiting, _) = world.app.store.waiting(&queue, 10).await.unwrap();
    let last = place(world.now().0 + 1, "zzzzzzzzzzzzzzzz");
    let count = async |limit| world.app.store.places_before(&last, limit).await.unwrap();
    assert_eq!(count(99).await, u32::try_from(waiting.len()).unwrap());
    assert_eq!(count(2).await, 2, "no more is read than is counted");
}
