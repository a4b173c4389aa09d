//! Customers' files: the engine gets them from the provider once the message is stored, keeps them,
//! and agents see them, or the reason why there is none.

use crate::file::SMITH;
use crate::world::{Agent, CrashPoint, Served, World, asks, sqs};
use domain::{Event, Millis, file};
use serde_json::{Value, json};

const STORE: &str = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1";
const CDN: &str = "https://cdn.test/photo";

/// A picture of 640 times 480 pixels that programs can read.
fn photo() -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([(x / 3) as u8, (y / 2) as u8, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The webhook of a customer's file: WhatsApp names it by an id.
fn webhook(world: &World, kind: &str, id: &str) -> Value {
    let mut value = world.text_message(SMITH, "", id);
    value["messages"][0]["type"] = json!(kind);
    value["messages"][0][kind] =
        json!({"id": "media-1", "mime_type": "image/jpeg", "caption": "It leaks here"});
    value
}

/// Meta's answer to the look-up of the file's id.
fn leads_to(world: &World, status: u16, url: &str) {
    let found = json!({"url": url, "mime_type": "image/jpeg", "id": "media-1"});
    let answer = if status == 200 { found } else { json!({"error": {"code": 100}}) };
    world.wires.provider.lock().unwrap().tells.insert("/media-1", (status, answer));
}

async fn sends(world: &World, kind: &str) {
    let answer = world.webhook(&webhook(world, kind, "wamid.photo")).await;
    assert_eq!(answer["statusCode"], 200, "{answer}");
    world.project().await;
}

/// A photo waits in the file queue. Returns the message of the queue.
pub(crate) async fn waiting(world: &World) -> String {
    leads_to(world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    sends(world, "image").await;
    world.wires.next_file().unwrap().1
}

/// The ends of all fetches that the log has.
async fn ends(world: &World) -> Vec<file::Fetched> {
    let log = world.log(&world.thread(SMITH)).await;
    let events = log.into_iter().flat_map(|entry| entry.events);
    events
        .filter_map(|event| match event {
            Event::FileFetched(fetched) => Some(fetched),
            _ => None,
        })
        .collect()
}

async fn kept(world: &World) -> file::Kept {
    match ends(world).await.as_slice() {
        [file::Fetched { outcome: file::Outcome::Kept(kept), .. }] => kept.clone(),
        other => panic!("{other:?}"),
    }
}

async fn refused(world: &World) -> file::Reason {
    match ends(world).await.as_slice() {
        [file::Fetched { outcome: file::Outcome::Refused(reason), .. }] => *reason,
        other => panic!("{other:?}"),
    }
}

async fn mark(world: &World) -> Agent<'_> {
    let mark = world.agent("mark").await;
    mark.frames();
    mark
}

/// Mark takes the conversation, so that he hears of it.
async fn takes(world: &World, mark: &Agent<'_>) -> String {
    let conversation = format!("{}-1", world.thread(SMITH));
    let ack = mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    conversation
}

async fn link(world: &World, who: &str, id: &Value) -> (i64, Value) {
    asks(world, who, "GET", &format!("/v1/media/{}", id.as_str().unwrap()), Value::Null).await
}

#[tokio::test]
async fn a_customers_photo_is_fetched_and_agents_see_it_with_a_small_picture() {
    let world = World::new().await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    sends(&world, "image").await;
    assert!(ends(&world).await.is_empty(), "the webhook waits for nothing");
    let mark = mark(&world).await;
    takes(&world, &mark).await;
    world.fetch_files().await;
    let event = mark.event_of("file_fetched");
    let file = &event["file"];
    assert_eq!((&event["message"], &file["medium"]), (&json!(1), &json!("image")));
    assert_eq!((&file["width"], &file["height"]), (&json!(640), &json!(480)));
    assert_eq!((&file["name"], &file["size"]), (&json!("image.jpg"), &json!(photo().len())));
    assert_eq!(
        (&file["thumbnail"]["width"], &file["thumbnail"]["height"]),
        (&json!(320), &json!(240))
    );

    let (status, whole) = link(&world, "mark", &file["id"]).await;
    assert_eq!(
        (status, &whole["mime"], &whole["name"]),
        (200, &json!("image/jpeg"), &json!("image.jpg"))
    );
    let fetched = world.follows("GET", whole["url"].as_str().unwrap(), &[], b"");
    assert_eq!((fetched.status, fetched.body), (200, photo()));
    let saved = world.follows("GET", whole["download"].as_str().unwrap(), &[], b"");
    let how = saved.headers.iter().find(|(name, _)| *name == "content-disposition").unwrap();
    assert_eq!(how.1, "attachment; filename*=UTF-8''image.jpg");
    let (status, small) = link(&world, "mark", &file["thumbnail"]["id"]).await;
    assert_eq!(status, 200);
    let fetched = world.follows("GET", small["url"].as_str().unwrap(), &[], b"");
    assert_eq!(json!(fetched.body.len()), small["size"]);
    assert!(image::load_from_memory(&fetched.body).is_ok());
    // Meta's token went to Meta's store, and nowhere else.
    let asked = world.wires.asked();
    let token = format!("Bearer {}", platform::sandbox::ACCESS_TOKEN);
    assert_eq!(asked, [(STORE.to_owned(), Some(token))]);
}

#[tokio::test]
async fn a_file_is_fetched_once_however_often_the_webhook_the_stream_and_the_queue_bring_it() {
    let world = World::new().await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    sends(&world, "image").await;
    sends(&world, "image").await;
    let (_, body) = world.wires.next_file().unwrap();
    assert_eq!(world.wires.next_file(), None, "the second webhook wrote nothing");
    for _ in 0..3 {
        let answer = world.call("deliver", sqs(&body)).await;
        assert_eq!(answer["batchItemFailures"], json!([]));
    }
    kept(&world).await;
    assert_eq!(world.wires.asked().len(), 1);
}

#[tokio::test]
async fn a_file_that_the_provider_no_longer_has_is_gone_and_can_be_asked_for_again() {
    for (status, served) in [(400, 200), (404, 200), (200, 404), (200, 410)] {
        let world = World::new().await;
        leads_to(&world, status, STORE);
        let answer = if served == 200 { Served::file(&photo()) } else { Served::refused(served) };
        world.wires.serves(STORE, [answer]);
        sends(&world, "image").await;
        world.fetch_files().await;
        assert_eq!(refused(&world).await, file::Reason::Gone, "{status} {served}");
    }
    let world = World::new().await;
    let mark = mark(&world).await;
    leads_to(&world, 404, STORE);
    sends(&world, "image").await;
    let conversation = takes(&world, &mark).await;
    world.fetch_files().await;
    let ask = json!({"type": "fetch_file", "message": 1});
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    let ack = mark.does("messaging", &conversation, ask.clone()).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    assert_eq!(mark.event_of("file_asked")["message"], 1);
    world.project().await;
    world.fetch_files().await;
    assert_eq!(mark.event_of("file_fetched")["file"]["medium"], "image");
    let unknown = json!({"type": "fetch_file", "message": 2});
    let refused = mark.does("messaging", &conversation, unknown).await;
    assert_eq!(refused["code"], "not_found");
    let stranger = world.agent("quinn").await;
    let refused = stranger.does("messaging", &conversation, ask).await;
    assert_eq!(refused["code"], "not_found");
}

#[tokio::test]
async fn a_provider_that_fails_is_asked_again_after_growing_waits() {
    let world = World::new().await;
    leads_to(&world, 200, STORE);
    let busy = Served::refused(429).with("retry-after", "120");
    world.wires.serves(STORE, [Served::refused(500), busy, Served::file(&photo())]);
    sends(&world, "image").await;
    let began = world.now();
    world.fetch_files().await;
    assert_eq!(kept(&world).await.size, photo().len() as u64);
    assert_eq!(world.wires.asked().len(), 3);
    assert_eq!(world.now() - began, Millis::seconds(5 + 120), "the provider's own wait is longer");
}

#[tokio::test]
async fn a_provider_that_never_answers_is_given_up_after_half_an_hour() {
    let world = World::new().await;
    let lapsed = json!({"error": {"code": 190}});
    world.wires.provider.lock().unwrap().tells.insert("/media-1", (401, lapsed));
    sends(&world, "image").await;
    let began = world.now();
    world.fetch_files().await;
    assert_eq!(refused(&world).await, file::Reason::Unreachable);
    let took = world.now() - began;
    assert!((Millis::minutes(15)..Millis::minutes(40)).contains(&took), "{took}");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_before_it_fills_the_memory() {
    for large in [
        Served::file(b"x").with("content-length", "26214401"),
        Served::file(&vec![7; 25 * 1024 * 1024 + 1]),
        Served::file(&[&photo()[..], &vec![7; 16 * 1024 * 1024]].concat()),
    ] {
        let world = World::new().await;
        leads_to(&world, 200, STORE);
        world.wires.serves(STORE, [large]);
        sends(&world, "image").await;
        world.fetch_files().await;
        assert_eq!(refused(&world).await, file::Reason::TooLarge);
    }
}

#[tokio::test]
async fn no_address_inside_is_asked_whether_a_webhook_or_a_redirect_names_it() {
    for inside in [
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/x",
        "https://[::1]/x",
        "https://127.0.0.1/x",
        "http://cdn.test/photo",
        "https://cdn.test:8443/photo",
        "https://me@cdn.test/photo",
    ] {
        for redirected in [false, true] {
            let world = World::new().await;
            if redirected {
                leads_to(&world, 200, CDN);
                world.wires.serves(CDN, [Served::redirect(inside)]);
            } else {
                leads_to(&world, 200, inside);
            }
            sends(&world, "image").await;
            world.fetch_files().await;
            assert_eq!(refused(&world).await, file::Reason::Unreachable, "{inside}");
            assert_eq!(world.wires.asked().len(), usize::from(redirected), "{inside}");
        }
    }
}

#[tokio::test]
async fn a_redirect_is_followed_without_the_credentials_and_not_for_ever() {
    let world = World::new().await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::redirect(CDN)]);
    world.wires.serves(CDN, [Served::file(&photo())]);
    sends(&world, "image").await;
    world.fetch_files().await;
    kept(&world).await;
    let shown: Vec<bool> = world.wires.asked().iter().map(|(_, shown)| shown.is_some()).collect();
    assert_eq!(shown, [true, false]);

    let world = World::new().await;
    leads_to(&world, 200, CDN);
    world.wires.serves(CDN, [Served::redirect(CDN)]);
    sends(&world, "image").await;
    world.fetch_files().await;
    assert_eq!(refused(&world).await, file::Reason::Unreachable);
    assert_eq!(world.wires.asked().len(), 4, "three redirects, and no more");
}

#[tokio::test]
async fn a_file_is_what_its_content_says_and_not_what_the_provider_announced() {
    let world = World::new().await;
    let mark = mark(&world).await;
    leads_to(&world, 200, STORE);
    let page = b"<html><script>alert(1)</script></html>";
    world.wires.serves(STORE, [Served::file(page).with("content-type", "image/jpeg")]);
    sends(&world, "image").await;
    takes(&world, &mark).await;
    world.fetch_files().await;
    let file = mark.event_of("file_fetched")["file"].clone();
    assert_eq!((&file["medium"], &file["name"]), (&json!("document"), &json!("document.txt")));
    let (_, link) = link(&world, "mark", &file["id"]).await;
    let fetched = world.follows("GET", link["url"].as_str().unwrap(), &[], b"");
    let header = |name| fetched.headers.iter().find(|(n, _)| *n == name).unwrap().1.clone();
    assert_eq!(header("content-type"), "application/octet-stream");
    assert!(header("content-disposition").starts_with("attachment;"));

    let world = World::new().await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&[b"MZ".as_slice(), &[0; 200]].concat())]);
    sends(&world, "document").await;
    world.fetch_files().await;
    assert_eq!(refused(&world).await, file::Reason::Program);
}

#[tokio::test]
async fn an_invocation_that_ends_anywhere_in_the_middle_leaves_one_kept_file_after_the_next() {
    for after in [false, true] {
        for calls in 0.. {
            let world = World::new().await;
            leads_to(&world, 200, STORE);
            world.wires.serves(STORE, [Served::file(&photo())]);
            sends(&world, "image").await;
            let (_, body) = world.wires.next_file().unwrap();
            world.wires.crash_at(Some(CrashPoint { calls, after }));
            world.call_or_crash("deliver", sqs(&body)).await;
            let ended = world.wires.crash_left();
            world.wires.crash_at(None);
            // The queue brings the message again.
            world.call("deliver", sqs(&body)).await;
            kept(&world).await;
            if ended {
                break;
            }
        }
    }
}

#[tokio::test]
async fn only_readers_of_the_conversation_get_a_link_to_a_customers_file() {
    let world = World::new().await;
    let mark = mark(&world).await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    sends(&world, "image").await;
    takes(&world, &mark).await;
    world.fetch_files().await;
    let file = mark.event_of("file_fetched")["file"].clone();
    for id in [&file["id"], &file["thumbnail"]["id"]] {
        assert_eq!(link(&world, "mark", id).await.0, 200);
        assert_eq!(link(&world, "quinn", id).await.0, 404);
    }
    let thread = world.thread(SMITH);
    for wrong in [
        format!("{thread}.1"),
        format!("{thread}.999"),
        format!("{thread}.2.large"),
        "0000000000000000.2".to_owned(),
    ] {
        assert_eq!(link(&world, "mark", &json!(wrong)).await.0, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_file_that_comes_after_the_end_of_a_conversation_opens_nothing() {
    let world = World::new().await;
    let mark = mark(&world).await;
    leads_to(&world, 200, STORE);
    world.wires.serves(STORE, [Served::file(&photo())]);
    sends(&world, "image").await;
    let conversation = takes(&world, &mark).await;
    mark.does("assignment", &conversation, json!({"type": "resolve"})).await;
    let before = world.state(&world.thread(SMITH)).await;
    world.fetch_files().await;
    kept(&world).await;
    let after = world.state(&world.thread(SMITH)).await;
    assert_eq!(after.conversation, before.conversation);
    assert_eq!((after.public_seq, after.files), (before.public_seq, Vec::new()));
}

#[tokio::test]
async fn a_visitors_own_file_is_fetched_from_nobody() {
    let world = World::new().await;
    world.customer_writes(SMITH, "No file here").await;
    world.project().await;
    assert_eq!(world.wires.next_file(), None);
}
