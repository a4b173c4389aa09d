//! Files: announced, handed in, looked at, and only then part of a message or comment. An agent who
//! may not read the message or comment gets no file of it.

use crate::file::{
    PDF, PNG, SMITH, accepted, announced, completes, media_route, pdf, picture, ready, remark,
    sent, wanted,
};
use crate::world::{World, asks};
use domain::Millis;
use serde_json::{Value, json};

#[tokio::test]
async fn a_picture_goes_to_the_customer_by_a_link_with_the_servers_own_facts() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let media = ready(&world, "mark", &conversation, "message").await;
    assert_eq!((&media["medium"], &media["width"]), (&json!("image"), &json!(640)));
    // The client's own words about the file count for nothing.
    let mut lies = sent(&media);
    lies["content"]["mime"] = json!("text/html");
    lies["content"]["name"] = json!("<script>.html");
    lies["content"]["size"] = json!(3);
    let ack = mark.does("messaging", &conversation, lies).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    let message = mark.event_of("agent_message");
    let content = &message["content"];
    assert_eq!((&content["mime"], &content["name"]), (&json!(PNG), &json!("kettle.png")));
    assert_eq!(
        (&content["size"], &content["caption"]),
        (&json!(picture().len()), &json!("The new one"))
    );
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken.last().unwrap().clone();
    assert_eq!(
        (&taken["type"], &taken["image"]["caption"]),
        (&json!("image"), &json!("The new one"))
    );
    let link = taken["image"]["link"].as_str().unwrap();
    let fetched = world.follows("GET", link, &[], b"");
    assert_eq!((fetched.status, fetched.body), (200, picture()), "the provider fetches it");
    world.stand_still_until(world.now() + Millis::hours(1));
    assert_eq!(world.follows("GET", link, &[], b"").status, 403, "and not for ever");
}

#[tokio::test]
async fn only_readers_of_a_conversation_fetch_its_files() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let media = ready(&world, "mark", &conversation, "message").await;
    let (status, _) = asks(&world, "martha", "GET", &media_route(&media), Value::Null).await;
    assert_eq!(status, 404, "what is not sent is its sender's alone");
    let (status, _) = asks(&world, "mark", "GET", &media_route(&media), Value::Null).await;
    assert_eq!(status, 200);
    mark.does("messaging", &conversation, sent(&media)).await;
    let (status, link) = asks(&world, "martha", "GET", &media_route(&media), Value::Null).await;
    assert_eq!((status, &link["mime"], &link["name"]), (200, &json!(PNG), &json!("kettle.png")));
    let fetched = world.follows("GET", link["url"].as_str().unwrap(), &[], b"");
    let header = |name| fetched.headers.iter().find(|(n, _)| *n == name).unwrap().1.clone();
    assert_eq!(header("content-type"), PNG);
    assert_eq!(header("content-disposition"), "inline; filename*=UTF-8''kettle.png");
    for (who, id) in [
        ("quinn", media["reference"].as_str().unwrap()),
        ("mark", "0123456789abcdef0123456789abcdef"),
        ("mark", "..%2F..%2Fetc"),
    ] {
        let (status, answer) =
            asks(&world, who, "GET", &format!("/v1/media/{id}"), Value::Null).await;
        assert_eq!((status, &answer["error"]["code"]), (404, &json!("not_found")), "{who} {id}");
    }
    let expires = Millis(link["expires"].as_i64().unwrap());
    world.stand_still_until(expires);
    assert_eq!(world.follows("GET", link["url"].as_str().unwrap(), &[], b"").status, 403);
}

#[tokio::test]
async fn a_file_that_differs_from_its_announcement_is_refused_and_deleted() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    for (mime, bytes) in [
        (PNG, pdf()),
        (PDF, picture()),
        (PNG, b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        (PNG, b"\x89PNG\r\n\x1a\n".to_vec()),
        (PDF, b"MZ\x90\0\x03\0\0\0\x04\0\0\0".to_vec()),
        ("text/plain", b"<script>alert(1)</script>".to_vec()),
        ("application/msword", b"PK\x03\x04 word/document.xml".to_vec()),
        (PNG, {
            let mut huge = picture();
            huge[16..24].copy_from_slice(&[0, 0, 0x80, 0, 0, 0, 0x80, 0]);
            huge
        }),
    ] {
        let body = wanted(&conversation, "message", mime, bytes.len());
        let upload = announced(&world, "mark", body).await;
        assert_eq!(world.hands_in(&upload, &bytes), 200);
        let (status, answer) = completes(&world, "mark", &upload["id"]).await;
        let code = &answer["error"]["code"];
        assert_eq!((status, code), (409, &json!("content_mismatch")), "{mime}: {bytes:?}");
        let (_, again) = completes(&world, "mark", &upload["id"]).await;
        assert_eq!(again["error"]["code"], "upload_missing", "it is gone");
        let media = json!({"medium": "image", "reference": upload["id"], "mime": mime});
        let refused = mark.does("messaging", &conversation, sent(&media)).await;
        assert_eq!(refused["code"], "upload_missing");
    }
}

#[tokio::test]
async fn only_the_announced_bytes_get_in_and_only_until_the_link_expires() {
    let world = World::new().await;
    let (_, conversation) = accepted(&world).await;
    let bytes = picture();
    let body = wanted(&conversation, "message", PNG, bytes.len());
    let upload = announced(&world, "mark", body).await;
    let longer = [bytes.clone(), vec![0]].concat();
    assert_eq!(world.hands_in(&upload, &longer), 403, "one byte too many");
    let (status, answer) = completes(&world, "mark", &upload["id"]).await;
    assert_eq!((status, &answer["error"]["code"]), (409, &json!("upload_missing")));
    let url = upload["url"].as_str().unwrap();
    let length = bytes.len().to_string();
    for headers in [
        vec![("content-length", length.as_str()), ("content-type", "text/html")],
        vec![("content-length", length.as_str())],
    ] {
        assert_eq!(world.follows("PUT", url, &headers, &bytes).status, 403, "another type");
    }
    assert_eq!(world.follows("GET", url, &[], b"").status, 403, "a link to put is none to get");
    let other = url.replace("/incoming/", "/files/");
    assert_eq!(world.follows("PUT", &other, &[], &bytes).status, 403);
    assert_eq!(world.hands_in(&upload, &bytes), 200);
    let (status, done) = completes(&world, "mark", &upload["id"]).await;
    assert_eq!(status, 200);
    let (_, again) = completes(&world, "mark", &upload["id"]).await;
    assert_eq!(again, done, "completing it again changes nothing");
    world.stand_still_until(world.now() + Millis::minutes(15));
    assert_eq!(world.hands_in(&upload, &bytes), 403);
}

#[tokio::test]
async fn a_file_that_changed_after_its_check_is_not_sent() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let bytes = picture();
    let body = wanted(&conversation, "message", PNG, bytes.len());
    let upload = announced(&world, "mark", body).await;
    world.hands_in(&upload, &bytes);
    let (_, done) = completes(&world, "mark", &upload["id"]).await;
    let mut other = bytes.clone();
    other[100] = 99;
    assert_eq!(world.hands_in(&upload, &other), 200, "the link is good for a while yet");
    let refused = mark.does("messaging", &conversation, sent(&done["media"])).await;
    assert_eq!(refused["code"], "content_mismatch");
    world.hands_in(&upload, &bytes);
    let ack = mark.does("messaging", &conversation, sent(&done["media"])).await;
    assert_eq!(ack["type"], "ack");
    world.hands_in(&upload, &other);
    let (_, link) = asks(&world, "mark", "GET", &media_route(&done["media"]), Value::Null).await;
    let fetched = world.follows("GET", link["url"].as_str().unwrap(), &[], b"");
    assert_eq!(fetched.body, bytes, "what was sent stays what it was");
}

#[tokio::test]
async fn a_file_that_may_not_be_attached_is_refused_before_any_byte() {
    let world = World::new().await;
    let (_, conversation) = accepted(&world).await;
    let quinn = format!("{}-1", world.thread("4915112345678"));
    let too_large = 5 * 1024 * 1024 + 1;
    for (body, status, code, field) in [
        (wanted(&conversation, "message", "image/gif", 10), 400, "file_kind_refused", "mime"),
        (wanted(&conversation, "message", "image/svg+xml", 10), 400, "file_kind_refused", "mime"),
        (wanted(&conversation, "comment", "text/html", 10), 400, "file_kind_refused", "mime"),
        (wanted(&conversation, "message", PNG, too_large), 400, "file_too_large", "size"),
        (
            wanted(&conversation, "comment", PDF, 10 * 1024 * 1024 + 1),
            400,
            "file_too_large",
            "size",
        ),
        (wanted(&conversation, "message", PNG, 0), 400, "out_of_range", "size"),
        (wanted("nowhere", "message", PNG, 10), 400, "frame_invalid", "conversation"),
        (wanted(&conversation, "letter", PNG, 10), 400, "frame_invalid", "purpose"),
        (wanted(&quinn, "message", PNG, 10), 404, "not_found", ""),
    ] {
        let (got, answer) = asks(&world, "mark", "POST", "/v1/uploads", body.clone()).await;
        let error = &answer["error"];
        assert_eq!((got, &error["code"]), (status, &json!(code)), "{body}: {answer}");
        assert_eq!(error["field"].as_str().unwrap_or_default(), field, "{body}");
    }
    let (status, _) =
        asks(&world, "quinn", "POST", "/v1/uploads", wanted(&conversation, "message", PNG, 10))
            .await;
    assert_eq!(status, 404, "who may not read it hands nothing in");
    let mut long = wanted(&conversation, "message", PNG, 10);
    long["name"] = json!("x".repeat(256));
    let (_, answer) = asks(&world, "mark", "POST", "/v1/uploads", long).await;
    assert_eq!(
        (&answer["error"]["code"], &answer["error"]["field"]),
        (&json!("text_too_long"), &json!("name"))
    );
}

#[tokio::test]
async fn the_conversation_says_what_its_channel_carries() {
    let world = World::new().await;
    let (_, conversation) = accepted(&world).await;
    let mark = world.agent("mark").await;
    let catch_up =
        json!({"action": "catch_up", "thread": world.thread(SMITH).as_str(), "after": 0});
    let snapshot = mark.says(catch_up).await;
    let files = snapshot[0]["conversation"]["files"].as_array().unwrap().clone();
    let media: Vec<&str> = files.iter().map(|f| f["medium"].as_str().unwrap()).collect();
    assert_eq!(media, ["image", "document", "video"]);
    assert_eq!(files[0]["types"], json!(["image/jpeg", PNG]), "no GIF on WhatsApp");
    assert_eq!(files[2]["limit"], 16 * 1024 * 1024);
    let film = announced(&world, "mark", wanted(&conversation, "message", "video/mp4", 9)).await;
    assert_eq!(film["method"], "PUT");
}

#[tokio::test]
async fn an_upload_serves_its_agent_its_conversation_and_its_purpose_only() {
    let world = World::new().await;
    let (mark, conversation) = accepted(&world).await;
    let martha = world.agent("martha").await;
    world.customer_writes("16505550000", "Hello").await;
    let other = format!("{}-1", world.thread("16505550000"));
    martha.does("assignment", &other, json!({"type": "accept"})).await;
    let own = ready(&world, "mark", &conversation, "message").await;
    let inside = ready(&world, "mark", &conversation, "comment").await;
    let theirs = ready(&world, "martha", &conversation, "comment").await;
    let elsewhere = ready(&world, "mark", &other, "message").await;
    let unlooked = announced(&world, "mark", wanted(&conversation, "message", PNG, 9)).await;
    let unlooked = json!({"medium": "image", "reference": unlooked["id"], "mime": PNG});
    let provider = json!({"medium": "image", "reference": "1479537139650973", "mime": PNG});
    for command in [
        sent(&inside),
        sent(&elsewhere),
        sent(&unlooked),
        sent(&provider),
        remark(&[&own]),
        remark(&[&inside, &theirs]),
        remark(&[&provider]),
    ] {
        let answer = mark.does("messaging", &conversation, command.clone()).await;
        assert_eq!(answer["code"], "upload_missing", "{command}");
        assert_eq!(answer["field"], "reference");
    }
    let (status, answer) = completes(&world, "martha", &own["reference"]).await;
    assert_eq!((status, &answer["error"]["code"]), (409, &json!("upload_missing")));
    let ack = mark.does("messaging", &conversation, sent(&own)).await;
    assert_eq!(ack["type"], "ack", "{ack}");
}

#[tokio::test]
async fn a_picture_that_is_sent_by_http_goes_out_as_over_the_socket() {
    let world = World::new().await;
    let (_mark, conversation) = accepted(&world).await;
    let media = ready(&world, "mark", &conversation, "message").await;
    let command =
        json!({"id": "file-by-http", "conversation": conversation, "command": sent(&media)});
    let (status, answer) = asks(&world, "mark", "POST", "/v1/commands", command).await;
    assert_eq!(status, 200, "{answer}");
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken.clone();
    assert_eq!(taken.last().unwrap()["image"]["caption"], "The new one");
    let link = taken.last().unwrap()["image"]["link"].as_str().unwrap().to_owned();
    assert_eq!(world.follows("GET", &link, &[], b"").status, 200);
}
