//! A request that asks all of a group at once: the first to accept has it.

use crate::world::World;
use crate::world::scene::{
    SMITH, does, events_of, has, kinds, load, newest, no, offer, one, people, record, refused,
    taken, text, yes,
};
use domain::Millis;
use serde_json::json;

#[tokio::test]
async fn the_first_of_all_asked_members_to_accept_has_it() {
    for kind in ["discuss", "assign", "confer"] {
        let world = World::new().await;
        let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
        let conversation = taken(&world, &mark, SMITH).await;
        does(&mark, &conversation, text("Let me look")).await;
        mark.frames();
        let command = json!({"type": kind, "to": {"team": "support"}, "all": true});
        let id = offer(&mark, &conversation, command).await;
        let asked = mark.events();
        let made = one(&asked, "offer_made").clone();
        has(&made, json!({"all": true, "to": ["martha", "nina"]}));
        assert_eq!(made["expires"], made["deadline"], "all have the whole time");
        let routed = one(&asked, "routed");
        has(routed, json!({"chosen": null, "decided_by": "everyone"}));
        for agent in [&martha, &nina] {
            one(&agent.events(), "offer_made");
            assert_eq!(load(&world, &agent.id).await, u64::from(kind == "assign"), "{kind}");
        }
        world.pass(Millis::seconds(40)).await;
        assert!(martha.told("entries").is_empty(), "nobody is taken off it after a step");
        mark.frames();
        does(&nina, &conversation, yes(&id)).await;
        for agent in [&mark, &martha] {
            let push = newest(agent);
            let events = events_of(&push);
            has(one(&events, "offer_closed"), json!({"status": "accepted", "by": "nina"}));
            // The agent who handed the conversation over does not follow it any more, either.
            let follows = agent.id == "mark" && kind != "assign";
            assert_eq!(push["following"], follows, "{kind} {}", agent.id);
        }
        let late = refused(&martha, &conversation, yes(&id), "offer_closed").await;
        has(&late, json!({"status": "rescinded", "agent": "nina"}));
        let late = refused(&martha, &conversation, no(&id, "Not my field"), "offer_closed").await;
        has(&late, json!({"status": "rescinded", "agent": "nina"}));
        let kept = record(&world, "mark", &id).await;
        has(&kept, json!({"status": "accepted", "decided_by": "nina", "version": 2, "all": true}));
        has(&kept["tried"][0], json!({"agent": "martha", "status": "rescinded"}));
        assert_eq!(load(&world, "martha").await, 0, "{kind}: room given back");
        assert_eq!(load(&world, "nina").await, u64::from(kind == "assign"));
    }
}

#[tokio::test]
async fn the_other_asked_members_can_still_accept_after_a_rejection() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let command = json!({"type": "assign", "to": {"queue": "support"}, "all": true});
    let id = offer(&mark, &conversation, command.clone()).await;
    mark.frames();
    does(&martha, &conversation, no(&id, "Not my field")).await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["offer_passed"], "nobody new is asked");
    assert_eq!(load(&world, "martha").await, 0);
    does(&nina, &conversation, yes(&id)).await;
    has(one(&mark.events(), "assigned"), json!({"to": "nina", "from": "mark", "origin": "offer"}));
    let kept = record(&world, "nina", &id).await;
    has(
        &kept,
        json!({"status": "accepted", "decided_by": "nina", "version": 3, "to": ["martha", "nina"]}),
    );
    // If all colleagues reject, the last rejection closes the offer.
    let id = offer(&nina, &conversation, command).await;
    does(&martha, &conversation, no(&id, "Not my field")).await;
    nina.frames();
    does(&mark, &conversation, no(&id, "About to go off duty")).await;
    has(one(&nina.events(), "offer_closed"), json!({"status": "rejected", "by": "mark"}));
    has(&record(&world, "nina", &id).await, json!({"status": "rejected", "version": 3}));
}
