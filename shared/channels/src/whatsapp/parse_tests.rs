use domain::Millis;
use serde_json::json;

use super::*;

fn arrivals(value: Value) -> Vec<Arrival> {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [
        {"field": "messages", "value": value}
    ]}]});
    webhook(body.to_string().as_bytes()).unwrap()
}

fn from_smith(messages: Value) -> Vec<Arrival> {
    arrivals(json!({
        "metadata": {"phone_number_id": "106540352242922"},
        "contacts": [{"profile": {"name": "Smith"}, "wa_id": "16505551234"}],
        "messages": messages,
    }))
}

fn only(arrivals: Vec<Arrival>) -> Inbound {
    match <[Arrival; 1]>::try_from(arrivals) {
        Ok([Arrival::Message(message)]) => message,
        other => panic!("not one message: {other:?}"),
    }
}

#[test]
fn a_text_is_read_with_its_sender() {
    let message = only(from_smith(json!([{"from": "16505551234", "id": "wamid.A",
        "timestamp": "1749416383", "type": "text", "text": {"body": "Does it come in red?"}}])));
    assert_eq!(message.name, "Smith");
    assert_eq!(message.address, "16505551234");
    assert_eq!(message.sent_at, Some(Millis(1_749_416_383_000)));
    assert_eq!(message.content, Content::text("Does it come in red?"));
}

#[test]
fn an_unknown_kind_is_kept_as_it_arrived() {
    let message = only(from_smith(json!([{"from": "16505551234", "id": "wamid.A",
        "timestamp": "1", "type": "hologram", "hologram": {"depth": 3}}])));
    match message.content {
        Content::Unsupported { what, raw } => {
            assert_eq!(what, "hologram");
            assert!(raw.contains("\"depth\":3"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_known_kind_of_unknown_form_is_kept_too() {
    let message = only(from_smith(json!([{"from": "16505551234", "id": "wamid.A",
        "timestamp": "1", "type": "text", "text": {"body": 7}}])));
    assert_eq!(message.content.kind(), "unsupported");
}

#[test]
fn a_bad_message_does_not_hold_up_its_neighbours() {
    let all = from_smith(json!([
        {"type": "text", "text": {"body": "no id"}, "from": "16505551234"},
        {"from": "16505551234", "id": "wamid.B", "timestamp": "1", "type": "text",
         "text": {"body": "good"}},
        "not even an object",
    ]));
    assert!(matches!(all[0], Arrival::Unusable { .. }));
    assert!(matches!(all[1], Arrival::Message(_)));
    assert!(matches!(all[2], Arrival::Unusable { .. }));
}

#[test]
fn the_user_id_is_the_address_and_the_number_comes_second() {
    let message = only(arrivals(json!({
        "metadata": {"phone_number_id": "1"},
        "contacts": [{"profile": {"username": "@s"}, "user_id": "US.1", "wa_id": "1650"}],
        "messages": [{"from": "1650", "from_user_id": "US.1", "id": "wamid.A", "timestamp": "1",
                      "type": "text", "text": {"body": "x"}}],
    })));
    assert_eq!(message.address, "US.1");
    assert_eq!(message.others, ["1650", "@s"]);
    assert_eq!(message.name, "@s");
}

#[test]
fn a_removed_reaction_has_no_emoji() {
    let message = only(from_smith(json!([{"from": "16505551234", "id": "wamid.A",
        "timestamp": "1", "type": "reaction", "reaction": {"message_id": "wamid.X"}}])));
    assert_eq!(message.content, Content::Reaction { to: "wamid.X".to_owned(), emoji: None });
}

#[test]
fn a_failed_receipt_says_why() {
    let all = arrivals(json!({
        "metadata": {"phone_number_id": "1"},
        "statuses": [{"id": "wamid.X", "status": "failed", "timestamp": "1",
            "recipient_id": "1650", "errors": [{"code": 131_047, "title": "Re-engagement message",
            "error_data": {"details": "More than 24 hours have passed."}}]}],
    }));
    match &all[0] {
        Arrival::Receipt(receipt) => {
            assert_eq!(receipt.status, DeliveryStatus::Failed);
            assert_eq!(receipt.reason.as_deref(), Some("More than 24 hours have passed."));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_body_that_is_no_webhook_of_whatsapp_is_malformed() {
    for (body, field) in [
        ("{", None),
        ("[]", Some("object")),
        (r#"{"object":"page","entry":[]}"#, Some("object")),
        (r#"{"object":"whatsapp_business_account"}"#, Some("entry")),
    ] {
        assert_eq!(webhook(body.as_bytes()).unwrap_err().field, field, "{body}");
    }
}

#[test]
fn fields_that_are_not_for_the_engine_are_passed_over() {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"changes": [
        {"field": "flows", "value": {"messages": [{"id": "x"}]}}
    ]}]});
    assert_eq!(webhook(body.to_string().as_bytes()).unwrap(), vec![]);
}

fn text_from(from: &Value, id: &str) -> Value {
    let mut message = json!({"id": id, "timestamp": "1749416383", "type": "text",
                             "text": {"body": "x"}});
    for (name, value) in from.as_object().unwrap() {
        message[name] = value.clone();
    }
    message
}

#[test]
fn the_sender_is_everything_by_which_the_webhook_names_them() {
    for (from, contact, addresses) in [
        (json!({"from": "+49 176 1234"}), json!({}), vec!["491761234"]),
        (
            json!({"from": "1650"}),
            json!({"wa_id": "1650", "user_id": "US.1"}),
            vec!["US.1", "1650"],
        ),
        (json!({"from_user_id": "US.1"}), json!({"wa_id": "1650"}), vec!["US.1", "1650"]),
        (json!({"from_user_id": "foo_bar"}), json!({}), vec!["foo_bar"]),
        (json!({"from_user_id": "4711"}), json!({}), vec!["user:4711"]),
        (json!({"from_user_id": 4711, "from": 4711}), json!({}), vec!["4711"]),
        (json!({"from": "DE.4711", "from_user_id": "DE.4711"}), json!({}), vec!["DE.4711"]),
        (json!({}), json!({"profile": {"username": "@Foo"}}), vec!["@foo"]),
        (json!({}), json!({"parent_user_id": "US.ENT.1"}), vec!["US.ENT.1"]),
        // Another number belongs to another person.
        (json!({"from": "1650"}), json!({"wa_id": "1651", "user_id": "US.2"}), vec!["1650"]),
    ] {
        let message = only(arrivals(json!({"contacts": [contact],
                                           "messages": [text_from(&from, "wamid.A")]})));
        assert_eq!(message.addresses(), addresses, "{from} {contact}");
    }
}

#[test]
fn a_change_of_address_is_read_in_every_documented_form() {
    for (from, system, gave_up, has) in [
        (
            json!({"from": "1650"}),
            json!({"type": "user_changed_number", "wa_id": "1219", "body": "changed"}),
            vec!["1650"],
            vec!["1219"],
        ),
        (
            json!({"from": "1650"}),
            json!({"type": "customer_changed_number", "new_wa_id": 1219, "customer": "1650"}),
            vec!["1650"],
            vec!["1219"],
        ),
        (
            json!({"from": "1650"}),
            json!({"type": "user_changed_number", "wa_id": "1219", "user_id": "US.2",
                   "previous_user_id": "US.1", "parent_user_id": "US.ENT.2"}),
            vec!["US.1", "1650"],
            vec!["US.2", "1219"],
        ),
        (
            json!({}),
            json!({"type": "user_changed_user_id", "user_id": "US.2", "previous_user_id": "US.1"}),
            vec!["US.1"],
            vec!["US.2"],
        ),
        (
            json!({"from": "1650", "from_user_id": "US.1"}),
            json!({"type": "user_changed_user_id", "user_id": "US.2", "wa_id": "1650"}),
            vec!["US.1"],
            vec!["US.2", "1650"],
        ),
    ] {
        let mut message = json!({"id": "wamid.S", "timestamp": "1749416383", "type": "system",
                                 "system": system});
        for (name, value) in from.as_object().unwrap() {
            message[name] = value.clone();
        }
        let moved = arrivals(json!({"messages": [message]}));
        let expected = crate::Moved {
            account: String::new(),
            key: Some("wamid.S".to_owned()),
            at: Some(Millis(1_749_416_383_000)),
            from: gave_up.into_iter().map(str::to_owned).collect(),
            to: has.into_iter().map(str::to_owned).collect(),
        };
        assert_eq!(moved, [Arrival::Moved(expected)], "{system}");
    }
    let keys = json!({"type": "customer_identity_changed", "customer": "1650", "wa_id": "1219"});
    let changed = arrivals(json!({"messages": [{"id": "x", "type": "system", "system": keys}]}));
    assert!(matches!(changed[0], Arrival::Unusable { .. }), "the address is the same");
}

#[test]
fn a_time_is_read_however_it_is_written() {
    for (written, read) in [
        (json!("1749416383"), Some(1_749_416_383_000)),
        (json!(1_749_416_383), Some(1_749_416_383_000)),
        (json!("1749416383123"), Some(1_749_416_383_123)),
        (json!(1_749_416_383_123_i64), Some(1_749_416_383_123)),
        (json!("1749416383.5"), Some(1_749_416_383_500)),
        (json!("yesterday"), None),
        (json!("-5"), None),
        (json!(0), None),
        (json!({"at": 1}), None),
        (json!("1e999"), None),
    ] {
        assert_eq!(moment(&written), read.map(Millis), "{written}");
    }
}

#[test]
fn an_account_may_be_a_number_or_missing() {
    for (metadata, account) in
        [(json!({"phone_number_id": 106_540}), "106540"), (json!({}), ""), (json!(null), "")]
    {
        let message = text_from(&json!({"from": "1650"}), "wamid.A");
        let all = arrivals(json!({"metadata": metadata, "messages": [message]}));
        assert_eq!(only(all).account, account);
    }
}

#[test]
fn a_message_about_another_message_is_quiet() {
    let quiet = [
        ("revoke", json!({"original_message_id": "wamid.X"})),
        ("edit", json!({"original_message_id": "wamid.X", "message": {"type": "text"}})),
        ("interactive", json!({"type": "call_permission_reply", "call_permission_reply": {}})),
        ("reaction", json!({"message_id": "wamid.X"})),
        ("reaction", json!({"message_id": "wamid.X", "emoji": ""})),
    ];
    for (kind, body) in quiet {
        let mut item = text_from(&json!({"from": "1650"}), "wamid.A");
        item["type"] = json!(kind);
        item[kind] = body;
        assert!(only(from_smith(json!([item]))).quiet, "{kind}");
    }
    assert!(!only(from_smith(json!([text_from(&json!({"from": "1650"}), "wamid.A")]))).quiet);
}

#[test]
fn whatever_is_long_is_cut_at_a_whole_character_and_marked() {
    let long = "👨\u{200d}👩\u{200d}👧".repeat(30_000);
    let quotes = "\"".repeat(500_000);
    for (kind, body) in [
        ("text", json!({"body": quotes})),
        ("text", json!({"body": long})),
        ("image", json!({"id": quotes, "mime_type": long, "caption": long})),
        ("document", json!({"id": "1", "filename": long})),
        ("location", json!({"latitude": "1.5", "longitude": 2, "name": long, "address": quotes})),
        (
            "interactive",
            json!({"type": "button_reply", "button_reply": {"id": long, "title": long}}),
        ),
        ("button", json!({"payload": quotes, "text": long})),
        ("reaction", json!({"message_id": quotes, "emoji": long})),
        (
            "contacts",
            json!(vec![
                json!({"name": {"formatted_name": &long[..1_800]}, "phones":
            vec![json!({"phone": &quotes[..1_000]}); 99]});
                257
            ]),
        ),
        ("hologram", json!({"data": long, "list": vec![quotes.clone(); 9]})),
    ] {
        let mut item = text_from(&json!({"from": "1650"}), &quotes);
        item["type"] = json!(kind);
        item[kind] = body;
        let message = only(from_smith(json!([item])));
        let stored = serde_json::to_string(&message.content).unwrap();
        assert!(stored.len() <= 32 * 1024, "{kind}: {} bytes", stored.len());
        assert!(message.shortened, "{kind}");
        assert!(message.key.len() <= 500);
        assert!(!stored.contains("\u{200d}\""), "{kind} is cut within a character");
    }
}

#[test]
fn an_address_of_any_length_is_no_address() {
    let long = "9".repeat(500_000);
    let alone = from_smith(json!([text_from(&json!({"from": long}), "wamid.A")]));
    assert_eq!(only(alone).address, "16505551234", "the contact beside it says who it is");
    let all = arrivals(json!({"messages": [text_from(&json!({"from": long}), "wamid.A")]}));
    match &all[0] {
        Arrival::Unusable { payload: Some(payload), .. } => {
            assert!(serde_json::from_str::<Value>(payload).is_ok());
            assert!(payload.len() <= 8 * 1024);
        }
        other => panic!("{other:?}"),
    }
}
