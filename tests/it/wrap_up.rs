//! Ended and done are two states (F27).

use crate::world::World;
use crate::world::scene::{
    SMITH, does, events_of, fill, has, load, newest, one, people, refused, seen_by, set, taken,
    waits,
};
use domain::Millis;
use serde_json::{Value, json};

fn resolve() -> Value {
    json!({"type": "resolve"})
}

fn done() -> Value {
    json!({"type": "done"})
}

#[tokio::test]
async fn no_wrap_up_is_left_unless_the_settings_ask_for_it() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    refused(&mark, &conversation, done(), "nothing_to_wrap_up").await;
    mark.frames();
    does(&mark, &conversation, resolve()).await;
    let push = newest(&mark);
    assert_eq!(
        (&push["following"], &push["conversation"]["wrap_ups"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(load(&world, "mark").await, 0);
    refused(&mark, &conversation, done(), "nothing_to_wrap_up").await;
}

#[tokio::test]
async fn a_wrap_up_takes_room_until_it_is_marked_done() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    set(&world, "/queues/support", json!({"wrap_up": "optional"})).await;
    let all = fill(&world, &mark, 5).await;
    does(&mark, &all[0], resolve()).await;
    let push = newest(&mark);
    assert_eq!(push["following"], true, "it stays with Mark");
    has(
        &push["conversation"],
        json!({"status": "resolved", "owner": null,
               "wrap_ups": [{"conversation": all[0], "agent": "mark", "mandatory": false}]}),
    );
    assert_eq!(load(&world, "mark").await, 5);
    let next = waits(&world, SMITH).await;
    refused(&mark, &next, json!({"type": "accept"}), "at_capacity").await;
    let transfer = json!({"type": "transfer", "to": {"agent": "mark"}});
    does(&martha, &next, json!({"type": "accept"})).await;
    refused(&martha, &next, transfer.clone(), "target_full").await;
    // The wrap-up is nobody else's.
    refused(&martha, &all[0], done(), "nothing_to_wrap_up").await;
    mark.frames();
    does(&mark, &all[0], json!({"type": "done", "disposition": "Warranty", "note": "Batch 7"}))
        .await;
    let push = newest(&mark);
    assert_eq!(
        (&push["following"], &push["conversation"]["wrap_ups"]),
        (&json!(false), &json!([]))
    );
    has(
        one(&events_of(&push), "wrapped_up"),
        json!({"conversation": all[0], "agent": "mark", "disposition": "Warranty",
               "note": "Batch 7"}),
    );
    assert_eq!(load(&world, "mark").await, 4);
    does(&martha, &next, transfer).await;
    refused(&mark, &all[0], done(), "nothing_to_wrap_up").await;
    // A wrap-up without a note is good enough.
    does(&mark, &all[1], resolve()).await;
    does(&mark, &all[1], done()).await;
    assert_eq!(load(&world, "mark").await, 4);
}

#[tokio::test]
async fn a_mandatory_wrap_up_needs_one_of_the_dispositions() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let fields = json!({"wrap_up": "mandatory", "dispositions": ["Warranty", "Refund"]});
    set(&world, "/teams/support", fields).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, resolve()).await;
    let wraps = seen_by(&world, "mark", &conversation).await["wrap_ups"].clone();
    assert_eq!(wraps[0]["mandatory"], true);
    for (disposition, code) in [
        (Value::Null, "text_missing"),
        (json!("  "), "text_missing"),
        (json!("Something else"), "unknown_disposition"),
        (json!("x".repeat(101)), "text_too_long"),
    ] {
        let command = json!({"type": "done", "disposition": disposition});
        let told = refused(&mark, &conversation, command, code).await;
        assert_eq!(told["field"], "disposition");
    }
    let long = json!({"type": "done", "disposition": "Refund", "note": "x".repeat(1_001)});
    assert_eq!(refused(&mark, &conversation, long, "text_too_long").await["field"], "note");
    assert_eq!(load(&world, "mark").await, 1);
    mark.frames();
    does(&mark, &conversation, json!({"type": "done", "disposition": "Refund"})).await;
    has(one(&mark.events(), "wrapped_up"), json!({"disposition": "Refund", "note": null}));
    assert_eq!(load(&world, "mark").await, 0);
    // The bus carries it, for reports.
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let event = bus.iter().find(|e| e["DetailType"] == "conversation.wrapped_up").unwrap();
    assert!(event["Detail"].as_str().unwrap().contains("Refund"));
}

#[tokio::test]
async fn the_clock_marks_a_wrap_up_done_after_its_time() {
    for wrap_up in ["optional", "mandatory"] {
        let world = World::new().await;
        let [mark] = people(&world, ["mark"]).await;
        let fields = json!({"wrap_up": wrap_up, "dispositions": ["Refund"],
                            "wrap_up_limit_seconds": 60});
        set(&world, "", fields).await;
        let conversation = taken(&world, &mark, SMITH).await;
        does(&mark, &conversation, resolve()).await;
        mark.frames();
        world.pass(Millis::seconds(59)).await;
        assert!(mark.told("entries").is_empty());
        assert_eq!(load(&world, "mark").await, 1);
        world.pass(Millis::seconds(1)).await;
        let push = newest(&mark);
        assert_eq!(push["entries"][0]["by"], "system");
        has(
            one(&events_of(&push), "wrapped_up"),
            json!({"conversation": conversation, "agent": "mark", "disposition": null}),
        );
        assert_eq!(load(&world, "mark").await, 0);
        refused(&mark, &conversation, done(), "nothing_to_wrap_up").await;
    }
}

#[tokio::test]
async fn a_wrap_up_is_marked_done_while_another_agent_has_the_next_conversation() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    set(&world, "/queues/support", json!({"wrap_up": "optional"})).await;
    let first = taken(&world, &mark, SMITH).await;
    does(&mark, &first, resolve()).await;
    world.customer_writes(SMITH, "One more thing").await;
    let second = first.replace("-1", "-2");
    does(&martha, &second, json!({"type": "accept"})).await;
    let seen = seen_by(&world, "martha", &second).await;
    has(
        &seen,
        json!({"id": second, "owner": "martha",
               "wrap_ups": [{"conversation": first, "agent": "mark", "mandatory": false}]}),
    );
    assert_eq!((load(&world, "mark").await, load(&world, "martha").await), (1, 1));
    // The other commands on the first conversation come too late.
    for command in [resolve(), crate::world::scene::text("x"), json!({"type": "accept"})] {
        refused(&mark, &first, command, "conversation_closed").await;
    }
    refused(&mark, &second, done(), "nothing_to_wrap_up").await;
    refused(&martha, &first, done(), "nothing_to_wrap_up").await;
    martha.frames();
    mark.frames();
    does(&mark, &first, json!({"type": "done", "note": "Sent a seal"})).await;
    for (agent, follows) in [(&mark, false), (&martha, true)] {
        let push = newest(agent);
        assert_eq!(push["following"], follows, "{}", agent.id);
        has(one(&events_of(&push), "wrapped_up"), json!({"conversation": first, "agent": "mark"}));
        has(
            &push["conversation"],
            json!({"id": second, "owner": "martha", "status": "active", "wrap_ups": []}),
        );
    }
    assert_eq!((load(&world, "mark").await, load(&world, "martha").await), (0, 1));
    // Two wrap-ups of one thread wait side by side, each for its agent.
    does(&martha, &second, resolve()).await;
    world.customer_writes(SMITH, "And another").await;
    let third = first.replace("-1", "-3");
    does(&mark, &third, json!({"type": "accept"})).await;
    does(&mark, &third, resolve()).await;
    let wraps = seen_by(&world, "mark", &third).await["wrap_ups"].clone();
    assert_eq!(
        wraps,
        json!([{"conversation": second, "agent": "martha", "mandatory": false},
               {"conversation": third, "agent": "mark", "mandatory": false}])
    );
    does(&mark, &third, done()).await;
    does(&martha, &second, done()).await;
    assert_eq!((load(&world, "mark").await, load(&world, "martha").await), (0, 0));
}
