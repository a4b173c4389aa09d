//! Transfers: their targets, modes and priority, and the other acts of the actions menu (F31,
//! F37–F43, F50, F51, F61).

use crate::transfer::{number, to};
use crate::world::scene::{
    SMITH, does, events_of, fill, has, kinds, load, newest, no, offer, one, people, record,
    refused, seen_by, sent, set, taken, text, waiting, waits, well_said, yes,
};
use crate::world::{World, asks};
use domain::Millis;
use serde_json::{Value, json};

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
            // Rafael's billing shares the account; he is simply absent.
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
async fn a_manager_gives_waiting_and_active_conversations_to_anybody_in_their_teams() {
    let world = World::new().await;
    let names = ["mark", "martha", "nina", "omar", "quinn", "olga", "rafael", "ada"];
    let [mark, martha, nina, omar, quinn, olga, rafael, ada] = people(&world, names).await;
    // The manager gives a waiting conversation.
    let conversation = waits(&world, SMITH).await;
    refused(&mark, &conversation, to(json!("martha")), "still_queued").await;
    does(&olga, &conversation, to(json!("martha"))).await;
    has(
        one(&martha.events(), "assigned"),
        json!({"to": "martha", "from": null, "origin": "manager"}),
    );
    assert!(waiting(&world, "support").await.is_empty());
    // The manager moves an active conversation over its owner's head, and takes it herself.
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
    // For Olga, sales has nothing to do with the conversation.
    refused(&olga, &conversation, to(json!("quinn")), "transfer_not_allowed").await;
    refused(&rafael, &conversation, to(json!("quinn")), "not_found").await;
    // In billing's queue the conversation is Rafael's to give, to anybody in his teams.
    does(&olga, &conversation, to(json!({"queue": "billing"}))).await;
    refused(&olga, &conversation, to(json!("omar")), "not_found").await;
    does(&rafael, &conversation, to(json!("omar"))).await;
    has(one(&omar.events(), "assigned"), json!({"origin": "manager"}));
    does(&rafael, &conversation, to(json!("quinn"))).await;
    has(one(&quinn.events(), "assigned"), json!({"origin": "manager", "from": "omar"}));
    // An admin gives any conversation to any agent.
    let other = taken(&world, &mark, &number(1)).await;
    does(&ada, &other, to(json!("quinn"))).await;
    has(one(&quinn.events(), "assigned"), json!({"origin": "manager", "from": "mark"}));
}

#[tokio::test]
async fn an_integrators_assignment_says_so() {
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
    // An integrator sends the command twice.
    assert_eq!(post("olga", "by-olga-1").await, (200, done));
    assert!(martha.told("entries").is_empty());
    // The owner's own command is a transfer, also over HTTP.
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
async fn priority_and_waiting_time_go_along_into_another_queue_unless_told_otherwise() {
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
async fn a_transfer_to_a_skill_goes_to_the_best_agent_who_may_get_it() {
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
    // Of the agents who speak English only Quinn is available with room, and she may not get it.
    omar.leaves().await;
    refused(&mark, &other, to(json!({"skill": "english"})), "nobody_available").await;
    assert!(quinn.told("entries").is_empty());
    drop(full);
}

#[tokio::test]
async fn a_transfer_goes_at_once_or_by_an_offer() {
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
    // Nothing has changed yet, and the owner can ask nobody else meanwhile.
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
    // The agent for whom the offer held room can also get the conversation at once; the offer falls
    // away.
    let id = offer(&martha, &conversation, json!({"type": "assign", "to": "nina"})).await;
    nina.frames();
    does(&martha, &conversation, to(json!("nina"))).await;
    let events = nina.events();
    assert_eq!(kinds(&events), ["offer_closed", "assigned"]);
    has(&events[0], json!({"offer": id, "status": "rescinded"}));
    assert_eq!(load(&world, "nina").await, 1);
    // A manager moves a conversation at once, and asks nobody.
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
