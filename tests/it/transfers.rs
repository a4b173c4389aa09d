//! Handing on: to whom, how, with what priority, and what else the actions menu does
//! (F31, F37–F43, F50, F51, F61).

use crate::scene::{
    SMITH, does, events_of, fill, has, kinds, load, newest, no, offer, one, people, read_by,
    record, refused, seen_by, sent, set, taken, text, waiting, waits, well_said, yes,
};
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

fn to(target: Value) -> Value {
    json!({"type": "transfer", "to": target, "note": "She asks for you"})
}

/// What the customer's number is, for many customers.
fn number(n: usize) -> String {
    format!("1650777{n:04}")
}

#[tokio::test]
async fn a_colleague_of_the_team_or_of_one_that_shares_the_account_gets_it_and_no_other() {
    let world = World::new().await;
    let [mark, martha, omar, quinn] = people(&world, ["mark", "martha", "omar", "quinn"]).await;
    for (n, (colleague, target)) in [
        (&martha, json!({"agent": "martha"})),
        (&martha, json!("martha")),
        (&omar, json!({"agent": "omar"})),
    ]
    .into_iter()
    .enumerate()
    {
        let conversation = taken(&world, &mark, &number(n)).await;
        mark.frames();
        colleague.frames();
        does(&mark, &conversation, to(target)).await;
        let push = newest(colleague);
        assert_eq!(push["following"], true);
        has(
            one(&events_of(&push), "assigned"),
            json!({"to": colleague.id, "from": "mark", "origin": "transfer",
                   "note": "She asks for you"}),
        );
        has(
            &push["conversation"],
            json!({"owner": colleague.id, "status": "active", "origin": "transfer"}),
        );
        let gone = newest(&mark);
        assert_eq!(
            (&gone["following"], kinds(&events_of(&gone))),
            (&json!(false), vec!["assigned"])
        );
        refused(&mark, &conversation, text("x"), "not_owner").await;
        does(colleague, &conversation, text("Here I am")).await;
    }
    assert_eq!(sent(&world).await.len(), 3);
    let conversation = taken(&world, &mark, SMITH).await;
    for command in [
        to(json!({"agent": "quinn"})),
        json!({"type": "transfer", "to": {"agent": "quinn"}, "mode": "offer"}),
        json!({"type": "assign", "to": "quinn"}),
        to(json!({"manager": "rafael"})),
    ] {
        if command["to"]["manager"].is_string() {
            // Rafael's billing shares the account; he is simply not there.
            refused(&mark, &conversation, command, "target_unavailable").await;
        } else {
            let told = refused(&mark, &conversation, command, "transfer_not_allowed").await;
            assert_eq!(told["field"], "to");
        }
    }
    assert_eq!(seen_by(&world, "mark", &conversation).await["owner"], "mark");
    set(&world, "/queues/support", json!({"transfer_outside_own_teams": true})).await;
    does(&mark, &conversation, to(json!({"agent": "quinn"}))).await;
    assert_eq!(newest(&quinn)["conversation"]["owner"], "quinn");
}

#[tokio::test]
async fn a_manager_gives_what_waits_or_runs_to_anybody_in_their_teams() {
    let world = World::new().await;
    let names = ["mark", "martha", "nina", "omar", "quinn", "olga", "rafael", "ada"];
    let [mark, martha, nina, omar, quinn, olga, rafael, ada] = people(&world, names).await;
    // What waits.
    let conversation = waits(&world, SMITH).await;
    refused(&mark, &conversation, to(json!("martha")), "still_queued").await;
    does(&olga, &conversation, to(json!("martha"))).await;
    has(
        one(&martha.events(), "assigned"),
        json!({"to": "martha", "from": null, "origin": "manager"}),
    );
    assert!(waiting(&world, "support").await.is_empty());
    // What runs, over its owner's head; and to herself.
    refused(&mark, &conversation, to(json!("nina")), "not_owner").await;
    does(&olga, &conversation, to(json!("nina"))).await;
    has(one(&nina.events(), "assigned"), json!({"from": "martha", "origin": "manager"}));
    assert_eq!(newest(&martha)["following"], false);
    refused(&olga, &conversation, to(json!("nina")), "target_is_owner").await;
    does(&olga, &conversation, to(json!("olga"))).await;
    has(
        &seen_by(&world, "mark", &conversation).await,
        json!({"owner": "olga", "origin": "manager"}),
    );
    refused(&olga, &conversation, to(json!("olga")), "target_is_self").await;
    // Sales has nothing to do with it, for Olga.
    refused(&olga, &conversation, to(json!("quinn")), "transfer_not_allowed").await;
    refused(&rafael, &conversation, to(json!("quinn")), "not_found").await;
    // In billing's queue it is Rafael's to give, to anybody in his teams.
    does(&olga, &conversation, to(json!({"queue": "billing"}))).await;
    refused(&olga, &conversation, to(json!("omar")), "not_found").await;
    does(&rafael, &conversation, to(json!("omar"))).await;
    has(one(&omar.events(), "assigned"), json!({"origin": "manager"}));
    does(&rafael, &conversation, to(json!("quinn"))).await;
    has(one(&quinn.events(), "assigned"), json!({"origin": "manager", "from": "omar"}));
    // An admin gives anything to anybody.
    let other = taken(&world, &mark, &number(1)).await;
    does(&ada, &other, to(json!("quinn"))).await;
    has(one(&quinn.events(), "assigned"), json!({"origin": "manager", "from": "mark"}));
}

#[tokio::test]
async fn what_an_integrator_assigns_says_so() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = waits(&world, SMITH).await;
    let post = async |who: &str, id: &str| {
        let body = json!({"id": id, "conversation": conversation,
                          "command": to(json!({"agent": "martha"}))});
        asks(&world, who, "POST", "/v1/commands", body).await
    };
    let (status, told) = post("mark", "by-mark-1").await;
    assert_eq!((status, &told["error"]["code"]), (409, &json!("still_queued")));
    well_said(&told["error"]);
    let (status, done) = post("olga", "by-olga-1").await;
    assert_eq!(status, 200, "{done}");
    has(one(&martha.events(), "assigned"), json!({"to": "martha", "origin": "api"}));
    assert_eq!(seen_by(&world, "mark", &conversation).await["origin"], "api");
    // Doubled, as integrators do.
    assert_eq!(post("olga", "by-olga-1").await, (200, done));
    assert!(martha.told("entries").is_empty());
    // The owner's own hand is a transfer, whichever way it comes.
    let body = json!({"id": "by-martha-1", "conversation": conversation,
                      "command": to(json!({"agent": "mark"}))});
    assert_eq!(asks(&world, "martha", "POST", "/v1/commands", body).await.0, 200);
    has(one(&mark.events(), "assigned"), json!({"origin": "transfer", "from": "martha"}));
}

#[tokio::test]
async fn agents_hand_to_their_own_teams_and_to_any_queue() {
    let world = World::new().await;
    let [mark, omar] = people(&world, ["mark", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let team = to(json!({"team": "billing"}));
    refused(&mark, &conversation, team.clone(), "transfer_not_allowed").await;
    refused(
        &mark,
        &conversation,
        json!({"type": "assign", "to": {"team": "billing"}}),
        "transfer_not_allowed",
    )
    .await;
    does(&mark, &conversation, to(json!({"team": "support"}))).await;
    let queue = seen_by(&world, "mark", &conversation).await["queue"].clone();
    assert!(queue == "support" || queue == "returns", "a queue of the team's: {queue}");
    does(&mark, &conversation, json!({"type": "accept"})).await;
    mark.frames();
    does(&mark, &conversation, to(json!({"queue": "billing"}))).await;
    let push = newest(&mark);
    assert_eq!(push["following"], false);
    has(
        one(&events_of(&push), "requeued"),
        json!({"queue": "billing", "from": "mark", "cause": "transferred",
               "note": "She asks for you"}),
    );
    has(&push["conversation"], json!({"status": "queued", "owner": null, "queue": "billing"}));
    assert_eq!(load(&world, "mark").await, 0);
    assert_eq!(waiting(&world, "billing").await[0]["summary"], "She asks for you");
    does(&omar, &conversation, json!({"type": "accept"})).await;
    set(&world, "/queues/billing", json!({"transfer_outside_own_teams": true})).await;
    does(&omar, &conversation, to(json!({"team": "sales"}))).await;
    assert_eq!(waiting(&world, "sales").await.len(), 1);
}

#[tokio::test]
async fn into_another_queue_priority_and_waiting_time_go_along_unless_told_otherwise() {
    let world = World::new().await;
    let [mark, olga] = people(&world, ["mark", "olga"]).await;
    set(&world, "/queues/billing", json!({"priority": 2})).await;
    let began = world.now();
    for (n, keeps) in [true, false].into_iter().enumerate() {
        let began = began + Millis::minutes(i64::try_from(n).unwrap());
        world.stand_still_until(began);
        let fields = json!({"transfer_keeps_wait": keeps, "transfer_keeps_priority": keeps});
        set(&world, "/queues/support", fields).await;
        let conversation = taken(&world, &mark, &number(n)).await;
        does(&olga, &conversation, json!({"type": "prioritise", "priority": 7})).await;
        world.stand_still_until(began + Millis::seconds(30));
        does(&mark, &conversation, to(json!({"queue": "billing"}))).await;
        let place = waiting(&world, "billing").await;
        let place = place.iter().find(|p| p["conversation"] == json!(conversation)).unwrap();
        let since = if keeps { began } else { world.now() };
        has(
            place,
            json!({"priority": if keeps { 7 } else { 2 }, "since": since.0, "front": false}),
        );
    }
    let order: Vec<Value> =
        waiting(&world, "billing").await.iter().map(|p| p["priority"].clone()).collect();
    assert_eq!(order, [7, 2]);
}

#[tokio::test]
async fn to_a_skill_goes_to_the_best_who_has_it_and_may_be_handed_it() {
    let world = World::new().await;
    let [mark, martha, omar, quinn] = people(&world, ["mark", "martha", "omar", "quinn"]).await;
    let full = fill(&world, &martha, 5).await;
    let conversation = taken(&world, &mark, SMITH).await;
    omar.frames();
    does(&mark, &conversation, to(json!({"skill": "refunds"}))).await;
    let events = events_of(&newest(&omar));
    assert_eq!(kinds(&events), ["routed", "assigned"]);
    has(&events[0], json!({"chosen": "omar", "decided_by": "only_one"}));
    let martha_row =
        events[0]["weighed"].as_array().unwrap().iter().find(|w| w["agent"] == "martha");
    assert_eq!(martha_row.unwrap()["excluded"], "full");
    has(&events[1], json!({"to": "omar", "origin": "transfer", "note": "She asks for you"}));
    let other = taken(&world, &mark, &number(1)).await;
    refused(&mark, &other, to(json!({"skill": "german"})), "nobody_available").await;
    // Of those who speak English Quinn alone is there with room, and may not be handed it.
    omar.leaves().await;
    refused(&mark, &other, to(json!({"skill": "english"})), "nobody_available").await;
    assert!(quinn.told("entries").is_empty());
    drop(full);
}

#[tokio::test]
async fn at_once_or_by_asking() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let ask = json!({"type": "transfer", "to": {"agent": "martha"}, "mode": "offer",
                     "note": "She asks for you"});
    let id = offer(&mark, &conversation, ask.clone()).await;
    has(
        one(&martha.events(), "offer_made"),
        json!({"kind": "assign", "note": "She asks for you",
               "expires": (world.now() + Millis::minutes(2)).0}),
    );
    // Nothing has changed yet, and nobody else can be asked meanwhile.
    does(&mark, &conversation, text("One moment")).await;
    let pending = json!({"type": "assign", "to": "nina"});
    let told = refused(&mark, &conversation, pending, "offer_pending").await;
    assert_eq!(told["agent"], "martha");
    does(&martha, &conversation, no(&id, "About to go off duty")).await;
    has(
        &record(&world, "mark", &id).await,
        json!({"kind": "assign", "reason_code": "about-to-go-off-duty"}),
    );
    let id = offer(&mark, &conversation, ask).await;
    mark.frames();
    does(&martha, &conversation, yes(&id)).await;
    has(one(&mark.events(), "assigned"), json!({"to": "martha", "origin": "offer"}));
    // Whom the room was held for is given it at once, too; the request falls away.
    let id = offer(&martha, &conversation, json!({"type": "assign", "to": "nina"})).await;
    nina.frames();
    does(&martha, &conversation, to(json!("nina"))).await;
    let events = nina.events();
    assert_eq!(kinds(&events), ["offer_closed", "assigned"]);
    has(&events[0], json!({"offer": id, "status": "rescinded"}));
    assert_eq!(load(&world, "nina").await, 1);
    // A manager moves at once, and asks nobody.
    let [olga] = people(&world, ["olga"]).await;
    let ask = json!({"type": "transfer", "to": {"agent": "mark"}, "mode": "offer"});
    refused(&olga, &conversation, ask, "not_owner").await;
    for command in [
        json!({"type": "transfer", "to": {"agent": "mark"}, "mode": "later"}),
        json!({"type": "transfer"}),
    ] {
        let told = nina.does("transfer", &conversation, command).await;
        assert_eq!(told["code"], "frame_invalid");
        well_said(&told);
    }
}

#[tokio::test]
async fn several_at_once_each_succeed_or_fail_by_themselves_and_only_once() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let mut own = Vec::new();
    for n in 0..3 {
        own.push(taken(&world, &mark, &number(n)).await);
    }
    let hers = taken(&world, &martha, &number(3)).await;
    let over = taken(&world, &mark, &number(4)).await;
    does(&mark, &over, json!({"type": "resolve"})).await;
    let mut all = own.clone();
    all.extend([hers, over, "nonsense".to_owned(), "4t9m0c2xkq7w1h5z-1".to_owned()]);
    all.push(own[0].clone());
    let body = |id: &str, to: Value| json!({"id": id, "conversations": all, "to": to, "note": "I am off at five"});
    let go = async |body: Value| asks(&world, "mark", "POST", "/v1/transfers", body).await;
    let (status, first) = go(body("bulk-0001", json!({"queue": "returns"}))).await;
    assert_eq!(status, 200, "{first}");
    let results = first["results"].as_array().unwrap();
    assert_eq!(results.len(), all.len());
    for (result, conversation) in results.iter().zip(&all) {
        assert_eq!(result["conversation"], json!(conversation), "in the order of the request");
        if result["error"].is_object() {
            well_said(&result["error"]);
        }
    }
    let code = |at: usize| results[at]["error"]["code"].as_str();
    assert!(results[..3].iter().filter(|r| r["seq"].is_u64()).count() >= 2);
    assert_eq!(results[3]["error"]["agent"], "martha");
    assert_eq!(
        [code(3), code(4), code(5), code(6)],
        [Some("not_owner"), Some("conversation_closed"), Some("frame_invalid"), Some("not_found")]
    );
    // Named twice, it goes once.
    let twice = [&results[0], &results[7]];
    assert_eq!(twice.iter().filter(|r| r["seq"].is_u64()).count(), 1, "{twice:?}");
    assert_eq!(waiting(&world, "returns").await.len(), 3);
    assert_eq!(waiting(&world, "returns").await[0]["summary"], "I am off at five");
    assert_eq!(load(&world, "mark").await, 0);
    // The answer was lost: the same again has no second effect.
    let (_, again) = go(body("bulk-0001", json!({"queue": "returns"}))).await;
    for at in (0..3).filter(|at| results[*at]["seq"].is_u64()) {
        assert_eq!(again["results"][at], results[at]);
    }
    let log = world.log(&world.thread(&number(1))).await;
    let moved = log.iter().flat_map(|e| &e.events);
    let moved = moved.filter(|e| matches!(e, domain::Event::Requeued(_))).count();
    assert_eq!(moved, 1);
    // To a colleague with one place left, one goes.
    for conversation in &own {
        does(&mark, conversation, json!({"type": "accept"})).await;
    }
    asks(&world, "ada", "PUT", "/v1/agents/martha", json!({"capacity": 2})).await;
    let some = json!({"id": "bulk-0002", "conversations": own, "to": {"agent": "martha"}});
    let (_, results) = go(some).await;
    let codes: Vec<&Value> =
        results["results"].as_array().unwrap().iter().map(|r| &r["error"]["code"]).collect();
    assert_eq!(codes.iter().filter(|c| c.is_null()).count(), 1, "{results}");
    assert_eq!(codes.iter().filter(|c| **c == "target_full").count(), 2, "{results}");
    assert_eq!((load(&world, "martha").await, load(&world, "mark").await), (2, 2));
    // What is no such request at all.
    for (wrong, field) in [
        (json!({"id": "short", "conversations": own, "to": "martha"}), "id"),
        (json!({"id": "x".repeat(41), "conversations": own, "to": "martha"}), "id"),
        (json!({"id": "bulk-0003", "conversations": [], "to": "martha"}), "conversations"),
        (
            json!({"id": "bulk-0003", "conversations": vec!["x"; 51], "to": "martha"}),
            "conversations",
        ),
        (json!({"id": "bulk-0003", "to": "martha"}), "conversations"),
    ] {
        let (status, told) = go(wrong.clone()).await;
        assert_eq!((status, &told["error"]["field"]), (400, &json!(field)), "{wrong}: {told}");
        well_said(&told["error"]);
    }
}

#[tokio::test]
async fn the_more_urgent_is_served_first_and_of_the_equally_urgent_who_waits_longer() {
    let world = World::new().await;
    let [olga] = people(&world, ["olga"]).await;
    let mut all = Vec::new();
    for n in 0..4 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        all.push(waits(&world, &number(n)).await);
    }
    does(&olga, &all[2], json!({"type": "prioritise", "priority": 9})).await;
    does(&olga, &all[3], json!({"type": "prioritise", "priority": 4})).await;
    does(&olga, &all[1], json!({"type": "prioritise", "priority": 4})).await;
    let order: Vec<Value> =
        waiting(&world, "support").await.iter().map(|p| p["conversation"].clone()).collect();
    assert_eq!(order, [&all[2], &all[1], &all[3], &all[0]].map(|c| json!(c)));
    assert_eq!(does(&olga, &all[3], json!({"type": "prioritise", "priority": 4})).await, 0);
    // Who comes with one place gets the most urgent.
    asks(&world, "ada", "PUT", "/v1/agents/martha", json!({"capacity": 2})).await;
    set(&world, "/queues/support", json!({"mode": "auto"})).await;
    let [martha] = people(&world, ["martha"]).await;
    world.pass(Millis::seconds(1)).await;
    for (conversation, owner) in
        [(&all[2], json!("martha")), (&all[1], json!("martha")), (&all[3], Value::Null)]
    {
        has(&seen_by(&world, "mark", conversation).await, json!({"owner": owner}));
    }
    assert_eq!(seen_by(&world, "mark", &all[2]).await["origin"], "auto");
    refused(&martha, &all[3], json!({"type": "prioritise", "priority": 9}), "forbidden").await;
}

#[tokio::test]
async fn an_event_is_set_off_on_the_bus_and_the_customer_notices_nothing() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let command = json!({"type": "trigger", "trigger": "Call back", "note": "After 5 pm"});
    refused(&martha, &conversation, command.clone(), "not_owner").await;
    mark.frames();
    let seq = does(&mark, &conversation, command).await;
    has(one(&mark.events(), "triggered"), json!({"trigger": "Call back", "note": "After 5 pm"}));
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let event = bus.iter().find(|e| e["DetailType"] == "trigger").expect("on the bus");
    let detail: Value = serde_json::from_str(event["Detail"].as_str().unwrap()).unwrap();
    has(
        &detail,
        json!({"trigger": "Call back", "note": "After 5 pm", "conversation": conversation,
               "seq": seq, "by": "agent:mark", "owner": "mark", "queue": "support", "version": 1,
               "at": world.now().0}),
    );
    assert!(sent(&world).await.is_empty());
    let unknown = json!({"type": "trigger", "trigger": "Fireworks"});
    let told = refused(&mark, &conversation, unknown, "unknown_choice").await;
    assert_eq!(told["field"], "trigger");
}

#[tokio::test]
async fn a_survey_goes_out_with_numbers_and_the_number_that_comes_back_is_its_answer() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let ask = json!({"type": "send_survey", "survey": "Satisfaction"});
    mark.frames();
    does(&mark, &conversation, ask.clone()).await;
    assert_eq!(kinds(&mark.events()), ["agent_message", "survey_sent"]);
    let question = "How did we do today?\n1 Very well\n2 Well\n3 Not so well\n4 Badly";
    assert_eq!(sent(&world).await, [question]);
    mark.frames();
    world.customer_writes(SMITH, "2").await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["customer_message", "survey_answered"]);
    has(&events[1], json!({"survey": "Satisfaction", "answer": "Well"}));
    // Another number is just a message.
    world.customer_writes(SMITH, "3").await;
    assert_eq!(kinds(&mark.events()), ["customer_message"]);
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let answered = bus.iter().find(|e| e["DetailType"] == "survey.answered").expect("on the bus");
    assert!(answered["Detail"].as_str().unwrap().contains("\"answer\":\"Well\""));
    let told = refused(
        &mark,
        &conversation,
        json!({"type": "send_survey", "survey": "?"}),
        "unknown_choice",
    )
    .await;
    assert_eq!(told["field"], "survey");
    // After the end the answer is stored, and nothing new begins.
    does(&mark, &conversation, ask).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.pass(Millis::minutes(5)).await;
    world.customer_writes(SMITH, " 4. ").await;
    assert!(waiting(&world, "support").await.is_empty());
    let seen = seen_by(&world, "mark", &conversation).await;
    has(&seen, json!({"id": conversation, "status": "resolved", "owner": null}));
    let read = read_by(&world, "mark", &conversation).await;
    assert!(read.contains("\"answer\":\"Badly\""), "{read}");
    assert_eq!(load(&world, "mark").await, 0);
    // What is no answer is new work, and so is a second answer.
    world.customer_writes(SMITH, "4").await;
    assert_eq!(waiting(&world, "support").await.len(), 1);
    let entries = reads(&world, "mark", &format!("/v1/conversations/{conversation}/entries")).await;
    let answers = entries.to_string().matches("survey_answered").count();
    assert_eq!(answers, 2);
}
