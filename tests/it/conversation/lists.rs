//! Every list follows one rule: its limit, its values, and no parameter without an effect.

use serde_json::{Value, json};

use crate::world::{World, asks, http_event, reads};

#[tokio::test]
async fn a_limit_is_held_by_every_list_that_has_one() {
    let world = World::new().await;
    for n in 0..3 {
        world.customer_writes(&format!("1650555000{n}"), "hello").await;
    }
    world.project().await;
    let conversation = format!("{}-1", world.thread("16505550000"));
    let contact = reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    let contact = contact["conversation"]["contact"]["id"].as_str().unwrap().to_owned();
    let page = reads(&world, "mark", "/v1/conversations?limit=2").await;
    assert_eq!(page["conversations"].as_array().unwrap().len(), 2);
    let cursor = page["cursor"].as_str().unwrap();
    let rest = reads(&world, "mark", &format!("/v1/conversations?limit=2&cursor={cursor}")).await;
    assert_eq!(rest["conversations"].as_array().unwrap().len(), 1);
    for route in [
        "/v1/conversations".to_owned(),
        "/v1/mentions".to_owned(),
        "/v1/engagements".to_owned(),
        "/v1/direct/martha".to_owned(),
        format!("/v1/contacts/{contact}/conversations"),
        format!("/v1/conversations/{conversation}/entries"),
    ] {
        for wrong in ["0", "101", "-1", "many"] {
            let (status, refused) =
                asks(&world, "mark", "GET", &format!("{route}?limit={wrong}"), Value::Null).await;
            assert_eq!((status, &refused["error"]["field"]), (400, &json!("limit")), "{route}");
        }
        reads(&world, "mark", &format!("{route}?limit=1")).await;
        reads(&world, "mark", &format!("{route}?limit=")).await;
    }
}

#[tokio::test]
async fn a_parameter_that_a_route_does_not_have_is_refused_by_its_name() {
    let world = World::new().await;
    for route in ["/v1/conversations?stauts=queued", "/v1/me?stauts=1", "/v1/canned?stauts="] {
        let (status, refused) = asks(&world, "mark", "GET", route, Value::Null).await;
        let error = &refused["error"];
        assert_eq!((status, &error["code"]), (400, &json!("query_invalid")), "{route}");
        assert_eq!(error["field"], "stauts", "{route}");
    }
}

#[tokio::test]
async fn a_filter_with_several_values_matches_any_of_them() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    for n in 0..3 {
        world.customer_writes(&format!("1650555000{n}"), "hello").await;
    }
    let taken = format!("{}-1", world.thread("16505550000"));
    let over = format!("{}-1", world.thread("16505550001"));
    for conversation in [&taken, &over] {
        mark.does("assignment", conversation, json!({"type": "accept"})).await;
    }
    mark.does("assignment", &over, json!({"type": "resolve"})).await;
    world.project().await;
    let found = async |query: Value| {
        let mut event = http_event("GET", "/v1/conversations", "");
        event["queryStringParameters"] = query;
        let token = world.wires.token("mark", world.now(), |_| {});
        event["headers"]["authorization"] = json!(format!("Bearer {token}"));
        let answer = world.call("api", event).await;
        let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        body["conversations"].as_array().unwrap_or_else(|| panic!("{body}")).len()
    };
    // API Gateway hands repeated values over as one, with commas.
    assert_eq!(found(json!({"status": "active"})).await, 1);
    assert_eq!(found(json!({"status": "active,resolved"})).await, 2);
    assert_eq!(found(json!({"status": "active, queued,resolved"})).await, 3);
    assert_eq!(found(json!({"status": "active,resolved", "owner": "mark,martha"})).await, 1);
    for empty in ["status", "tag", "label", "q", "queue", "owner", "channel", "cursor"] {
        assert_eq!(found(json!({(empty): ""})).await, 3, "an empty {empty} counts as left out");
    }
    assert_eq!(found(json!({"q": "hello, there"})).await, 0, "a comma in a text is no end");
}

#[tokio::test]
async fn every_answer_has_the_requests_id_and_a_busy_one_says_when_to_come_again() {
    let world = World::new().await;
    let token = world.wires.token("mark", world.now(), |_| {});
    for (route, status) in [("/v1/me", 200), ("/v1/conversations/x-1", 400)] {
        let mut event = http_event("GET", route, "");
        event["requestContext"]["requestId"] = json!("request-1");
        event["headers"]["authorization"] = json!(format!("Bearer {token}"));
        if route.contains("x-1") {
            event["routeKey"] = json!("GET /v1/conversations/{conversation}");
            event["pathParameters"]["conversation"] = json!("x-1");
        }
        let answer = world.call("api", event).await;
        assert_eq!(answer["statusCode"], status);
        assert_eq!(answer["headers"]["x-request-id"], "request-1");
    }
}

#[tokio::test]
async fn a_body_is_read_whatever_its_type_says() {
    let world = World::new().await;
    let token = world.wires.token("mark", world.now(), |_| {});
    let mut event = http_event("PUT", "/v1/me/presence", "eyJwcmVzZW5jZSI6ICJhd2F5In0=");
    event["headers"] = json!({"authorization": format!("Bearer {token}")});
    // API Gateway encodes a body without a type, or of another type than JSON and text.
    event["isBase64Encoded"] = json!(true);
    let answer = world.call("api", event).await;
    assert_eq!(answer["statusCode"], 200, "{answer}");
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_refused_and_not_guessed_at() {
    let world = World::new().await;
    let token = world.wires.token("ada", world.now(), |_| {});
    // {"csv": "email,name\nzoe@demo.test,Zo?"} with an e and two dots in Latin-1 for the question mark.
    let latin = "eyJjc3YiOiAiZW1haWwsbmFtZVxuem9lQGRlbW8udGVzdCxab+sifQ==";
    for route in ["/v1/agents/import", "/v1/commands"] {
        let mut event = http_event("POST", route, latin);
        event["headers"] = json!({"authorization": format!("Bearer {token}")});
        event["isBase64Encoded"] = json!(true);
        let answer = world.call("api", event).await;
        let words = answer["body"].as_str().unwrap();
        assert_eq!(answer["statusCode"], 400, "{words}");
        assert!(
            words.contains("not UTF-8: byte 38 is 0xEB") && words.contains("CSV UTF-8"),
            "{words}"
        );
    }
}

#[tokio::test]
async fn a_refused_frame_without_an_id_is_named_by_its_action_and_subject() {
    let world = World::new().await;
    let omar = world.agent("omar").await;
    world.customer_writes("16505550000", "hello").await;
    let thread = world.thread("16505550000").to_string();
    let conversation = format!("{thread}-1");
    let catch_up = omar.says(json!({"action": "catch_up", "thread": thread, "after": 0})).await;
    assert_eq!(catch_up[0]["type"], "refused");
    assert_eq!(
        (&catch_up[0]["action"], &catch_up[0]["thread"]),
        (&json!("catch_up"), &json!(thread))
    );
    for frame in [
        json!({"action": "read", "conversation": conversation, "seq": 1}),
        json!({"action": "typing", "conversation": conversation}),
        json!({"action": "draft", "conversation": conversation, "mode": "reply", "text": "x"}),
    ] {
        let refused = omar.says(frame.clone()).await;
        assert_eq!(refused[0]["action"], frame["action"]);
        assert_eq!(refused[0]["conversation"], conversation.as_str(), "{frame}");
    }
    let presence = json!({"action": "presence", "presence": "asleep", "id": "mine-0001"});
    let refused = omar.says(presence).await;
    assert_eq!(
        (&refused[0]["action"], &refused[0]["id"]),
        (&json!("presence"), &json!("mine-0001"))
    );
}

#[tokio::test]
async fn catching_up_with_nothing_is_answered() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes("16505550000", "hello").await;
    let thread = world.thread("16505550000");
    let position = world.state(&thread).await.seq;
    let frame = json!({"action": "catch_up", "thread": thread.to_string(), "after": position});
    let answer = mark.says(frame).await;
    assert_eq!((&answer[0]["type"], &answer[0]["entries"]), (&json!("entries"), &json!([])));
}

#[tokio::test]
async fn a_request_repeated_after_a_lost_answer_is_answered_again() {
    let world = World::new().await;
    let settings = reads(&world, "olga", "/v1/preferences").await;
    let mut wanted = settings;
    wanted["volume"] = json!(7);
    let first = asks(&world, "olga", "PUT", "/v1/preferences", wanted.clone()).await;
    assert_eq!(asks(&world, "olga", "PUT", "/v1/preferences", wanted.clone()).await, first);
    wanted["volume"] = json!(8);
    let (status, _) = asks(&world, "olga", "PUT", "/v1/preferences", wanted).await;
    assert_eq!(status, 409, "another change is another matter");

    let canned = json!({"title": "Hello", "category": "Greetings", "text": "Hello", "version": 0});
    let first = asks(&world, "olga", "PUT", "/v1/canned/hello", canned.clone()).await;
    assert_eq!(first.0, 200, "{first:?}");
    assert_eq!(asks(&world, "olga", "PUT", "/v1/canned/hello", canned).await, first);

    let settings = reads(&world, "ada", "/v1/settings").await;
    let change = json!({"version": settings["version"], "tags": ["Recall"]});
    let first = asks(&world, "ada", "PUT", "/v1/settings", change.clone()).await;
    assert_eq!(first.0, 200, "{first:?}");
    assert_eq!(asks(&world, "ada", "PUT", "/v1/settings", change.clone()).await, first);
    let (status, _) = asks(
        &world,
        "olga",
        "PUT",
        "/v1/settings/teams/support",
        json!({"version": 0, "own": {"tags": ["A"]}}),
    )
    .await;
    assert_eq!(status, 200);
    let (status, _) = asks(
        &world,
        "ada",
        "PUT",
        "/v1/settings/teams/support",
        json!({"version": 0, "own": {"tags": ["A"]}}),
    )
    .await;
    assert_eq!(status, 409, "somebody else's change");
}

#[tokio::test]
async fn a_file_is_announced_once_under_its_key() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    world.customer_writes("16505550000", "hello").await;
    let conversation = format!("{}-1", world.thread("16505550000"));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let token = world.wires.token("mark", world.now(), |_| {});
    let announces = async |key: &str, name: &str| {
        let body = json!({"conversation": conversation, "name": name, "mime": "image/png",
                          "size": 100, "purpose": "message"});
        let mut event = http_event("POST", "/v1/uploads", &body.to_string());
        event["headers"]["authorization"] = json!(format!("Bearer {token}"));
        event["headers"]["idempotency-key"] = json!(key);
        let answer = world.call("api", event).await;
        serde_json::from_str::<Value>(answer["body"].as_str().unwrap()).unwrap()
    };
    let first = announces("upload-0001", "kettle.png").await;
    assert_eq!(announces("upload-0001", "kettle.png").await["id"], first["id"]);
    assert_ne!(announces("upload-0002", "kettle.png").await["id"], first["id"]);
    assert_eq!(announces("upload-0001", "other.png").await["error"]["code"], "id_reused");
}

#[tokio::test]
async fn a_list_says_who_wrote_the_newest_message() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let newest = async || {
        world.project().await;
        let card = reads(&world, "mark", "/v1/conversations").await["conversations"][0].clone();
        (card["summary"].as_str().unwrap().to_owned(), card["summary_by"].clone())
    };
    world.customer_writes("16505550000", "You: is that a word?").await;
    assert_eq!(newest().await, ("You: is that a word?".to_owned(), Value::Null));
    let conversation = format!("{}-1", world.thread("16505550000"));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "It is."}});
    mark.does("messaging", &conversation, send).await;
    assert_eq!(newest().await, ("It is.".to_owned(), json!("mark")));
    mark.does("messaging", &conversation, json!({"type": "comment", "text": "Odd."})).await;
    assert_eq!(newest().await, ("It is.".to_owned(), json!("mark")), "a comment is no message");
    world.customer_writes("16505550000", "Thanks").await;
    assert_eq!(newest().await, ("Thanks".to_owned(), Value::Null));
}
