//! What belongs to one agent alone: how far they have read, what they have begun to write, and how
//! they like the console. It follows them from screen to screen, and nobody else.

use crate::world::{Agent, World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

/// Mark has accepted Smith's conversation.
async fn accepted(world: &World) -> (Agent<'_>, String) {
    let mark = world.agent("mark").await;
    world.customer_writes(SMITH, "Hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.frames();
    (mark, conversation)
}

fn read(conversation: &str, seq: u64) -> Value {
    json!({"action": "read", "conversation": conversation, "seq": seq})
}

fn draft(conversation: &str, mode: &str, text: &str) -> Value {
    json!({"action": "draft", "conversation": conversation, "mode": mode, "text": text})
}

fn position(world: &World, push: &Value) -> u64 {
    push["positions"][world.thread(SMITH).as_str()].as_u64().unwrap()
}

#[tokio::test]
async fn what_was_read_on_one_screen_is_read_on_the_others_and_never_goes_back() {
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
async fn what_was_read_of_a_discussion_is_read_on_the_other_screens_and_the_thread_is_not() {
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
async fn what_one_may_not_read_one_cannot_mark_or_draft_for() {
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
async fn an_answer_that_was_begun_holds_the_end_off_for_one_more_period() {
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

#[tokio::test]
async fn an_answer_that_was_taken_back_holds_nothing_off() {
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
