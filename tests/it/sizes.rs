//! The bounds of stored and sent texts, in bytes as they are sent: no text of anybody keeps later
//! messages from arriving.

use crate::world::{Agent, Visitor, World, asks, reads};
use domain::{Actor, Content, Entry, Event, Millis, Thread, effect, evolve, intake};
use serde_json::{Value, json};

const SMITH: &str = "16505551234";
/// The largest message that API Gateway takes for a socket, in bytes.
const FRAME: usize = 128 * 1024;
/// The characters that grow most on their way, and those that break lines or come in pairs.
const WORST: [&str; 6] = ["\"", "\\", "\n", "\u{1}", "\u{2028}", "\u{1f60a}"];

fn positions(thread: &domain::ThreadId, seq: u64) -> Value {
    json!({thread.to_string(): seq})
}

/// The events of some frames that an agent got, none of which is larger than the gateway takes.
fn events(frames: &[Value]) -> Vec<Value> {
    for frame in frames {
        let bytes = frame.to_string().len();
        assert!(bytes <= FRAME, "a frame of {bytes} bytes");
    }
    let entries = frames.iter().flat_map(|f| f["entries"].as_array().cloned().unwrap_or_default());
    entries.flat_map(|e| e["events"].as_array().cloned().unwrap_or_default()).collect()
}

async fn has_taken<'a>(world: &'a World, address: &str) -> (Agent<'a>, String) {
    let mark = world.agent("mark").await;
    world.customer_writes(address, "hello").await;
    let conversation = format!("{}-1", world.thread(address));
    let ack = mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(ack["type"], "ack");
    mark.frames();
    (mark, conversation)
}

#[tokio::test]
async fn a_customers_long_message_is_shown_shortened_and_can_be_read_whole() {
    for nasty in WORST {
        let world = World::new().await;
        let (mark, conversation) = has_taken(&world, SMITH).await;
        let thread = world.thread(SMITH);
        let before = world.state(&thread).await.seq;
        let text = nasty.repeat(65_536 / nasty.len());
        world.customer_writes(SMITH, &text).await;
        world.customer_writes(SMITH, "and then?").await;
        let pushed = mark.frames();
        let told = events(&pushed);
        assert!(told.iter().any(|e| e["content"]["text"] == "and then?"), "{nasty:?}");
        let entries = pushed.iter().filter_map(|f| f["entries"].as_array()).flatten();
        let marked: Vec<&Value> = entries.map(|e| &e["shortened"]).collect();
        assert_eq!(*marked[0], "rest_by_http", "{nasty:?}");

        let frame = json!({"action": "ping", "positions": positions(&thread, before)});
        let told = events(&mark.says(frame).await);
        assert!(told.iter().any(|e| e["content"]["text"] == "and then?"), "{nasty:?}");

        let route = format!("/v1/conversations/{conversation}/entries?after={before}&limit=1");
        let whole = reads(&world, "mark", &route).await;
        let kept = whole["entries"][0]["events"][0]["content"]["text"].as_str().unwrap();
        assert!(text.starts_with(kept));
        let lost = kept.len() < text.len();
        let said = &whole["entries"][0]["shortened"];
        assert_eq!(said == "rest_not_kept", lost, "{nasty:?}: {said}");
    }
}

#[tokio::test]
async fn the_next_message_arrives_after_a_message_of_any_kind() {
    let endless = "\u{1}".repeat(40_000);
    // A webhook of ours has 3 MB at most.
    let long = "\u{1}".repeat(2_000);
    let card = json!({
        "name": {"formatted_name": long},
        "phones": vec![json!({"phone": long}); 20],
        "emails": vec![json!({"email": long}); 20],
    });
    for (kind, body) in [
        ("text", json!({"body": endless})),
        ("image", json!({"id": endless, "mime_type": endless, "caption": endless})),
        ("document", json!({"id": "m", "mime_type": "x", "filename": endless})),
        (
            "location",
            json!({"latitude": 1.5, "longitude": 2.5, "name": endless, "address": endless}),
        ),
        ("contacts", json!([card, card])),
        ("button", json!({"payload": endless, "text": endless})),
        (
            "interactive",
            json!({"type": "list_reply", "list_reply": {"id": endless, "title": endless}}),
        ),
        ("reaction", json!({"message_id": endless, "emoji": endless})),
        ("poem", json!({"verses": endless})),
    ] {
        let world = World::new().await;
        let (mark, _) = has_taken(&world, SMITH).await;
        let thread = world.thread(SMITH);
        let before = world.state(&thread).await.seq;
        let mut value = world.text_message(SMITH, "x", &format!("wamid.{kind}"));
        value["messages"][0]["type"] = json!(kind);
        value["messages"][0]["context"] = json!({"id": endless});
        value["messages"][0][kind] = body;
        assert_eq!(world.webhook(&value).await["statusCode"], 200, "{kind}");
        world.customer_writes(SMITH, "and then?").await;
        let told = events(&mark.frames());
        assert!(told.iter().any(|e| e["content"]["text"] == "and then?"), "{kind}");
        let frame = json!({"action": "ping", "positions": positions(&thread, before)});
        let told = events(&mark.says(frame).await);
        assert_eq!(told.iter().filter(|e| e["type"] == "customer_message").count(), 2, "{kind}");
        for entry in world.log(&thread).await {
            let bytes = serde_json::to_vec(&entry).unwrap().len();
            assert!(bytes <= 100 * 1024, "{kind}: an entry of {bytes} bytes");
        }
    }
}

#[tokio::test]
async fn an_agents_text_with_too_many_bytes_is_refused_with_its_field() {
    let world = World::new().await;
    let (mark, conversation) = has_taken(&world, SMITH).await;
    let long = |n: usize| "\u{1}".repeat(n);
    for (action, command, field) in [
        (
            "messaging",
            json!({"type": "send", "content": {"kind": "text", "text": long(4_000)}}),
            "text",
        ),
        ("messaging", json!({"type": "comment", "text": long(3_900)}), "text"),
        (
            "transfer",
            json!({"type": "transfer", "to": {"queue": "sales"}, "note": long(900)}),
            "note",
        ),
        ("messaging", json!({"type": "resolve", "note": long(900)}), "note"),
    ] {
        let action = if command["type"] == "resolve" { "assignment" } else { action };
        let refused = mark.does(action, &conversation, command).await;
        assert_eq!(refused["code"], "text_too_long", "{refused}");
        assert_eq!(refused["field"], field, "{refused}");
    }
    let emoji = "\u{1f60a}".repeat(4_000);
    let send = json!({"type": "send", "content": {"kind": "text", "text": emoji}});
    assert_eq!(mark.does("messaging", &conversation, send).await["type"], "ack");
    assert_eq!(events(&mark.frames())[0]["content"]["text"], emoji);
    let vera = Visitor::connect(&world, "vera").await;
    let refused = vera.writes(&long(4_000)).await;
    assert_eq!(
        (&refused[0]["code"], &refused[0]["field"]),
        (&json!("text_too_long"), &json!("text"))
    );
    let direct =
        json!({"action": "direct", "id": "direct-0001", "to": "martha", "text": long(3_900)});
    assert_eq!(mark.says(direct).await[0]["field"], "text");
}

/// Writes an entry as an earlier version did, without any bound.
async fn stored_long_ago(world: &World, thread: &domain::ThreadId, event: Event) -> Thread {
    let newest = world.app.thread(thread).await.unwrap().unwrap();
    let entry = Entry {
        seq: newest.entry.seq + 1,
        at: newest.entry.at,
        by: Actor::Customer,
        key: None,
        digest: None,
        events: vec![event],
    };
    let next = evolve(thread, Some(newest.thread.clone()), &entry).unwrap();
    let effects = effect::of(Some(&newest.thread), &entry, &next);
    let commit = store::Commit {
        thread: &next,
        entry: &entry,
        effects: &effects,
        capacity: &|_| 10,
        summary: "",
        channel: "web",
    };
    let outcome = world.app.store.commit(&commit).await.unwrap();
    assert!(matches!(outcome, store::Outcome::Done));
    next
}

fn message(text: String) -> Event {
    let content = Content::text(text);
    let (sent_at, quiet, shortened) = (Millis(0), false, false);
    let (reply_to, about, beside) = (None, None, intake::Beside::default());
    Event::CustomerMessage(intake::Received {
        content,
        sent_at,
        reply_to,
        about,
        beside,
        quiet,
        shortened,
    })
}

#[tokio::test]
async fn an_agent_gets_past_an_entry_of_an_older_version() {
    let world = World::new().await;
    let (mark, conversation) = has_taken(&world, SMITH).await;
    let thread = world.thread(SMITH);
    let before = world.state(&thread).await.seq;
    stored_long_ago(&world, &thread, message("\"".repeat(150_000))).await;
    world.customer_writes(SMITH, "and then?").await;
    for after in [before, 0] {
        let frame = json!({"action": "catch_up", "thread": thread.to_string(), "after": after});
        let told = events(&mark.says(frame).await);
        assert_eq!(told.last().unwrap()["content"]["text"], "and then?");
        let long = &told[told.len() - 2]["content"]["text"];
        assert!(long.as_str().unwrap().len() > 5_000, "as much as fits is shown");
    }
    let route = format!("/v1/conversations/{conversation}/entries?after={before}");
    let whole = reads(&world, "mark", &route).await;
    let text = &whole["entries"][0]["events"][0]["content"]["text"];
    assert_eq!(text.as_str().unwrap().len(), 150_000);
}

/// Asks on as a client does, until there is no more. Returns the texts, and the number of requests.
async fn catches_up(vera: &Visitor<'_>, mut after: u64) -> (Vec<(u64, String)>, usize) {
    let mut found = Vec::new();
    for asked in 1.. {
        let action = if asked == 1 { "hello" } else { "ping" };
        let frames = vera.sends("connection", &json!({"action": action, "after": after})).await;
        assert!(frames[0].to_string().len() <= 32 * 1024, "one frame of API Gateway");
        let messages = frames[0]["messages"].as_array().unwrap();
        for message in messages {
            let number = message["number"].as_u64().unwrap();
            assert_eq!(number, after + 1, "without gaps");
            after = number;
            let text = message["content"]["text"].as_str().unwrap_or_default();
            found.push((number, text.to_owned()));
        }
        if frames[0]["more"] != true {
            assert_eq!(frames[0]["position"], after);
            return (found, asked);
        }
        assert!(!messages.is_empty(), "every part moves on");
    }
    unreachable!()
}

#[tokio::test]
async fn a_visitor_gets_a_chat_of_any_size_in_parts() {
    for (text, count) in [("x".repeat(4_096), 33), ("\u{1f60a}".repeat(4_096), 9)] {
        let world = World::new().await;
        let vera = Visitor::connect(&world, "vera").await;
        for _ in 0..count {
            vera.writes(&text).await;
        }
        let again = Visitor::connect(&world, "vera").await;
        let (found, asked) = catches_up(&again, 0).await;
        assert_eq!(found.len(), count);
        assert!(found.iter().all(|(_, found)| *found == text));
        assert!(asked > 3, "in {asked} parts");
    }
}

#[tokio::test]
async fn a_visitor_who_missed_hundreds_of_messages_catches_up() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", vera.thread());
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    for n in 2..=350 {
        if n % 3 == 0 {
            // Entries that the visitor must not see have no number, and do not disturb the search.
            let comment = json!({"type": "comment", "text": format!("comment {n}")});
            mark.does("messaging", &conversation, comment).await;
        }
        vera.writes(&format!("message {n}")).await;
    }
    for after in [1, 0, 120, 249, 349, 350] {
        let again = Visitor::connect(&world, "vera").await;
        let (found, _) = catches_up(&again, after).await;
        assert_eq!(found.len() as u64, 350 - after, "after {after}");
        if let Some((number, text)) = found.iter().find(|(number, _)| *number == 300) {
            assert_eq!(*text, format!("message {number}"));
        }
    }
}

#[tokio::test]
async fn a_visitor_gets_past_an_entry_of_an_older_version() {
    let world = World::new().await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("hello").await;
    stored_long_ago(&world, &vera.thread(), message("\\".repeat(150_000))).await;
    vera.writes("and then?").await;
    let again = Visitor::connect(&world, "vera").await;
    let frames = again.sends("connection", &json!({"action": "hello", "after": 1})).await;
    assert_eq!(frames[0]["messages"][0]["shortened"], true);
    let (found, _) = catches_up(&again, 0).await;
    assert_eq!(found.last().unwrap().1, "and then?");
}

#[tokio::test]
async fn settings_too_large_for_a_client_are_refused() {
    let world = World::new().await;
    let settings = reads(&world, "ada", "/v1/settings").await;
    let word = |n: usize, length: usize| format!("{n}{}", "\u{1f60a}".repeat(length - 3));
    let survey = |n: usize| {
        let answers: Vec<String> = (0..9).map(|nth| word(nth, 100)).collect();
        json!({"name": word(n, 100), "question": word(n, 1_000), "answers": answers})
    };
    let surveys: Vec<Value> = (0..10).map(survey).collect();
    let change = json!({"version": settings["version"], "surveys": surveys});
    let (status, refused) = asks(&world, "ada", "PUT", "/v1/settings", change).await;
    assert_eq!((status, &refused["error"]["field"]), (400, &json!("surveys")), "{refused}");
    let change = json!({"version": settings["version"], "surveys": surveys[..4]});
    let (status, _) = asks(&world, "ada", "PUT", "/v1/settings", change).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_queue_full_of_long_lines_still_fits_into_a_frame() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    for n in 0..60 {
        let address = format!("1650555{n:04}");
        let mut value = world.text_message(
            &address,
            &"\u{1}a\"\\\u{1f60a}".repeat(200),
            &format!("wamid.{n:04}"),
        );
        value["contacts"][0]["profile"]["name"] = json!("\u{1f60a}".repeat(40));
        world.webhook(&value).await;
        let conversation = format!("{}-1", world.thread(&address));
        let tags: Vec<String> =
            (0..12).map(|nth| format!("{nth}{}", "\u{1f60a}".repeat(37))).collect();
        mark.does("assignment", &conversation, json!({"type": "tag", "add": tags})).await;
        mark.frames();
    }
    world.fan_out().await;
    let hello = mark.says(json!({"action": "hello", "positions": {}})).await;
    let told = mark.frames();
    let queues = hello.iter().chain(&told).filter(|f| f["type"] == "queue").collect::<Vec<_>>();
    assert!(queues.iter().any(|f| f["queue"]["waiting"].as_array().is_some_and(|w| w.len() > 20)));
    for frame in hello.iter().chain(&told) {
        let bytes = frame.to_string().len();
        assert!(bytes <= FRAME, "{} of {bytes} bytes", frame["type"]);
    }
}
