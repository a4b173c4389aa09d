//! Missed mentions: those that are newer than the agent's last look (F80).

use crate::world::scene::{SMITH, does, has, people, taken};
use crate::world::{Agent, World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

fn remark(text: &str) -> Value {
    json!({"type": "comment", "text": text, "mentions": ["nina"]})
}

/// Mark mentions Nina this many times, a second after each other.
async fn mentioned(world: &World, times: usize) -> Vec<i64> {
    let mark = world.agent("mark").await;
    let conversation = taken(world, &mark, SMITH).await;
    let mut at = Vec::new();
    for n in 0..times {
        world.stand_still_until(world.now() + Millis::seconds(1));
        does(&mark, &conversation, remark(&format!("remark {n}"))).await;
        at.push(world.now().0);
    }
    world.stand_still_until(world.now() + Millis::seconds(1));
    at
}

async fn looks(world: &World, who: &str, at: i64) -> (i64, Value) {
    asks(world, who, "PUT", "/v1/mentions/seen", json!({"at": at})).await
}

async fn welcome(agent: &Agent<'_>) -> Value {
    let frames = agent.says(json!({"action": "hello", "positions": {}})).await;
    frames.iter().find(|f| f["type"] == "welcome").unwrap().clone()
}

#[tokio::test]
async fn an_agent_who_comes_back_learns_the_number_of_missed_mentions() {
    let world = World::new().await;
    let at = mentioned(&world, 3).await;
    let nina = world.agent("nina").await;
    assert_eq!(welcome(&nina).await["mentions"], 3);
    has(&reads(&world, "nina", "/v1/mentions").await, json!({"seen_at": 0, "unseen": 3}));
    let (status, answer) = looks(&world, "nina", at[1]).await;
    assert_eq!((status, &answer), (200, &json!({"at": at[1], "unseen": 1})));
    assert_eq!(welcome(&nina).await["mentions"], 1);
    has(&reads(&world, "nina", "/v1/mentions").await, json!({"seen_at": at[1], "unseen": 1}));
    looks(&world, "nina", at[2]).await;
    assert_eq!(welcome(&nina).await["mentions"], 0);
    // A mention that the agent has seen stays in the list.
    let found = reads(&world, "nina", "/v1/mentions").await;
    assert_eq!(found["mentions"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn mentions_seen_on_one_screen_are_seen_on_all() {
    let world = World::new().await;
    let at = mentioned(&world, 2).await;
    let [here, there, mark] = people(&world, ["nina", "nina", "mark"]).await;
    for agent in [&here, &there, &mark] {
        agent.frames();
    }
    looks(&world, "nina", at[1]).await;
    let told = json!({"type": "mentions_seen", "at": at[1], "unseen": 0});
    for screen in [&here, &there] {
        assert_eq!(screen.told("mentions_seen"), std::slice::from_ref(&told));
    }
    assert_eq!(mark.told("mentions_seen"), Vec::<Value>::new());
}

#[tokio::test]
async fn seen_mentions_stay_seen_and_nobody_sees_mentions_ahead() {
    let world = World::new().await;
    let at = mentioned(&world, 2).await;
    looks(&world, "nina", at[1]).await;
    let (_, answer) = looks(&world, "nina", at[0]).await;
    assert_eq!(answer, json!({"at": at[1], "unseen": 0}), "it never goes back");
    let (_, answer) = looks(&world, "nina", 9_999_999_999_999).await;
    assert_eq!(answer, json!({"at": world.now().0, "unseen": 0}), "nobody sees ahead");
    world.stand_still_until(world.now() + Millis::seconds(1));
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    does(&mark, &conversation, remark("And this?")).await;
    has(&reads(&world, "nina", "/v1/mentions").await, json!({"unseen": 1}));
    for wrong in [-1, 10_000_000_000_000] {
        let (status, answer) = looks(&world, "nina", wrong).await;
        assert_eq!(status, 400, "{wrong}");
        has(&answer["error"], json!({"code": "frame_invalid", "field": "at"}));
    }
}

#[tokio::test]
async fn missed_mentions_are_counted_up_to_ninety_nine_and_for_thirty_days() {
    let world = World::new().await;
    let at = mentioned(&world, 101).await;
    has(&reads(&world, "nina", "/v1/mentions").await, json!({"unseen": 99}));
    world.stand_still_until(Millis(at[97]) + Millis::hours(30 * 24) + Millis(1));
    has(&reads(&world, "nina", "/v1/mentions").await, json!({"unseen": 3}));
}
