use domain::content::{Media, Medium};
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn entry(body: Value) -> Vec<Arrival> {
    let body = json!({"object": "page", "entry": [body]});
    webhook(Platform::Messenger, body.to_string().as_bytes()).unwrap()
}

fn item(fields: Value) -> Value {
    let mut item = json!({"sender": {"id": "2345678"}, "recipient": {"id": "106"},
        "timestamp": 1_764_500_000_123_i64});
    for (name, value) in fields.as_object().unwrap() {
        item[name] = value.clone();
    }
    item
}

fn arrivals(fields: Value) -> Vec<Arrival> {
    entry(json!({"id": "106", "time": 1, "messaging": [item(fields)]}))
}

fn messages(fields: Value) -> Vec<Inbound> {
    let read = |arrival| match arrival {
        Arrival::Message(message) => message,
        other => panic!("not a message: {other:?}"),
    };
    arrivals(fields).into_iter().map(read).collect()
}

fn only(fields: Value) -> Inbound {
    let mut all = messages(fields);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn kinds(all: &[Inbound]) -> Vec<(&str, &str, bool)> {
    all.iter().map(|m| (m.key.as_str(), m.content.kind(), m.quiet)).collect()
}

#[test]
fn a_text_is_read_with_sender_account_and_time() {
    let message = only(json!({"message": {"mid": "m_1", "text": "Hello"}}));
    assert_eq!((message.address.as_str(), message.account.as_str()), ("user:2345678", "106"));
    assert_eq!(message.sent_at, Some(Millis(1_764_500_000_123)));
    assert_eq!((message.key.as_str(), message.quiet), ("m_1", false));
    assert_eq!(message.content, Content::text("Hello"));
}

#[test]
fn a_reply_names_its_message_and_a_reply_to_a_story_keeps_the_story() {
    let message = only(json!({"message": {"mid": "m_2", "text": "This one",
        "reply_to": {"mid": "m_1", "is_self_reply": false}}}));
    assert_eq!(message.reply_to.as_deref(), Some("m_1"));
    let all = messages(json!({"message": {"mid": "m_3", "text": "Nice",
        "reply_to": {"story": {"id": "s1", "url": "https://cdn.test/s1"}}}}));
    assert_eq!(kinds(&all), [("m_3", "text", false)]);
    assert_eq!(all[0].beside.referral.as_ref().unwrap().kind, "story");
}

#[test]
fn each_attachment_is_a_message_and_the_text_stands_beneath_the_first() {
    let file = |kind: &str, url: &str| json!({"type": kind, "payload": {"url": url}});
    let all = messages(json!({"message": {"mid": "m_4", "text": "Look", "attachments": [
        file("image", "https://cdn.test/1"), file("video", "https://cdn.test/2"),
        file("audio", "https://cdn.test/3"), file("file", "https://cdn.test/4")]}}));
    let read: Vec<_> = all
        .iter()
        .map(|m| match &m.content {
            Content::Media(Media { medium, caption, reference, .. }) => {
                (m.key.as_str(), *medium, caption.as_deref(), reference.as_str())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        read,
        [
            ("m_4", Medium::Image, Some("Look"), "https://cdn.test/1"),
            ("m_4:1", Medium::Video, None, "https://cdn.test/2"),
            ("m_4:2", Medium::Audio, None, "https://cdn.test/3"),
            ("m_4:3", Medium::Document, None, "https://cdn.test/4"),
        ]
    );
}

#[test]
fn a_sticker_that_comes_as_an_image_too_comes_once() {
    let one = |kind: &str| json!({"type": kind, "payload": {"url": "https://cdn.test/1", "sticker_id": 369}});
    let both =
        only(json!({"message": {"mid": "m_5", "attachments": [one("image"), one("sticker")]}}));
    let old = only(json!({"message": {"mid": "m_5", "attachments": [one("image")]}}));
    for message in [both, old] {
        assert!(matches!(message.content, Content::Media(Media { medium: Medium::Sticker, .. })));
    }
}

#[test]
fn shares_are_links_and_other_attachments_are_kept_as_they_came() {
    let of = |attachment: Value, text: Value| {
        messages(json!({"message": {"mid": "m_6", "text": text, "attachments": [attachment]}}))
    };
    let reel =
        json!({"type": "ig_reel", "payload": {"url": "https://i.test/r", "title": "Kettles"}});
    assert_eq!(of(reel, Value::Null)[0].content, Content::text("Kettles\nhttps://i.test/r"));
    let link = json!({"type": "fallback", "payload": {"url": "https://e.com/x", "title": "X"}});
    assert_eq!(of(link.clone(), json!("see https://e.com/x")).len(), 1, "the text says it");
    assert_eq!(of(link, json!("see")).len(), 2);
    for kind in ["story_mention", "template", "appointment_booking", "hologram", "fallback"] {
        let all = of(json!({"type": kind, "payload": {"x": 7}}), Value::Null);
        let Content::Unsupported { what, raw } = &all[0].content else { panic!("{all:?}") };
        assert_eq!(what, kind);
        assert!(raw.contains("\"x\":7"), "{raw}");
    }
    let place = json!({"type": "location", "payload": {"coordinates": {"lat": 1.5, "long": -2.5}}});
    assert!(
        matches!(of(place, Value::Null)[0].content, Content::Location { latitude, .. } if latitude == 1.5)
    );
}

#[test]
fn taps_are_replies_and_what_led_here_is_kept() {
    let reply = |id: &str, title: &str| Content::Reply {
        id: id.to_owned(),
        title: title.to_owned(),
        description: None,
    };
    let quick =
        only(json!({"message": {"mid": "m_7", "text": "Red", "quick_reply": {"payload": "red"}}}));
    assert_eq!(quick.content, reply("red", "Red"));
    let all =
        messages(json!({"postback": {"mid": "m_8", "title": "Get started", "payload": "START",
        "referral": {"ref": "shop", "source": "SHORTLINK", "type": "OPEN_THREAD"}}}));
    assert_eq!(all[0].content, reply("START", "Get started"));
    assert_eq!(all[0].beside.referral.as_ref().unwrap().id.as_deref(), Some("shop"));
    let bare = only(json!({"postback": {"payload": "START"}}));
    assert_eq!(bare.content, reply("START", "START"));
    assert!(bare.key.starts_with("sha256:"));
    let product = messages(json!({"message": {"mid": "m_9", "text": "Is it there?",
        "referral": {"product": {"id": "4711"}}}}));
    assert_eq!(product[0].beside.referral.as_ref().unwrap().kind, "product");
    let later = only(json!({"referral": {"source": "ADS", "type": "OPEN_THREAD", "ad_id": "6"}}));
    assert!(
        later.quiet
            && matches!(later.content, Content::Unsupported { ref raw, .. } if raw.contains("ad_id"))
    );
}

#[test]
fn a_reaction_sits_at_its_message_and_can_be_taken_away() {
    let of = |reaction: Value| only(json!({"reaction": reaction}));
    let given = of(json!({"mid": "m_1", "action": "react", "reaction": "love", "emoji": "❤️"}));
    let to = "m_1".to_owned();
    assert_eq!(given.content, Content::Reaction { to: to.clone(), emoji: Some("❤️".to_owned()) });
    assert_eq!((given.quiet, given.reply_to.as_deref()), (false, Some("m_1")));
    let named = of(json!({"mid": "m_1", "action": "react", "reaction": "wow"}));
    assert!(matches!(named.content, Content::Reaction { emoji: Some(ref e), .. } if e == "😮"));
    let taken = of(json!({"mid": "m_1", "action": "unreact", "reaction": "love", "emoji": "❤️"}));
    assert_eq!((taken.content, taken.quiet), (Content::Reaction { to, emoji: None }, true));
    assert_ne!(given.key, taken.key);
}

#[test]
fn edits_and_deletions_are_about_their_message_and_open_nothing() {
    let deleted = only(json!({"message": {"mid": "m_1", "is_deleted": true}}));
    assert_eq!((deleted.key.as_str(), deleted.reply_to.as_deref()), ("m_1:revoke", Some("m_1")));
    let edit =
        |n: Value| only(json!({"message_edit": {"mid": "m_1", "text": "Helo", "num_edit": n}}));
    let (first, second) = (edit(json!(1)), edit(json!("2")));
    assert_ne!(first.key, second.key);
    for message in [&deleted, &first, &second] {
        assert!(message.quiet && message.reply_to.as_deref() == Some("m_1"));
    }
    let to = || "m_1".to_owned();
    assert_eq!(deleted.content, Content::Removal { to: to() });
    assert_eq!(first.content, Content::Edit { to: to(), text: "Helo".to_owned() });
}

fn echo(message: Value) -> Vec<Arrival> {
    arrivals(json!({"sender": {"id": "106"}, "recipient": {"id": "2345678"}, "message": message}))
}

#[test]
fn an_echo_with_our_mark_is_a_receipt_and_any_other_is_an_answer_from_elsewhere() {
    let ours =
        echo(json!({"is_echo": true, "mid": "m_1", "text": "Hi", "metadata": "switchboard:t.7"}));
    let [Arrival::Receipt(receipt)] = &ours[..] else { panic!("{ours:?}") };
    assert_eq!((receipt.mark.as_deref(), receipt.status), (Some("t.7"), DeliveryStatus::Sent));
    for message in [
        json!({"is_echo": true, "mid": "m_2", "text": "Hi", "app_id": 263_902_037_430_900_i64}),
        json!({"mid": "m_2", "text": "Hi", "app_id": "263902037430900", "metadata": "other:t.7"}),
    ] {
        let all = echo(message);
        let [Arrival::Echo(echo)] = &all[..] else { panic!("{all:?}") };
        assert_eq!(echo.addresses, ["user:2345678"]);
        assert_eq!((echo.key.as_str(), echo.by.as_deref()), ("m_2", Some("263902037430900")));
        assert_eq!(echo.content, Content::text("Hi"));
    }
}

#[test]
fn reads_and_deliveries_are_receipts_or_watermarks() {
    let read = arrivals(json!({"read": {"watermark": 1_764_500_000_000_i64}}));
    let expected = Watermark {
        account: "106".to_owned(),
        addresses: vec!["user:2345678".to_owned()],
        status: DeliveryStatus::Read,
        until: Millis(1_764_500_000_000),
    };
    assert_eq!(read, [Arrival::Watermark(expected)]);
    let delivered = arrivals(json!({"delivery": {"mids": ["m_1", "m_2"], "watermark": 5}}));
    assert_eq!(delivered.len(), 2);
    assert!(
        matches!(&delivered[1], Arrival::Receipt(r) if r.provider_id == "m_2" && r.status == DeliveryStatus::Delivered)
    );
    let seen = arrivals(json!({"read": {"mid": "m_3"}}));
    assert!(matches!(&seen[..], [Arrival::Receipt(r)] if r.status == DeliveryStatus::Read));
    assert!(matches!(arrivals(json!({"read": {}}))[..], [Arrival::Unusable { .. }]));
}

#[test]
fn standby_and_handovers_owe_no_answer_and_policies_go_to_admins() {
    let all = entry(
        json!({"id": "106", "standby": [item(json!({"message": {"mid": "m_1", "text": "Hi"}}))]}),
    );
    assert!(
        matches!(&all[..], [Arrival::Message(m)] if m.quiet && m.content == Content::text("Hi"))
    );
    for kind in
        ["pass_thread_control", "take_thread_control", "request_thread_control", "optin", "warp"]
    {
        let mut fields = json!({"warp_beside": 1});
        fields[kind] = json!({"new_owner_app_id": "1"});
        let message = only(fields);
        assert!(message.quiet);
        if kind != "warp" {
            assert!(matches!(message.content, Content::Unsupported { what, .. } if what == kind));
        }
    }
    let policy = arrivals(json!({"policy_enforcement": {"action": "block", "reason": "spam"}}));
    assert!(
        matches!(&policy[..], [Arrival::Unusable { payload: Some(p), .. }] if p.contains("spam"))
    );
}

#[test]
fn instagram_reads_its_own_object_and_changes() {
    let value = json!({"sender": {"id": "77"}, "recipient": {"id": "17"}, "timestamp": "1527459824",
        "message": {"mid": "ig_1", "text": "Hi"}});
    let body = json!({"object": "instagram", "entry": [{"id": "17", "time": 1,
        "changes": [{"field": "messages", "value": value}, {"field": "comments", "value": {"id": "1"}}]}]});
    let all = webhook(Platform::Instagram, body.to_string().as_bytes()).unwrap();
    let [Arrival::Message(message)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(message.sent_at, Some(Millis(1_527_459_824_000)));
    let other = webhook(Platform::Messenger, body.to_string().as_bytes());
    assert_eq!(other.unwrap_err().field, Some("object"));
}

#[test]
fn one_bad_item_of_a_hundred_harms_no_neighbour() {
    let good = |n: usize| item(json!({"message": {"mid": format!("m_{n}"), "text": "x"}}));
    let mut items: Vec<Value> = (0..100).map(good).collect();
    items[17] = json!("not even an object");
    items[30] = json!({"message": {"mid": "m", "text": "nobody"}});
    items[31] = item(json!({"message": {"text": "no id"}}));
    items[32]["message"]["text"] = json!(["7"]);
    let all = entry(json!({"id": "106", "messaging": items}));
    assert_eq!(all.len(), 100);
    for (at, arrival) in all.iter().enumerate() {
        let usable = matches!(arrival, Arrival::Message(_));
        assert_eq!(usable, ![17, 30, 31].contains(&at), "{at}");
    }
}

#[test]
fn bad_strings_depths_times_and_sizes_spoil_only_themselves() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let body = format!(
        r#"{{"object":"page","x":{deep},"entry":[{{"id":106,"messaging":[
        {{"sender":{{"id":2345678}},"timestamp":"soon","message":{{"mid":"m_1","text":"a\ud83d","text":"b\x41"}}}}]}}]}}"#
    );
    let all = webhook(Platform::Messenger, body.as_bytes()).unwrap();
    let [Arrival::Message(message)] = &all[..] else { panic!("{all:?}") };
    assert_eq!((message.account.as_str(), message.sent_at), ("106", None));
    assert_eq!(message.content, Content::text("b\u{fffd}41"), "of doubled names the last counts");
    let long = "x".repeat(500_000);
    let huge = only(json!({"message": {"mid": long.clone(), "text": long.clone(),
        "reply_to": {"mid": long.clone()}}}));
    assert!(huge.key.len() < 100 && huge.shortened && huge.reply_to.is_none());
    let nobody = arrivals(json!({"sender": {"id": long}, "message": {"mid": "m", "text": "x"}}));
    assert!(matches!(nobody[..], [Arrival::Unusable { .. }]));
    for (time, read) in [
        (json!(1_764_500_000), Some(1_764_500_000_000)),
        (json!("1764500000123"), Some(1_764_500_000_123)),
        (json!(4_102_444_800_000_i64), Some(4_102_444_800_000)),
        (json!(1), Some(1_000)),
        (json!(-5), None),
    ] {
        let mut fields = json!({"message": {"mid": "m", "text": "x"}});
        fields["timestamp"] = time.clone();
        let message = entry(json!({"id": "106", "messaging": [item(fields)]})).remove(0);
        assert!(matches!(message, Arrival::Message(m) if m.sent_at == read.map(Millis)), "{time}");
    }
}

#[test]
fn a_body_that_is_no_webhook_of_messenger_is_malformed() {
    for (body, field) in [
        ("{", None),
        ("[]", Some("object")),
        (r#"{"object":"whatsapp_business_account","entry":[]}"#, Some("object")),
        (r#"{"object":"page"}"#, Some("entry")),
    ] {
        assert_eq!(
            webhook(Platform::Messenger, body.as_bytes()).unwrap_err().field,
            field,
            "{body}"
        );
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "object",
        "entry",
        "id",
        "messaging",
        "standby",
        "sender",
        "recipient",
        "message",
        "mid",
        "text",
        "attachments",
        "type",
        "payload",
        "url",
        "reaction",
        "read",
        "watermark",
        "mids",
        "postback",
        "is_echo",
        "reply_to",
        "referral",
        "timestamp",
        "message_edit",
        "delivery",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,9}".prop_map(Value::from),
        prop::sample::select(vec!["page", "106", "image", "react", "https://x.test/1"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..8)
                .prop_map(|all| all.into_iter().map(|(n, v)| (n.to_owned(), v)).collect()),
        ]
    })
}

proptest! {
    #[test]
    fn any_item_is_read_the_same_at_every_try(value in any_json()) {
        let body = json!({"object": "page", "entry": [{"id": "106", "messaging": [value.clone(), value]}]});
        let read = || webhook(Platform::Messenger, body.to_string().as_bytes());
        prop_assert_eq!(read(), read());
    }

    #[test]
    fn any_bytes_are_read_or_refused(body: Vec<u8>) {
        prop_assert_eq!(webhook(Platform::Instagram, &body), webhook(Platform::Instagram, &body));
    }
}
