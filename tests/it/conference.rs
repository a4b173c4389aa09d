//! Several agents speak with the customer: they come, speak and go, and one of them owns the
//! conversation (F32–F36).

use crate::world::scene::{
    SMITH, agreed, does, events_of, fill, has, kinds, load, newest, no, offer, one, people, record,
    refused, seen_by, sent, taken, talk, text, yes,
};
use crate::world::{Visitor, World};
use domain::Millis;
use serde_json::{Value, json};

fn confer(agent: &str) -> Value {
    json!({"type": "confer", "to": {"agent": agent}, "note": "She asks about the invoice"})
}

fn texts(frames: &[Value]) -> Vec<Value> {
    let messages =
        frames.iter().flat_map(|f| f["messages"].as_array().cloned().unwrap_or_default());
    messages.map(|m| json!([m["from"], m["content"]["text"]])).collect()
}

#[tokio::test]
async fn a_guest_reads_everything_and_speaks_with_the_customer_for_all_to_see() {
    let world = World::new().await;
    let [mark, omar] = people(&world, ["mark", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let thread = world.thread(SMITH).to_string();
    does(&mark, &conversation, text("Which kettle is it?")).await;
    does(&mark, &conversation, json!({"type": "comment", "text": "Bought in May"})).await;
    refused(&omar, &conversation, text("Hello"), "not_found").await;
    let id = offer(&mark, &conversation, confer("omar")).await;
    has(
        one(&omar.events(), "offer_made"),
        json!({"kind": "conference", "to": ["omar"], "note": "She asks about the invoice"}),
    );
    refused(&omar, &conversation, text("Hello"), "not_owner").await;
    world.stand_still_until(world.now() + Millis::seconds(12));
    mark.frames();
    does(&omar, &conversation, yes(&id)).await;
    let push = newest(&mark);
    assert_eq!(kinds(&events_of(&push)), ["offer_closed", "conference_joined"]);
    has(&events_of(&push)[1], json!({"agent": "omar"}));
    has(&push["conversation"], json!({"guests": ["omar"], "owner": "mark", "offers": []}));
    // The new guest fetches the whole transcript.
    let all = omar.says(json!({"action": "catch_up", "thread": thread, "after": 0})).await;
    let snapshot = all.iter().find(|f| f["type"] == "snapshot").unwrap();
    let read = snapshot.to_string();
    for said in ["My kettle leaks", "Which kettle is it?", "Bought in May"] {
        assert!(read.contains(said), "{said}");
    }
    assert_eq!((&snapshot["entries"][0]["seq"], &snapshot["more"]), (&json!(1), &json!(false)));
    omar.frames();
    // Everybody sees everybody's messages.
    does(&omar, &conversation, text("I see the invoice")).await;
    does(&mark, &conversation, text("Omar is with us")).await;
    world.customer_writes(SMITH, "Thank you both").await;
    for agent in [&mark, &omar] {
        let events = agent.events();
        let seen: Vec<&Value> = events.iter().map(|e| &e["content"]["text"]).collect();
        assert_eq!(
            seen,
            ["I see the invoice", "Omar is with us", "Thank you both"],
            "{}",
            agent.id
        );
    }
    assert_eq!(sent(&world).await, ["Which kettle is it?", "I see the invoice", "Omar is with us"]);
    assert_eq!(load(&world, "omar").await, 0, "it takes no room");
    has(
        &record(&world, "mark", &id).await,
        json!({"kind": "conference", "status": "accepted", "wait_ms": 12_000, "decided_by": "omar",
               "ended_at": null, "version": 2}),
    );
    // The owner's commands stay the owner's.
    for command in [
        json!({"type": "resolve"}),
        json!({"type": "transfer", "to": {"queue": "billing"}}),
        json!({"type": "discuss", "to": "martha"}),
        json!({"type": "remove_guest", "agent": "omar"}),
        json!({"type": "send_survey", "survey": "Satisfaction"}),
    ] {
        refused(&omar, &conversation, command, "not_owner").await;
    }
}

#[tokio::test]
async fn a_visitor_of_the_web_chat_hears_both_and_is_told_of_neither() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let conversation = format!("{}-1", vera.thread());
    does(&mark, &conversation, json!({"type": "accept"})).await;
    vera.frames();
    agreed(&mark, &martha, &conversation, confer("martha")).await;
    assert_eq!(vera.frames(), Vec::<Value>::new(), "who comes is nothing of hers");
    does(&martha, &conversation, text("On Tuesday")).await;
    does(&mark, &conversation, text("In blue, too")).await;
    let frames = vera.frames();
    assert_eq!(texts(&frames), [json!(["us", "On Tuesday"]), json!(["us", "In blue, too"])]);
    assert!(!json!(frames).to_string().contains("martha"), "no names: {frames:?}");
    mark.frames();
    martha.frames();
    vera.writes("Lovely").await;
    for agent in [&mark, &martha] {
        assert_eq!(agent.event_of("customer_message")["content"]["text"], "Lovely");
    }
    vera.frames();
    does(&martha, &conversation, json!({"type": "leave_conference"})).await;
    assert_eq!(vera.frames(), Vec::<Value>::new(), "nor who goes");
}

#[tokio::test]
async fn a_guest_is_removed_or_leaves_and_can_say_no_more() {
    let world = World::new().await;
    let [mark, martha, omar, olga] = people(&world, ["mark", "martha", "omar", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let remove = |agent: &str| json!({"type": "remove_guest", "agent": agent});
    refused(&mark, &conversation, remove("omar"), "not_in_conference").await;
    let began = world.now();
    let id = agreed(&mark, &omar, &conversation, confer("omar")).await;
    world.stand_still_until(began + Millis::seconds(25));
    omar.frames();
    does(&mark, &conversation, remove("omar")).await;
    let push = newest(&omar);
    has(one(&events_of(&push), "conference_left"), json!({"agent": "omar"}));
    assert_eq!((&push["following"], &push["conversation"]["guests"]), (&json!(false), &json!([])));
    refused(&omar, &conversation, text("x"), "not_found").await;
    has(
        &record(&world, "mark", &id).await,
        json!({"ended_by": "mark", "end_cause": "ended", "talk_ms": 25_000, "messages": null,
               "promoted_to": null, "version": 3}),
    );
    // A guest leaves alone.
    let id = agreed(&mark, &martha, &conversation, confer("martha")).await;
    mark.frames();
    does(&martha, &conversation, json!({"type": "leave_conference"})).await;
    has(one(&mark.events(), "conference_left"), json!({"agent": "martha"}));
    has(&record(&world, "mark", &id).await, json!({"ended_by": "martha", "end_cause": "left"}));
    refused(&martha, &conversation, text("x"), "not_owner").await;
    refused(&martha, &conversation, json!({"type": "leave_conference"}), "not_in_conference").await;
    // A manager of the team removes a guest.
    agreed(&mark, &omar, &conversation, confer("omar")).await;
    does(&olga, &conversation, remove("omar")).await;
    has(&seen_by(&world, "mark", &conversation).await, json!({"guests": [], "owner": "mark"}));
    refused(&mark, &conversation, json!({"type": "leave_conference"}), "not_in_conference").await;
}

#[tokio::test]
async fn a_guest_goes_on_without_a_break_for_the_customer_when_the_owner_leaves() {
    for leaving in ["leave_conference", "resolve"] {
        let world = World::new().await;
        let [mark, martha, nina, omar] = people(&world, ["mark", "martha", "nina", "omar"]).await;
        let full = fill(&world, &martha, 5).await;
        let conversation = taken(&world, &mark, SMITH).await;
        let crowded = agreed(&mark, &martha, &conversation, confer("martha")).await;
        let chosen = agreed(&mark, &nina, &conversation, confer("nina")).await;
        let discussion = talk(&mark, &omar, &conversation).await;
        for agent in [&mark, &martha, &nina, &omar] {
            agent.frames();
        }
        does(&mark, &conversation, json!({"type": leaving})).await;
        let push = newest(&nina);
        let events = events_of(&push);
        assert_eq!(kinds(&events), ["discussion_ended", "conference_left", "assigned"]);
        has(&events[0], json!({"discussion": discussion, "cause": "transferred"}));
        has(&events[1], json!({"agent": "nina"}));
        has(&events[2], json!({"to": "nina", "from": "mark", "origin": "conference"}));
        // Martha was there longer, but has no room.
        has(
            &push["conversation"],
            json!({"owner": "nina", "guests": ["martha"], "status": "active",
                   "origin": "conference"}),
        );
        assert_eq!(newest(&mark)["following"], false, "{leaving}");
        assert_eq!((load(&world, "mark").await, load(&world, "nina").await), (0, 1));
        refused(&mark, &conversation, text("x"), "not_owner").await;
        has(
            &record(&world, "nina", &chosen).await,
            json!({"promoted_to": "transfer", "end_cause": "promoted"}),
        );
        has(&record(&world, "nina", &crowded).await, json!({"ended_at": null}));
        // Nobody but Martha is left to take over from Nina, and she has no room.
        let none = json!({"type": leaving});
        refused(&nina, &conversation, none.clone(), "no_successor").await;
        does(&martha, &full[0], json!({"type": "resolve"})).await;
        does(&nina, &conversation, none).await;
        assert_eq!(seen_by(&world, "mark", &conversation).await["owner"], "martha");
        // An owner without guests ends the conversation by resolving it.
        does(&martha, &conversation, text("All done")).await;
        does(&martha, &conversation, json!({"type": "resolve"})).await;
        assert_eq!(seen_by(&world, "mark", &conversation).await["status"], "resolved");
    }
}

#[tokio::test]
async fn a_managers_end_is_the_end_for_all() {
    let world = World::new().await;
    let [mark, martha, olga] = people(&world, ["mark", "martha", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = agreed(&mark, &martha, &conversation, confer("martha")).await;
    martha.frames();
    does(&olga, &conversation, json!({"type": "resolve"})).await;
    let push = newest(&martha);
    assert_eq!((&push["following"], &push["conversation"]["guests"]), (&json!(false), &json!([])));
    has(
        &record(&world, "mark", &id).await,
        json!({"end_cause": "conversation_ended", "ended_by": null}),
    );
    refused(&martha, &conversation, text("x"), "conversation_closed").await;
}

#[tokio::test]
async fn an_invitation_that_is_not_accepted_changes_nothing() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&mark, &conversation, text("Let me look")).await;
    let before = seen_by(&world, "mark", &conversation).await;
    for ending in ["timed_out", "rejected", "withdrawn"] {
        let id = offer(&mark, &conversation, confer("martha")).await;
        mark.frames();
        match ending {
            "timed_out" => world.pass(Millis::minutes(2)).await,
            "rejected" => {
                does(&martha, &conversation, no(&id, "Not my field")).await;
            }
            _ => {
                let back =
                    json!({"type": "withdraw_offer", "offer": id, "reason": "Issue resolved"});
                does(&mark, &conversation, back).await;
            }
        }
        let push = newest(&martha);
        assert_eq!(push["following"], false);
        has(one(&events_of(&push), "offer_closed"), json!({"status": ending}));
        let after = seen_by(&world, "mark", &conversation).await;
        for field in ["owner", "status", "guests", "offers", "waiting_since", "assigned_at"] {
            assert_eq!(after[field], before[field], "{ending}: {field}");
        }
        has(&record(&world, "mark", &id).await, json!({"status": ending, "ended_at": null}));
        let late = refused(&martha, &conversation, yes(&id), "offer_closed").await;
        assert_eq!(late["status"], ending);
        refused(&martha, &conversation, text("x"), "not_owner").await;
    }
}

#[tokio::test]
async fn a_seventh_party_is_refused_and_pending_invitations_count() {
    let world = World::new().await;
    let [mark, martha, nina, omar, petra, quinn] =
        people(&world, ["mark", "martha", "nina", "omar", "petra", "quinn"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    for guest in [&martha, &nina, &omar] {
        agreed(&mark, guest, &conversation, confer(&guest.id)).await;
    }
    // The customer, Mark, three guests, and Petra, whom Mark asks: six.
    let talk = talk(&mark, &quinn, &conversation).await;
    let asked = offer(&mark, &conversation, confer("petra")).await;
    let full = refused(&mark, &conversation, confer("olga"), "conference_full").await;
    assert!(full["message"].as_str().unwrap().contains('6'), "{full}");
    let promote = json!({"type": "promote", "discussion": talk, "into": "conference"});
    refused(&mark, &conversation, promote.clone(), "conference_full").await;
    does(&petra, &conversation, yes(&asked)).await;
    let group = json!({"type": "confer", "to": {"team": "sales"}, "all": true});
    refused(&mark, &conversation, group, "conference_full").await;
    refused(&mark, &conversation, confer("petra"), "target_in_conference").await;
    let seen = seen_by(&world, "mark", &conversation).await;
    assert_eq!(seen["guests"], json!(["martha", "nina", "omar", "petra"]));
    // All guests speak.
    for guest in [&martha, &nina, &omar, &petra] {
        does(guest, &conversation, text(&guest.id)).await;
    }
    assert_eq!(sent(&world).await, ["martha", "nina", "omar", "petra"]);
    does(&martha, &conversation, json!({"type": "leave_conference"})).await;
    does(&mark, &conversation, promote).await;
    let seen = seen_by(&world, "mark", &conversation).await;
    assert_eq!(seen["guests"], json!(["nina", "omar", "petra", "quinn"]));
    // A smaller limit is a setting.
    crate::world::scene::set(&world, "/queues/support", json!({"conference_limit": 3})).await;
    let other = taken(&world, &mark, "16505550000").await;
    agreed(&mark, &martha, &other, confer("martha")).await;
    refused(&mark, &other, confer("nina"), "conference_full").await;
}

#[tokio::test]
async fn as_many_of_a_group_are_asked_as_there_are_places() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    crate::world::scene::set(&world, "/queues/support", json!({"conference_limit": 3})).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let command = json!({"type": "confer", "to": {"team": "support"}, "all": true});
    offer(&mark, &conversation, command).await;
    assert_eq!(one(&martha.events(), "offer_made")["to"], json!(["martha"]));
    assert!(nina.told("entries").is_empty());
}

#[tokio::test]
async fn a_guest_who_joins_leaves_their_discussions_of_the_conversation() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    refused(&mark, &conversation, confer("martha"), "target_consults").await;
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
    does(&mark, &conversation, end).await;
    // Mark asks Martha to both: she accepts the conference, and the discussion's request falls
    // away.
    let ask = offer(&mark, &conversation, json!({"type": "discuss", "to": "martha"})).await;
    let invite = offer(&mark, &conversation, confer("martha")).await;
    does(&martha, &conversation, yes(&invite)).await;
    has(&record(&world, "mark", &ask).await, json!({"status": "rescinded"}));
    refused(
        &mark,
        &conversation,
        json!({"type": "discuss", "to": "martha"}),
        "target_in_conference",
    )
    .await;
    has(
        &seen_by(&world, "mark", &conversation).await,
        json!({"guests": ["martha"], "offers": [], "discussions": []}),
    );
}
