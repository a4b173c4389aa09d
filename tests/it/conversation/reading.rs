//! An agent's read position follows the agent from window to window.

use crate::file::SMITH;
use crate::message::draft::draft;
use crate::world::story::accepted;
use crate::world::{Agent, World, reads};
use serde_json::{Value, json};

fn read(conversation: &str, seq: u64) -> Value {
    json!({"action": "read", "conversation": conversation, "seq": seq})
}

fn position(world: &World, push: &Value) -> u64 {
    push["positions"][world.thread(SMITH).as_str()].as_u64().unwrap()
}

#[tokio::test]
async fn a_read_position_reaches_the_other_screens_and_never_goes_back() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let (other, martha) = (world.agent("mark").await, world.agent("martha").await);
    assert!(mark.says(read(&conversation, 2)).await.is_empty(), "who said it is not told");
    let told = other.told("reads");
    assert_eq!((told.len(), position(&world, &told[0])), (1, 2));
    assert!(martha.frames().is_empty(), "nobody else is told");
    mark.says(read(&conversation, 1)).await;
    assert_eq!(position(&world, &other.told("reads")[0]), 2, "a position never goes back");
    mark.says(read(&conversation, 900)).await;
    assert_eq!(position(&world, &other.told("reads")[0]), 2, "nor ahead of the log");
    let later = Agent::connect(&world, "mark").await;
    let hello = later.says(json!({"action": "hello"})).await;
    let places: Vec<&str> = hello.iter().map(|f| f["type"].as_str().unwrap()).collect();
    assert_eq!(places[..2], ["welcome", "reads"]);
    assert_eq!(position(&world, &hello[1]), 2);
    let hello = martha.says(json!({"action": "hello"})).await;
    assert!(hello.iter().all(|f| f["type"] != "reads"), "who has read nothing is told nothing");
}

#[tokio::test]
async fn a_discussions_read_position_reaches_the_other_screens_without_the_threads() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let other = world.agent("mark").await;
    let thread = world.thread(SMITH).to_string();
    let talk = |number: u64| format!("{thread}-d{number}");
    let read = |number: u64, seq: u64| {
        json!({"action": "read", "conversation": conversation, "discussion": talk(number),
               "seq": seq})
    };
    assert!(mark.says(read(1, 2)).await.is_empty());
    let told = other.told("reads");
    assert_eq!(told[0]["discussions"], json!({talk(1): 2}));
    assert_eq!(told[0]["positions"], json!({}), "the thread is as unread as it was");
    mark.says(read(1, 1)).await;
    assert_eq!(other.told("reads")[0]["discussions"][talk(1)], 2, "it never goes back");
    for number in 2..=40 {
        mark.says(read(number, 1)).await;
    }
    let later = Agent::connect(&world, "mark").await;
    let hello = later.says(json!({"action": "hello"})).await;
    let kept = hello[1]["discussions"].as_object().unwrap();
    assert_eq!(kept.len(), 32, "of the newest discussions");
    assert!(kept.contains_key(&talk(9)) && kept.contains_key(&talk(40)));
    let strange = json!({"action": "read", "conversation": conversation,
                         "discussion": "0000000000000000-d1", "seq": 1});
    let refused = mark.says(strange).await;
    assert_eq!(
        (&refused[0]["code"], &refused[0]["field"]),
        (&json!("frame_invalid"), &json!("discussion"))
    );
}

#[tokio::test]
async fn an_agent_cannot_mark_or_draft_for_a_conversation_that_they_may_not_read() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let quinn = world.agent("quinn").await;
    let nowhere = "0000000000000000-1";
    for (who, conversation) in [(&quinn, conversation.as_str()), (&mark, nowhere)] {
        for frame in [read(conversation, 1), draft(conversation, "reply", "x")] {
            assert_eq!(who.says(frame.clone()).await[0]["code"], "not_found", "{frame}");
        }
    }
    let long = "x".repeat(8_001);
    let answer = mark.says(draft(&conversation, "reply", &long)).await;
    assert_eq!(
        (&answer[0]["code"], &answer[0]["field"]),
        (&json!("text_too_long"), &json!("text"))
    );
    let answer = mark.says(json!({"action": "read", "conversation": conversation})).await;
    assert_eq!((&answer[0]["code"], &answer[0]["field"]), (&json!("frame_invalid"), &json!("seq")));
    assert_eq!(reads(&world, "quinn", "/v1/drafts").await["drafts"], json!([]));
}
