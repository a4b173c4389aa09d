//! Discussions: several consultants in one, several side by side, and their ends (F6, F13–F15, F25,
//! F26, F28, F29).

use crate::world::World;
use crate::world::scene::{
    SMITH, agreed, does, events_of, fill, has, kinds, load, newest, offer, one, people, read_by,
    record, refused, say, seen_by, sent, taken, talk, text,
};
use domain::Millis;
use serde_json::{Value, json};

fn join(agent: &str, discussion: &str) -> Value {
    json!({"type": "discuss", "to": {"agent": agent}, "discussion": discussion})
}

#[tokio::test]
async fn one_discussion_has_several_consultants_and_an_outcome_for_each() {
    let world = World::new().await;
    let [mark, martha, nina, omar] = people(&world, ["mark", "martha", "nina", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let began = world.now();
    let discussion = talk(&mark, &martha, &conversation).await;
    let first = discussion.replace("-d", "-o");
    does(&mark, &conversation, say(&discussion, "Which part is it?")).await;
    world.stand_still_until(began + Millis::seconds(20));
    let second = agreed(&mark, &nina, &conversation, join("nina", &discussion)).await;
    let third = agreed(&mark, &omar, &conversation, join("omar", &discussion)).await;
    let seen = seen_by(&world, "mark", &conversation).await;
    assert_eq!(
        seen["discussions"],
        json!([{"id": discussion, "initiator": "mark",
                "members": ["mark", "martha", "nina", "omar"]}])
    );
    for agent in [&mark, &martha, &nina, &omar] {
        agent.frames();
    }
    does(&omar, &conversation, say(&discussion, "It is the handle")).await;
    for agent in [&mark, &martha, &nina, &omar] {
        assert_eq!(one(&agent.events(), "discussion_message")["text"], "It is the handle");
    }
    // A consultant who came later does not read the earlier lines; other agents read nothing.
    let late = read_by(&world, "nina", &conversation).await;
    assert!(!late.contains("Which part is it?") && late.contains("It is the handle"));
    let manager = read_by(&world, "olga", &conversation).await;
    assert!(!manager.contains("Which part") && !manager.contains("the handle"));
    world.stand_still_until(began + Millis::seconds(60));
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true,
        "note": "It was the handle", "outcomes": [
            {"agent": "nina", "resolved": false, "note": "Looked at another kettle"}]});
    refused(&omar, &conversation, end.clone(), "not_initiator").await;
    does(&mark, &conversation, end).await;
    for agent in [&martha, &nina, &omar] {
        let push = newest(agent);
        assert_eq!(push["following"], false);
        has(
            one(&events_of(&push), "discussion_ended"),
            json!({"resolved": true, "note": "It was the handle", "cause": "ended", "outcomes": [
                {"agent": "nina", "resolved": false, "note": "Looked at another kettle"}]}),
        );
    }
    for (id, resolved, note, joined) in [
        (&first, true, "It was the handle", 0),
        (&second, false, "Looked at another kettle", 20),
        (&third, true, "It was the handle", 20),
    ] {
        has(
            &record(&world, "mark", id).await,
            json!({"status": "accepted", "resolved": resolved, "outcome_note": note,
                   "ended_by": "mark", "end_cause": "ended", "messages": 2,
                   "talk_ms": (60 - joined) * 1_000, "promoted_to": null, "version": 3}),
        );
    }
    has(&record(&world, "mark", &second).await, json!({"discussion": discussion}));
    assert_eq!(seen_by(&world, "mark", &conversation).await["status"], "active");
    refused(&omar, &conversation, say(&discussion, "Hello?"), "not_found").await;
    assert!(sent(&world).await.is_empty(), "nothing of it reached the customer");
}

#[tokio::test]
async fn several_discussions_run_side_by_side_and_know_nothing_of_each_other() {
    let world = World::new().await;
    let [mark, martha, nina, omar, petra] =
        people(&world, ["mark", "martha", "nina", "omar", "petra"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let mut talks = Vec::new();
    for agent in [&martha, &nina, &omar] {
        talks.push(talk(&mark, agent, &conversation).await);
    }
    let fourth = json!({"type": "discuss", "to": "petra"});
    refused(&mark, &conversation, fourth.clone(), "too_many_discussions").await;
    refused(&mark, &conversation, join("nina", &talks[0]), "target_consults").await;
    for agent in [&mark, &martha, &nina, &omar] {
        agent.frames();
    }
    does(&mark, &conversation, say(&talks[0], "secret of the first")).await;
    does(&nina, &conversation, say(&talks[1], "secret of the second")).await;
    let heard = |agent: &crate::world::Agent<'_>| -> Vec<Value> {
        let events = agent.events();
        events
            .iter()
            .filter(|e| e["type"] == "discussion_message")
            .map(|e| e["text"].clone())
            .collect()
    };
    assert_eq!(heard(&mark), ["secret of the first", "secret of the second"]);
    assert_eq!(heard(&martha), ["secret of the first"]);
    assert_eq!(heard(&nina), ["secret of the second"]);
    assert_eq!(heard(&omar), Vec::<Value>::new());
    refused(&martha, &conversation, say(&talks[1], "x"), "not_member").await;
    assert!(!read_by(&world, "omar", &conversation).await.contains("secret"));
    // The end of one discussion is not the end of another.
    let end = json!({"type": "end_discussion", "discussion": talks[0], "resolved": false});
    does(&mark, &conversation, end).await;
    let left = seen_by(&world, "mark", &conversation).await["discussions"].clone();
    let left: Vec<&Value> = left.as_array().unwrap().iter().map(|d| &d["id"]).collect();
    assert_eq!(left, [&talks[1], &talks[2]]);
    agreed(&mark, &petra, &conversation, fourth).await;
}

#[tokio::test]
async fn a_consultant_is_released_with_an_outcome_or_leaves_and_the_rest_talk_on() {
    let world = World::new().await;
    let [mark, martha, nina, omar] = people(&world, ["mark", "martha", "nina", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    let second = agreed(&mark, &nina, &conversation, join("nina", &discussion)).await;
    let third = agreed(&mark, &omar, &conversation, join("omar", &discussion)).await;
    world.stand_still_until(world.now() + Millis::seconds(7));
    let release = |agent: &str| {
        json!({"type": "release_expert", "discussion": discussion,
               "outcome": {"agent": agent, "resolved": true, "note": "Knew it"}})
    };
    refused(&martha, &conversation, release("nina"), "not_initiator").await;
    refused(&mark, &conversation, release("petra"), "not_expert").await;
    nina.frames();
    does(&mark, &conversation, release("nina")).await;
    let push = newest(&nina);
    assert_eq!(push["following"], false);
    has(
        one(&events_of(&push), "discussion_left"),
        json!({"agent": "nina", "outcome": {"agent": "nina", "resolved": true, "note": "Knew it"}}),
    );
    has(
        &record(&world, "mark", &second).await,
        json!({"resolved": true, "outcome_note": "Knew it", "ended_by": "mark",
               "end_cause": "ended", "talk_ms": 7_000, "messages": 0}),
    );
    let leave = json!({"type": "leave_discussion", "discussion": discussion});
    refused(&mark, &conversation, leave.clone(), "initiator_cannot_leave").await;
    mark.frames();
    does(&omar, &conversation, leave.clone()).await;
    assert_eq!(kinds(&mark.events()), ["discussion_left"], "Martha is still there");
    has(
        &record(&world, "mark", &third).await,
        json!({"resolved": null, "ended_by": "omar", "end_cause": "left"}),
    );
    does(&martha, &conversation, say(&discussion, "I am still here")).await;
    mark.frames();
    does(&martha, &conversation, leave).await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["discussion_left", "discussion_ended"]);
    has(&events[1], json!({"cause": "left", "resolved": null}));
    has(
        &record(&world, "mark", &discussion.replace("-d", "-o")).await,
        json!({"ended_by": "martha", "end_cause": "left", "messages": 1, "resolved": null}),
    );
    assert_eq!(seen_by(&world, "mark", &conversation).await["status"], "active");
    // The release of the last consultant ends the discussion.
    let discussion = talk(&mark, &nina, &conversation).await;
    let last = json!({"type": "release_expert", "discussion": discussion,
                      "outcome": {"agent": "nina", "resolved": false, "note": "No idea"}});
    mark.frames();
    does(&mark, &conversation, last).await;
    has(
        one(&mark.events(), "discussion_ended"),
        json!({"cause": "ended", "resolved": false, "note": "No idea"}),
    );
}

#[tokio::test]
async fn a_discussion_becomes_a_transfer_without_an_offer_if_the_consultant_has_room() {
    let world = World::new().await;
    let [mark, martha, nina, omar] = people(&world, ["mark", "martha", "nina", "omar"]).await;
    let full = fill(&world, &martha, 5).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    let other = talk(&mark, &omar, &conversation).await;
    let pending = offer(&mark, &conversation, json!({"type": "confer", "to": "nina"})).await;
    let promote = json!({"type": "promote", "discussion": discussion, "into": "transfer"});
    refused(&martha, &conversation, promote.clone(), "not_initiator").await;
    refused(&mark, &conversation, promote.clone(), "target_full").await;
    assert_eq!(seen_by(&world, "mark", &conversation).await["owner"], "mark", "nothing changed");
    does(&martha, &full[0], json!({"type": "resolve"})).await;
    for agent in [&mark, &martha, &nina, &omar] {
        agent.frames();
    }
    world.stand_still_until(world.now() + Millis::seconds(9));
    does(&mark, &conversation, promote).await;
    let events = martha.events();
    assert_eq!(
        kinds(&events),
        ["discussion_left", "discussion_ended", "offer_closed", "discussion_ended", "assigned"],
        "no new invitation"
    );
    has(&events[0], json!({"agent": "martha", "promoted": "transfer"}));
    has(&events[1], json!({"discussion": discussion, "cause": "promoted"}));
    has(&events[2], json!({"offer": pending, "status": "rescinded"}));
    has(&events[3], json!({"discussion": other, "cause": "transferred"}));
    has(&events[4], json!({"to": "martha", "from": "mark", "origin": "transfer"}));
    assert_eq!(newest(&mark)["following"], false);
    assert_eq!(newest(&omar)["following"], false);
    has(
        &record(&world, "martha", &discussion.replace("-d", "-o")).await,
        json!({"promoted_to": "transfer", "end_cause": "promoted", "ended_by": "mark",
               "talk_ms": 9_000, "messages": 0, "resolved": null}),
    );
    has(
        &record(&world, "martha", &other.replace("-d", "-o")).await,
        json!({"promoted_to": null, "end_cause": "transferred", "ended_by": null}),
    );
    has(&record(&world, "martha", &pending).await, json!({"status": "rescinded"}));
    assert_eq!((load(&world, "mark").await, load(&world, "martha").await), (0, 5));
    does(&martha, &conversation, text("Here is Martha")).await;
    assert_eq!(sent(&world).await, ["Here is Martha"]);
}

#[tokio::test]
async fn a_discussion_becomes_a_conference_with_one_consultant_and_goes_on_with_the_others() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    let second = agreed(&mark, &nina, &conversation, join("nina", &discussion)).await;
    let promote = json!({"type": "promote", "discussion": discussion, "into": "conference"});
    refused(&mark, &conversation, promote.clone(), "which_expert").await;
    let mut named = promote.clone();
    named["agent"] = json!("omar");
    refused(&mark, &conversation, named.clone(), "not_expert").await;
    named["agent"] = json!("nina");
    mark.frames();
    nina.frames();
    does(&mark, &conversation, named).await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["discussion_left", "conference_joined"]);
    has(&events[0], json!({"agent": "nina", "promoted": "conference"}));
    assert_eq!(newest(&nina)["conversation"]["guests"], json!(["nina"]));
    has(
        &record(&world, "mark", &second).await,
        json!({"promoted_to": "conference", "end_cause": "promoted", "ended_by": "mark"}),
    );
    // Martha, who was promoted, does not read what the others say in private from now on.
    does(&mark, &conversation, say(&discussion, "What do you think of it?")).await;
    assert!(!read_by(&world, "nina", &conversation).await.contains("What do you think"));
    does(&nina, &conversation, text("Here is Nina")).await;
    mark.frames();
    // The promotion of the last consultant ends the discussion.
    does(&mark, &conversation, promote).await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["discussion_left", "discussion_ended", "conference_joined"]);
    has(&events[1], json!({"cause": "promoted"}));
    assert_eq!(seen_by(&world, "mark", &conversation).await["guests"], json!(["nina", "martha"]));
    assert_eq!(load(&world, "nina").await, 0, "a guest needs no room");
    assert_eq!(sent(&world).await, ["Here is Nina"]);
}

#[tokio::test]
async fn the_end_of_a_conversation_ends_its_discussions_and_offers() {
    let world = World::new().await;
    let [mark, martha, nina, omar] = people(&world, ["mark", "martha", "nina", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let began = world.now();
    let discussion = talk(&mark, &martha, &conversation).await;
    let pending = offer(&mark, &conversation, json!({"type": "discuss", "to": "nina"})).await;
    let assign = offer(&mark, &conversation, json!({"type": "assign", "to": "omar"})).await;
    does(&martha, &conversation, say(&discussion, "Try the seal")).await;
    world.stand_still_until(began + Millis::seconds(30));
    for agent in [&martha, &nina, &omar] {
        agent.frames();
    }
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    for agent in [&martha, &nina, &omar] {
        let push = newest(agent);
        assert_eq!(push["following"], false, "{}", agent.id);
        assert_eq!(push["conversation"]["status"], "resolved");
        has(one(&events_of(&push), "discussion_ended"), json!({"cause": "conversation_ended"}));
        let closed: Vec<Value> =
            events_of(&push).into_iter().filter(|e| e["type"] == "offer_closed").collect();
        assert!(closed.len() == 2 && closed.iter().all(|e| e["status"] == "rescinded"));
    }
    has(
        &record(&world, "mark", &discussion.replace("-d", "-o")).await,
        json!({"end_cause": "conversation_ended", "ended_by": null, "talk_ms": 30_000,
               "messages": 1, "resolved": null}),
    );
    for id in [&pending, &assign] {
        has(&record(&world, "mark", id).await, json!({"status": "rescinded", "version": 2}));
    }
    assert_eq!(load(&world, "omar").await, 0, "the room that was held is free again");
    refused(&martha, &conversation, say(&discussion, "x"), "discussion_ended").await;
    let late =
        refused(&nina, &conversation, crate::world::scene::yes(&pending), "offer_closed").await;
    assert_eq!(late["status"], "rescinded");
}
