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
    assert_eq!(message.sent_at, Millis(1_749_416_383_000));
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
    assert_eq!(message.other_address.as_deref(), Some("1650"));
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
fn what_is_no_webhook_of_whatsapp_is_malformed() {
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
fn other_fields_of_the_same_webhook_are_passed_over() {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"changes": [
        {"field": "account_update", "value": {"messages": [{"id": "x"}]}}
    ]}]});
    assert_eq!(webhook(body.to_string().as_bytes()).unwrap(), vec![]);
}
