//! Managers set the presence of their agents; everybody sees which manager did.

use crate::world::scene::{SMITH, fill, has, people, set, well_said};
use crate::world::{Fault, World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

async fn sets(world: &World, who: &str, agent: &str, presence: Value) -> (i64, Value) {
    asks(world, who, "PUT", &format!("/v1/agents/{agent}/presence"), presence).await
}

async fn seen(world: &World, agent: &str) -> Value {
    let all = reads(world, "martha", "/v1/agents").await;
    all["agents"].as_array().unwrap().iter().find(|a| a["id"] == agent).unwrap().clone()
}

async fn changes(world: &World, who: &str, agent: &str) -> Value {
    reads(world, who, &format!("/v1/agents/{agent}/presence")).await["changes"].clone()
}

#[tokio::test]
async fn a_manager_sends_an_agent_to_lunch_and_the_agent_is_told_who_did() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    world.fan_out().await;
    for agent in [&mark, &martha] {
        agent.frames();
    }
    let lunch = json!({"presence": "away", "reason": " Lunch "});
    let (status, answer) = sets(&world, "olga", "mark", lunch).await;
    assert_eq!(status, 200, "{answer}");
    let wanted = json!({"id": "mark", "presence": "away", "away_reason": "Lunch",
                        "since": world.now().0, "set_by": "olga"});
    has(&answer, wanted.clone());
    let told = json!({"type": "presence_set", "presence": "away", "reason": "Lunch",
                      "by": "olga", "at": world.now().0});
    assert_eq!(mark.told("presence_set"), [told]);
    assert_eq!(martha.told("presence_set"), Vec::<Value>::new(), "nobody else is");
    world.fan_out().await;
    let agents = martha.told("agents");
    has(&agents[0]["agents"][0], wanted);
    let board = reads(&world, "olga", "/v1/board").await;
    let on_board = board["agents"].as_array().unwrap().iter().find(|a| a["id"] == "mark").unwrap();
    has(on_board, json!({"presence": "away", "set_by": "olga", "last_active": null}));
}

#[tokio::test]
async fn the_agents_next_change_is_their_own_again() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    sets(&world, "olga", "mark", json!({"presence": "away", "reason": "Lunch"})).await;
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    has(&seen(&world, "mark").await, json!({"presence": "available", "set_by": null}));
    sets(&world, "olga", "mark", json!({"presence": "away"})).await;
    mark.says(json!({"action": "presence", "presence": "away", "reason": "Dentist"})).await;
    has(&seen(&world, "mark").await, json!({"away_reason": "Dentist", "set_by": null}));
}

#[tokio::test]
async fn an_agent_who_is_made_available_gets_waiting_conversations() {
    let world = World::new().await;
    set(&world, "/queues/support", json!({"mode": "auto"})).await;
    let [mark] = people(&world, ["mark"]).await;
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    world.customer_writes(SMITH, "My kettle leaks").await;
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.owner, None);
    sets(&world, "olga", "mark", json!({"presence": "available"})).await;
    let owner = world.state(&world.thread(SMITH)).await.conversation.owner;
    assert_eq!(owner, Some("mark".parse().unwrap()));
    has(&seen(&world, "mark").await, json!({"presence": "available", "set_by": "olga"}));
}

#[tokio::test]
async fn an_offline_agent_cannot_be_made_available_and_stays_away_on_return() {
    let world = World::new().await;
    let (status, refused) = sets(&world, "olga", "mark", json!({"presence": "available"})).await;
    assert_eq!(status, 409, "{refused}");
    has(&refused["error"], json!({"code": "target_unavailable", "field": "presence"}));
    well_said(&refused["error"]);
    let (status, answer) =
        sets(&world, "olga", "mark", json!({"presence": "away", "reason": "Training"})).await;
    assert_eq!((status, &answer["presence"]), (200, &json!("offline")));
    let mark = world.agent("mark").await;
    has(&seen(&world, "mark").await, json!({"presence": "away", "away_reason": "Training"}));
    mark.leaves().await;
    // Mark was told to take no work before he left: his absence is what counts.
    let (status, _) = sets(&world, "olga", "mark", json!({"presence": "available"})).await;
    assert_eq!(status, 409);
    assert_eq!(changes(&world, "olga", "mark").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_agents_managers_set_the_presence_and_the_agent_reads_the_changes_too() {
    let world = World::new().await;
    people(&world, ["mark"]).await;
    for (who, agent, expected) in [
        ("martha", "mark", 403),
        ("mark", "mark", 403),
        ("rafael", "mark", 403),
        ("olga", "nobody", 404),
        ("olga", "No id", 400),
        ("olga", "mark", 200),
        ("ada", "mark", 200),
    ] {
        let (status, answer) = sets(&world, who, agent, json!({"presence": "away"})).await;
        assert_eq!(status, expected, "{who} {agent}: {answer}");
        if expected != 200 {
            well_said(&answer["error"]);
        }
    }
    for (who, expected) in
        [("martha", 403), ("rafael", 403), ("mark", 200), ("olga", 200), ("ada", 200)]
    {
        let route = "/v1/agents/mark/presence";
        let (status, answer) = asks(&world, who, "GET", route, Value::Null).await;
        assert_eq!(status, expected, "{who}: {answer}");
    }
    for (body, code, field) in [
        (json!({"presence": "away", "reason": "x".repeat(101)}), "text_too_long", "reason"),
        (json!({"reason": "Lunch"}), "frame_invalid", "presence"),
    ] {
        let (_, refused) = sets(&world, "olga", "mark", body).await;
        has(&refused["error"], json!({"code": code, "field": field}));
    }
    let (status, refused) = sets(&world, "olga", "mark", json!({"presence": "busy"})).await;
    assert_eq!((status, &refused["error"]["code"]), (400, &json!("frame_invalid")));
}

#[tokio::test]
async fn presence_changes_are_listed_with_author_and_time_for_ninety_days() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let began = world.now();
    let away = json!({"presence": "away", "reason": "Lunch"});
    sets(&world, "olga", "mark", away.clone()).await;
    world.stand_still_until(began + Millis::minutes(30));
    // The same presence set again changes nothing; the agent's own changes are not listed.
    sets(&world, "ada", "mark", away).await;
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    sets(&world, "ada", "mark", json!({"presence": "available"})).await;
    let first = json!({"at": began.0, "by": "olga", "presence": "away", "reason": "Lunch"});
    let second = json!({"at": world.now().0, "by": "ada", "presence": "available"});
    assert_eq!(changes(&world, "mark", "mark").await, json!([second, first]));
    world.stand_still_until(began + Millis::hours(90 * 24) + Millis(1));
    assert_eq!(changes(&world, "olga", "mark").await, json!([second]));
}

#[tokio::test]
async fn a_manager_who_sets_their_own_presence_counts_as_themselves() {
    let world = World::new().await;
    let [olga] = people(&world, ["olga"]).await;
    let (status, answer) = sets(&world, "olga", "olga", json!({"presence": "away"})).await;
    assert_eq!((status, answer.get("set_by")), (200, None));
    assert_eq!(olga.told("presence_set"), Vec::<Value>::new());
    assert_eq!(changes(&world, "olga", "olga").await, json!([]));
}

#[tokio::test]
async fn a_full_workload_stays_busy_and_work_in_between_does_no_harm() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    fill(&world, &mark, 5).await;
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    world.wires.break_after(0, Fault::Conflict);
    let (status, answer) = sets(&world, "olga", "mark", json!({"presence": "available"})).await;
    assert_eq!((status, &answer["presence"]), (200, &json!("busy")));
    assert_eq!(changes(&world, "olga", "mark").await.as_array().unwrap().len(), 1);
}
