//! Members of a group who cannot take the request any more.

use super::group::discuss;
use crate::world::scene::{SMITH, does, has, load, no, offer, one, people, taken};
use crate::world::{World, asks};
use serde_json::json;

#[tokio::test]
async fn a_member_who_went_away_is_passed_over() {
    let world = World::new().await;
    let people = people(&world, ["mark", "martha", "nina", "omar", "quinn"]).await;
    let [mark, martha, nina, omar, quinn] = people;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, discuss(json!({"skill": "english"}))).await;
    nina.says(json!({"action": "presence", "presence": "away", "reason": "Lunch"})).await;
    omar.leaves().await;
    does(&martha, &conversation, no(&id, "Not my field")).await;
    let events = quinn.events();
    has(one(&events, "offer_moved"), json!({"to": "quinn"}));
    let weighed = one(&events, "routed")["weighed"].clone();
    let why = |agent: &str| {
        let row = weighed.as_array().unwrap().iter().find(|w| w["agent"] == agent);
        row.unwrap_or_else(|| panic!("{agent} in {weighed}"))["excluded"].clone()
    };
    for (agent, reason) in
        [("mark", "involved"), ("martha", "tried"), ("nina", "away"), ("omar", "offline")]
    {
        assert_eq!(why(agent), reason, "{agent}");
    }
    assert!(nina.told("entries").is_empty());
}

#[tokio::test]
async fn a_member_who_leaves_or_fills_up_at_that_moment_is_passed_over() {
    // Martha is full: two agents ask for her last place at once.
    let world = World::new().await;
    let [mark, olga, martha, nina] = people(&world, ["mark", "olga", "martha", "nina"]).await;
    let (status, _) = asks(&world, "ada", "PUT", "/v1/agents/martha", json!({"capacity": 1})).await;
    assert_eq!(status, 200);
    let (one_, other) =
        (taken(&world, &mark, SMITH).await, taken(&world, &olga, "16505550000").await);
    let ask = || json!({"type": "assign", "to": {"team": "support"}});
    let (a, b) = futures_util::future::join(
        mark.does("assignment", &one_, ask()),
        olga.does("assignment", &other, ask()),
    )
    .await;
    assert_eq!((&a["type"], &b["type"]), (&json!("ack"), &json!("ack")), "{a} {b}");
    let asked = |agent: &crate::world::Agent<'_>| {
        agent
            .events()
            .iter()
            .filter(|e| e["type"] == "offer_made" && e["to"] == json!([agent.id]))
            .count()
    };
    assert_eq!(asked(&martha), 1, "one place, one request");
    assert_eq!(load(&world, "martha").await, 1);
    let others = load(&world, "nina").await + load(&world, "mark").await;
    assert_eq!(others, 2, "the other went to somebody else; Mark has his own");
    drop(nina);

    // Martha is gone: her socket closes while the request is on its way.
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let (ack, ()) = futures_util::future::join(
        mark.does("discuss", &conversation, discuss(json!({"team": "support"}))),
        martha.leaves(),
    )
    .await;
    assert_eq!(ack["type"], "ack", "{ack}");
    has(one(&nina.events(), "offer_made"), json!({"to": ["nina"]}));
}
