//! Two agents write to each other outside any conversation, and nobody else reads it.

use crate::world::{Agent, Fault, World};
use domain::Millis;
use serde_json::{Value, json};

async fn writes(from: &Agent<'_>, to: &str, id: &str, text: &str) -> Value {
    let frame = json!({"action": "direct", "id": id, "to": to, "text": text});
    let frames = from.says(frame).await;
    let answer = frames.iter().find(|f| f["type"] == "ack" || f["type"] == "refused");
    answer.cloned().unwrap_or_else(|| panic!("no answer, only {frames:?}"))
}

async fn get(world: &World, agent: &str, route: &str) -> Value {
    let answer = world.api(agent, "GET", route, "").await;
    assert_eq!(answer["statusCode"], 200, "{answer}");
    serde_json::from_str(answer["body"].as_str().unwrap()).unwrap()
}

fn texts(frames: &[Value]) -> Vec<&str> {
    let messages = frames.iter().flat_map(|f| f["messages"].as_array().into_iter().flatten());
    messages.map(|m| m["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn both_agents_see_the_messages_and_the_unread_count() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let workload = world.agent("mark").await;
    let ack = writes(&mark, "martha", "direct-01", "Lunch?").await;
    assert_eq!((&ack["with"], &ack["seq"]), (&json!("martha"), &json!(1)));
    assert!(ack.get("conversation").is_none());
    let got = martha.told("direct");
    assert_eq!((&got[0]["with"], &got[0]["unread"]), (&json!("mark"), &json!(1)));
    assert_eq!((&got[0]["messages"][0]["by"], texts(&got)), (&json!("mark"), vec!["Lunch?"]));
    let own = workload.told("direct");
    assert_eq!((&own[0]["with"], &own[0]["unread"]), (&json!("martha"), &json!(0)));
    writes(&martha, "mark", "direct-02", "At one").await;
    assert_eq!(workload.told("direct")[0]["unread"], 1);
    mark.frames();
    assert_eq!(
        mark.says(json!({"action": "direct_read", "with": "martha", "seq": 2})).await.len(),
        1
    );
    assert_eq!(workload.told("direct")[0]["unread"], 0, "read on one socket is read on all");
    let talks = get(&world, "martha", "/v1/direct").await;
    assert_eq!(talks["talks"][0]["unread"], 1, "writing does not read");
}

#[tokio::test]
async fn a_colleague_who_was_offline_finds_the_message_on_return() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let long = "x".repeat(500);
    writes(&mark, "martha", "direct-01", "first").await;
    writes(&mark, "martha", "direct-02", &long).await;
    let martha = world.agent("martha").await;
    let hello = martha.says(json!({"action": "hello"})).await;
    let talk = &hello[0]["direct"][0];
    assert_eq!(
        (&talk["with"], &talk["seq"], &talk["unread"]),
        (&json!("mark"), &json!(2), &json!(2))
    );
    assert_eq!(talk["line"].as_str().unwrap().len(), 120);
    let page = get(&world, "martha", "/v1/direct/mark").await;
    assert_eq!(texts(&[page]), ["first", &long]);
}

#[tokio::test]
async fn a_ping_finds_a_message_whose_push_was_lost_and_leaves_out_old_talks() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    writes(&mark, "martha", "direct-01", "one").await;
    martha.frames();
    let pong = martha.says(json!({"action": "ping"})).await;
    assert_eq!(pong[0]["direct"][0]["seq"], 1);
    martha.says(json!({"action": "direct_read", "with": "mark", "seq": 1})).await;
    world.stand_still_until(world.now() + Millis::minutes(11));
    let pong = martha.says(json!({"action": "ping"})).await;
    assert_eq!(pong[0]["direct"], json!([]));
}

#[tokio::test]
async fn no_manager_or_admin_reads_a_direct_talk() {
    let world = World::new().await;
    let (mark, _martha) = (world.agent("mark").await, world.agent("martha").await);
    let (olga, ada) = (world.agent("olga").await, world.agent("ada").await);
    writes(&mark, "martha", "direct-01", "between us").await;
    world.fan_out().await;
    world.project().await;
    for other in [&olga, &ada] {
        let seen: Vec<Value> = other.frames();
        assert!(!json!(seen).to_string().contains("between us"), "{}: {seen:?}", other.id);
        let hello = other.says(json!({"action": "hello"})).await;
        assert_eq!(hello[0]["direct"], json!([]), "{}", other.id);
        assert_eq!(get(&world, &other.id, "/v1/direct").await["talks"], json!([]));
        for side in ["mark", "martha"] {
            let page = get(&world, &other.id, &format!("/v1/direct/{side}")).await;
            assert_eq!(page["messages"], json!([]), "{} asks for {side}", other.id);
        }
        let read = json!({"action": "direct_read", "with": "mark", "seq": 1});
        assert_eq!(other.says(read).await[0]["code"], "not_found");
    }
    assert!(!json!(*world.wires.bus.lock().unwrap()).to_string().contains("between us"));
}

#[tokio::test]
async fn an_invalid_direct_message_is_refused_with_the_field_at_fault() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let long = "x".repeat(4_001);
    for (to, id, text, code, field) in [
        ("mark", "direct-01", "me", "target_is_self", Value::Null),
        ("nobody", "direct-01", "you", "unknown_target", Value::Null),
        ("Not An Id", "direct-01", "you", "frame_invalid", json!("to")),
        ("martha", "short", "you", "frame_invalid", json!("id")),
        ("martha", "direct-01", "  ", "text_missing", json!("text")),
        ("martha", "direct-01", long.as_str(), "text_too_long", json!("text")),
    ] {
        let answer = writes(&mark, to, id, text).await;
        assert_eq!((&answer["code"], &answer["id"]), (&json!(code), &json!(id)), "{answer}");
        if field != Value::Null {
            assert_eq!(answer["field"], field, "{answer}");
        }
    }
    assert_eq!(get(&world, "mark", "/v1/direct").await["talks"], json!([]));
    let body = json!({"id": "direct-02", "text": ""}).to_string();
    assert_eq!(world.api("mark", "POST", "/v1/direct/martha", &body).await["statusCode"], 400);
}

#[tokio::test]
async fn a_repeated_command_has_no_second_effect() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    assert_eq!(writes(&mark, "martha", "direct-01", "once").await["seq"], 1);
    assert_eq!(writes(&martha, "mark", "direct-01", "another's id").await["seq"], 2);
    assert_eq!(writes(&mark, "martha", "direct-01", "once").await["seq"], 1);
    let body = json!({"id": "direct-01", "text": "once"}).to_string();
    let by_http = world.api("mark", "POST", "/v1/direct/martha", &body).await;
    assert!(by_http["body"].as_str().unwrap().contains("\"seq\":1"), "{by_http}");
    world.wires.break_writes(&[Fault::LostAnswer]);
    let seq = writes(&mark, "martha", "direct-02", "twice").await["seq"].clone();
    assert_eq!(writes(&mark, "martha", "direct-02", "twice").await["seq"], 3);
    assert!(seq == 3 || seq == Value::Null, "{seq}");
    assert_eq!(
        get(&world, "mark", "/v1/direct/martha").await["messages"].as_array().unwrap().len(),
        3
    );
}

#[tokio::test]
async fn many_messages_at_once_lose_none_and_have_dense_numbers() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.wires.break_writes(&[Fault::Conflict]);
    let ids: Vec<String> = (0..6).map(|n| format!("direct-{n:02}")).collect();
    let all = ids.iter().enumerate().map(|(n, id)| {
        let (from, to) = if n % 2 == 0 { ("mark", "martha") } else { ("martha", "mark") };
        let body = json!({"id": id, "text": id}).to_string();
        let world = &world;
        async move {
            let route = format!("/v1/direct/{to}");
            assert_eq!(world.api(from, "POST", &route, &body).await["statusCode"], 200);
        }
    });
    futures_util::future::join_all(all).await;
    let page = get(&world, "mark", "/v1/direct/martha").await;
    let numbers: Vec<u64> =
        page["messages"].as_array().unwrap().iter().map(|m| m["seq"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    let last = get(&world, "mark", "/v1/direct/martha?before=4&limit=2").await;
    assert_eq!((&last["messages"][0]["seq"], &last["more"]), (&json!(2), &json!(true)));
    assert_eq!(get(&world, "mark", "/v1/direct").await["talks"][0]["unread"], 3);
    for agent in [&mark, &martha] {
        agent.frames();
    }
}

#[tokio::test]
async fn a_read_position_only_moves_forward_and_never_past_the_newest_message() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    for n in 1..=3 {
        writes(&mark, "martha", &format!("direct-{n:02}"), "x").await;
    }
    for (seq, unread) in [(2, 1), (1, 1), (3, 0)] {
        let body = json!({"seq": seq}).to_string();
        let answer = world.api("martha", "PUT", "/v1/direct/mark/read", &body).await;
        let talk: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        assert_eq!((&talk["unread"], &talk["seq"]), (&json!(unread), &json!(3)), "up to {seq}");
    }
    let frames = martha.says(json!({"action": "direct_read", "with": "mark", "seq": 9})).await;
    assert!(frames.iter().any(|f| f["code"] == "not_found"), "{frames:?}");
}

#[tokio::test]
async fn a_message_names_the_conversation_that_it_is_about() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes("16505551234", "My kettle leaks").await;
    let conversation = format!("{}-1", world.thread("16505551234"));
    let about = |id: &str, conversation: &str| {
        json!({"action": "direct", "id": id, "to": "martha", "text": "Look at this",
               "conversation": conversation})
    };
    let frames = mark.says(about("direct-01", &conversation)).await;
    assert!(frames.iter().any(|f| f["type"] == "ack"), "{frames:?}");
    assert_eq!(martha.told("direct")[0]["messages"][0]["conversation"], json!(conversation));
    let page = get(&world, "martha", "/v1/direct/mark").await;
    assert_eq!(page["messages"][0]["conversation"], json!(conversation));
    writes(&mark, "martha", "direct-02", "Lunch?").await;
    let page = get(&world, "martha", "/v1/direct/mark").await;
    assert!(page["messages"][1].get("conversation").is_none());
    // The server names no conversation that the sender may not read, or that does not exist.
    let quinn = world.agent("quinn").await;
    for (sender, id) in [(&quinn, conversation.clone()), (&mark, conversation.replace("-1", "-2"))]
    {
        let frames = sender.says(about("direct-03", &id)).await;
        let refused = frames.iter().find(|f| f["type"] == "refused").expect("refused");
        assert_eq!(refused["code"], "not_found");
    }
}
