//! Drafts follow their writer from window to window, and nobody else.

use crate::file::SMITH;
use crate::world::story::accepted;
use crate::world::{World, reads};
use domain::Millis;
use serde_json::{Value, json};

pub(crate) fn draft(conversation: &str, mode: &str, text: &str) -> Value {
    json!({"action": "draft", "conversation": conversation, "mode": mode, "text": text})
}

#[tokio::test]
async fn a_draft_follows_its_writer_and_stays_with_its_composer() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let (other, martha) = (world.agent("mark").await, world.agent("martha").await);
    assert!(mark.says(draft(&conversation, "reply", "That batch")).await.is_empty());
    mark.says(draft(&conversation, "comment", "Ask Olga")).await;
    let told = other.told("draft");
    assert_eq!((&told[0]["mode"], &told[0]["text"]), (&json!("reply"), &json!("That batch")));
    assert_eq!(told[1]["mode"], "comment");
    assert!(martha.frames().is_empty());
    world.stand_still_until(world.now() + Millis::seconds(5));
    mark.says(draft(&conversation, "reply", "That batch was recalled")).await;
    let all = reads(&world, "mark", "/v1/drafts").await;
    let texts: Vec<&str> =
        all["drafts"].as_array().unwrap().iter().map(|d| d["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["That batch was recalled", "Ask Olga"], "newest first, one to a composer");
    assert_eq!(reads(&world, "martha", "/v1/drafts").await["drafts"], json!([]));
    mark.says(draft(&conversation, "reply", "")).await;
    assert_eq!(other.told("draft").last().unwrap()["text"], "");
    let all = reads(&world, "mark", "/v1/drafts").await;
    assert_eq!(all["drafts"].as_array().unwrap().len(), 1);
    world.stand_still_until(world.now() + Millis::hours(30 * 24) + Millis::seconds(1));
    assert_eq!(reads(&world, "mark", "/v1/drafts").await["drafts"], json!([]), "after 30 days");
}

#[tokio::test]
async fn a_draft_for_a_discussion_names_one_of_the_same_conversation() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let own = conversation.replace("-1", "-d3");
    let with = |mode: &str, discussion: Value| {
        let mut frame = draft(&conversation, mode, "Is it known?");
        frame["discussion"] = discussion;
        frame
    };
    assert!(mark.says(with("discussion", json!(own))).await.is_empty());
    let all = reads(&world, "mark", "/v1/drafts").await;
    assert_eq!(all["drafts"][0]["discussion"], json!(own));
    for frame in [
        with("discussion", Value::Null),
        with("reply", json!(own)),
        with("discussion", json!("0000000000000000-d3")),
        with("discussion", json!("elsewhere")),
        with("letter", Value::Null),
    ] {
        let answer = mark.says(frame.clone()).await;
        assert_eq!(answer[0]["code"], "frame_invalid", "{frame}");
    }
}

#[tokio::test]
async fn a_draft_delays_the_automatic_end_by_one_more_period() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Which kettle?"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    let status = async || world.state(&world.thread(SMITH)).await.conversation.status;
    world.pass(Millis::hours(10)).await;
    mark.says(draft(&conversation, "comment", "ask again?")).await;
    mark.says(draft(&conversation, "reply", "Are you still")).await;
    world.pass(Millis::hours(23)).await;
    assert_eq!(status().await, domain::Status::Pending, "ten hours more since it was begun");
    world.pass(Millis::hours(2)).await;
    assert_eq!(status().await, domain::Status::Resolved, "and not for ever");
}
