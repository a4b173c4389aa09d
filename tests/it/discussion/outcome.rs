//! A discussion is private, and ends with an outcome.

use crate::file::SMITH;
use crate::world::World;
use crate::world::story::{in_discussion, mark_has_smith};
use domain::Status;
use serde_json::json;

#[tokio::test]
async fn a_discussion_is_private_and_its_consultant_cannot_reach_the_customer() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let nina = world.agent("nina").await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    let say = json!({"type": "say", "discussion": discussion, "text": "Which part?"});
    assert_eq!(mark.does("discuss", &conversation, say.clone()).await["type"], "ack");
    assert_eq!(martha.event_of("discussion_message")["text"], "Which part?");
    assert_eq!(nina.does("discuss", &conversation, say).await["code"], "not_member");
    for content in [
        json!({"kind": "text", "text": "Hello"}),
        json!({"kind": "template", "name": "t", "language": "en"}),
    ] {
        let send = json!({"type": "send", "content": content});
        assert_eq!(martha.does("messaging", &conversation, send).await["code"], "consulting");
    }
    // Nina may read the conversation, but not the discussion in it.
    let answer = world.api("nina", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    assert!(!answer["body"].as_str().unwrap().contains("Which part?"), "{answer}");
    let answer = world.api("martha", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    assert!(answer["body"].as_str().unwrap().contains("My kettle leaks"));
    assert!(world.wires.provider.lock().unwrap().taken.is_empty());
}

#[tokio::test]
async fn ending_a_discussion_keeps_the_outcome_and_the_conversation() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true,
                     "note": "It was the seal"});
    assert_eq!(martha.does("discuss", &conversation, end.clone()).await["code"], "not_initiator");
    assert_eq!(mark.does("discuss", &conversation, end).await["type"], "ack");
    assert_eq!(martha.event_of("discussion_ended")["resolved"], true);
    let records = world.app.store.engagements(&world.thread(SMITH), 10).await.unwrap();
    assert_eq!(records[0].resolved, Some(true));
    assert_eq!(records[0].outcome_note.as_deref(), Some("It was the seal"));
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.status, Status::Active);
}

#[tokio::test]
async fn leaving_a_discussion_needs_no_question_and_ends_it() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    mark.frames();
    let leave = json!({"type": "leave_discussion", "discussion": discussion});
    assert_eq!(
        mark.does("discuss", &conversation, leave.clone()).await["code"],
        "initiator_cannot_leave"
    );
    assert_eq!(martha.does("discuss", &conversation, leave).await["type"], "ack");
    assert_eq!(mark.event_of("discussion_ended")["cause"], "left");
    let workloads = world.app.store.workloads().await.unwrap();
    assert!(workloads[&"martha".parse().unwrap()].inbox.is_empty());
}
