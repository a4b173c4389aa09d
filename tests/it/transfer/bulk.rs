//! An agent hands on several conversations at once.

use crate::transfer::number;
use crate::world::scene::{does, load, people, taken, waiting, well_said};
use crate::world::{World, asks};
use serde_json::{Value, json};

#[tokio::test]
async fn each_conversation_of_a_bulk_transfer_succeeds_or_fails_by_itself_and_only_once() {
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
    // A conversation that is named twice goes once.
    let twice = [&results[0], &results[7]];
    assert_eq!(twice.iter().filter(|r| r["seq"].is_u64()).count(), 1, "{twice:?}");
    assert_eq!(waiting(&world, "returns").await.len(), 3);
    assert_eq!(waiting(&world, "returns").await[0]["summary"], "I am off at five");
    assert_eq!(load(&world, "mark").await, 0);
    // The answer was lost: the same request has no second effect.
    let (_, again) = go(body("bulk-0001", json!({"queue": "returns"}))).await;
    for at in (0..3).filter(|at| results[*at]["seq"].is_u64()) {
        assert_eq!(again["results"][at], results[at]);
    }
    let log = world.log(&world.thread(&number(1))).await;
    let moved = log.iter().flat_map(|e| &e.events);
    let moved = moved.filter(|e| matches!(e, domain::Event::Requeued(_))).count();
    assert_eq!(moved, 1);
    // Of several conversations, one goes to a colleague with one place left.
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
    // Bodies that are no such request at all.
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
