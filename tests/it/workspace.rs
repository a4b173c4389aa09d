//! The records of the workspace: teams, queues, assets and agents.

use serde_json::{Value, json};

use crate::world::{World, asks, reads};

const SMITH: &str = "16505551234";

/// Puts a record as Ada, and returns the answer.
async fn puts(world: &World, route: &str, body: Value) -> (i64, Value) {
    asks(world, "ada", "PUT", &format!("/v1/{route}"), body).await
}

/// Puts a record that must be taken, and returns it.
async fn stands(world: &World, route: &str, body: Value) -> Value {
    let (status, answer) = puts(world, route, body).await;
    assert_eq!(status, 200, "{route}: {answer}");
    answer
}

/// The code and the field of a refusal.
fn refusal((status, answer): &(i64, Value)) -> (i64, &str, &str) {
    let error = &answer["error"];
    (*status, error["code"].as_str().unwrap_or(""), error["field"].as_str().unwrap_or(""))
}

/// The record of this id in one of the lists of the workspace.
async fn record(world: &World, list: &str, id: &str) -> Value {
    let all = reads(world, "ada", "/v1/workspace").await;
    let found = all[list].as_array().unwrap().iter().find(|record| record["id"] == id);
    found.cloned().unwrap_or(Value::Null)
}

#[tokio::test]
async fn an_admin_makes_a_team_with_a_queue_an_account_and_an_agent_who_serves_it() {
    let world = World::new().await;
    let team = stands(&world, "teams/repairs", json!({"version": 0, "name": " Repairs "})).await;
    assert_eq!((team["name"].as_str(), team["version"].as_u64()), (Some("Repairs"), Some(1)));
    assert_eq!(team["changed_by"], "ada");
    let queue = json!({"version": 0, "name": "Kettles", "team": "repairs"});
    stands(&world, "queues/kettles", queue).await;
    let asset = json!({"version": 0, "name": "Kettle line", "channel": "whatsapp",
                       "account": "555000111", "queue": "kettles"});
    stands(&world, "assets/kettle-line", asset).await;
    let agent = json!({"version": 0, "name": "Kim Lee", "email": "kim@demo.test",
                       "teams": ["repairs"]});
    let (status, kim) = puts(&world, "agents/kim", agent).await;
    assert_eq!(
        (status, kim["role"].as_str(), kim["capacity"].as_u64()),
        (200, Some("agent"), Some(5))
    );

    let kim = world.agent("kim").await;
    world.customer_writes_to("555000111", SMITH, "The kettle leaks.").await;
    let thread = store::key::thread(&"kettle-line".parse().unwrap(), SMITH);
    let conversation = format!("{thread}-1");
    kim.does("assignment", &conversation, json!({"type": "accept"})).await;
    let seen = reads(&world, "kim", &format!("/v1/conversations/{conversation}")).await;
    assert_eq!(seen["conversation"]["owner"], "kim");
    assert_eq!(seen["conversation"]["queue"], "kettles");
}

#[tokio::test]
async fn a_record_keeps_the_fields_that_a_change_leaves_out() {
    let world = World::new().await;
    let version = record(&world, "assets", "web-demo").await["version"].clone();
    assert_eq!(version, 1, "a record that a script wrote has version 1");
    let after =
        stands(&world, "assets/web-demo", json!({"version": 1, "name": "Chat on the shop"})).await;
    assert_eq!(
        (after["queue"].as_str(), after["channel"].as_str()),
        (Some("support"), Some("web"))
    );
    assert_eq!(after["version"], 2);
    assert_eq!(record(&world, "assets", "web-demo").await, after);
}

#[tokio::test]
async fn the_second_of_two_admins_is_told_of_the_conflict_and_a_lost_answer_is_repeated() {
    let world = World::new().await;
    let change = |name: &str| json!({"version": 1, "name": name});
    let first = stands(&world, "teams/sales", change("Sales EU")).await;
    assert_eq!(stands(&world, "teams/sales", change("Sales EU")).await, first, "repeated");
    let late = puts(&world, "teams/sales", change("Sales US")).await;
    assert_eq!(refusal(&late), (409, "version_conflict", ""));
    let new = json!({"version": 0, "name": "Another"});
    assert_eq!(refusal(&puts(&world, "teams/sales", new).await), (409, "version_conflict", ""));
    let absent = json!({"version": 3, "name": "Another"});
    assert_eq!(puts(&world, "teams/absent", absent).await.0, 404);
}

#[tokio::test]
async fn names_addresses_and_accounts_belong_to_one_record_each() {
    let world = World::new().await;
    let whatsapp = platform::sandbox::PHONE_NUMBER_ID;
    let cases = [
        ("teams/two", json!({"version": 0, "name": "support"}), "name_taken", "name"),
        (
            "queues/two",
            json!({"version": 0, "name": "RETURNS", "team": "sales"}),
            "name_taken",
            "name",
        ),
        (
            "queues/two",
            json!({"version": 0, "name": "Two", "team": "nowhere"}),
            "unknown_record",
            "team",
        ),
        ("queues/two", json!({"version": 0, "name": "Two"}), "frame_invalid", "team"),
        (
            "assets/two",
            json!({"version": 0, "name": "Two", "channel": "whatsapp", "account": whatsapp, "queue": "sales"}),
            "account_taken",
            "account",
        ),
        (
            "assets/two",
            json!({"version": 0, "name": "Two", "channel": "pigeon", "account": "x", "queue": "sales"}),
            "setting_out_of_range",
            "channel",
        ),
        (
            "assets/two",
            json!({"version": 0, "name": "Two", "channel": "whatsapp", "queue": "sales"}),
            "frame_invalid",
            "account",
        ),
        (
            "assets/web-demo",
            json!({"version": 1, "channel": "whatsapp"}),
            "setting_out_of_range",
            "channel",
        ),
        (
            "agents/two",
            json!({"version": 0, "name": "Two", "email": "MARK@demo.test"}),
            "email_taken",
            "email",
        ),
        (
            "agents/two",
            json!({"version": 0, "name": "Two", "email": "two"}),
            "email_invalid",
            "email",
        ),
        ("agents/two", json!({"version": 0, "name": "Two"}), "frame_invalid", "email"),
        (
            "agents/mark",
            json!({"version": 1, "teams": ["support", "nowhere"]}),
            "unknown_record",
            "teams",
        ),
        (
            "teams/two",
            json!({"version": 0, "name": "x".repeat(41)}),
            "setting_out_of_range",
            "name",
        ),
        ("teams/two", json!({"version": 0, "name": " "}), "setting_out_of_range", "name"),
        ("teams/two", json!({"version": 0, "name": "a\u{7}b"}), "setting_out_of_range", "name"),
        ("teams/two", json!({"version": 0, "name": 5}), "frame_invalid", "name"),
        ("teams/two", json!({"version": 0, "nam": "x"}), "frame_invalid", "nam"),
        ("teams/Two!", json!({"version": 0, "name": "x"}), "query_invalid", "team"),
    ];
    for (route, body, code, field) in cases {
        let answer = puts(&world, route, body.clone()).await;
        let (status, got, at) = refusal(&answer);
        assert_eq!((got, at), (code, field), "{route} {body}: {answer:?}");
        assert!((400..500).contains(&status));
        assert!(!answer.1["error"]["remedy"].as_str().unwrap().is_empty());
    }
    // Markup is a text like any other.
    let team = stands(&world, "teams/two", json!({"version": 0, "name": "<b>Two</b>"})).await;
    assert_eq!(team["name"], "<b>Two</b>");
}

#[tokio::test]
async fn a_record_in_use_does_not_retire_and_says_by_whom_it_is_used() {
    let world = World::new().await;
    let retire = json!({"version": 1, "retired": true});
    let team = puts(&world, "teams/support", retire.clone()).await;
    assert_eq!(refusal(&team), (409, "in_use", "retired"));
    let message = team.1["error"]["message"].as_str().unwrap();
    assert!(message.contains("queue Returns") && message.contains("queue Support"), "{message}");
    let queue = puts(&world, "queues/support", retire.clone()).await;
    assert_eq!(refusal(&queue), (409, "in_use", "retired"));

    let asset = json!({"version": 0, "name": "Line", "channel": "whatsapp", "account": "555000111",
                       "queue": "returns"});
    stands(&world, "assets/line", asset).await;
    world.customer_writes_to("555000111", SMITH, "hello").await;
    stands(&world, "assets/line", json!({"version": 1, "queue": "sales"})).await;
    let waits = puts(&world, "queues/returns", retire.clone()).await;
    assert!(waits.1["error"]["message"].as_str().unwrap().contains("1 waiting"), "{waits:?}");

    let mark = world.agent("mark").await;
    let thread = store::key::thread(&"line".parse().unwrap(), SMITH);
    mark.does("assignment", &format!("{thread}-1"), json!({"type": "accept"})).await;
    stands(&world, "queues/returns", retire).await;
    let seen = reads(&world, "mark", &format!("/v1/conversations/{thread}-1")).await;
    assert_eq!(seen["conversation"]["queue"], "returns", "history still names the queue");
}

#[tokio::test]
async fn nobody_transfers_to_a_retired_queue_and_its_name_is_free_again() {
    let world = World::new().await;
    stands(&world, "queues/returns", json!({"version": 1, "retired": true})).await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let route = format!("/v1/agents?conversation={conversation}&act=transfer");
    let targets = reads(&world, "mark", &route).await["targets"].to_string();
    assert!(targets.contains("\"billing\"") && !targets.contains("\"returns\""), "{targets}");
    let body = json!({"id": "transfer-0001", "conversation": conversation,
                      "command": {"type": "transfer", "to": {"queue": "returns"}}});
    let (_, refused) = asks(&world, "mark", "POST", "/v1/commands", body).await;
    assert_eq!(refused["error"]["code"], "unknown_target");
    stands(&world, "queues/returns-2", json!({"version": 0, "name": "Returns", "team": "support"}))
        .await;
    let back = puts(&world, "queues/returns", json!({"version": 2, "retired": false})).await;
    assert_eq!(refusal(&back), (409, "name_taken", "name"));
}

#[tokio::test]
async fn a_message_for_a_retired_account_is_kept_for_the_admin() {
    let world = World::new().await;
    let asset = json!({"version": 0, "name": "Old line", "channel": "whatsapp",
                       "account": "555000111", "queue": "returns"});
    stands(&world, "assets/old-line", asset).await;
    stands(&world, "assets/old-line", json!({"version": 1, "retired": true})).await;
    world.customer_writes_to("555000111", SMITH, "Is anybody there?").await;
    let settings = reads(&world, "ada", "/v1/settings").await;
    let aside = &settings["attention"]["set_aside"][0];
    assert_eq!(aside["account"], "555000111", "{settings}");
    assert!(aside["why"].as_str().unwrap().contains("retired"));
    assert!(aside["payload"].as_str().unwrap().contains("Is anybody there?"));
}

#[tokio::test]
async fn an_admin_is_left_whatever_admins_do() {
    let world = World::new().await;
    let demoted = puts(&world, "agents/ada", json!({"version": 1, "role": "manager"})).await;
    assert_eq!(refusal(&demoted), (409, "last_admin", "role"));
    stands(&world, "agents/olga", json!({"version": 1, "role": "admin"})).await;
    stands(&world, "agents/ada", json!({"version": 1, "role": "manager"})).await;
    let (status, _) = puts(&world, "agents/mark", json!({"version": 1, "role": "admin"})).await;
    assert_eq!(status, 403, "Ada's role holds at once");
    let gone = asks(&world, "olga", "PUT", "/v1/agents/olga", json!({"active": false})).await;
    assert_eq!(refusal(&gone), (400, "target_is_self", "to"));
}

#[tokio::test]
async fn the_history_of_a_place_tells_who_changed_what() {
    let world = World::new().await;
    stands(&world, "queues/returns", json!({"version": 1, "name": "Sendbacks"})).await;
    world.pass(domain::Millis::seconds(1)).await;
    let own = json!({"own": {"priority": 3}, "version": 0});
    assert_eq!(puts(&world, "settings/queues/returns", own).await.0, 200);
    stands(&world, "agents/mark", json!({"version": 1, "capacity": 7})).await;
    let of = async |place: &str| {
        let log = reads(&world, "olga", &format!("/v1/settings/changes?of={place}")).await;
        let changes = log["changes"].as_array().unwrap().clone();
        changes.iter().map(|c| json!([c["by"], c["changes"]])).collect::<Vec<Value>>()
    };
    assert_eq!(
        of("queue:returns").await,
        [
            json!(["ada", [{"field": "priority", "to": 3}]]),
            json!(["ada", [{"field": "name", "from": "Returns", "to": "Sendbacks"}]]),
        ]
    );
    assert_eq!(
        of("agent:mark").await,
        [json!(["ada", [{"field": "capacity", "from": 5, "to": 7}]])]
    );
    assert_eq!(of("team:support").await, Vec::<Value>::new());
    let (status, bad) =
        asks(&world, "olga", "GET", "/v1/settings/changes?of=planet:x", Value::Null).await;
    assert_eq!((status, bad["error"]["field"].as_str()), (400, Some("of")));
}

#[tokio::test]
async fn admins_change_records_managers_read_them_and_agents_do_neither() {
    let world = World::new().await;
    let new = [
        ("teams/two", json!({"version": 0, "name": "Two"})),
        ("queues/two", json!({"version": 0, "name": "Two", "team": "support"})),
        ("assets/two", json!({"version": 0, "name": "Two", "channel": "web", "queue": "support"})),
        ("agents/two", json!({"version": 0, "name": "Two", "email": "two@demo.test"})),
        ("workspace", json!({"version": 0, "name": "Two"})),
    ];
    for who in ["mark", "olga"] {
        for (route, body) in &new {
            let (status, answer) =
                asks(&world, who, "PUT", &format!("/v1/{route}"), body.clone()).await;
            assert_eq!(
                (status, &answer["error"]["code"]),
                (403, &json!("forbidden")),
                "{who} {route}"
            );
        }
        for change in [json!({"role": "admin"}), json!({"teams": []}), json!({"email": "x@y.zz"})] {
            let (status, _) = asks(&world, who, "PUT", "/v1/agents/mark", change.clone()).await;
            assert_eq!(status, 403, "{who} {change}");
        }
    }
    assert_eq!(asks(&world, "mark", "GET", "/v1/workspace", Value::Null).await.0, 403);
    let seen = reads(&world, "olga", "/v1/workspace").await;
    assert_eq!(seen["agents"].as_array().unwrap().len(), 9);
    for (route, body) in new {
        stands(&world, route, body).await;
    }
    assert_eq!(reads(&world, "ada", "/v1/workspace").await["workspace"]["name"], "Two");
}

/// Puts several records at the same moment, and returns how many stand.
async fn at_once(world: &World, puts: &[(&str, &str, Value)]) -> (usize, Vec<(i64, Value)>) {
    let all = puts.iter().map(|(who, route, body)| {
        let route = format!("/v1/{route}");
        async move { asks(world, who, "PUT", &route, body.clone()).await }
    });
    let answers = futures_util::future::join_all(all).await;
    (answers.iter().filter(|(status, _)| *status == 200).count(), answers)
}

#[tokio::test]
async fn two_admins_who_demote_each_other_at_once_leave_one() {
    for round in 0..6 {
        let world = World::new().await;
        stands(&world, "agents/olga", json!({"version": 1, "role": "admin"})).await;
        let change = match round % 2 {
            0 => json!({"role": "agent"}),
            _ => json!({"active": false}),
        };
        let both = [("ada", "agents/olga", change.clone()), ("olga", "agents/ada", change)];
        let (taken, answers) = at_once(&world, &both).await;
        assert_eq!(taken, 1, "{answers:?}");
        let directory = world.app.store.directory().await.unwrap();
        let governs = directory.records().agents.iter().filter(|member| member.governs()).count();
        assert_eq!(governs, 1);
    }
}

#[tokio::test]
async fn a_name_an_address_and_an_account_belong_to_one_record_however_many_come_at_once() {
    let world = World::new().await;
    let bodies: [(&str, Value, &str); 4] = [
        ("teams/t", json!({"version": 0, "name": "Twins"}), "name_taken"),
        ("agents/a", json!({"version": 0, "name": "Kim", "email": "kim@demo.test"}), "email_taken"),
        ("queues/q", json!({"version": 0, "name": "Twins", "team": "support"}), "name_taken"),
        ("keys/key-k", json!({"version": 0, "name": "Shop", "access": "read"}), "name_taken"),
    ];
    for (route, body, code) in bodies {
        let routes: Vec<String> = (0..6).map(|n| format!("{route}{n}")).collect();
        let puts: Vec<_> = routes.iter().map(|r| ("ada", r.as_str(), body.clone())).collect();
        let (taken, answers) = at_once(&world, &puts).await;
        assert_eq!(taken, 1, "{route}: {answers:?}");
        for (status, answer) in answers.iter().filter(|(status, _)| *status != 200) {
            assert_eq!((*status, answer["error"]["code"].as_str()), (409, Some(code)));
        }
    }
    let line = |n: u32| {
        json!({"version": 0, "name": format!("Line {n}"), "channel": "whatsapp",
               "account": "555000222", "queue": "support"})
    };
    let routes: Vec<String> = (0..6).map(|n| format!("assets/line{n}")).collect();
    let puts: Vec<_> =
        routes.iter().zip(0..).map(|(route, n)| ("ada", route.as_str(), line(n))).collect();
    let (taken, answers) = at_once(&world, &puts).await;
    assert_eq!(taken, 1, "{answers:?}");
}

#[tokio::test]
async fn a_team_that_retires_gets_no_queue_in_the_same_moment() {
    let world = World::new().await;
    stands(&world, "teams/gone", json!({"version": 0, "name": "Gone"})).await;
    let both = [
        ("ada", "teams/gone", json!({"version": 1, "retired": true})),
        ("ada", "queues/late", json!({"version": 0, "name": "Late", "team": "gone"})),
    ];
    let (taken, answers) = at_once(&world, &both).await;
    assert_eq!(taken, 1, "{answers:?}");
}

#[tokio::test]
async fn a_name_that_nobody_can_see_is_refused_at_its_field() {
    let world = World::new().await;
    for name in ["\u{200b}", "Sup\u{200b}port", "\u{3164}", "\u{2800}", "\u{202e}abc", "a\u{e0041}"]
    {
        let answer = puts(&world, "teams/t", json!({"version": 0, "name": name})).await;
        assert_eq!(refusal(&answer), (400, "setting_out_of_range", "name"), "{name:?}");
    }
    let email = json!({"version": 0, "name": "Kim", "email": "ki\u{200b}m@demo.test"});
    assert_eq!(refusal(&puts(&world, "agents/kim", email).await), (400, "email_invalid", "email"));
    stands(&world, "teams/care", json!({"version": 0, "name": "Café ❤\u{fe0f}"})).await;
}
