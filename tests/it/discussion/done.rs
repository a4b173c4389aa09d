//! A discussion after its end: each participant marks it done, and reads it for ever (F24, F27).

use serde_json::{Value, json};

use crate::world::scene::{SMITH, agreed, does, people, record, refused, say, taken, talk};
use crate::world::{World, asks, reads};

fn finish(discussion: &str) -> Value {
    json!({"type": "finish_discussion", "discussion": discussion})
}

fn end(discussion: &str) -> Value {
    json!({"type": "end_discussion", "discussion": discussion, "resolved": true,
           "note": "Batch 7"})
}

/// The discussions that wait for an agent to mark them done.
async fn undone(world: &World, who: &str) -> Vec<String> {
    world.project().await;
    let all = reads(world, who, "/v1/engagements?undone=true").await;
    let all = all["engagements"].as_array().unwrap();
    all.iter().map(|e| e["id"].as_str().unwrap().replace("-o", "-d")).collect()
}

fn lines(page: &Value) -> Vec<&str> {
    let entries = page["entries"].as_array().unwrap();
    let events = entries.iter().flat_map(|e| e["events"].as_array().unwrap());
    events.filter_map(|e| e["text"].as_str()).collect()
}

async fn said(world: &World, who: &str, conversation: &str, discussion: &str) -> (i64, Value) {
    let route = format!("/v1/conversations/{conversation}/entries?discussion={discussion}");
    asks(world, who, "GET", &route, Value::Null).await
}

#[tokio::test]
async fn each_member_marks_a_discussion_done_for_themselves_on_all_their_screens() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let other_screen = world.agent("mark").await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &martha, &conversation).await;
    refused(&mark, &conversation, finish(&discussion), "discussion_running").await;
    assert!(undone(&world, "mark").await.is_empty());
    does(&mark, &conversation, end(&discussion)).await;
    let offer = discussion.replace("-d", "-o");
    assert_eq!(record(&world, "mark", &offer).await["undone"], json!(["mark", "martha"]));
    other_screen.frames();
    does(&mark, &conversation, finish(&discussion)).await;
    assert_eq!(other_screen.told("discussion_done")[0]["discussion"], json!(discussion));
    assert!(undone(&world, "mark").await.is_empty());
    assert_eq!(undone(&world, "martha").await, std::slice::from_ref(&discussion));
    let again = mark.does("discuss", &conversation, finish(&discussion)).await;
    assert_eq!((&again["type"], &again["seq"]), (&json!("ack"), &json!(0)), "nothing to do");
    does(&martha, &conversation, finish(&discussion)).await;
    assert!(undone(&world, "martha").await.is_empty());
    assert_eq!(record(&world, "mark", &offer).await.get("undone"), None);
}

#[tokio::test]
async fn a_consultant_who_left_has_nothing_to_mark_and_nor_has_a_promoted_one() {
    let world = World::new().await;
    let [mark, martha, nina] = people(&world, ["mark", "martha", "nina"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let left = talk(&mark, &martha, &conversation).await;
    let leave = json!({"type": "leave_discussion", "discussion": left});
    does(&martha, &conversation, leave).await;
    assert_eq!(
        undone(&world, "mark").await,
        std::slice::from_ref(&left),
        "who asked marks it done"
    );
    assert!(undone(&world, "martha").await.is_empty());
    does(&mark, &conversation, finish(&left)).await;
    let panel = talk(&mark, &martha, &conversation).await;
    let join = json!({"type": "discuss", "to": {"agent": "nina"}, "discussion": panel});
    agreed(&mark, &nina, &conversation, join).await;
    let leave = json!({"type": "leave_discussion", "discussion": panel});
    does(&martha, &conversation, leave).await;
    does(&mark, &conversation, end(&panel)).await;
    let nothing = Vec::<String>::new();
    assert_eq!(undone(&world, "martha").await, nothing);
    assert_eq!(undone(&world, "nina").await.len(), 1);
    assert_eq!(undone(&world, "mark").await.len(), 1);
    does(&nina, &conversation, finish(&panel)).await;
    does(&mark, &conversation, finish(&panel)).await;
    let promoted = talk(&mark, &martha, &conversation).await;
    let confer = json!({"type": "promote", "discussion": promoted, "into": "conference"});
    does(&mark, &conversation, confer).await;
    assert_eq!((undone(&world, "mark").await, undone(&world, "martha").await), (vec![], vec![]));
}

#[tokio::test]
async fn a_discussion_is_marked_done_after_the_next_conversation_has_begun() {
    let world = World::new().await;
    let [mark, omar] = people(&world, ["mark", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &omar, &conversation).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.customer_writes(SMITH, "Me again").await;
    // Omar is of another team, and the conversation no longer concerns him.
    assert_eq!(undone(&world, "omar").await, std::slice::from_ref(&discussion));
    omar.frames();
    does(&omar, &conversation, finish(&discussion)).await;
    assert_eq!(omar.told("discussion_done").len(), 1);
    assert!(undone(&world, "omar").await.is_empty());
    let quinn = world.agent("quinn").await;
    refused(&quinn, &conversation, finish(&discussion), "not_found").await;
    let nina = world.agent("nina").await;
    refused(&nina, &conversation, finish(&discussion), "not_found").await;
    let unknown = discussion.rsplit_once("-d").unwrap().0.to_owned() + "-d9999";
    refused(&mark, &conversation, finish(&unknown), "not_found").await;
}

#[tokio::test]
async fn members_of_a_discussion_read_it_for_ever() {
    let world = World::new().await;
    let [mark, omar] = people(&world, ["mark", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let discussion = talk(&mark, &omar, &conversation).await;
    for n in 0..3 {
        world.customer_writes(SMITH, &format!("And {n}?")).await;
        does(&mark, &conversation, say(&discussion, &format!("Question {n}"))).await;
        does(&omar, &conversation, say(&discussion, &format!("Answer {n}"))).await;
    }
    does(&mark, &conversation, end(&discussion)).await;
    for agent in [&mark, &omar] {
        does(agent, &conversation, finish(&discussion)).await;
    }
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.customer_writes(SMITH, "Me again").await;
    let all = ["Question 0", "Answer 0", "Question 1", "Answer 1", "Question 2", "Answer 2"];
    for who in ["mark", "omar"] {
        let (status, page) = said(&world, who, &conversation, &discussion).await;
        assert_eq!((status, lines(&page), &page["more"]), (200, all.to_vec(), &json!(false)));
        let kinds = page.to_string();
        assert!(kinds.contains("offer_made") && kinds.contains("Batch 7"), "{kinds}");
        assert!(!kinds.contains("customer_message"), "nothing of the customer: {kinds}");
    }
    // Omar may no longer read the conversation itself.
    let route = format!("/v1/conversations/{conversation}/entries");
    assert_eq!(asks(&world, "omar", "GET", &route, Value::Null).await.0, 404);
    // The manager of the team reads that there was a discussion, and not what its members said.
    let (status, page) = said(&world, "olga", &conversation, &discussion).await;
    assert_eq!((status, lines(&page)), (200, vec![]));
    assert!(page.to_string().contains("discussion_ended"));
    assert_eq!(said(&world, "quinn", &conversation, &discussion).await.0, 404);
    let first = format!("{discussion}&limit=4");
    let (_, page) = said(&world, "omar", &conversation, &first).await;
    assert_eq!((page["entries"].as_array().unwrap().len(), &page["more"]), (4, &json!(true)));
    let last = page["entries"][3]["seq"].as_u64().unwrap();
    let rest = format!("{discussion}&limit=100&after={last}");
    let (_, page) = said(&world, "omar", &conversation, &rest).await;
    assert_eq!(lines(&page).last(), Some(&"Answer 2"));
    let (status, told) =
        said(&world, "omar", &conversation, &format!("{discussion}&before=9")).await;
    assert_eq!((status, &told["error"]["field"]), (400, &json!("before")));
}
