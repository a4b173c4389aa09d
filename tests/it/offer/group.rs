//! Requests to a team, a skill, a queue, a manager or a colleague: the members asked, their order,
//! the end, and the record (F4, F18, F21, F29).

use crate::world::scene::{
    SMITH, agreed, does, events_of, fill, has, kinds, load, newest, no, offer, one, people, record,
    refused, set, taken, text, yes,
};
use crate::world::{World, reads};
use domain::Millis;
use serde_json::{Value, json};

pub(super) fn discuss(to: Value) -> Value {
    json!({"type": "discuss", "to": to, "note": "Is it the seal?"})
}

#[tokio::test]
async fn a_request_to_a_group_asks_one_available_member() {
    let world = World::new().await;
    let [mark, martha, olga, omar] = people(&world, ["mark", "martha", "olga", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let spans = [("discuss", 100), ("assign", 110), ("confer", 130)];
    set(
        &world,
        "/queues/support",
        json!({"discuss_timeout_seconds": 100, "assign_timeout_seconds": 110,
                   "conference_timeout_seconds": 130, "step_timeout_seconds": 20}),
    )
    .await;
    for (kind, whole) in spans {
        for (to, asked) in [
            (json!({"team": "support"}), &martha),
            (json!({"skill": "technical"}), &martha),
            (json!({"queue": "returns"}), &martha),
            (json!({"queue": "billing"}), &omar),
            (json!({"manager": "olga"}), &olga),
            (json!({"agent": "martha"}), &martha),
            (json!("martha"), &martha),
        ] {
            asked.frames();
            let command = json!({"type": kind, "to": to, "note": "Is it the seal?"});
            let id = offer(&mark, &conversation, command).await;
            let named =
                to.as_str().is_some() || to["agent"].is_string() || to["manager"].is_string();
            let target = if to.is_string() { json!({"agent": "martha"}) } else { to.clone() };
            let step = if named { whole } else { 20 };
            let word = if kind == "confer" { "conference" } else { kind };
            let wanted = json!({
                "kind": word, "from": "mark", "to": [asked.id], "target": target,
                "note": "Is it the seal?",
                "expires": (world.now() + Millis::seconds(step)).0,
                "deadline": (world.now() + Millis::seconds(whole)).0,
            });
            let push = newest(asked);
            assert_eq!(push["following"], true, "{kind} {to}");
            let events = events_of(&push);
            let made = one(&events, "offer_made");
            has(made, wanted.clone());
            assert_eq!(made["offer"], id);
            assert_eq!(kinds(&events).contains(&"routed"), !named, "{kind} {to}");
            let kept = record(&world, "mark", &id).await;
            has(&kept, wanted);
            has(
                &kept,
                json!({"status": "pending", "version": 1, "tried": [], "all": false,
                       "created_at": world.now().0, "offered_at": world.now().0,
                       "wait_ms": null, "conversation": conversation}),
            );
            world.stand_still_until(world.now() + Millis::seconds(3));
            let back = json!({"type": "withdraw_offer", "offer": id, "reason": "Issue resolved"});
            does(&mark, &conversation, back).await;
            let push = newest(asked);
            assert_eq!(push["following"], false, "{kind} {to}");
            has(&events_of(&push)[0], json!({"type": "offer_closed", "status": "withdrawn"}));
            has(
                &record(&world, "mark", &id).await,
                json!({"status": "withdrawn", "version": 2, "reason": "Issue resolved",
                       "reason_code": "issue-resolved", "wait_ms": 3_000, "decided_by": "mark"}),
            );
        }
    }
    assert_eq!(load(&world, "martha").await, 0, "no room is held any more");
}

#[tokio::test]
async fn a_search_asks_the_next_after_a_rejection_or_silence_until_one_accepts() {
    let world = World::new().await;
    let [mark, martha, nina, omar, _quinn] =
        people(&world, ["mark", "martha", "nina", "omar", "quinn"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let began = world.now();
    let id = offer(&mark, &conversation, discuss(json!({"skill": "english"}))).await;
    let routed = newest(&mark);
    let routed = one(&events_of(&routed), "routed").clone();
    has(&routed, json!({"chosen": "martha", "strategy": "least_loaded", "decided_by": "id"}));
    let mark_row = routed["weighed"].as_array().unwrap().iter().find(|w| w["agent"] == "mark");
    assert_eq!(mark_row.unwrap()["excluded"], "involved");
    // The next members see nothing of it, yet.
    assert!(nina.told("entries").is_empty());

    world.pass(Millis::seconds(10)).await;
    martha.frames();
    does(&martha, &conversation, no(&id, "Busy with another case")).await;
    let seen = newest(&mark);
    assert_eq!(kinds(&events_of(&seen)), ["offer_passed", "offer_moved", "routed"]);
    has(
        &events_of(&seen)[0],
        json!({"agent": "martha", "status": "rejected", "reason": "Busy with another case"}),
    );
    has(&events_of(&seen)[1], json!({"to": "nina", "expires": (began + Millis::seconds(40)).0}));
    has(
        &seen["conversation"]["offers"][0],
        json!({"to": ["nina"], "tried": ["martha"], "deadline": (began + Millis::minutes(2)).0}),
    );
    assert_eq!(newest(&martha)["following"], false);
    let asked = newest(&nina);
    assert_eq!(asked["following"], true);
    one(&events_of(&asked), "offer_moved");
    let kept = record(&world, "mark", &id).await;
    has(
        &kept,
        json!({"status": "pending", "version": 2, "to": ["nina"],
               "offered_at": (began + Millis::seconds(10)).0,
               "expires": (began + Millis::seconds(40)).0}),
    );
    has(
        &kept["tried"][0],
        json!({"agent": "martha", "at": (began + Millis::seconds(10)).0, "status": "rejected",
               "reason": "Busy with another case", "reason_code": "busy-with-another-case",
               "load": {"open": 0, "capacity": 5}}),
    );
    let late = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(late["status"], "rejected");

    // Nina lets her half minute pass: at its end, and not a second before, the search asks Omar.
    world.pass(Millis::seconds(29)).await;
    assert!(omar.told("entries").is_empty());
    world.pass(Millis::seconds(1)).await;
    let seen = newest(&mark);
    has(
        &events_of(&seen)[0],
        json!({"type": "offer_passed", "agent": "nina", "status": "timed_out"}),
    );
    assert_eq!(newest(&nina)["following"], false);
    has(one(&events_of(&newest(&omar)), "offer_moved"), json!({"to": "omar"}));
    let late = refused(&nina, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(late["status"], "timed_out");

    world.pass(Millis::seconds(5)).await;
    mark.frames();
    does(&omar, &conversation, yes(&id)).await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["offer_closed"]);
    has(&events[0], json!({"status": "accepted", "by": "omar"}));
    let kept = record(&world, "omar", &id).await;
    has(
        &kept,
        json!({"status": "accepted", "version": 4, "to": ["omar"], "decided_by": "omar",
               "wait_ms": 45_000, "load": {"open": 0, "capacity": 5},
               "target": {"skill": "english"}}),
    );
    let tried: Vec<_> = kept["tried"].as_array().unwrap().iter().map(|t| &t["agent"]).collect();
    assert_eq!(tried, ["martha", "nina"]);
    for (agent, status) in [(&martha, "rejected"), (&nina, "timed_out")] {
        let late = refused(agent, &conversation, yes(&id), "offer_closed").await;
        has(&late, json!({"status": status, "agent": "omar"}));
    }
    // The routing shows how the search chose them.
    let chosen = reads(&world, "mark", &format!("/v1/conversations/{conversation}/routing")).await;
    let chosen: Vec<&Value> =
        chosen["routings"].as_array().unwrap().iter().map(|r| &r["routing"]["chosen"]).collect();
    assert_eq!(chosen, ["omar", "nina", "martha"]);
}

#[tokio::test]
async fn the_deadline_of_the_whole_request_ends_it_though_a_member_is_left() {
    let world = World::new().await;
    let [mark, _martha, nina, omar, quinn] =
        people(&world, ["mark", "martha", "nina", "omar", "quinn"]).await;
    set(
        &world,
        "/queues/support",
        json!({"discuss_timeout_seconds": 60, "step_timeout_seconds": 25}),
    )
    .await;
    let conversation = taken(&world, &mark, SMITH).await;
    let end = world.now() + Millis::minutes(1);
    let id = offer(&mark, &conversation, discuss(json!({"skill": "english"}))).await;
    world.pass(Millis::seconds(25)).await;
    has(one(&nina.events(), "offer_moved"), json!({"to": "nina"}));
    world.pass(Millis::seconds(25)).await;
    // Omar has the remaining ten seconds.
    has(one(&omar.events(), "offer_moved"), json!({"to": "omar", "expires": end.0}));
    mark.frames();
    world.pass(Millis::seconds(10)).await;
    for agent in [&mark, &omar] {
        let push = newest(agent);
        has(one(&events_of(&push), "offer_closed"), json!({"status": "timed_out", "by": null}));
        assert_eq!(push["conversation"]["offers"], json!([]));
    }
    assert!(quinn.told("entries").is_empty(), "nobody asks Quinn any more");
    let kept = record(&world, "mark", &id).await;
    has(&kept, json!({"status": "timed_out", "version": 4, "wait_ms": 60_000}));
    let tried: Vec<_> = kept["tried"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| json!([t["agent"], t["status"]]))
        .collect();
    assert_eq!(
        tried,
        [
            json!(["martha", "timed_out"]),
            json!(["nina", "timed_out"]),
            json!(["omar", "timed_out"])
        ]
    );
    assert_eq!(
        refused(&omar, &conversation, yes(&id), "offer_closed").await["status"],
        "timed_out"
    );
}

#[tokio::test]
async fn a_search_without_members_left_ends_as_the_last_member_left_it() {
    let world = World::new().await;
    let [mark, martha, omar] = people(&world, ["mark", "martha", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    for (kind, last_says_no) in [
        ("discuss", true),
        ("discuss", false),
        ("confer", true),
        ("assign", true),
        ("assign", false),
    ] {
        let command = json!({"type": kind, "to": {"skill": "refunds"}});
        let id = offer(&mark, &conversation, command).await;
        does(&martha, &conversation, no(&id, "Not my field")).await;
        mark.frames();
        if last_says_no {
            does(&omar, &conversation, no(&id, "It is the weekend")).await;
        } else {
            world.pass(Millis::seconds(30)).await;
        }
        let status = if last_says_no { "rejected" } else { "timed_out" };
        let closed = one(&mark.events(), "offer_closed").clone();
        has(&closed, json!({"status": status}));
        let kept = record(&world, "mark", &id).await;
        has(&kept, json!({"status": status, "version": 3, "to": ["omar"]}));
        if last_says_no {
            has(
                &kept,
                json!({"decided_by": "omar", "reason": "It is the weekend", "reason_code": "other",
                       "load": {"open": u64::from(kind == "assign"), "capacity": 5}}),
            );
        }
        has(&kept["tried"][0], json!({"agent": "martha", "reason_code": "not-my-field"}));
        let late = refused(&omar, &conversation, yes(&id), "offer_closed").await;
        assert_eq!(late["status"], status);
    }
    assert_eq!((load(&world, "martha").await, load(&world, "omar").await), (0, 0));
}

#[tokio::test]
async fn a_discussion_needs_no_room_and_work_does() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let full = fill(&world, &martha, 5).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id =
        offer(&mark, &conversation, json!({"type": "assign", "to": {"team": "support"}})).await;
    assert_eq!(one(&nina.events(), "offer_made")["to"], json!(["nina"]));
    // No other member has room: her rejection ends the request.
    does(&nina, &conversation, no(&id, "Not my field")).await;
    assert_eq!(record(&world, "mark", &id).await["status"], "rejected");
    let refusal = json!({"type": "assign", "to": {"agent": "martha"}});
    refused(&mark, &conversation, refusal, "target_full").await;
    agreed(&mark, &martha, &conversation, discuss(json!({"skill": "technical"}))).await;
    assert_eq!(load(&world, "martha").await, 5);
    drop(full);
}

#[tokio::test]
async fn work_asked_of_a_skill_stays_with_agents_who_may_get_it() {
    let world = World::new().await;
    let [mark, quinn] = people(&world, ["mark", "quinn"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    // Quinn speaks English, and her team has nothing to do with this account.
    let assign = json!({"type": "assign", "to": {"skill": "english"}});
    refused(&mark, &conversation, json!({"type": "assign", "to": "quinn"}), "transfer_not_allowed")
        .await;
    let answer = mark.does("assignment", &conversation, assign.clone()).await;
    assert_eq!(answer["code"], "nobody_available", "{answer}");
    assert!(quinn.told("entries").is_empty());
    // The search never moves on to her, neither after a rejection nor by the clock.
    let [nina, omar] = people(&world, ["nina", "omar"]).await;
    let id = offer(&mark, &conversation, assign).await;
    does(&nina, &conversation, no(&id, "Not my field")).await;
    has(one(&omar.events(), "offer_moved"), json!({"to": "omar"}));
    mark.frames();
    world.pass(Millis::seconds(30)).await;
    has(one(&mark.events(), "offer_closed"), json!({"status": "timed_out"}));
    assert!(quinn.told("entries").is_empty());
    // Anybody may be asked to discuss, and Quinn first of all: the request has asked her nothing so
    // far.
    let id = offer(&mark, &conversation, discuss(json!({"skill": "english"}))).await;
    does(&quinn, &conversation, yes(&id)).await;
}

#[tokio::test]
async fn an_acceptance_after_the_step_is_too_late_before_the_timer_and_the_search_goes_on() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = offer(&mark, &conversation, discuss(json!({"team": "support"}))).await;
    world.wires.lose_nudges();
    world.stand_still_until(world.now() + Millis::seconds(30));
    let late = refused(&martha, &conversation, yes(&id), "offer_closed").await;
    assert_eq!(late["status"], "timed_out");
    let late = refused(&martha, &conversation, no(&id, "Not my field"), "offer_closed").await;
    assert_eq!(late["status"], "timed_out");
    // The sweep finds the timer whose wake-up was lost.
    world.pass(Millis::seconds(1)).await;
    has(one(&nina.events(), "offer_moved"), json!({"to": "nina"}));
    does(&nina, &conversation, yes(&id)).await;
    has(&record(&world, "mark", &id).await, json!({"status": "accepted", "decided_by": "nina"}));
}

#[tokio::test]
async fn the_customer_is_served_during_a_search_and_learns_nothing() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let vera = crate::world::Visitor::connect(&world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let conversation = format!("{}-1", vera.thread());
    does(&mark, &conversation, json!({"type": "accept"})).await;
    vera.frames();
    let id = offer(&mark, &conversation, discuss(json!({"team": "support"}))).await;
    does(&martha, &conversation, no(&id, "Not my field")).await;
    does(&nina, &conversation, yes(&id)).await;
    assert_eq!(vera.frames(), Vec::<Value>::new());
    does(&mark, &conversation, text("Tomorrow")).await;
    assert_eq!(vera.frames()[0]["messages"][0]["content"]["text"], "Tomorrow");
}
