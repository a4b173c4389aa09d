//! Commands that the rules refuse, each with its own code, sentence and remedy; and clocks that
//! jump.

use crate::world::scene::{
    SMITH, agreed, does, fill, has, no, offer, people, record, refused, seen_by, set, taken, talk,
    text, waits, well_said, yes,
};
use crate::world::{World, asks, reads};
use domain::{Event, Millis};
use serde_json::{Value, json};
use store::settings::directory::{Queue, Record, Team};

/// A team with a queue and no members.
async fn desert(world: &World) {
    let team = Team { id: "desert".parse().unwrap(), name: "Desert".to_owned(), retired: false };
    let queue = Queue {
        id: "oasis".parse().unwrap(),
        name: "Oasis".to_owned(),
        team: team.id.clone(),
        retired: false,
    };
    world.app.store.put_records(&[Record::Team(team), Record::Queue(queue)]).await.unwrap();
    world.app.refresh_directory();
}

const ASKING: [&str; 3] = ["discuss", "assign", "confer"];

#[tokio::test]
async fn a_target_that_cannot_be_asked_is_refused_with_its_reason() {
    let world = World::new().await;
    desert(&world).await;
    // Martha is full, Nina at lunch, Omar not there.
    let [mark, martha, nina, _quinn] = people(&world, ["mark", "martha", "nina", "quinn"]).await;
    fill(&world, &martha, 5).await;
    nina.says(json!({"action": "presence", "presence": "away"})).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let before = world.log(&world.thread(SMITH)).await.len();
    let cases = [
        (json!({"agent": "mark"}), "target_is_self", "discuss assign confer transfer"),
        (json!("mark"), "target_is_self", "discuss assign confer transfer"),
        (json!({"manager": "mark"}), "target_is_self", "discuss assign confer transfer"),
        (json!({"agent": "nobody"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"manager": "nobody"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"manager": "martha"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"team": "nowhere"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"skill": "juggling"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"queue": "nowhere"}), "unknown_target", "discuss assign confer transfer"),
        (json!({"agent": "omar"}), "target_unavailable", "discuss assign confer transfer"),
        (json!({"manager": "olga"}), "target_unavailable", "discuss assign confer transfer"),
        (json!({"agent": "nina"}), "target_unavailable", "discuss assign confer transfer"),
        (json!({"agent": "martha"}), "target_full", "assign transfer"),
        (json!({"agent": "quinn"}), "transfer_not_allowed", "assign transfer"),
        (json!({"team": "desert"}), "target_empty", "discuss assign confer"),
        (json!({"queue": "oasis"}), "target_empty", "discuss assign confer transfer"),
        (json!({"team": "billing"}), "nobody_available", "discuss confer"),
        (json!({"queue": "billing"}), "nobody_available", "discuss assign confer"),
        (json!({"skill": "german"}), "nobody_available", "discuss assign confer transfer"),
        (json!({"team": "support"}), "nobody_available", "assign"),
        (json!({"team": "billing"}), "transfer_not_allowed", "assign transfer"),
    ];
    for (to, code, kinds) in cases {
        for kind in kinds.split(' ') {
            let told = refused(&mark, &conversation, json!({"type": kind, "to": to}), code).await;
            assert_eq!(told["field"], "to", "{kind} {to}: {told}");
        }
        if !kinds.contains("transfer") {
            continue;
        }
        // The same targets, by asking first.
        let asking = json!({"type": "transfer", "to": to, "mode": "offer"});
        let told = mark.does("transfer", &conversation, asking).await;
        assert_eq!(told["type"], "refused", "{to}: {told}");
        well_said(&told);
    }
    for kind in ASKING {
        let all = json!({"type": kind, "to": {"agent": "quinn"}, "all": true});
        refused(&mark, &conversation, all, "not_a_group").await;
        for to in [
            json!({}),
            json!({"agent": "omar", "team": "billing"}),
            json!({"agent": "Not An Id"}),
            json!(7),
            Value::Null,
        ] {
            refused(&mark, &conversation, json!({"type": kind, "to": to}), "frame_invalid").await;
        }
        refused(&mark, &conversation, json!({"type": kind}), "frame_invalid").await;
    }
    assert_eq!(world.log(&world.thread(SMITH)).await.len(), before, "nothing has changed");
}

#[tokio::test]
async fn missing_reasons_and_long_notes_are_refused() {
    let world = World::new().await;
    let [mark, martha, olga] = people(&world, ["mark", "martha", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    let back = |reason: &str| json!({"type": "withdraw_offer", "offer": id, "reason": reason});
    let long = "x".repeat(501);
    for (reason, code) in
        [("", "text_missing"), (" \n\t", "text_missing"), (long.as_str(), "text_too_long")]
    {
        let told = refused(&martha, &conversation, no(&id, reason), code).await;
        assert_eq!(told["field"], "reason");
        let told = refused(&mark, &conversation, back(reason), code).await;
        assert_eq!(told["field"], "reason");
    }
    let bare = json!({"type": "reject_offer", "offer": id});
    assert_eq!(refused(&martha, &conversation, bare, "frame_invalid").await["field"], "reason");
    has(&record(&world, "mark", &id).await, json!({"status": "pending", "version": 1}));
    does(&martha, &conversation, no(&id, &"ü".repeat(500))).await;
    let long = "x".repeat(1_001);
    for command in [
        json!({"type": "discuss", "to": "martha", "note": long}),
        json!({"type": "assign", "to": "martha", "note": long}),
        json!({"type": "confer", "to": "martha", "note": long}),
        json!({"type": "transfer", "to": "martha", "note": long}),
        json!({"type": "transfer", "to": {"queue": "billing"}, "note": long}),
        json!({"type": "resolve", "note": long}),
        json!({"type": "trigger", "trigger": "Call back", "note": long}),
    ] {
        assert_eq!(refused(&mark, &conversation, command, "text_too_long").await["field"], "note");
    }
    let discussion = talk(&mark, &martha, &conversation).await;
    let line = |text: &str| json!({"type": "say", "discussion": discussion, "text": text});
    refused(&mark, &conversation, line(" "), "text_missing").await;
    refused(&mark, &conversation, line(&"x".repeat(4_001)), "text_too_long").await;
    for command in [
        json!({"type": "end_discussion", "discussion": discussion, "resolved": true, "note": long}),
        json!({"type": "release_expert", "discussion": discussion,
               "outcome": {"agent": "martha", "resolved": true, "note": long}}),
    ] {
        refused(&mark, &conversation, command, "text_too_long").await;
    }
    for priority in [10, -1, 256, i64::MAX, i64::MIN] {
        let command = json!({"type": "prioritise", "priority": priority});
        let told = refused(&olga, &conversation, command, "out_of_range").await;
        assert_eq!(told["field"], "priority");
    }
    let skills: Vec<String> = (0..6).map(|n| format!("skill{n}")).collect();
    let told =
        refused(&mark, &conversation, json!({"type": "require", "skills": skills}), "out_of_range")
            .await;
    assert_eq!(told["field"], "skills");
}

#[tokio::test]
async fn only_the_asked_agent_answers_an_offer_and_only_the_asker_withdraws_it() {
    let world = World::new().await;
    let [mark, martha, nina, olga] = people(&world, ["mark", "martha", "nina", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    for stranger in [&mark, &nina, &olga] {
        refused(stranger, &conversation, yes(&id), "not_offer_target").await;
        refused(stranger, &conversation, no(&id, "Not my field"), "not_offer_target").await;
    }
    let back = json!({"type": "withdraw_offer", "offer": id, "reason": "Issue resolved"});
    for stranger in [&martha, &nina, &olga] {
        refused(stranger, &conversation, back.clone(), "not_offer_initiator").await;
    }
    let same = json!({"type": "discuss", "to": "martha"});
    assert_eq!(refused(&mark, &conversation, same, "offer_pending").await["agent"], "martha");
    does(&mark, &conversation, back.clone()).await;
    for (agent, command) in [(&martha, yes(&id)), (&martha, no(&id, "Not my field")), (&mark, back)]
    {
        let told = refused(agent, &conversation, command, "offer_closed").await;
        assert_eq!(told["status"], "withdrawn");
    }
    let thread = world.thread(SMITH);
    refused(&martha, &conversation, yes(&format!("{thread}-o99")), "not_found").await;
    refused(&martha, &conversation, yes("4t9m0c2xkq7w1h5z-o3"), "frame_invalid").await;
    refused(&martha, &conversation, yes("nonsense"), "frame_invalid").await;
    // Martha accepts twice: the second acceptance is too late, and says so.
    let id =
        agreed(&mark, &martha, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    let told = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!((&told["status"], &told["agent"]), (&json!("accepted"), &Value::Null));
    // Three offers wait at once; a fourth is refused.
    for to in [json!("nina"), json!("olga")] {
        offer(&mark, &conversation, json!({"type": "discuss", "to": to})).await;
    }
    refused(
        &mark,
        &conversation,
        json!({"type": "discuss", "to": {"team": "support"}}),
        "too_many_discussions",
    )
    .await;
    offer(&mark, &conversation, json!({"type": "confer", "to": "nina"})).await;
    refused(&mark, &conversation, json!({"type": "assign", "to": "nina"}), "too_many_offers").await;
}

#[tokio::test]
async fn an_ended_conversation_refuses_every_command() {
    let world = World::new().await;
    let [mark, martha, olga] = people(&world, ["mark", "martha", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    let over = [
        text("x"),
        json!({"type": "accept"}),
        json!({"type": "resolve"}),
        json!({"type": "discuss", "to": "martha"}),
        json!({"type": "assign", "to": "martha"}),
        json!({"type": "confer", "to": "martha"}),
        json!({"type": "transfer", "to": "martha"}),
        json!({"type": "transfer", "to": {"queue": "billing"}}),
        json!({"type": "send_survey", "survey": "Satisfaction"}),
        json!({"type": "trigger", "trigger": "Call back"}),
        json!({"type": "require", "skills": []}),
        json!({"type": "remove_guest", "agent": "martha"}),
        json!({"type": "leave_conference"}),
    ];
    for command in &over {
        let told = refused(&mark, &conversation, command.clone(), "conversation_closed").await;
        assert_eq!(told["status"], "resolved", "{command}");
    }
    for command in
        [json!({"type": "prioritise", "priority": 1}), json!({"type": "monitor", "mode": "barge"})]
    {
        refused(&olga, &conversation, command, "conversation_closed").await;
    }
    let told = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(told["status"], "rescinded");
    refused(
        &mark,
        &conversation,
        json!({"type": "say", "discussion": id.replace("-o", "-d"), "text": "x"}),
        "discussion_ended",
    )
    .await;
    does(&mark, &conversation, json!({"type": "comment", "text": "For the record"})).await;
    // The next conversation has begun: the first is still over, and a third does not exist.
    world.customer_writes(SMITH, "Hello again").await;
    for command in &over {
        refused(&mark, &conversation, command.clone(), "conversation_closed").await;
        refused(&mark, &conversation.replace("-1", "-3"), command.clone(), "not_found").await;
    }
    refused(&mark, &conversation.replace("-1", "-2"), text("x"), "still_queued").await;
}

#[tokio::test]
async fn a_duration_of_zero_or_less_or_a_year_is_refused() {
    let world = World::new().await;
    let settings = reads(&world, "ada", "/v1/settings").await;
    let spans: Vec<String> = settings
        .as_object()
        .unwrap()
        .keys()
        .filter(|name| name.ends_with("_seconds"))
        .cloned()
        .collect();
    assert!(spans.len() >= 12, "{spans:?}");
    let year = 31_536_000_i64;
    for field in &spans {
        for wrong in [0, -1, year, i64::MAX] {
            for place in ["", "/teams/support", "/queues/support"] {
                let route = format!("/v1/settings{place}");
                let version = reads(&world, "ada", &route).await["version"].clone();
                let mut body = json!({"version": version});
                let own = json!({field.as_str(): wrong});
                if place.is_empty() {
                    body[field] = json!(wrong)
                } else {
                    body["own"] = own
                }
                let (status, told) = asks(&world, "ada", "PUT", &route, body).await;
                let error = &told["error"];
                assert_eq!(
                    (status, &error["code"]),
                    (400, &json!("setting_out_of_range")),
                    "{field} {wrong}"
                );
                assert_eq!(error["field"], json!(field));
                well_said(error);
            }
        }
    }
    for (fields, field) in [
        (
            json!({"requeue_after_seconds": 60, "requeue_warning_seconds": 60}),
            "requeue_warning_seconds",
        ),
        (
            json!({"first_answer_target_seconds": 10, "first_answer_warning_seconds": 11}),
            "first_answer_warning_seconds",
        ),
        (json!({"step_timeout_seconds": 121}), "step_timeout_seconds"),
        (json!({"wrap_up": "mandatory", "dispositions": []}), "dispositions"),
    ] {
        let body = json!({"own": fields, "version": 0});
        let (status, told) = asks(&world, "ada", "PUT", "/v1/settings/queues/support", body).await;
        let error = &told["error"];
        assert_eq!(
            (status, &error["code"], &error["field"]),
            (409, &json!("settings_conflict"), &json!(field))
        );
        well_said(error);
    }
    assert_eq!(reads(&world, "ada", "/v1/settings").await, settings, "nothing of it was taken");
}

#[tokio::test]
async fn a_late_offer_stays_late_though_the_clock_goes_back() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let began = world.now();
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    // The clock jumps five minutes forward, and no timer has fired.
    world.wires.lose_nudges();
    world.stand_still_until(began + Millis::minutes(5));
    let told = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(told["status"], "timed_out");
    does(&mark, &conversation, json!({"type": "comment", "text": "No answer"})).await;
    // The clock jumps five minutes back.
    world.stand_still_until(began);
    let told = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(told["status"], "timed_out");
    // A new request counts from the log's newest time, so that it is not late from the start.
    let again = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    let made = record(&world, "mark", &again).await;
    assert_eq!(made["created_at"], json!((began + Millis::minutes(5)).0));
    assert_eq!(made["expires"], json!((began + Millis::minutes(7)).0));
    does(&martha, &conversation, yes(&again)).await;
    has(&record(&world, "mark", &again).await, json!({"status": "accepted", "wait_ms": 0}));
    // The clock comes round to the timer that it missed, and tells nothing else.
    world.pass(Millis::minutes(2)).await;
    has(&record(&world, "mark", &id).await, json!({"status": "timed_out", "version": 2}));
    never_backwards(&world).await;
}

#[tokio::test]
async fn a_clock_that_goes_back_makes_nothing_early_and_no_span_negative() {
    let world = World::new().await;
    let [mark, martha, olga] = people(&world, ["mark", "martha", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let began = world.now();
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    world.stand_still_until(began - Millis::minutes(5));
    world.customer_writes(SMITH, "Hello?").await;
    does(&mark, &conversation, text("One moment")).await;
    let seen = seen_by(&world, "mark", &conversation).await;
    assert!(seen["waiting_since"].as_i64().unwrap() >= began.0, "{seen}");
    does(&martha, &conversation, yes(&id)).await;
    let discussion = id.replace("-o", "-d");
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
    does(&mark, &conversation, end).await;
    has(&record(&world, "mark", &id).await, json!({"wait_ms": 0, "talk_ms": 0, "resolved": true}));
    // No offer times out before its time, by either clock.
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    world.pass(Millis::minutes(5) + Millis::seconds(119)).await;
    has(&record(&world, "mark", &id).await, json!({"status": "pending"}));
    world.pass(Millis::seconds(1)).await;
    has(
        &record(&world, "mark", &id).await,
        json!({"status": "timed_out", "decided_at": (began + Millis::minutes(2)).0}),
    );
    // The clock jumps forward and back again, with work of all kinds in between.
    for minutes in [5, -5, 5, -5] {
        world.stand_still_until(world.now() + Millis::minutes(minutes));
        world.customer_writes(SMITH, "Hello?").await;
        does(&olga, &conversation, json!({"type": "monitor", "mode": "silent"})).await;
        does(&olga, &conversation, json!({"type": "stop_monitoring"})).await;
        let other = waits(&world, &format!("1650666{:04}", minutes + 10)).await;
        let _ = mark.does("assignment", &other, json!({"type": "accept"})).await;
    }
    never_backwards(&world).await;
}

/// Checks that Smith's log is dense, and that its times never run backwards.
async fn never_backwards(world: &World) {
    let log = world.log(&world.thread(SMITH)).await;
    for (n, pair) in log.windows(2).enumerate() {
        assert_eq!(pair[1].seq, pair[0].seq + 1);
        assert!(pair[0].at <= pair[1].at, "entry {n}: {pair:?}");
    }
    let sent = log.iter().flat_map(|e| &e.events);
    assert!(sent.clone().any(|e| matches!(e, Event::OfferMade(_))));
}

#[tokio::test]
async fn a_change_of_settings_moves_no_deadline_of_a_pending_offer() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    set(&world, "", json!({"discuss_timeout_seconds": 30})).await;
    world.pass(Millis::seconds(119)).await;
    does(&martha, &conversation, yes(&id)).await;
    has(&record(&world, "mark", &id).await, json!({"wait_ms": 119_000}));
}
