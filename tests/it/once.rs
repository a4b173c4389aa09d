//! A repeated command has no second effect, whatever came between, and an id stands for one
//! author's one command.

use crate::world::{Visitor, World};
use domain::{Actor, Entry, Event, Millis, Thread, effect, evolve, message};
use futures_util::future::join_all;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

fn send(text: &str) -> Value {
    json!({"type": "send", "content": {"kind": "text", "text": text}})
}

/// Lets many entries come into a thread, each by a command of its own.
async fn goes_on(world: &World, thread: &domain::ThreadId, count: u64, at: Millis) {
    let newest = world.app.thread(thread).await.unwrap().unwrap();
    let mut state: Thread = newest.thread;
    let mut commits = Vec::new();
    for n in 0..count {
        let entry = Entry {
            seq: state.seq + 1,
            at,
            by: Actor::Agent("olga".parse().unwrap()),
            key: Some(format!("between-{n:06}")),
            digest: None,
            events: vec![Event::Comment(message::Commented {
                text: format!("remark {n}"),
                mentions: Vec::new(),
                files: Vec::new(),
            })],
        };
        let next = evolve(thread, Some(state.clone()), &entry).unwrap();
        let effects = effect::of(Some(&state), &entry, &next);
        state = next.clone();
        commits.push((entry, next, effects));
    }
    for some in commits.chunks(100) {
        let written = some.iter().map(async |(entry, thread, effects)| {
            let commit = store::Commit {
                thread,
                entry,
                effects,
                capacity: &|_| 10,
                summary: "",
                channel: "whatsapp",
            };
            let outcome = world.app.store.commit(&commit).await.unwrap();
            assert!(matches!(outcome, store::Outcome::Done));
        });
        join_all(written).await;
    }
}

async fn messages(world: &World, thread: &domain::ThreadId) -> usize {
    let page = world.app.store.entries_after(thread, 0, 20_000).await.unwrap();
    let events = page.entries.iter().flat_map(|entry| &entry.events);
    events.filter(|e| matches!(e, Event::AgentMessage(_))).count()
}

#[tokio::test]
async fn a_command_is_carried_out_once_though_ten_thousand_entries_came_between() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "hello").await;
    let thread = world.thread(SMITH);
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let seen = world.state(&thread).await.seq;
    let first = mark.does_as("command-0001", "messaging", &conversation, None, send("Hello")).await;
    let second =
        mark.does_as("command-0002", "messaging", &conversation, Some(seen), send("Hello")).await;
    goes_on(&world, &thread, 10_000, world.now()).await;
    world.stand_still_until(world.now() + Millis::hours(24 * 6));
    for (id, seen, wanted) in
        [("command-0001", None, &first), ("command-0002", Some(seen), &second)]
    {
        world.wires.spent();
        let again = mark.does_as(id, "messaging", &conversation, seen, send("Hello")).await;
        assert_eq!(again, *wanted, "the first answer");
        assert!(world.wires.spent().requests < 60);
    }
    assert_eq!(messages(&world, &thread).await, 2);
}

#[tokio::test]
async fn a_visitors_message_is_taken_in_once_however_late_it_is_repeated() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let frame = |after: Option<u64>| {
        json!({"action": "messaging", "id": "visitor-0001", "after": after,
               "command": {"type": "write", "text": "Is the lamp back?"}})
    };
    vera.sends("messaging", &frame(Some(1))).await;
    for n in 0..20 {
        world.stand_still_until(world.now() + Millis::minutes(1));
        mark.does("messaging", &conversation, send(&format!("answer {n}"))).await;
    }
    for after in [Some(1), Some(0), None] {
        let answer = vera.sends("messaging", &frame(after)).await;
        assert!(answer.iter().any(|f| f["type"] == "ack"), "{answer:?}");
    }
    let log = world.log(&vera.thread()).await;
    assert_eq!(log.iter().filter(|e| e.key.as_deref() == Some("visitor-0001")).count(), 1);
}

#[tokio::test]
async fn an_up_to_date_visitor_costs_no_search() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    for n in 0..20 {
        vera.writes(&format!("message {n}")).await;
    }
    world.stand_still_until(world.now() + Millis::minutes(1));
    let write = |id: &str, after: Value| {
        json!({"action": "messaging", "id": id, "after": after,
               "command": {"type": "write", "text": "Is the lamp back?"}})
    };
    world.wires.spent();
    vera.sends("messaging", &write("visitor-0001", json!(20))).await;
    let knows = world.wires.spent();
    vera.sends("messaging", &write("visitor-0002", json!(null))).await;
    let does_not = world.wires.spent();
    assert!(knows.requests < does_not.requests, "{knows:?} {does_not:?}");
}

#[tokio::test]
async fn an_id_stands_for_one_command_of_one_author() {
    let world = World::new().await;
    let (mark, olga) = (world.agent("mark").await, world.agent("olga").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let remark = |text: &str| json!({"type": "comment", "text": text});
    let says = async |who: &crate::world::Agent<'_>, text: &str| {
        who.does_as("the-same-id", "messaging", &conversation, None, remark(text)).await
    };
    let first = says(&mark, "one").await;
    let other = says(&olga, "one").await;
    assert_ne!(first["seq"], other["seq"], "another author's command is another command");
    assert_eq!(says(&mark, "one").await, first);
    let reused = says(&mark, "two").await;
    assert_eq!((&reused["code"], &reused["field"]), (&json!("id_reused"), &json!("id")));
    let events = world.log(&world.thread(SMITH)).await.into_iter().flat_map(|e| e.events);
    assert_eq!(events.filter(|e| matches!(e, Event::Comment(_))).count(), 2);
}

#[tokio::test]
async fn a_stranger_learns_nothing_from_an_id_that_was_used() {
    let world = World::new().await;
    let (mark, omar) = (world.agent("mark").await, world.agent("omar").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept = json!({"type": "accept"});
    mark.does_as("accept-0001", "assignment", &conversation, None, accept.clone()).await;
    let told = omar.does_as("accept-0001", "assignment", &conversation, None, accept.clone()).await;
    assert_eq!(told["code"], "not_found");
    let nowhere = "0000000000000000-1";
    let same = omar.does_as("accept-0001", "assignment", nowhere, None, accept).await;
    assert_eq!(told, same, "as where there is no conversation");
}

#[tokio::test]
async fn the_owners_second_accept_is_answered_with_the_entry_that_gave_it() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let martha = world.agent("martha").await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept = json!({"type": "accept"});
    let first = mark.does("assignment", &conversation, accept.clone()).await;
    mark.does("messaging", &conversation, send("Hello")).await;
    let again = mark.does("assignment", &conversation, accept.clone()).await;
    assert_eq!((&again["type"], &again["seq"]), (&json!("ack"), &first["seq"]));
    let late = martha.does("assignment", &conversation, accept).await;
    assert_eq!(late["code"], "already_taken");
}

#[tokio::test]
async fn a_direct_message_is_written_once_though_hundreds_came_between() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let says = async |from: &crate::world::Agent<'_>, to: &str, id: &str, text: &str| {
        let frame = json!({"action": "direct", "id": id, "to": to, "text": text});
        let frames = from.says(frame).await;
        let answer = frames.iter().find(|f| f["type"] == "ack" || f["type"] == "refused");
        answer.cloned().unwrap()
    };
    let first = says(&mark, "martha", "direct-0001", "Lunch?").await;
    for n in 0..300 {
        says(&martha, "mark", &format!("between-{n:03}"), "Later").await;
    }
    world.stand_still_until(world.now() + Millis::hours(24 * 6));
    assert_eq!(says(&mark, "martha", "direct-0001", "Lunch?").await, first);
    assert_eq!(says(&mark, "martha", "direct-0001", "Dinner?").await["code"], "id_reused");
    assert_eq!(says(&martha, "mark", "direct-0001", "Lunch?").await["seq"], 302);
}
