//! Agents take conversations, within capacity.

use crate::file::SMITH;
use crate::world::World;
use crate::world::story::mark_has_smith;
use serde_json::json;

#[tokio::test]
async fn one_of_two_agents_who_accept_at_once_gets_it_and_the_other_reads_who() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "Hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept = || json!({"type": "accept"});
    let (a, b) = futures_util::future::join(
        mark.does("assignment", &conversation, accept()),
        martha.does("assignment", &conversation, accept()),
    )
    .await;
    let (won, lost) = if a["type"] == "ack" { ("mark", b) } else { ("martha", a) };
    assert_eq!(lost["code"], "already_taken");
    assert_eq!(lost["agent"], won);
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.owner.unwrap().as_str(), won);
}

#[tokio::test]
async fn capacity_is_not_exceeded_by_twenty_acceptances_at_once() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    for n in 0..20 {
        world.customer_writes(&format!("1650555{n:04}"), "Hello").await;
    }
    let all = (0..20).map(async |n| {
        let conversation = format!("{}-1", world.thread(&format!("1650555{n:04}")));
        mark.does("assignment", &conversation, json!({"type": "accept"})).await
    });
    let answers = futures_util::future::join_all(all).await;
    let taken = answers.iter().filter(|a| a["type"] == "ack").count();
    let full = answers.iter().filter(|a| a["code"] == "at_capacity").count();
    assert_eq!((taken, full), (5, 15), "{answers:?}");
    let workloads = world.app.store.workloads().await.unwrap();
    assert_eq!(workloads[&"mark".parse().unwrap()].open.len(), 5);
}

#[tokio::test]
async fn no_work_goes_to_an_absent_agent() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    martha.leaves().await;
    for command in [
        json!({"type": "discuss", "to": "martha"}),
        json!({"type": "assign", "to": "martha"}),
        json!({"type": "transfer", "to": {"agent": "martha"}}),
    ] {
        let action = match command["type"].as_str().unwrap() {
            "assign" => "assignment",
            other => other,
        };
        let refused = mark.does(action, &conversation, command.clone()).await;
        assert_eq!(refused["code"], "target_unavailable", "{command}");
    }
}
