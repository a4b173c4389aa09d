//! The agents' own presence, its reasons, and the colleagues who learn of it.

use crate::world::World;
use domain::Millis;
use serde_json::{Value, json};

fn of<'a>(frames: &'a [Value], agent: &str) -> Option<&'a Value> {
    let agents = frames.iter().rev().flat_map(|f| f["agents"].as_array().into_iter().flatten());
    agents.into_iter().find(|a| a["id"] == agent)
}

async fn workload(world: &World, agent: &str) -> store::Workload {
    let id = agent.parse().unwrap();
    world.app.store.batch([&id], &[], None).await.unwrap().workloads.remove(&id).unwrap_or_default()
}

#[tokio::test]
async fn colleagues_see_at_once_that_an_agent_went_away_and_why() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.fan_out().await;
    for agent in [&mark, &martha] {
        agent.frames();
    }
    let away = json!({"action": "presence", "presence": "away", "reason": "  Lunch "});
    assert_eq!(mark.says(away).await, Vec::<Value>::new());
    world.fan_out().await;
    let frames = martha.told("agents");
    let seen = of(&frames, "mark").unwrap();
    assert_eq!((&seen["presence"], &seen["away_reason"]), (&json!("away"), &json!("Lunch")));
    assert_eq!(seen["since"], world.now().0);
    assert_eq!(of(&mark.told("agents"), "mark").unwrap()["presence"], "away", "oneself, too");
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    world.fan_out().await;
    let seen = of(&martha.told("agents"), "mark").unwrap().clone();
    assert_eq!((&seen["presence"], &seen["away_reason"]), (&json!("available"), &Value::Null));
}

#[tokio::test]
async fn the_same_presence_again_is_no_change() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let body = r#"{"presence":"away","reason":"Lunch"}"#;
    let first = world.api("mark", "PUT", "/v1/me/presence", body).await;
    world.stand_still_until(world.now() + Millis::minutes(5));
    let again = world.api("mark", "PUT", "/v1/me/presence", body).await;
    assert_eq!(first["body"], again["body"]);
    assert!(first["body"].as_str().unwrap().contains("\"away_reason\":\"Lunch\""), "{first}");
    mark.says(json!({"action": "presence", "presence": "away", "reason": "Dentist"})).await;
    assert_eq!(
        workload(&world, "mark").await.since,
        Some(world.now()),
        "another reason is another"
    );
}

#[tokio::test]
async fn a_reason_of_more_than_a_hundred_characters_is_refused() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let frame = json!({"action": "presence", "presence": "away", "reason": "x".repeat(101)});
    let answer = mark.says(frame).await;
    assert_eq!(
        (&answer[0]["code"], &answer[0]["field"]),
        (&json!("text_too_long"), &json!("reason"))
    );
    assert_eq!(workload(&world, "mark").await.away, None);
}

#[tokio::test]
async fn an_agent_at_capacity_is_busy_and_colleagues_see_the_load_move() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let directory = world.app.directory().await.unwrap();
    let capacity = directory.agents[&"mark".parse().unwrap()].profile.capacity;
    for number in 0..capacity {
        let address = format!("1650555{number:04}");
        world.customer_writes(&address, "hello").await;
        let conversation = format!("{}-1", world.thread(&address));
        mark.does("assignment", &conversation, json!({"type": "accept"})).await;
        world.fan_out().await;
        let seen = of(&martha.told("agents"), "mark").unwrap().clone();
        let expected = if number + 1 == capacity { "busy" } else { "available" };
        assert_eq!((&seen["open"], &seen["presence"]), (&json!(number + 1), &json!(expected)));
    }
}

#[tokio::test]
async fn an_agent_is_offline_when_the_last_socket_has_really_gone() {
    let world = World::new().await;
    let (first, martha) = (world.agent("mark").await, world.agent("martha").await);
    let second = world.agent("mark").await;
    world.fan_out().await;
    martha.frames();
    world.stand_still_until(world.now() + Millis::minutes(1));
    first.leaves().await;
    world.fan_out().await;
    let told = martha.told("agents");
    assert!(of(&told, "mark").is_none_or(|a| a["presence"] == "available"), "{told:?}");
    world.stand_still_until(world.now() + Millis::minutes(1));
    let left = world.now();
    second.leaves().await;
    world.fan_out().await;
    assert_eq!(of(&martha.told("agents"), "mark").unwrap()["presence"], "offline");
    assert_eq!(workload(&world, "mark").await.left, Some(left));
}

#[tokio::test]
async fn a_socket_that_closes_twice_left_the_first_time() {
    let world = World::new().await;
    let store = &world.app.store;
    let mark = "mark".parse().unwrap();
    store.add_socket(&mark, "a").await.unwrap();
    store.add_socket(&mark, "b").await.unwrap();
    assert!(!store.remove_socket(&mark, "a", Millis(1)).await.unwrap());
    assert!(store.remove_socket(&mark, "b", Millis(2)).await.unwrap());
    assert!(store.remove_socket(&mark, "b", Millis(3)).await.unwrap(), "asked again, told again");
    assert_eq!(workload(&world, "mark").await.left, Some(Millis(2)));
}

#[tokio::test]
async fn a_socket_found_gone_by_a_push_counts_as_left() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.fan_out().await;
    world.wires.lose_socket(&mark.socket);
    let frame = json!({"action": "direct", "id": "to-nobody", "to": "mark", "text": "there?"});
    martha.says(frame).await;
    world.fan_out().await;
    assert_eq!(of(&martha.told("agents"), "mark").unwrap()["presence"], "offline");
}

#[tokio::test]
async fn a_change_that_nobody_can_see_is_not_pushed() {
    let world = World::new().await;
    let (_mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.fan_out().await;
    martha.frames();
    let _second = world.agent("mark").await;
    world.fan_out().await;
    assert_eq!(martha.told("agents"), Vec::<Value>::new(), "a second socket of who is there");
}

#[tokio::test]
async fn teammates_learn_of_a_presence_and_admins_learn_of_all() {
    let world = World::new().await;
    let (omar, olga, ada) =
        (world.agent("omar").await, world.agent("olga").await, world.agent("ada").await);
    world.fan_out().await;
    for agent in [&omar, &olga, &ada] {
        agent.frames();
    }
    let mark = world.agent("mark").await;
    world.fan_out().await;
    assert_eq!(omar.told("agents"), Vec::<Value>::new(), "billing has nothing to do with support");
    for agent in [&mark, &olga, &ada] {
        let frames = agent.told("agents");
        assert_eq!(frames.len(), 1, "{}: one frame, however many changed", agent.id);
        assert!(of(&frames, "mark").is_some(), "{}", agent.id);
    }
}

#[tokio::test]
async fn a_change_taken_back_is_pushed_even_by_a_process_that_missed_it() {
    let told = app::PushCache::default();
    let id = "mark".parse().unwrap();
    let record = platform::demo::records().into_iter().find_map(|r| match r {
        store::settings::directory::Record::Agent(a) if a.profile.id == id => Some(a),
        _ => None,
    });
    let mut workload = store::Workload { sockets: ["a".to_owned()].into(), ..Default::default() };
    let news = |workload: &store::Workload| {
        told.agent_is_news(
            &id,
            &app::view::agent(record.as_ref().unwrap(), Some(workload)),
            workload,
        )
    };
    assert!(news(&workload));
    assert!(!news(&workload));
    // Another process told colleagues of a conversation that was given in between.
    (workload.given, workload.freed) = (Some(Millis(1)), Some(Millis(2)));
    assert!(news(&workload));
    workload.inbox.insert("an invitation".to_owned());
    assert!(!news(&workload));
}

#[tokio::test]
async fn changed_settings_are_announced_to_everybody_and_read_anew() {
    let world = World::new().await;
    let (mark, omar) = (world.agent("mark").await, world.agent("omar").await);
    world.fan_out().await;
    for agent in [&mark, &omar] {
        agent.frames();
    }
    let answer = world.api("ada", "GET", "/v1/settings", "").await;
    let mut settings: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    settings["discuss_timeout_seconds"] = json!(45);
    world.api("ada", "PUT", "/v1/settings", &settings.to_string()).await;
    world.fan_out().await;
    for agent in [&mark, &omar] {
        assert_eq!(agent.told("settings_changed"), [json!({"type": "settings_changed"})]);
    }
    let answer = world.api("mark", "GET", "/v1/settings", "").await;
    assert!(answer["body"].as_str().unwrap().contains("\"discuss_timeout_seconds\":45"));
}
