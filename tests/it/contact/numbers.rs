//! Agents find a customer by phone number, in whatever notation they write it.

use serde_json::Value;

use crate::world::{World, reads};

const NUMBER: &str = "4917612345678";

/// Escapes a text as query strings do.
fn escaped(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[tokio::test]
async fn the_list_is_searched_by_number_in_every_usual_notation() {
    let world = World::new().await;
    world.customer_writes(NUMBER, "My kettle leaks").await;
    world.customer_writes("16505559999", "Mine, too").await;
    world.project().await;
    let found = async |search: &str| -> Vec<String> {
        // The event of a gateway holds the query decoded.
        let mut event = crate::world::http_event("GET", "/v1/conversations", "");
        let token = world.wires.token("mark", world.now(), |_| {});
        event["headers"]["authorization"] = format!("Bearer {token}").into();
        event["queryStringParameters"] = serde_json::json!({"q": search});
        event["rawQueryString"] = format!("q={}", escaped(search)).into();
        let answer = world.call("api", event).await;
        let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        let cards = body["conversations"].as_array().unwrap_or_else(|| panic!("{body}"));
        cards.iter().map(|card| card["addresses"][0].as_str().unwrap().to_owned()).collect()
    };
    for search in [
        "4917612345678",
        "+49 176 12345678",
        "017612345678",
        "12345678",
        "(0176) 123-456 78",
        "+49 (0)176 12345678",
        "smith 0176/12345678",
    ] {
        assert_eq!(found(search).await, [NUMBER], "{search}");
    }
    for search in ["0176 12345679", "+1 176 12345678", "jones 12345678"] {
        assert!(found(search).await.is_empty(), "{search}");
    }
    let queue = reads(&world, "mark", "/v1/queues/support").await;
    let waiting = queue["waiting"].as_array().unwrap();
    assert!(waiting.iter().any(|place| place["addresses"][0] == NUMBER), "{queue}");
}
