//! The rights to read a team's conversation after another team got the customer's next one.

use serde_json::{Value, json};

use crate::world::{Agent, World, asks, reads};

const SMITH: &str = "16505551234";

async fn set(world: &World, place: &str, own: Value) {
    let read = reads(world, "ada", &format!("/v1/settings/{place}")).await;
    let change = json!({"version": read["version"], "own": own});
    let (status, told) = asks(world, "ada", "PUT", &format!("/v1/settings/{place}"), change).await;
    assert_eq!(status, 200, "{told}");
}

/// Every text in some entries.
fn said(entries: &Value) -> String {
    entries.to_string()
}

/// Omar of billing has a customer whom support had before, with a private request in that
/// conversation.
async fn handed_on(world: &World) -> (String, String, Agent<'_>) {
    let (mark, omar) = (world.agent("mark").await, world.agent("omar").await);
    world.agent("martha").await;
    world.customer_writes(SMITH, "about my illness").await;
    let first = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &first, json!({"type": "accept"})).await;
    let discuss = json!({"type": "discuss", "to": "martha", "note": "a delicate matter"});
    mark.does("discuss", &first, discuss).await;
    let note = json!({"type": "comment", "text": "only for us"});
    mark.does("messaging", &first, note).await;
    mark.does("assignment", &first, json!({"type": "resolve"})).await;
    world.customer_writes(SMITH, "my invoice").await;
    let second = format!("{}-2", world.thread(SMITH));
    let transfer = json!({"type": "transfer", "to": {"queue": "billing"}});
    mark.does("assignment", &second, json!({"type": "accept"})).await;
    let handed = mark.does("transfer", &second, transfer).await;
    assert_eq!(handed["type"], "ack", "{handed}");
    omar.does("assignment", &second, json!({"type": "accept"})).await;
    omar.frames();
    (first, second, omar)
}

#[tokio::test]
async fn the_customers_next_team_reads_the_whole_thread_by_default() {
    let world = World::new().await;
    let (_, second, omar) = handed_on(&world).await;
    let all = reads(&world, "omar", &format!("/v1/conversations/{second}/entries?limit=100")).await;
    assert!(said(&all).contains("only for us") && said(&all).contains("about my illness"));
    let thread = world.thread(SMITH).to_string();
    let frames = omar.says(json!({"action": "catch_up", "thread": thread, "after": 0})).await;
    assert!(json!(frames).to_string().contains("only for us"));
}

#[tokio::test]
async fn conversations_that_stay_with_their_team_are_not_read_by_the_next() {
    let world = World::new().await;
    set(&world, "teams/support", json!({"history_stays_with_team": true})).await;
    let (first, second, omar) = handed_on(&world).await;
    let thread = world.thread(SMITH).to_string();
    let hidden = |text: &str| {
        for words in ["only for us", "about my illness", "a delicate matter"] {
            assert!(!text.contains(words), "{words} in {text}");
        }
        assert!(text.contains("my invoice"), "what concerns them is there: {text}");
    };
    let path = format!("/v1/conversations/{second}/entries?limit=100");
    let all = reads(&world, "omar", &path).await;
    hidden(&said(&all));
    let seqs: Vec<u64> =
        all["entries"].as_array().unwrap().iter().map(|e| e["seq"].as_u64().unwrap()).collect();
    assert_eq!(seqs, (1..=seqs.len() as u64).collect::<Vec<_>>(), "positions have no gaps");
    hidden(&said(&reads(&world, "omar", &format!("/v1/conversations/{second}")).await));
    for rest in ["", "/entries", "/routing"] {
        let path = format!("/v1/conversations/{first}{rest}");
        let (status, refused) = asks(&world, "omar", "GET", &path, Value::Null).await;
        assert_eq!((status, &refused["error"]["code"]), (404, &json!("not_found")), "{path}");
    }
    for command in [json!({"type": "comment", "text": "Hm"}), json!({"type": "accept"})] {
        let action = if command["type"] == "accept" { "assignment" } else { "messaging" };
        assert_eq!(omar.does(action, &first, command).await["code"], "not_found");
    }
    let newest = reads(&world, "omar", &format!("/v1/conversations/{second}")).await;
    let contact = newest["conversation"]["contact"]["id"].as_str().unwrap();
    world.project().await;
    let past = reads(&world, "omar", &format!("/v1/contacts/{contact}/conversations")).await;
    let ids: Vec<&str> = past["conversations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, [second.as_str()], "the list shows no line of theirs: {past}");
    for after in [0, 1, 2] {
        let frames =
            omar.says(json!({"action": "catch_up", "thread": thread, "after": after})).await;
        hidden(&json!(frames).to_string());
    }
    let hello = omar.says(json!({"action": "hello", "positions": {}})).await;
    hidden(&json!(hello).to_string());
    let records = reads(&world, "omar", &format!("/v1/conversations/{first}/engagements")).await;
    assert_eq!(records["engagements"], json!([]));
    // An agent who took part and is asked again reads on, and so do admins.
    let ask = json!({"type": "discuss", "to": "mark"});
    assert_eq!(omar.does("discuss", &second, ask).await["type"], "ack");
    for who in ["mark", "ada"] {
        let all =
            reads(&world, who, &format!("/v1/conversations/{second}/entries?limit=100")).await;
        assert!(said(&all).contains("only for us"), "{who}: {all}");
    }
    let records = reads(&world, "ada", &format!("/v1/conversations/{first}/engagements")).await;
    assert_eq!(records["engagements"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn admins_read_a_conversation_without_a_team_by_every_route() {
    let world = World::new().await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    world.project().await;
    // The directory has lost the queue.
    let mut directory = world.app.store.directory().await.unwrap();
    let support: domain::QueueId = "support".parse().unwrap();
    directory.queues.remove(&support);
    let profile =
        |id: &str| directory.agents[&id.parse::<domain::AgentId>().unwrap()].profile.clone();
    let (ada, mark) = (profile("ada"), profile("mark"));
    let thread = world.thread(SMITH);
    assert!(
        app::conversation::readable::readable(world.app.ground(), &ada, &thread, &directory)
            .await
            .is_ok()
    );
    assert!(
        app::conversation::readable::readable(world.app.ground(), &mark, &thread, &directory)
            .await
            .is_err()
    );
    let list = reads(&world, "ada", "/v1/conversations").await;
    assert_eq!(list["conversations"][0]["id"], json!(conversation));
}

#[tokio::test]
async fn a_team_reads_on_its_own_conversation_after_another_team_got_the_next() {
    for stays in [true, false] {
        let world = World::new().await;
        set(&world, "teams/support", json!({"history_stays_with_team": stays})).await;
        let (first, second, _omar) = handed_on(&world).await;
        for who in ["mark", "martha", "olga"] {
            for rest in ["", "/entries?limit=100"] {
                let path = format!("/v1/conversations/{first}{rest}");
                let shown = reads(&world, who, &path).await;
                assert!(said(&shown).contains("only for us"), "{who} {path}: {shown}");
                assert!(!said(&shown).contains("my invoice"), "{who} reads another team's now");
            }
            let path = format!("/v1/conversations/{second}");
            let (status, _) = asks(&world, who, "GET", &path, Value::Null).await;
            assert_eq!(status, 404, "{who}: the newest one is another team's");
        }
        // An agent who is a stranger to both conversations reads neither.
        let path = format!("/v1/conversations/{first}");
        assert_eq!(asks(&world, "quinn", "GET", &path, Value::Null).await.0, 404);
    }
}
