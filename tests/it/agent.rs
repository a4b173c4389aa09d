//! Agents' records.

mod import;

use serde_json::{Value, json};

use crate::world::{World, asks, reads};

#[tokio::test]
async fn managers_and_admins_change_an_agents_record() {
    let world = World::new().await;
    let put = |who: &'static str, agent: &str, body: Value| {
        let route = format!("/v1/agents/{agent}");
        let world = &world;
        async move { asks(world, who, "PUT", &route, body).await }
    };
    let (status, mark) = put(
        "olga",
        "mark",
        json!({"capacity": 7, "skills": ["german", "refunds"],
        "call": "sip:mark@voice.demo.test"}),
    )
    .await;
    assert_eq!(status, 200, "{mark}");
    let agents = reads(&world, "martha", "/v1/agents").await;
    let seen = agents["agents"].as_array().unwrap().iter().find(|a| a["id"] == "mark").unwrap();
    assert_eq!((seen["capacity"].clone(), seen["name"].clone()), (json!(7), json!("Mark Adler")));
    assert_eq!(seen["skills"], json!(["german", "refunds"]));
    assert_eq!(seen["call"], "sip:mark@voice.demo.test");
    let (_, mark) = put("ada", "mark", json!({"call": null, "name": " Mark A. "})).await;
    assert_eq!((mark.get("call"), mark["name"].as_str()), (None, Some("Mark A.")));
    for (who, agent, expected) in [
        ("mark", "mark", 403),
        ("rafael", "mark", 403),
        ("olga", "ada", 403),
        ("ada", "rafael", 200),
        ("ada", "nobody", 404),
    ] {
        assert_eq!(put(who, agent, json!({"capacity": 5})).await.0, expected, "{who} {agent}");
    }
    for (body, code, field) in [
        (json!({"capacity": 0}), "setting_out_of_range", "capacity"),
        (json!({"capacity": 51}), "setting_out_of_range", "capacity"),
        (json!({"name": " "}), "setting_out_of_range", "name"),
        (json!({"call": "javascript:alert(1)"}), "setting_out_of_range", "call"),
        (json!({"skills": ["A b"]}), "frame_invalid", "skills"),
        (json!({"capacity": "5"}), "frame_invalid", "capacity"),
        (json!({"role": "queen"}), "frame_invalid", "role"),
    ] {
        let (_, refused) = put("ada", "mark", body).await;
        assert_eq!(
            (&refused["error"]["code"], &refused["error"]["field"]),
            (&json!(code), &json!(field))
        );
    }
}
