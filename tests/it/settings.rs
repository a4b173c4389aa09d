//! Settings of the workspace, of teams and of queues.

use serde_json::{Value, json};

use crate::world::{World, asks, reads};

const SMITH: &str = "16505551234";

/// Sets exactly these overrides for a team or queue, whatever version it has.
async fn says(world: &World, who: &str, place: &str, own: Value) -> (i64, Value) {
    let route = format!("/v1/settings/{place}");
    let version = reads(world, who, &route).await["version"].clone();
    asks(world, who, "PUT", &route, json!({"own": own, "version": version})).await
}

/// Changes these fields of the workspace, as Ada.
async fn sets(world: &World, mut fields: Value) -> (i64, Value) {
    fields["version"] = reads(world, "ada", "/v1/settings").await["version"].clone();
    asks(world, "ada", "PUT", "/v1/settings", fields).await
}

fn hours(change: impl FnOnce(&mut Value)) -> Value {
    let mut hours = json!({"time_zone": "Europe/Berlin", "closed": ["2026-12-25"],
                           "week": {"tuesday": [{"from": "09:00", "to": "17:00"}]}});
    change(&mut hours);
    hours
}

#[tokio::test]
async fn the_queue_overrules_its_team_and_the_team_the_workspace() {
    let world = World::new().await;
    let discuss = async |place: &str| {
        let seen = reads(&world, "mark", &format!("/v1/settings/{place}")).await;
        seen["effective"]["discuss_timeout_seconds"].as_i64().unwrap()
    };
    assert_eq!(discuss("queues/returns").await, 120);
    assert_eq!(sets(&world, json!({"discuss_timeout_seconds": 100})).await.0, 200);
    assert_eq!(
        says(&world, "ada", "teams/support", json!({"discuss_timeout_seconds": 90})).await.0,
        200
    );
    let (_, returns) =
        says(&world, "ada", "queues/returns", json!({"discuss_timeout_seconds": 80})).await;
    assert_eq!(returns["own"], json!({"discuss_timeout_seconds": 80}));
    assert_eq!(returns["scope"], json!({"queue": "returns"}));
    assert_eq!(
        (returns["version"].clone(), returns["changed_by"].clone()),
        (json!(1), json!("ada"))
    );
    for (place, expected) in [
        ("queues/returns", 80),
        ("queues/support", 90),
        ("teams/support", 90),
        ("queues/sales", 100),
    ] {
        assert_eq!(discuss(place).await, expected, "{place}");
    }
    // A field without an override inherits its value again.
    assert_eq!(says(&world, "ada", "queues/returns", json!({})).await.0, 200);
    assert_eq!(discuss("queues/returns").await, 90);
    let directory = world.app.directory().await.unwrap();
    let policy = directory.policy(&"returns".parse().unwrap());
    assert_eq!(policy.discuss_timeout, domain::Millis::seconds(90));
    assert_eq!(directory.policy(&"nowhere".parse().unwrap()), directory.workspace());
}

#[tokio::test]
async fn an_offer_waits_as_long_as_its_queue_says() {
    let world = World::new().await;
    says(&world, "olga", "queues/support", json!({"discuss_timeout_seconds": 45})).await;
    let (mark, _martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    mark.does("discuss", &conversation, json!({"type": "discuss", "to": "martha"})).await;
    let offer = mark.event_of("offer_made");
    assert_eq!(offer["expires"].as_i64().unwrap() - world.now().0, 45_000);
}

#[tokio::test]
async fn off_is_something_else_than_inherited() {
    let world = World::new().await;
    let (_, off) =
        says(&world, "ada", "queues/sales", json!({"requeue_after_seconds": null})).await;
    assert_eq!(off["own"], json!({"requeue_after_seconds": null}));
    assert_eq!(off["effective"]["requeue_after_seconds"], Value::Null);
    let (_, back) = says(&world, "ada", "queues/sales", json!({})).await;
    assert_eq!(back["effective"]["requeue_after_seconds"], 600);
}

#[tokio::test]
async fn a_field_that_is_left_out_keeps_its_value() {
    let world = World::new().await;
    assert_eq!(sets(&world, json!({"abandon_after_seconds": null})).await.0, 200);
    let (_, settings) = sets(&world, json!({"assign_timeout_seconds": 60})).await;
    assert_eq!(settings["abandon_after_seconds"], Value::Null);
    assert_eq!(settings["assign_timeout_seconds"], 60);
    assert_eq!(
        (settings["version"].clone(), settings["changed_by"].clone()),
        (json!(2), json!("ada"))
    );
    // An admin can send the settings back as read; that changes nothing.
    let (status, again) = sets(&world, settings.clone()).await;
    assert_eq!((status, again), (200, settings));
}

#[tokio::test]
async fn admins_change_all_settings_managers_their_teams_and_agents_read() {
    let world = World::new().await;
    let own = || json!({"own": {"priority": 3}, "version": 0});
    let cases = [
        ("mark", "/v1/settings", 403),
        ("olga", "/v1/settings", 403),
        ("mark", "/v1/settings/teams/support", 403),
        ("rafael", "/v1/settings/teams/support", 403),
        ("rafael", "/v1/settings/queues/returns", 403),
        ("olga", "/v1/settings/queues/billing", 403),
        ("olga", "/v1/settings/teams/support", 200),
        ("olga", "/v1/settings/queues/returns", 200),
        ("rafael", "/v1/settings/teams/sales", 200),
        ("ada", "/v1/settings/queues/billing", 200),
        ("ada", "/v1/settings/queues/nowhere", 404),
        ("ada", "/v1/settings/teams/nowhere", 404),
    ];
    for (who, route, expected) in cases {
        let body = if route == "/v1/settings" { json!({"version": 0}) } else { own() };
        let (status, answer) = asks(&world, who, "PUT", route, body).await;
        assert_eq!(status, expected, "{who} {route}: {answer}");
    }
    for route in ["/v1/settings", "/v1/settings/teams/sales", "/v1/settings/queues/billing"] {
        reads(&world, "mark", route).await;
    }
}

#[tokio::test]
async fn the_second_of_two_changes_is_told_of_the_conflict() {
    let world = World::new().await;
    let put = |own| asks(&world, "ada", "PUT", "/v1/settings/queues/sales", own);
    assert_eq!(put(json!({"own": {"priority": 1}, "version": 0})).await.0, 200);
    let (status, late) = put(json!({"own": {"priority": 2}, "version": 0})).await;
    assert_eq!((status, late["error"]["code"].as_str()), (409, Some("version_conflict")));
    let (_, ahead) = put(json!({"own": {"priority": 2}, "version": 7})).await;
    assert_eq!(ahead["error"]["code"], "version_conflict");
    assert_eq!(put(json!({"own": {"priority": 2}, "version": 1})).await.0, 200);
}

#[tokio::test]
async fn changes_are_kept_with_their_authors_newest_first() {
    let world = World::new().await;
    sets(&world, json!({"discuss_timeout_seconds": 60, "priority": 0})).await;
    world.pass(domain::Millis::seconds(1)).await;
    says(&world, "olga", "queues/returns", json!({"requeue_after_seconds": null})).await;
    world.pass(domain::Millis::seconds(1)).await;
    says(&world, "olga", "queues/returns", json!({})).await;
    let log = reads(&world, "rafael", "/v1/settings/changes").await;
    let seen: Vec<Value> = log["changes"]
        .as_array()
        .unwrap()
        .iter()
        // The stage wrote its canned messages and templates long ago.
        .filter(|c| c["at"] != 0)
        .map(|c| json!([c["by"], c["scope"], c["changes"]]))
        .collect();
    let returns = json!({"queue": "returns"});
    assert_eq!(
        seen,
        [
            json!(["olga", returns, [{"field": "requeue_after_seconds", "from": null}]]),
            json!(["olga", returns, [{"field": "requeue_after_seconds", "to": null}]]),
            json!(["ada", "workspace", [{"field": "discuss_timeout_seconds", "from": 120, "to": 60}]]),
        ]
    );
    assert_eq!(log["changes"][0]["at"], world.now().0);
    let newest = reads(&world, "ada", "/v1/settings/changes?limit=1").await;
    assert_eq!(newest["changes"].as_array().unwrap().len(), 1);
    assert_eq!(asks(&world, "mark", "GET", "/v1/settings/changes", Value::Null).await.0, 403);
}

#[tokio::test]
async fn a_value_out_of_bounds_is_refused_at_its_field() {
    let world = World::new().await;
    let spans = [
        ("discuss_timeout_seconds", 5, 86_400),
        ("assign_timeout_seconds", 5, 86_400),
        ("conference_timeout_seconds", 5, 86_400),
        ("step_timeout_seconds", 5, 3_600),
        ("requeue_after_seconds", 30, 86_400),
        ("requeue_warning_seconds", 1, 86_400),
        ("auto_resolve_seconds", 60, 2_592_000),
        ("abandon_after_seconds", 30, 86_400),
        ("reopen_within_seconds", 60, 2_592_000),
        ("first_answer_target_seconds", 5, 86_400),
        ("first_answer_warning_seconds", 1, 86_400),
        ("offline_requeue_after_seconds", 10, 86_400),
        ("wrap_up_limit_seconds", 30, 86_400),
        ("conference_limit", 3, 6),
        ("priority", 0, 9),
    ];
    let mut cases: Vec<(&str, Value)> = Vec::new();
    for (field, least, most) in spans {
        for wrong in [least - 1, most + 1, -1, 31_536_000, i64::MIN, i64::MAX] {
            cases.push((field, json!(wrong)));
        }
    }
    let many = |n: usize| json!((0..n).map(|i| format!("w{i}")).collect::<Vec<_>>());
    for field in ["dispositions", "reject_reasons", "withdraw_reasons", "away_reasons", "triggers"]
    {
        cases.push((field, many(21)));
        cases.push((field, json!([" "])));
        cases.push((field, json!(["x".repeat(101)])));
    }
    cases.push(("reject_reasons", json!([])));
    cases.push(("withdraw_reasons", json!([])));
    cases.push(("closing_phrases", many(51)));
    cases.push(("skills", many(21)));
    cases.push(("tags", many(101)));
    cases.push(("tags", json!(["x".repeat(41)])));
    let label = |n: usize| json!({"name": format!("l{n}"), "colour": "red"});
    cases.push(("labels", (0..21).map(label).collect()));
    let survey = |name: &str, question: &str, answers: Value| json!({"name": name, "question": question, "answers": answers});
    cases.push(("surveys", json!(vec![survey("a", "b", json!([])); 11])));
    cases.push(("surveys", json!([survey("", "b", json!([]))])));
    cases.push(("surveys", json!([survey("a", &"x".repeat(1_001), json!([]))])));
    cases.push(("surveys", json!([survey("a", "b", many(10))])));
    cases.push(("off_hours_message", json!("")));
    cases.push(("off_hours_message", json!("x".repeat(1_001))));
    for (field, wrong) in cases {
        let (status, refused) = sets(&world, json!({field: wrong})).await;
        let error = &refused["error"];
        assert_eq!(
            (status, error["code"].as_str()),
            (400, Some("setting_out_of_range")),
            "{field}: {wrong}"
        );
        assert_eq!(error["field"], field, "{wrong}");
        assert!(error["remedy"].as_str().is_some_and(|r| !r.is_empty()), "{field}");
    }
    let (_, settings) = sets(&world, json!({})).await;
    assert_eq!(settings["version"], 0, "nothing of it was taken");
}

#[tokio::test]
async fn both_ends_of_every_bound_are_taken() {
    let world = World::new().await;
    let least = json!({"discuss_timeout_seconds": 5, "assign_timeout_seconds": 5,
        "conference_timeout_seconds": 5, "step_timeout_seconds": 5, "requeue_after_seconds": 30,
        "requeue_warning_seconds": 1, "auto_resolve_seconds": 60, "abandon_after_seconds": 30,
        "reopen_within_seconds": 60, "first_answer_target_seconds": 5,
        "first_answer_warning_seconds": 1, "offline_requeue_after_seconds": 10,
        "wrap_up_limit_seconds": 30, "conference_limit": 3, "priority": 0, "surveys": [],
        "triggers": [], "away_reasons": [], "closing_phrases": []});
    let most = json!({"discuss_timeout_seconds": 86_400, "assign_timeout_seconds": 86_400,
        "conference_timeout_seconds": 86_400, "step_timeout_seconds": 3_600,
        "requeue_after_seconds": 86_400, "requeue_warning_seconds": 86_399,
        "auto_resolve_seconds": 2_592_000, "abandon_after_seconds": 86_400,
        "reopen_within_seconds": 2_592_000, "first_answer_target_seconds": 86_400,
        "first_answer_warning_seconds": 86_399, "offline_requeue_after_seconds": 86_400,
        "wrap_up_limit_seconds": 86_400, "conference_limit": 6, "priority": 9});
    for fields in [least, most] {
        let (status, answer) = sets(&world, fields.clone()).await;
        assert_eq!(status, 200, "{answer}");
        for (field, value) in fields.as_object().unwrap() {
            assert_eq!(&answer[field], value, "{field}");
        }
    }
}

#[tokio::test]
async fn an_invalid_setting_is_refused_at_its_field() {
    let world = World::new().await;
    let cases = [
        (json!({"colour": "red"}), "colour"),
        (json!({"discuss_timeout": 5}), "discuss_timeout"),
        (json!({"discuss_timeout_seconds": null}), "discuss_timeout_seconds"),
        (json!({"discuss_timeout_seconds": "120"}), "discuss_timeout_seconds"),
        (json!({"discuss_timeout_seconds": 1.5}), "discuss_timeout_seconds"),
        (json!({"wrap_up": "sometimes"}), "wrap_up"),
        (json!({"mode": null}), "mode"),
        (json!({"skills": ["Not A Skill"]}), "skills"),
        (json!({"hours": {"time_zone": "UTC", "week": {"someday": []}}}), "hours"),
        (json!({"hours": 9}), "hours"),
    ];
    for (fields, field) in cases {
        for place in ["workspace", "queue"] {
            let (status, refused) = match place {
                "workspace" => sets(&world, fields.clone()).await,
                _ => says(&world, "ada", "queues/sales", fields.clone()).await,
            };
            assert_eq!(
                (status, refused["error"]["code"].as_str()),
                (400, Some("frame_invalid")),
                "{fields}"
            );
            assert_eq!(refused["error"]["field"], field, "{fields}: {refused}");
        }
    }
    for (body, field) in [
        (json!({"own": {}}), "version"),
        (json!({"own": {}, "version": -1}), "version"),
        (json!({"version": 0}), "own"),
        (json!({"own": [], "version": 0}), "own"),
        (json!({"own": {}, "version": 0, "effective": {}}), "effective"),
    ] {
        let (_, refused) = asks(&world, "ada", "PUT", "/v1/settings/teams/sales", body).await;
        assert_eq!(refused["error"]["field"], field, "{refused}");
    }
}

#[tokio::test]
async fn contradicting_settings_are_refused_at_the_field_to_change() {
    let world = World::new().await;
    let cases = [
        (json!({"requeue_after_seconds": 60}), "requeue_warning_seconds"),
        (
            json!({"requeue_after_seconds": 90, "requeue_warning_seconds": 90}),
            "requeue_warning_seconds",
        ),
        (json!({"first_answer_target_seconds": 10}), "first_answer_warning_seconds"),
        (json!({"discuss_timeout_seconds": 29}), "step_timeout_seconds"),
        (json!({"assign_timeout_seconds": 29}), "step_timeout_seconds"),
        (json!({"wrap_up": "mandatory"}), "dispositions"),
        (json!({"hours": hours(|_| {})}), "off_hours_message"),
        (json!({"mode": "auto", "skills": ["juggling"]}), "skills"),
        (json!({"closing_phrases": ["Thanks", "thanks "]}), "closing_phrases"),
        (
            json!({"off_hours_message": "x", "hours": hours(|h| h["time_zone"] = json!("Mars/Base"))}),
            "hours.time_zone",
        ),
        (
            json!({"off_hours_message": "x", "hours": hours(|h| h["week"]["tuesday"][0]["to"] = json!("08:00"))}),
            "hours.week.tuesday",
        ),
        (
            json!({"off_hours_message": "x", "hours": hours(|h| h["week"] = json!({}))}),
            "hours.week",
        ),
    ];
    for (fields, field) in cases {
        let places = [
            sets(&world, fields.clone()).await,
            says(&world, "ada", "queues/sales", fields.clone()).await,
        ];
        for (status, refused) in places {
            let error = &refused["error"];
            assert_eq!(
                (status, error["code"].as_str()),
                (409, Some("settings_conflict")),
                "{fields}: {refused}"
            );
            assert_eq!(error["field"], field, "{fields}: {refused}");
        }
    }
}

#[tokio::test]
async fn a_change_far_above_is_refused_for_the_queue_that_it_would_break() {
    let world = World::new().await;
    let own = json!({"requeue_warning_seconds": 300});
    assert_eq!(says(&world, "olga", "queues/returns", own).await.0, 200);
    let (_, refused) = sets(&world, json!({"requeue_after_seconds": 200})).await;
    assert_eq!(refused["error"]["code"], "settings_conflict");
    assert!(refused["error"]["message"].as_str().unwrap().contains("queue returns"), "{refused}");
    let (_, refused) =
        says(&world, "olga", "teams/support", json!({"requeue_after_seconds": 300})).await;
    assert_eq!(refused["error"]["code"], "settings_conflict");
    // Without a requeue the warning has nothing to contradict.
    assert_eq!(sets(&world, json!({"requeue_after_seconds": null})).await.0, 200);
}

#[tokio::test]
async fn a_queue_is_closed_by_its_own_hours() {
    let world = World::new().await;
    let own = json!({"hours": hours(|_| {}), "off_hours_message": "We are back on Tuesday."});
    assert_eq!(says(&world, "olga", "queues/returns", own).await.0, 200);
    let said = async |queue: &str, moment| {
        let directory = world.app.directory().await.unwrap();
        app::settings::hours::off_hours(&directory, &queue.parse().unwrap(), moment)
            .map(str::to_owned)
    };
    // The stage's morning is a Tuesday, 09:30 in Berlin.
    let now = world.now();
    assert_eq!(said("returns", now).await, None);
    let night = now + domain::Millis::hours(8);
    assert_eq!(said("returns", night).await.as_deref(), Some("We are back on Tuesday."));
    assert_eq!(said("support", night).await, None);
}
