//! The targets of a request: the server's answer about each equals the outcome of the command.

use crate::world::scene::{
    SMITH, action, agreed, does, fill, people, read_by, refused, seen_by, set, taken, talk, waits,
};
use crate::world::{Agent, World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

async fn targets(world: &World, who: &str, query: &str) -> Vec<Value> {
    let body = reads(world, who, &format!("/v1/agents?{query}")).await;
    body["targets"].as_array().unwrap().clone()
}

fn of<'a>(targets: &'a [Value], to: &Value) -> &'a Value {
    let found = targets.iter().find(|t| t["to"] == *to);
    found.unwrap_or_else(|| panic!("{to} is not among {targets:?}"))
}

fn number(n: usize) -> String {
    format!("1650999{n:04}")
}

fn command(act: &str, to: &Value) -> Value {
    match act {
        "transfer" => json!({"type": act, "to": to, "mode": "immediate"}),
        _ => json!({"type": act, "to": to}),
    }
}

/// A team with agents who are free, away, full, offline, and of another team.
async fn a_team<'a>(world: &'a World) -> [Agent<'a>; 6] {
    let all = people(world, ["mark", "martha", "nina", "omar", "quinn", "olga"]).await;
    all[2].says(json!({"action": "presence", "presence": "away"})).await;
    fill(world, &all[1], 5).await;
    all
}

#[tokio::test]
async fn every_target_shows_the_outcome_of_the_command() {
    for act in ["discuss", "assign", "confer", "transfer"] {
        let world = World::new().await;
        let [mark, ..] = a_team(&world).await;
        let ada = world.agent("ada").await;
        let first = taken(&world, &mark, &number(0)).await;
        let all = targets(&world, "mark", &format!("conversation={first}&act={act}")).await;
        does(&mark, &first, json!({"type": "resolve"})).await;
        assert!(all.len() > 10, "{all:?}");
        let (mut allowed, mut refusals) = (0, 0);
        for (n, candidate) in (1..).zip(&all) {
            let conversation = taken(&world, &mark, &number(n)).await;
            let command = command(act, &candidate["to"]);
            let answer = mark.does(action(&command), &conversation, command.clone()).await;
            match candidate["refused"].as_object() {
                None => {
                    assert_eq!(answer["type"], "ack", "{command}: {answer}");
                    assert_eq!(candidate["allowed"], 1);
                    allowed += 1;
                }
                Some(refused) => {
                    for part in ["code", "message", "remedy"] {
                        assert_eq!(answer[part], refused[part], "{command}: {answer}");
                    }
                    assert_eq!(candidate["allowed"], 0);
                    refusals += 1;
                }
            }
            does(&ada, &conversation, json!({"type": "resolve"})).await;
        }
        assert!(allowed > 0 && refusals > 0, "{act}: {allowed} and {refusals}");
    }
}

#[tokio::test]
async fn a_target_that_the_settings_let_in_is_allowed() {
    let world = World::new().await;
    let [mark, ..] = a_team(&world).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let query = format!("conversation={conversation}&act=transfer");
    let quinn = json!({"agent": "quinn"});
    let before = targets(&world, "mark", &query).await;
    assert_eq!(of(&before, &quinn)["refused"]["code"], "transfer_not_allowed");
    set(&world, "/queues/support", json!({"transfer_outside_own_teams": true})).await;
    let after = targets(&world, "mark", &query).await;
    assert_eq!(of(&after, &quinn)["refused"], Value::Null);
}

#[tokio::test]
async fn a_consultant_of_the_callers_discussion_comes_by_promotion() {
    let world = World::new().await;
    let [mark, martha, omar] = people(&world, ["mark", "martha", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    let to = json!({"agent": "martha"});
    for act in ["transfer", "confer"] {
        let all = targets(&world, "mark", &format!("conversation={conversation}&act={act}")).await;
        let told = of(&all, &to);
        assert_eq!((&told["promotes"], &told["refused"]), (&json!(discussion), &Value::Null));
        assert_eq!(of(&all, &json!({"agent": "omar"}))["promotes"], Value::Null);
    }
    let all = targets(&world, "mark", &format!("conversation={conversation}&act=discuss")).await;
    assert_eq!(of(&all, &to)["refused"]["code"], "target_consults");
    // The owner can ask others into the running discussion.
    let query = format!("conversation={conversation}&act=discuss&discussion={discussion}");
    let all = targets(&world, "mark", &query).await;
    assert_eq!(of(&all, &json!({"agent": "omar"}))["refused"], Value::Null);
    drop(omar);
}

#[tokio::test]
async fn the_targets_of_several_conversations_say_how_many_would_go() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let mine = taken(&world, &mark, &number(0)).await;
    let hers = taken(&world, &martha, &number(1)).await;
    let query = format!("conversation={mine},{hers}&act=transfer");
    let all = targets(&world, "mark", &query).await;
    let billing = of(&all, &json!({"queue": "billing"}));
    assert_eq!((&billing["allowed"], &billing["refused"]), (&json!(1), &Value::Null));
}

#[tokio::test]
async fn strangers_and_senseless_queries_are_refused() {
    let world = World::new().await;
    let [mark, quinn] = people(&world, ["mark", "quinn"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let ask = async |who: &str, query: &str| {
        let route = format!("/v1/agents?{query}");
        let (status, body) = asks(&world, who, "GET", &route, Value::Null).await;
        (status, body["error"]["field"].clone())
    };
    let about = format!("conversation={conversation}");
    assert_eq!(ask("quinn", &format!("{about}&act=discuss")).await, (404, Value::Null));
    assert_eq!(ask("mark", &about).await, (400, json!("act")));
    assert_eq!(ask("mark", "act=discuss").await, (400, json!("conversation")));
    assert_eq!(ask("mark", &format!("{about}&act=fly")).await, (400, json!("act")));
    assert_eq!(ask("mark", "conversation=x&act=discuss").await, (400, json!("conversation")));
    let other = "0000000000000000-d7";
    let foreign = format!("{about}&act=discuss&discussion={other}");
    assert_eq!(ask("mark", &foreign).await, (400, json!("discussion")));
    drop(quinn);
}

#[tokio::test]
async fn each_reader_learns_the_acts_that_they_may_do() {
    let world = World::new().await;
    let [mark, martha, nina, olga] = people(&world, ["mark", "martha", "nina", "olga"]).await;
    let may = async |who: &str, conversation: &str| {
        let seen = seen_by(&world, who, conversation).await;
        let may = seen["may"].as_array().unwrap().clone();
        may.iter().map(|act| act.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let waiting = waits(&world, &number(0)).await;
    assert_eq!(may("mark", &waiting).await, ["accept", "comment"]);
    assert_eq!(
        may("olga", &waiting).await,
        ["accept", "comment", "transfer", "resolve", "prioritise", "require"]
    );
    let conversation = taken(&world, &mark, SMITH).await;
    let owner = [
        "reply", "comment", "discuss", "assign", "confer", "transfer", "resolve", "require",
        "survey", "trigger",
    ];
    assert_eq!(may("mark", &conversation).await, owner);
    assert_eq!(may("nina", &conversation).await, ["comment"]);
    agreed(&mark, &martha, &conversation, json!({"type": "confer", "to": "martha"})).await;
    assert_eq!(may("martha", &conversation).await, ["reply", "comment", "leave"]);
    assert!(may("mark", &conversation).await.contains(&"remove_guest".to_owned()));
    assert!(may("olga", &conversation).await.contains(&"monitor".to_owned()));
    does(&mark, &conversation, json!({"type": "resolve", "for_all": true})).await;
    assert_eq!(may("mark", &conversation).await, ["comment"]);
    drop((nina, olga));
}

#[tokio::test]
async fn a_resolution_is_taken_back_and_the_conversation_goes_on_as_before() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let before = seen_by(&world, "mark", &conversation).await;
    let entry = does(&mark, &conversation, json!({"type": "resolve", "note": "Sent"})).await;
    assert_eq!(seen_by(&world, "mark", &conversation).await["owner"], Value::Null);
    refused(&martha, &conversation, json!({"type": "undo", "entry": entry}), "cannot_undo").await;
    does(&mark, &conversation, json!({"type": "undo", "entry": entry})).await;
    let after = seen_by(&world, "mark", &conversation).await;
    for part in ["owner", "status", "waiting_on", "waiting_since", "assigned_at", "may"] {
        assert_eq!(after[part], before[part], "{part}");
    }
    assert!(read_by(&world, "mark", &conversation).await.contains("resolve_undone"));
    does(&mark, &conversation, crate::world::scene::text("One more thing")).await;
    // The undo comes too late.
    let entry = does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.stand_still_until(world.now() + Millis::seconds(31));
    refused(&mark, &conversation, json!({"type": "undo", "entry": entry}), "cannot_undo").await;
    for entry in [0, 1, 9_999_999_999_u64] {
        let undo = json!({"type": "undo", "entry": entry});
        let answer = mark.does("assignment", &conversation, undo).await;
        assert_eq!(answer["type"], "refused", "{answer}");
    }
}

#[tokio::test]
async fn a_guest_removed_by_mistake_speaks_again() {
    let world = World::new().await;
    let [mark, omar] = people(&world, ["mark", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    agreed(&mark, &omar, &conversation, json!({"type": "confer", "to": "omar"})).await;
    let removed = json!({"type": "remove_guest", "agent": "omar"});
    let entry = does(&mark, &conversation, removed).await;
    refused(&omar, &conversation, crate::world::scene::text("Hello"), "not_found").await;
    does(&mark, &conversation, json!({"type": "undo", "entry": entry})).await;
    does(&omar, &conversation, crate::world::scene::text("I am back")).await;
    assert_eq!(seen_by(&world, "omar", &conversation).await["guests"], json!(["omar"]));
}
