//! The board's day: answers, customers who gave up, offers, and the agents' last activity.

use crate::world::scene::{SMITH, does, has, no, offer, people, set, taken, talk, text, waits};
use crate::world::{Fault, Visitor, World, reads};
use domain::Millis;
use serde_json::{Value, json};

fn of<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|one| one["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {list}"))
}

/// The support queue, as its manager sees it.
async fn support(world: &World) -> Value {
    let board = reads(world, "olga", "/v1/board?team=support").await;
    of(&board["queues"], "support").clone()
}

fn counts(abandoned: u32, in_time: u32, late: u32) -> Value {
    json!({"abandoned_today": abandoned, "answered_today": {"in_time": in_time, "late": late}})
}

async fn gives_up(visitor: &Visitor<'_>) {
    let id = uuid::Uuid::now_v7().to_string();
    let leave = json!({"action": "messaging", "id": id, "command": {"type": "leave"}});
    visitor.sends("messaging", &leave).await;
}

fn later(world: &World, seconds: i64) {
    world.stand_still_until(world.now() + Millis::seconds(seconds));
}

#[tokio::test]
async fn a_first_response_counts_as_in_time_up_to_the_goal_and_as_late_after_it() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    for (n, seconds) in [0, 30, 31, 400].into_iter().enumerate() {
        let id = taken(&world, &mark, &format!("1650555000{n}")).await;
        later(&world, seconds);
        does(&mark, &id, text("Hello")).await;
        // Only the first response counts.
        later(&world, 60);
        does(&mark, &id, text("Are you there?")).await;
    }
    waits(&world, SMITH).await;
    world.project().await;
    has(&support(&world).await, counts(0, 2, 2));
    let board = reads(&world, "olga", "/v1/board").await;
    has(of(&board["queues"], "returns"), counts(0, 0, 0));
}

#[tokio::test]
async fn each_queue_has_the_goal_that_is_set_for_it() {
    let world = World::new().await;
    set(&world, "/queues/support", json!({"first_answer_target_seconds": 600})).await;
    let [mark] = people(&world, ["mark"]).await;
    let id = taken(&world, &mark, SMITH).await;
    later(&world, 400);
    does(&mark, &id, text("Hello")).await;
    world.project().await;
    has(&support(&world).await, counts(0, 1, 0));
}

#[tokio::test]
async fn a_customer_counts_each_time_they_give_up() {
    let world = World::new().await;
    set(&world, "/queues/support", json!({"reopen_within_seconds": 3_600})).await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is anybody there?").await;
    gives_up(&vera).await;
    world.project().await;
    has(&support(&world).await, counts(1, 0, 0));
    later(&world, 60);
    vera.writes("And now?").await;
    gives_up(&vera).await;
    world.project().await;
    assert_eq!(world.state(&vera.thread()).await.conversation.number, 1, "it was opened again");
    has(&support(&world).await, counts(2, 0, 0));
}

#[tokio::test]
async fn a_stream_record_that_comes_twice_counts_once() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let id = taken(&world, &mark, SMITH).await;
    does(&mark, &id, text("Hello")).await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is anybody there?").await;
    gives_up(&vera).await;
    let batches = world.wires.stream_batches("projection");
    for _ in 0..3 {
        for batch in &batches {
            let answer = world.call("projection", batch.clone()).await;
            assert_eq!(answer["batchItemFailures"], json!([]));
        }
    }
    has(&support(&world).await, counts(1, 1, 0));
}

#[tokio::test]
async fn a_count_that_is_interrupted_anywhere_counts_once_in_the_end() {
    for fault in [Fault::Conflict, Fault::Throttle, Fault::LostAnswer, Fault::Unreachable] {
        let mut good = 0;
        loop {
            let world = World::new().await;
            let [mark] = people(&world, ["mark"]).await;
            let id = taken(&world, &mark, SMITH).await;
            does(&mark, &id, text("Hello")).await;
            let batches = world.wires.stream_batches("projection");
            world.wires.break_after(good, fault);
            for batch in &batches {
                // The stream brings a batch again until the function has taken it in.
                while world.call("projection", batch.clone()).await["batchItemFailures"]
                    != json!([])
                {}
            }
            has(&support(&world).await, counts(0, 1, 0));
            if world.wires.faults_left() > 0 {
                break;
            }
            good += 1;
        }
        assert!(good > 4, "{fault:?} hit {good} writes only");
    }
}

#[tokio::test]
async fn the_counts_begin_anew_at_midnight_of_the_workspaces_clock() {
    let world = World::new().await;
    // 08:30 in the morning by UTC is still the evening of the day before in Honolulu.
    let week = json!({"monday": [{"from": "00:00", "to": "24:00"}]});
    let hours = json!({"time_zone": "Pacific/Honolulu", "week": week});
    set(&world, "", json!({"hours": hours, "off_hours_message": "We are closed."})).await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let id = taken(&world, &mark, SMITH).await;
    does(&mark, &id, text("Hello")).await;
    talk(&mark, &martha, &id).await;
    world.project().await;
    let board = reads(&world, "olga", "/v1/board").await;
    let began = board["today"]["from"].as_i64().unwrap();
    assert_eq!(board["today"]["time_zone"], "Pacific/Honolulu");
    assert!(began < world.now().0 && began % 3_600_000 == 0);
    has(of(&board["queues"], "support"), counts(0, 1, 0));
    assert_eq!(board["offers"].as_array().unwrap().len(), 1);
    world.stand_still_until(Millis(began) + Millis::hours(24) - Millis(1));
    has(&support(&world).await, counts(0, 1, 0));
    world.stand_still_until(Millis(began) + Millis::hours(24));
    let board = reads(&world, "olga", "/v1/board").await;
    has(of(&board["queues"], "support"), counts(0, 0, 0));
    assert_eq!(board["offers"], json!([]));
}

#[tokio::test]
async fn the_board_lists_the_teams_offers_of_today_with_their_ends() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let id = taken(&world, &mark, SMITH).await;
    let ask = json!({"type": "discuss", "to": {"agent": "martha"}});
    let first = offer(&mark, &id, ask.clone()).await;
    later(&world, 5);
    does(&martha, &id, no(&first, "Busy with another case")).await;
    let decided = world.now().0;
    later(&world, 5);
    let second = talk(&mark, &martha, &id).await.replace("-d", "-o");
    later(&world, 5);
    let asked = world.now().0;
    let third = offer(&mark, &id, json!({"type": "assign", "to": {"team": "support"}})).await;
    world.project().await;
    let board = reads(&world, "olga", "/v1/board?team=support").await;
    let ids: Vec<&Value> = board["offers"].as_array().unwrap().iter().map(|o| &o["id"]).collect();
    assert_eq!(ids, [&json!(third), &json!(second), &json!(first)], "newest first");
    let state = world.state(&world.thread(SMITH)).await;
    has(
        of(&board["offers"], &first),
        json!({"conversation": id, "reference": state.conversation_id().reference(),
               "contact": state.contact.to_string(), "name": "Smith", "queue": "support",
               "kind": "discuss", "from": "mark", "target": {"agent": "martha"},
               "status": "rejected", "reason": "Busy with another case", "decided_by": "martha",
               "decided_at": decided}),
    );
    has(of(&board["offers"], &second), json!({"status": "accepted", "ended_at": null}));
    has(
        of(&board["offers"], &third),
        json!({"status": "pending", "kind": "assign", "target": {"team": "support"},
               "created_at": asked, "decided_at": null}),
    );
    // Another team's manager sees nothing of them.
    let rafael = reads(&world, "rafael", "/v1/board").await;
    assert_eq!(rafael["offers"], json!([]));
    // A later end of an offer shows without a new entry in any list.
    does(&mark, &id, json!({"type": "withdraw_offer", "offer": third, "reason": "Solved"})).await;
    let board = reads(&world, "olga", "/v1/board").await;
    has(of(&board["offers"], &third), json!({"status": "withdrawn", "reason": "Solved"}));
}

#[tokio::test]
async fn the_board_shows_the_newest_fifty_offers() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let id = taken(&world, &mark, SMITH).await;
    for _ in 0..52 {
        later(&world, 1);
        let ask = json!({"type": "discuss", "to": {"agent": "martha"}});
        let made = offer(&mark, &id, ask).await;
        does(&martha, &id, no(&made, "Not now")).await;
    }
    world.project().await;
    let board = reads(&world, "olga", "/v1/board").await;
    let made: Vec<i64> = board["offers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o["created_at"].as_i64().unwrap())
        .collect();
    assert_eq!((made.len(), made[0]), (50, world.now().0));
    assert!(made.is_sorted_by(|later, earlier| later > earlier));
}

#[tokio::test]
async fn a_manager_sees_when_each_agent_was_last_active() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let active = async |who: &str| {
        let board = reads(&world, "olga", "/v1/board").await;
        of(&board["agents"], who)["last_active"].clone()
    };
    assert_eq!(active("mark").await, Value::Null, "who has come has done nothing yet");
    let id = taken(&world, &mark, SMITH).await;
    world.project().await;
    let took = world.now().0;
    assert_eq!(active("mark").await, took);
    // The moment is exact to half a minute: the store does not note every message.
    later(&world, 29);
    does(&mark, &id, json!({"type": "comment", "text": "Third one today"})).await;
    world.project().await;
    assert_eq!(active("mark").await, took);
    later(&world, 1);
    does(&mark, &id, text("Hello")).await;
    world.project().await;
    assert_eq!(active("mark").await, world.now().0);
    // Neither the clock nor the customer makes an agent active.
    let wrote = world.now().0;
    later(&world, 120);
    world.customer_writes(SMITH, "Thanks").await;
    world.project().await;
    assert_eq!(active("mark").await, wrote);
    martha.says(json!({"action": "presence", "presence": "away"})).await;
    assert_eq!(active("martha").await, world.now().0);
}

#[tokio::test]
async fn resolved_conversations_are_counted_by_queue_and_by_owner() {
    let world = World::new().await;
    let [mark, martha, _] = people(&world, ["mark", "martha", "olga"]).await;
    let mut ids = Vec::new();
    for (n, agent) in [&mark, &mark, &martha].into_iter().enumerate() {
        let id = taken(&world, agent, &format!("1650555001{n}")).await;
        does(agent, &id, text("Hello")).await;
        does(agent, &id, json!({"type": "resolve"})).await;
        ids.push(id);
    }
    let open = taken(&world, &mark, SMITH).await;
    // A manager ends Martha's conversation: it counts as hers.
    let hers = taken(&world, &martha, "16505550019").await;
    let olga = world.agent("olga").await;
    does(&olga, &hers, json!({"type": "resolve"})).await;
    for _ in 0..2 {
        world.project().await;
    }
    let board = reads(&world, "olga", "/v1/board?team=support").await;
    assert_eq!(of(&board["queues"], "support")["resolved_today"], 4);
    assert_eq!(of(&board["queues"], "returns")["resolved_today"], 0);
    for (agent, resolved) in [("mark", 2), ("martha", 2), ("nina", 0), ("olga", 0)] {
        assert_eq!(of(&board["agents"], agent)["resolved_today"], resolved, "{agent}");
    }
    later(&world, 86_400);
    does(&mark, &open, json!({"type": "resolve"})).await;
    world.project().await;
    let board = reads(&world, "olga", "/v1/board?team=support").await;
    assert_eq!(of(&board["queues"], "support")["resolved_today"], 1, "another day");
}

#[tokio::test]
async fn a_conversation_that_is_opened_again_counts_once_on_its_day() {
    let world = World::new().await;
    set(&world, "/queues/support", json!({"reopen_within_seconds": 3_600})).await;
    let [mark] = people(&world, ["mark"]).await;
    let id = taken(&world, &mark, SMITH).await;
    for _ in 0..2 {
        does(&mark, &id, text("Hello")).await;
        does(&mark, &id, json!({"type": "resolve"})).await;
        world.customer_writes(SMITH, "One more thing").await;
    }
    world.project().await;
    let board = reads(&world, "olga", "/v1/board?team=support").await;
    assert_eq!(of(&board["queues"], "support")["resolved_today"], 1);
}
