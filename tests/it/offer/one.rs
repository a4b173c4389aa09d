//! A request to one colleague, from the question to its one end.

use crate::world::World;
use crate::world::story::{discuss, mark_has_smith};
use domain::Millis;
use serde_json::{Value, json};

#[tokio::test]
async fn an_offer_is_pending_with_a_deadline_and_recorded_at_once() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let asked = json!({"type": "discuss", "to": "martha"});
    mark.does("discuss", &conversation, asked).await;
    let made = martha.event_of("offer_made");
    assert_eq!(made["expires"], (world.now() + Millis::minutes(2)).0);
    let answer = world
        .api("mark", "GET", &format!("/v1/conversations/{conversation}/engagements"), "")
        .await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["engagements"][0]["status"], "pending");
    assert_eq!(body["engagements"][0]["from"], "mark");
}

#[tokio::test]
async fn a_rejection_has_a_reason_that_the_asker_reads() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    mark.frames();
    let without = json!({"type": "reject_offer", "offer": offer, "reason": " "});
    let refused = martha.does("assignment", &conversation, without).await;
    assert_eq!((&refused["code"], &refused["field"]), (&json!("text_missing"), &json!("reason")));
    let reason =
        json!({"type": "reject_offer", "offer": offer, "reason": "Busy with another case"});
    assert_eq!(martha.does("assignment", &conversation, reason).await["type"], "ack");
    let closed = mark.event_of("offer_closed");
    assert_eq!(closed["status"], "rejected");
    assert_eq!(closed["reason"], "Busy with another case");
}

#[tokio::test]
async fn a_withdrawn_offer_is_gone_for_the_colleague_and_a_late_acceptance_says_so() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    let withdraw = json!({"type": "withdraw_offer", "offer": offer, "reason": "Issue resolved"});
    assert_eq!(mark.does("assignment", &conversation, withdraw).await["type"], "ack");
    assert_eq!(martha.event_of("offer_closed")["status"], "withdrawn");
    let accept = json!({"type": "accept_offer", "offer": offer});
    let late = martha.does("assignment", &conversation, accept).await;
    assert_eq!((&late["code"], &late["status"]), (&json!("offer_closed"), &json!("withdrawn")));
}

#[tokio::test]
async fn an_unanswered_offer_times_out_after_two_minutes_and_both_are_told() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    mark.frames();
    world.pass(Millis::seconds(119)).await;
    assert!(mark.events().iter().all(|e| e["type"] != "offer_closed"));
    world.pass(Millis::seconds(1)).await;
    assert_eq!(mark.event_of("offer_closed")["status"], "timed_out");
    assert_eq!(martha.event_of("offer_closed")["status"], "timed_out");
}

#[tokio::test]
async fn an_acceptance_after_the_deadline_is_too_late_even_before_the_timer() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    world.wires.lose_nudges();
    world.stand_still_until(world.now() + Millis::minutes(2));
    let accept = json!({"type": "accept_offer", "offer": offer});
    let late = martha.does("assignment", &conversation, accept).await;
    assert_eq!((&late["code"], &late["status"]), (&json!("offer_closed"), &json!("timed_out")));
    // The sweep finds the timer whose wake-up was lost.
    world.pass(Millis::seconds(1)).await;
    assert_eq!(mark.event_of("offer_closed")["status"], "timed_out");
}
