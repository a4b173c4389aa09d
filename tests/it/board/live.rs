//! The board shows managers the work of their teams.

use crate::world::scene::{SMITH, does, has, people, set, taken, talk, text, waits};
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

fn of<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {list}"))
}

#[tokio::test]
async fn a_manager_sees_waiting_customers_present_agents_and_their_conversations() {
    let world = World::new().await;
    set(&world, "/queues/support", json!({"wrap_up": "optional", "requeue_after_seconds": null}))
        .await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let began = world.now();
    let first = taken(&world, &mark, SMITH).await;
    talk(&mark, &martha, &first).await;
    world.stand_still_until(world.now() + Millis::seconds(10));
    let second = taken(&world, &mark, "16505550001").await;
    does(&mark, &second, text("Which lamp is it?")).await;
    let third = taken(&world, &mark, "16505550002").await;
    does(&mark, &third, json!({"type": "resolve"})).await;
    let waiting_since = world.now().0;
    waits(&world, "16505550003").await;
    world.project().await;
    martha.says(json!({"action": "presence", "presence": "away", "reason": "Lunch"})).await;
    let board = reads(&world, "olga", "/v1/board?team=support").await;
    assert_eq!(board["at"], world.now().0);
    has(
        of(&board["queues"], "support"),
        json!({"name": "Support", "waiting": 1, "longest_since": waiting_since,
               "unanswered_since": waiting_since}),
    );
    has(of(&board["queues"], "returns"), json!({"waiting": 0, "longest_since": null}));
    has(
        of(&board["agents"], "mark"),
        json!({"presence": "available", "open": 3, "capacity": 5, "wrapping": 1, "discussions": 1,
               "waiting_since": began.0}),
    );
    has(
        of(&board["agents"], "martha"),
        json!({"presence": "away", "reason": "Lunch", "open": 0, "wrapping": 0, "discussions": 1,
               "waiting_since": null}),
    );
    has(of(&board["agents"], "nina"), json!({"presence": "offline"}));
    let ids: Vec<&str> = board["conversations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect();
    let queued = format!("{}-1", world.thread("16505550003"));
    assert_eq!(ids, [first.as_str(), &queued, &second], "who waits for us goes first");
    assert_eq!(board["more"], false);
    // A conversation that is over and marked done is in nobody's hand.
    does(&mark, &third, json!({"type": "done"})).await;
    does(&mark, &first, json!({"type": "resolve"})).await;
    does(&mark, &first, json!({"type": "done"})).await;
    world.project().await;
    let board = reads(&world, "olga", "/v1/board").await;
    has(
        of(&board["agents"], "mark"),
        json!({"open": 1, "wrapping": 0, "discussions": 0, "waiting_since": null}),
    );
    assert_eq!(board["conversations"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn only_managers_of_a_team_see_its_board() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    taken(&world, &mark, SMITH).await;
    world.project().await;
    for (who, query, status) in [
        ("mark", "", 403),
        ("mark", "?team=support", 403),
        ("rafael", "?team=support", 403),
        ("olga", "?team=nowhere", 404),
        ("olga", "?team=No id", 400),
        ("olga", "?team=support", 200),
        ("ada", "?team=billing", 200),
    ] {
        let route = format!("/v1/board{query}");
        let (given, answer) = asks(&world, who, "GET", &route, Value::Null).await;
        assert_eq!(given, status, "{who} {route}: {answer}");
    }
    let rafael = reads(&world, "rafael", "/v1/board").await;
    let queues: Vec<&Value> =
        rafael["queues"].as_array().unwrap().iter().map(|q| &q["id"]).collect();
    assert_eq!(queues, ["billing", "sales"]);
    assert_eq!(rafael["conversations"], json!([]));
    let ada = reads(&world, "ada", "/v1/board").await;
    assert_eq!(ada["conversations"].as_array().unwrap().len(), 1);
}
