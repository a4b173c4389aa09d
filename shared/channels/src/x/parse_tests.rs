use domain::content::{Media, Medium};
use proptest::prelude::*;
use serde_json::json;

use super::*;

const SHOP: &str = "4337869213";
const SMITH: &str = "3001969357";

fn event(changes: Value) -> Value {
    let mut event = json!({"type": "message_create", "id": "954491830116155396",
        "created_timestamp": "1516403560557",
        "message_create": {"target": {"recipient_id": SHOP}, "sender_id": SMITH,
            "message_data": {"text": "Hello World!", "entities": {"urls": []}}}});
    for (name, value) in changes.as_object().unwrap() {
        *event.pointer_mut(name).unwrap() = value.clone();
    }
    event
}

fn arrivals(events: Value) -> Vec<Arrival> {
    let body = json!({"for_user_id": SHOP, "direct_message_events": events,
        "users": {SMITH: {"id": SMITH, "name": "Jordan Brinks", "screen_name": "FuriousCamper"}}});
    webhook(body.to_string().as_bytes()).unwrap()
}

fn only(changes: Value) -> Inbound {
    let mut all = arrivals(json!([event(changes)]));
    assert_eq!(all.len(), 1, "{all:?}");
    match all.remove(0) {
        Arrival::Message(message) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_is_read_with_the_names_of_its_sender() {
    let message = only(json!({}));
    assert_eq!((message.account.as_str(), message.address.as_str()), (SHOP, "user:3001969357"));
    assert_eq!(message.others, ["@furiouscamper"]);
    assert_eq!(message.name, "Jordan Brinks");
    assert_eq!(message.key, "954491830116155396");
    assert_eq!(message.sent_at, Some(Millis(1_516_403_560_557)));
    assert_eq!(message.content, Content::text("Hello World!"));
}

#[test]
fn the_newer_api_wraps_the_same_event() {
    let body = json!({"data": {"event_uuid": "-68", "filter": {"user_id": SHOP},
        "event_type": "dm.received", "payload": {"direct_message_events": [event(json!({}))],
        "users": {SMITH: {"data": {"id": SMITH, "name": "Jordan", "username": "Camper"}}}}}});
    let all = webhook(body.to_string().as_bytes()).unwrap();
    let [Arrival::Message(message)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(
        (message.name.as_str(), &message.others[..]),
        ("Jordan", &["@camper".to_owned()][..])
    );
    assert_eq!(message.account, SHOP);
}

#[test]
fn links_are_written_out_and_files_are_read_with_their_text() {
    let text = "see https://t.co/a and https://t.co/b";
    let message =
        only(json!({"/message_create/message_data": {"text": text, "entities": {"urls": [
        {"url": "https://t.co/a", "expanded_url": "https://e.com/kettle"},
        {"url": "see", "expanded_url": "never"}]}}}));
    assert_eq!(message.content, Content::text("see https://e.com/kettle and https://t.co/b"));
    let photo = "https://ton.twitter.com/1.1/ton/data/dm/1/2/x.jpg";
    let message = only(json!({"/message_create/message_data": {"text": "This one https://t.co/m",
        "attachment": {"type": "media", "media": {"id_str": "2", "type": "photo",
            "url": "https://t.co/m", "media_url_https": photo}}}}));
    let Content::Media(Media { medium, reference, caption, .. }) = message.content else {
        panic!()
    };
    assert_eq!(
        (medium, reference.as_str(), caption.as_deref()),
        (Medium::Image, photo, Some("This one"))
    );
    let message = only(json!({"/message_create/message_data": {"text": "https://t.co/m",
        "attachment": {"type": "media", "media": {"type": "video", "url": "https://t.co/m",
            "video_info": {"variants": [
                {"content_type": "application/x-mpegURL", "url": "https://v.test/list"},
                {"content_type": "video/mp4", "bitrate": 320, "url": "https://v.test/small"},
                {"content_type": "video/mp4", "bitrate": 950, "url": "https://v.test/large"}]}}}}}));
    let Content::Media(Media { reference, caption, mime, .. }) = message.content else { panic!() };
    assert_eq!(
        (reference.as_str(), caption, mime.as_str()),
        ("https://v.test/large", None, "video/mp4")
    );
}

#[test]
fn places_choices_and_unknown_attachments_are_kept() {
    let of = |data: Value| only(json!({"/message_create/message_data": data})).content;
    let place = of(json!({"text": "", "attachment": {"type": "location", "location": {
        "type": "shared_coordinate", "shared_coordinate": {"coordinates": {"type": "Point",
        "coordinates": [-128.723_583, 44.563_18]}}}}}));
    assert!(matches!(place, Content::Location { longitude, .. } if longitude < -128.0));
    let choice =
        of(json!({"text": "Red", "quick_reply_response": {"type": "options", "metadata": "red"}}));
    assert_eq!(
        choice,
        Content::Reply { id: "red".to_owned(), title: "Red".to_owned(), description: None }
    );
    for data in [
        json!({"text": "x", "attachment": {"type": "hologram", "hologram": 7}}),
        json!({"text": "x", "attachment": {"type": "media", "media": {"type": "photo"}}}),
        json!({"text": "x", "attachment": {"type": "media", "media": {"type": "photo", "media_url_https": "file:///etc"}}}),
        json!({"text": ""}),
        json!(7),
    ] {
        assert_eq!(of(data.clone()).kind(), "unsupported", "{data}");
    }
}

#[test]
fn the_post_that_led_here_stands_beside_the_message() {
    let mut event = event(json!({}));
    event["initiated_via"] = json!({"tweet_id": "123456"});
    let all = arrivals(json!([event]));
    let [Arrival::Message(message)] = &all[..] else { panic!("{all:?}") };
    let referral = message.beside.referral.as_ref().unwrap();
    assert_eq!((referral.kind.as_str(), referral.id.as_deref()), ("post", Some("123456")));
    assert_eq!(referral.url.as_deref(), Some("https://x.com/i/status/123456"));
}

#[test]
fn a_message_of_the_account_itself_is_an_echo() {
    let sent = event(json!({"/message_create/sender_id": SHOP,
        "/message_create/target/recipient_id": SMITH}));
    let all = arrivals(json!([sent]));
    let [Arrival::Echo(echo)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(echo.addresses, ["user:3001969357"]);
    assert_eq!((echo.key.as_str(), echo.by.as_deref()), ("954491830116155396", None));
}

#[test]
fn a_read_notice_is_a_watermark_at_the_time_within_the_id() {
    let of = |reader: &str, last: Value| {
        let body = json!({"for_user_id": SHOP, "direct_message_mark_read_events": [{
            "created_timestamp": "1518452444662", "sender_id": reader,
            "target": {"recipient_id": SHOP}, "last_read_event_id": last}]});
        webhook(body.to_string().as_bytes()).unwrap().remove(0)
    };
    let until = |arrival| match arrival {
        Arrival::Watermark(mark) => mark.until.0,
        other => panic!("{other:?}"),
    };
    // The id's upper bits are the milliseconds since X's epoch: two seconds before the notice.
    let sent = until(of(SMITH, json!("963085315333238788")));
    assert!((1_518_452_000_000..=1_518_452_444_662).contains(&sent), "{sent}");
    for odd in [json!("x"), json!("7"), Value::Null, json!("99999999999999999999999")] {
        assert_eq!(until(of(SMITH, odd)), 1_518_452_444_662);
    }
    assert!(matches!(of(SHOP, json!("963085315333238788")), Arrival::Unusable { .. }));
}

#[test]
fn an_encrypted_message_says_that_somebody_wrote() {
    let of = |kind: &str, sender: &str| {
        let body = json!({"data": {"filter": {"user_id": SHOP}, "event_type": kind, "payload": {
            "id": "e4f4", "created_at_msec": "1784841183370", "sender_id": sender,
            "conversation_id": format!("{SMITH}:{SHOP}"), "encoded_event": "CwAB"}}});
        webhook(body.to_string().as_bytes()).unwrap().remove(0)
    };
    let Arrival::Message(message) = of("chat.received", SMITH) else { panic!() };
    assert!(!message.quiet && message.address == "user:3001969357");
    assert!(
        matches!(message.content, Content::Unsupported { what, .. } if what == "encrypted message")
    );
    let Arrival::Echo(echo) = of("chat.sent", SHOP) else { panic!() };
    assert_eq!(echo.addresses, ["user:3001969357"]);
}

#[test]
fn typing_and_posts_bring_nothing_and_a_revoked_app_goes_to_admins() {
    for body in [
        json!({"for_user_id": SHOP, "direct_message_indicate_typing_events": [{"sender_id": SMITH}]}),
        json!({"for_user_id": SHOP, "favorite_events": [{}]}),
        json!({"data": {"filter": {"user_id": SHOP}, "event_type": "dm.indicate_typing", "payload": {}}}),
        json!({"data": {"filter": {"user_id": SHOP}, "event_type": "post.create", "payload": {}}}),
    ] {
        assert_eq!(webhook(body.to_string().as_bytes()), Ok(Vec::new()), "{body}");
    }
    let revoked = json!({"user_event": {"revoke": {"source": {"user_id": "63046977"}}}});
    let all = webhook(revoked.to_string().as_bytes()).unwrap();
    assert!(
        matches!(&all[..], [Arrival::Unusable { payload: Some(p), .. }] if p.contains("63046977"))
    );
}

#[test]
fn one_bad_event_harms_no_neighbour() {
    let all = arrivals(json!([
        event(json!({})),
        "not even an object",
        event(json!({"/id": null})),
        event(json!({"/message_create/sender_id": [1]})),
        event(json!({"/type": "wave"})),
        event(json!({})),
    ]));
    let usable: Vec<_> = all.iter().map(|a| matches!(a, Arrival::Message(_))).collect();
    assert_eq!(usable, [true, false, false, false, false, true]);
}

#[test]
fn bad_strings_depths_times_and_sizes_spoil_only_themselves() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let body = format!(
        r#"{{"for_user_id":{SHOP},"x":{deep},"direct_message_events":[{{"type":"message_create","id":9,
        "created_timestamp":"soon","message_create":{{"sender_id":{SMITH},"message_data":{{"text":"a\ud83d"}}}}}}]}}"#
    );
    let all = webhook(body.as_bytes()).unwrap();
    let [Arrival::Message(message)] = &all[..] else { panic!("{all:?}") };
    assert_eq!((message.sent_at, message.key.as_str()), (None, "9"));
    assert_eq!(message.content, Content::text("a\u{fffd}"));
    let long = "x".repeat(500_000);
    let huge =
        only(json!({"/id": long.clone(), "/message_create/message_data/text": long.clone()}));
    assert!(huge.key.len() < 100 && huge.shortened);
    let nobody = arrivals(json!([event(json!({"/message_create/sender_id": long}))]));
    assert!(matches!(nobody[..], [Arrival::Unusable { .. }]));
}

#[test]
fn a_body_that_is_no_webhook_of_x_is_malformed() {
    for (body, field) in [
        ("{", None),
        ("[]", Some("for_user_id")),
        ("{}", Some("for_user_id")),
        ("7", Some("for_user_id")),
    ] {
        assert_eq!(webhook(body.as_bytes()).unwrap_err().field, field, "{body}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(body: Vec<u8>) {
        prop_assert_eq!(webhook(&body), webhook(&body));
    }

    #[test]
    fn a_changed_body_never_ends_the_process(at in 0_usize..500, byte: u8) {
        let body = json!({"for_user_id": SHOP, "direct_message_events": [event(json!({}))],
            "direct_message_mark_read_events": [{"sender_id": SMITH, "last_read_event_id": "9"}]});
        let mut body = body.to_string().into_bytes();
        let place = at % body.len();
        body[place] = byte;
        prop_assert_eq!(webhook(&body), webhook(&body));
    }
}
