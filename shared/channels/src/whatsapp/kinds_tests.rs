//! The kinds of messages beside plain ones: relations, forms, orders, groups, calls, echoes, wishes.

use domain::content::{Item, Medium, Order};
use domain::intake::Forwarded;
use serde_json::json;

use super::*;

/// The arrivals of a webhook's field.
fn field(name: &str, mut value: Value) -> Vec<Arrival> {
    value["metadata"] = json!({"phone_number_id": "106"});
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [
        {"field": name, "value": value}
    ]}]});
    webhook(body.to_string().as_bytes()).unwrap()
}

/// The message of Smith with this kind and body.
fn of(kind: &str, body: Value) -> Inbound {
    with(kind, body, json!({}))
}

/// The message of Smith with further fields beside its body.
fn with(kind: &str, body: Value, beside: Value) -> Inbound {
    let mut item = json!({"from": "16505551234", "id": "wamid.A", "timestamp": "1749416383"});
    item["type"] = json!(kind);
    item[kind] = body;
    for (name, value) in beside.as_object().unwrap() {
        item[name] = value.clone();
    }
    let contacts = json!([{"profile": {"name": "Smith"}, "wa_id": "16505551234"}]);
    let all = field("messages", json!({"contacts": contacts, "messages": [item]}));
    match <[Arrival; 1]>::try_from(all) {
        Ok([Arrival::Message(message)]) => message,
        other => panic!("not one message: {other:?}"),
    }
}

#[test]
fn an_edit_and_a_deletion_name_their_message() {
    let edit = of(
        "edit",
        json!({"original_message_id": "wamid.X", "message": {"type": "text", "text": {"body": "red"}}}),
    );
    let to = || "wamid.X".to_owned();
    assert_eq!(edit.content, Content::Edit { to: to(), text: "red".to_owned() });
    let caption = of(
        "edit",
        json!({"original_message_id": "wamid.X",
               "message": {"type": "image", "image": {"id": "1", "caption": "This one"}}}),
    );
    assert_eq!(caption.content, Content::Edit { to: to(), text: "This one".to_owned() });
    let revoke = of("revoke", json!({"original_message_id": "wamid.X"}));
    assert_eq!(revoke.content, Content::Removal { to: to() });
    assert!(edit.quiet && caption.quiet && revoke.quiet);
    // An edit to something that cannot be shown is kept as it came.
    let other = of("edit", json!({"original_message_id": "wamid.X", "message": {"type": "poll"}}));
    assert!(other.quiet);
    assert!(matches!(other.content, Content::Unsupported { what, .. } if what == "edit"));
}

#[test]
fn an_order_keeps_its_items_and_its_note() {
    let order = of(
        "order",
        json!({"catalog_id": 7, "text": "By Friday", "product_items": [
            {"product_retailer_id": "K1", "quantity": "2", "item_price": 12.5, "currency": "EUR"},
            {"product_retailer_id": "K2", "quantity": 1, "item_price": "3", "currency": "EUR"}]}),
    );
    let item = |id: &str, quantity, price: &str| Item {
        id: id.to_owned(),
        name: None,
        quantity,
        price: Some(price.to_owned()),
        currency: Some("EUR".to_owned()),
    };
    let expected = Order {
        catalog: Some("7".to_owned()),
        note: Some("By Friday".to_owned()),
        items: vec![item("K1", 2, "12.5"), item("K2", 1, "3")],
    };
    assert_eq!(expected.sum().unwrap().0, "28.0");
    assert_eq!(order.content, Content::Order(expected));
}

#[test]
fn the_answers_of_a_form_are_fields() {
    let told = json!({"flow_token": "t", "size": "M"}).to_string();
    let form = of(
        "interactive",
        json!({"type": "nfm_reply", "nfm_reply": {"name": "flow", "response_json": told}}),
    );
    assert_eq!(form.content.summary(), "M");
    assert!(matches!(form.content, Content::Form { answers, .. } if answers.len() == 1));
}

#[test]
fn a_voice_message_is_told_from_a_sound() {
    let of = |voice: Value| match of("audio", json!({"id": "1", "voice": voice})).content {
        Content::Media(media) => media.medium,
        other => panic!("{other:?}"),
    };
    assert_eq!((of(json!(true)), of(json!(false))), (Medium::Voice, Medium::Audio));
}

#[test]
fn a_forwarded_message_and_one_from_an_advertisement_say_so() {
    let forwarded = with("text", json!({"body": "Look"}), json!({"context": {"forwarded": true}}));
    assert_eq!(forwarded.beside.forwarded, Some(Forwarded::Once));
    assert_eq!(forwarded.reply_to, None);
    let ad = json!({"referral": {"source_type": "ad", "headline": "Kettles"}});
    let ad = with("text", json!({"body": "Hi"}), ad);
    assert_eq!(ad.beside.referral.unwrap().headline.as_deref(), Some("Kettles"));
}

#[test]
fn a_message_in_a_group_belongs_to_the_group_and_names_its_author() {
    let said = with("text", json!({"body": "Hi all"}), json!({"group_id": "Y2Fw"}));
    assert_eq!((said.address.as_str(), said.others.len()), ("group:Y2Fw", 0));
    assert_eq!(said.beside.member.as_deref(), Some("Smith"));
    let status = json!({"statuses": [{"id": "wamid.O", "status": "read", "recipient_id": "Y2Fw",
        "recipient_type": "group"}]});
    let all = field("messages", status);
    let [Arrival::Receipt(receipt)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(receipt.addresses, ["group:Y2Fw"]);
}

#[test]
fn a_changed_key_of_a_customer_is_a_quiet_line() {
    let changed = of("system", json!({"type": "customer_identity_changed", "body": "New phone"}));
    assert!(changed.quiet);
    assert!(
        matches!(changed.content, Content::Unsupported { what, .. } if what == "customer_identity_changed")
    );
}

#[test]
fn a_missed_call_waits_for_a_call_back_and_a_taken_one_is_quiet() {
    let call = |more: Value| {
        let mut call = json!({"id": "wacid.1", "from": "16505551234", "event": "terminate",
            "direction": "USER_INITIATED", "timestamp": "1749416383"});
        for (name, value) in more.as_object().unwrap() {
            call[name] = value.clone();
        }
        field("calls", json!({"calls": [call]}))
    };
    let missed = call(json!({"status": "FAILED"}));
    let [Arrival::Message(missed)] = &missed[..] else { panic!("{missed:?}") };
    assert_eq!(missed.content, Content::Call { missed: true, seconds: None });
    assert!(!missed.quiet);
    let taken = call(json!({"status": "COMPLETED", "duration": 33}));
    let [Arrival::Message(taken)] = &taken[..] else { panic!("{taken:?}") };
    assert_eq!(taken.content, Content::Call { missed: false, seconds: Some(33) });
    assert!(taken.quiet);
    assert_eq!(call(json!({"event": "connect"})), []);
    assert_eq!(call(json!({"direction": "BUSINESS_INITIATED"})), []);
}

#[test]
fn a_message_from_the_businesss_own_phone_is_an_echo() {
    let sent = json!({"message_echoes": [{"from": "15550783881", "to": "16505551234",
        "id": "wamid.E", "timestamp": "1749416383", "type": "text", "text": {"body": "On its way"}}]});
    let all = field("smb_message_echoes", sent);
    let [Arrival::Echo(echo)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(
        (echo.account.as_str(), &echo.addresses[..]),
        ("106", &["16505551234".to_owned()][..])
    );
    assert_eq!(echo.content, Content::text("On its way"));
    let lost = field("smb_message_echoes", json!({"message_echoes": [{"id": "wamid.E"}]}));
    assert!(matches!(lost[..], [Arrival::Unusable { payload: Some(_), .. }]));
}

#[test]
fn a_wish_for_no_advertisements_is_a_consent() {
    let wish = |value: &str| {
        field(
            "user_preferences",
            json!({"user_preferences": [{"wa_id": "16505551234",
            "category": "marketing_messages", "value": value, "timestamp": 1_731_705_721}]}),
        )
    };
    let all = wish("stop");
    assert!(matches!(&all[..], [Arrival::Consent(c)] if c.wish == Wish::Stop), "{all:?}");
    assert!(matches!(&wish("resume")[..], [Arrival::Consent(c)] if c.wish == Wish::Start));
    assert_eq!(wish("maybe"), []);
}
