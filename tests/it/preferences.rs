//! An agent's own things: read positions, drafts, and preferences of the console. They follow the
//! agent from screen to screen, and go to nobody else.

use crate::message::draft::draft;
use crate::world::story::accepted;
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

#[tokio::test]
async fn preferences_begin_with_defaults_and_reach_the_other_screens() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let mut mine = reads(&world, "mark", "/v1/preferences").await;
    assert_eq!((&mine["version"], &mine["theme"]), (&json!(0), &json!("system")));
    assert_eq!(mine["sort"], "last_assigned");
    mine["theme"] = json!("dark");
    mine["sounds"] = json!({"message": "chime", "queue": "off"});
    mine["panels"] = json!({"list": 320});
    let (status, kept) = asks(&world, "mark", "PUT", "/v1/preferences", mine.clone()).await;
    assert_eq!((status, &kept["version"]), (200, &json!(1)));
    assert_eq!(reads(&world, "mark", "/v1/preferences").await, kept);
    let told = mark.told("preferences");
    assert_eq!((&told[0]["theme"], &told[0]["version"]), (&json!("dark"), &json!(1)));
    assert!(martha.frames().is_empty());
    assert_eq!(reads(&world, "martha", "/v1/preferences").await["version"], 0);
    mine["theme"] = json!("light");
    let (status, answer) = asks(&world, "mark", "PUT", "/v1/preferences", mine).await;
    assert_eq!((status, &answer["error"]["code"]), (409, &json!("version_conflict")));
    let (_, reset) = asks(&world, "mark", "PUT", "/v1/preferences", json!({"version": 1})).await;
    assert_eq!((&reset["theme"], &reset["sounds"]), (&json!("system"), &json!({})));
}

#[tokio::test]
async fn preferences_out_of_bounds_are_refused_by_field() {
    let world = World::new().await;
    let many = |count: usize, value: Value| -> Value {
        (0..count)
            .map(|n| (format!("name-{n}"), value.clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    for (field, value) in [
        ("volume", json!(101)),
        ("idle_minutes", json!(121)),
        ("sounds", json!({"message": "../chime"})),
        ("sounds", json!({"": "chime"})),
        ("sounds", many(41, json!("chime"))),
        ("shortcuts", json!({"canned": ""})),
        ("shortcuts", json!({"canned": "x".repeat(41)})),
        ("shortcuts", many(201, json!("Ctrl+K"))),
        ("panels", json!({"list": 10_001})),
        ("panels", json!({"x".repeat(61): 1})),
        ("sections", json!([""])),
        ("sections", json!(vec!["x"; 41])),
        ("language", json!("e")),
        ("language", json!("en_US")),
    ] {
        let body = json!({"version": 0, field: value});
        let (status, answer) = asks(&world, "mark", "PUT", "/v1/preferences", body.clone()).await;
        assert_eq!(
            (status, &answer["error"]["code"]),
            (400, &json!("setting_out_of_range")),
            "{body}"
        );
        assert_eq!(answer["error"]["field"], field, "{body}");
    }
    for body in [json!({"version": 0, "theme": "pink"}), json!({"version": 0, "colour": "red"})] {
        let (status, answer) = asks(&world, "mark", "PUT", "/v1/preferences", body).await;
        assert_eq!((status, &answer["error"]["code"]), (400, &json!("frame_invalid")), "{answer}");
    }
    assert_eq!(reads(&world, "mark", "/v1/preferences").await["version"], 0);
}

#[tokio::test]
async fn a_deleted_draft_does_not_delay_the_automatic_end() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Which kettle?"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.pass(Millis::hours(10)).await;
    mark.says(draft(&conversation, "reply", "Are you still")).await;
    mark.says(draft(&conversation, "reply", "")).await;
    mark.says(draft(&conversation, "comment", "ask again?")).await;
    world.pass(Millis::hours(15)).await;
    let status = world.state(&world.thread(SMITH)).await.conversation.status;
    assert_eq!(status, domain::Status::Resolved);
}
