//! Agents read earlier conversations of a thread as they stood at their end (F57, F71).

use crate::budgets::{budget, hold};
use crate::world::scene::{SMITH, does, has, people, talk, text};
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

#[tokio::test]
async fn each_conversation_of_a_thread_has_its_own_state_entries_and_records() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let thread = world.thread(SMITH);
    let numbered = |number: u32| format!("{thread}-{number}");
    for number in 1..=4 {
        let id = numbered(number);
        world.stand_still_until(world.now() + Millis::minutes(1));
        world.customer_writes(SMITH, &format!("Question {number}")).await;
        does(&mark, &id, json!({"type": "accept"})).await;
        does(&mark, &id, json!({"type": "tag", "add": [format!("Tag {number}")]})).await;
        let discussion = talk(&mark, &martha, &id).await;
        let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
        does(&mark, &id, end).await;
        does(&mark, &id, text(&format!("Answer {number}"))).await;
        if number < 4 {
            does(&mark, &id, json!({"type": "resolve", "note": format!("Note {number}")})).await;
            does(&mark, &id, json!({"type": "comment", "text": format!("Later {number}")})).await;
        }
    }
    for number in 1..=4 {
        let id = numbered(number);
        let whole = reads(&world, "nina", &format!("/v1/conversations/{id}")).await;
        let status = if number < 4 { "resolved" } else { "pending" };
        has(
            &whole["conversation"],
            json!({"id": id, "status": status, "tags": [format!("Tag {number}")]}),
        );
        let entries = whole["entries"].to_string();
        assert!(entries.contains(&format!("Answer {number}")), "{entries}");
        assert!(!entries.contains(&format!("Answer {}", number + 1)), "{entries}");
        assert_eq!(entries.contains(&format!("Later {number}")), number < 4);
        let records = reads(&world, "nina", &format!("/v1/conversations/{id}/engagements")).await;
        let of: Vec<&Value> = records["engagements"].as_array().unwrap().iter().collect();
        assert_eq!((of.len(), &of[0]["conversation"]), (1, &json!(id)));
    }
    let route = format!("/v1/conversations/{}", numbered(5));
    assert_eq!(asks(&world, "nina", "GET", &route, Value::Null).await.0, 404);
    reads(&world, "nina", "/v1/me").await;
    world.wires.spent();
    reads(&world, "nina", &format!("/v1/conversations/{}", numbered(3))).await;
    // The reader's session, the newest entry, the last one of the conversation, and a page of entries.
    hold(&budget("the conversation before this one", 4, 0.0, 8.0), &[world.wires.spent()]);
}

#[tokio::test]
async fn an_earlier_conversation_shows_who_the_customer_is_today() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let first = crate::world::scene::taken(&world, &mark, SMITH).await;
    does(&mark, &first, json!({"type": "resolve"})).await;
    world.customer_writes(SMITH, "Me again").await;
    let contact = reads(&world, "mark", &format!("/v1/conversations/{first}")).await;
    let contact = contact["conversation"]["contact"]["id"].as_str().unwrap().to_owned();
    let change = json!({"version": 0, "name": "Joan Smith"});
    asks(&world, "mark", "PATCH", &format!("/v1/contacts/{contact}"), change).await;
    let shown = reads(&world, "mark", &format!("/v1/conversations/{first}")).await;
    assert_eq!(shown["conversation"]["contact"]["name"], "Joan Smith");
    assert_eq!(shown["conversation"]["status"], "resolved");
}
