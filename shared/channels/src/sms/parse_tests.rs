use domain::content::Medium;
use proptest::prelude::*;

use super::*;
use crate::Wish;
use crate::encode::form;

const IN: &[(&str, &str)] = &[
    ("ToCountry", "US"),
    ("SmsMessageSid", "SM1"),
    ("NumMedia", "0"),
    ("SmsSid", "SM1"),
    ("SmsStatus", "received"),
    ("Body", "Is the kettle red? 😀"),
    ("To", "+15557654321"),
    ("NumSegments", "1"),
    ("MessageSid", "SM1"),
    ("AccountSid", "AC1"),
    ("From", "+15551234567"),
    ("ApiVersion", "2010-04-01"),
];

fn read_by(query: &'static str, body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
    let query = |name: &str| (name == MARK && !query.is_empty()).then(|| query.to_owned());
    webhook(&Webhook { query: &query, ..Webhook::of(body) })
}

fn arrivals(changes: &[(&str, &str)]) -> Vec<Arrival> {
    let kept = IN.iter().filter(|(name, _)| !changes.iter().any(|(other, _)| name == other));
    let fields: Vec<_> = kept.chain(changes).copied().collect();
    read_by("", form(&fields).as_bytes()).unwrap()
}

fn messages_of(changes: &[(&str, &str)]) -> Vec<Inbound> {
    let all = arrivals(changes).into_iter();
    all.filter_map(|a| if let Arrival::Message(m) = a { Some(m) } else { None }).collect()
}

#[test]
fn a_text_is_read_with_sender_account_and_key() {
    let message = messages_of(&[]).remove(0);
    assert_eq!(message.address, "15551234567");
    assert_eq!(message.account, "+15557654321");
    assert_eq!(message.key, "SM1");
    assert_eq!(message.content, Content::text("Is the kettle red? 😀"));
    assert_eq!(message.sent_at, None);
    assert_eq!(arrivals(&[]).len(), 1);
}

#[test]
fn each_file_of_an_mms_is_a_message_and_the_text_stands_beneath_the_first() {
    let all = messages_of(&[
        ("NumMedia", "2"),
        ("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1/Media/ME0"),
        ("MediaContentType0", "image/jpeg"),
        ("MediaUrl1", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1/Media/ME1"),
        ("MediaContentType1", "text/x-vcard"),
    ]);
    let read: Vec<_> = all
        .iter()
        .map(|message| match &message.content {
            Content::Media(media) => (
                message.key.as_str(),
                media.medium,
                media.caption.as_deref(),
                &media.reference[64..],
            ),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(read[0].0, "SM1");
    assert_eq!((read[0].1, read[0].2), (Medium::Image, Some("Is the kettle red? 😀")));
    assert_eq!((read[1].0, read[1].1, read[1].2), ("SM1:1", Medium::Document, None));
    assert!(read[0].3.ends_with("ME0") && read[1].3.ends_with("ME1"));
}

#[test]
fn a_file_that_is_only_counted_is_still_a_message() {
    let all = messages_of(&[("NumMedia", "2"), ("MediaUrl0", "https://m.test/0")]);
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].content.kind(), "unsupported");
    let many = messages_of(&[("NumMedia", "4294967295")]);
    assert_eq!(many.len(), FILES);
    for odd in ["-1", "2.5", "x", ""] {
        assert_eq!(messages_of(&[("NumMedia", odd)])[0].content.kind(), "text", "{odd}");
    }
}

#[test]
fn an_opt_out_word_is_a_message_and_a_wish() {
    let all = arrivals(&[("Body", "Stop")]);
    assert_eq!(all.len(), 2);
    assert!(matches!(&all[0], Arrival::Message(m) if m.content == Content::text("Stop")));
    let Arrival::Consent(consent) = &all[1] else { panic!("{all:?}") };
    assert_eq!((consent.wish, consent.key.as_str()), (Wish::Stop, "SM1"));
    assert_eq!(consent.addresses, ["15551234567"]);
    let named = arrivals(&[("Body", "arrêt"), ("OptOutType", "STOP")]);
    assert!(matches!(&named[1], Arrival::Consent(c) if c.wish == Wish::Stop));
}

#[test]
fn an_empty_message_and_one_without_sender_or_id_are_kept() {
    assert_eq!(messages_of(&[("Body", "")])[0].content.kind(), "unsupported");
    for gone in ["From", "MessageSid"] {
        let changes = [(gone, ""), ("SmsSid", ""), ("SmsMessageSid", "")];
        let changes = if gone == "From" { &changes[..1] } else { &changes[..] };
        let all = arrivals(changes);
        let [Arrival::Unusable { payload: Some(payload), .. }] = &all[..] else {
            panic!("{all:?}")
        };
        assert!(payload.contains("kettle"), "{payload}");
    }
}

fn status(query: &'static str, fields: &[(&str, &str)]) -> Vec<Arrival> {
    let known = [("MessageSid", "SM9"), ("To", "+15551234567"), ("From", "+15557654321")];
    let fields: Vec<_> = known.iter().chain(fields).copied().collect();
    read_by(query, form(&fields).as_bytes()).unwrap()
}

#[test]
fn a_status_is_a_receipt_and_a_failure_says_why_and_what_helps() {
    let all = status("t.7", &[("MessageStatus", "undelivered"), ("ErrorCode", "30003")]);
    let [Arrival::Receipt(receipt)] = &all[..] else { panic!("{all:?}") };
    assert_eq!(receipt.status, DeliveryStatus::Failed);
    assert_eq!(receipt.mark.as_deref(), Some("t.7"));
    assert_eq!((receipt.account.as_str(), receipt.provider_id.as_str()), ("", "SM9"));
    assert_eq!(receipt.addresses, ["15551234567"]);
    let reason = receipt.reason.as_deref().unwrap();
    assert!(reason.starts_with("The customer's phone was not reachable (30003). "), "{reason}");
    for (word, expected) in [
        ("sent", DeliveryStatus::Sent),
        ("delivered", DeliveryStatus::Delivered),
        ("READ", DeliveryStatus::Read),
        ("failed", DeliveryStatus::Failed),
        ("canceled", DeliveryStatus::Failed),
    ] {
        let all = status("", &[("SmsStatus", word)]);
        let [Arrival::Receipt(receipt)] = &all[..] else { panic!("{all:?}") };
        assert_eq!((receipt.status, receipt.account.as_str()), (expected, "+15557654321"));
    }
    for early in ["queued", "accepted", "scheduled", "sending"] {
        assert!(status("", &[("MessageStatus", early)]).is_empty());
    }
    assert!(matches!(status("", &[("MessageStatus", "warped")])[..], [Arrival::Unusable { .. }]));
}

#[test]
fn events_of_a_stream_are_read_like_forms_and_one_bad_one_harms_no_neighbour() {
    let body = br#"[{"type":"com.twilio.messaging.inbound-message.received","data":
        {"messageSid":"SM1","from":"+15551234567","to":"+15557654321","body":"Ahoy!","numMedia":0}},
        7, {"type":"com.twilio.messaging.message.delivered","data":
        {"messageSid":"SM2","to":"+15551234567","from":"+15557654321"}}]"#;
    let all = read_by("", body).unwrap();
    assert!(matches!(&all[0], Arrival::Message(m) if m.content == Content::text("Ahoy!")));
    assert!(matches!(&all[1], Arrival::Unusable { .. }));
    assert!(matches!(&all[2], Arrival::Receipt(r) if r.status == DeliveryStatus::Delivered));
}

#[test]
fn a_body_that_is_no_webhook_of_twilio_is_malformed() {
    for body in ["", "  ", "{", "hello", "a=b&c=d", "{}"] {
        assert!(read_by("", body.as_bytes()).is_err(), "{body}");
    }
}

#[test]
fn huge_ids_and_texts_are_bounded_and_deep_json_is_read() {
    let long = "9".repeat(600_000);
    let message =
        messages_of(&[("MessageSid", &long), ("Body", &long), ("ProfileName", &long)]).remove(0);
    assert!(message.key.len() <= KEY && message.shortened && message.name.len() <= 400);
    assert!(matches!(arrivals(&[("From", &long)])[..], [Arrival::Unusable { .. }]));
    assert_eq!(messages_of(&[("To", &long)])[0].account.len(), ADDRESS);
    let deep = format!("[{}\"x\"{}]", "[".repeat(10_000), "]".repeat(10_000));
    assert!(read_by("", deep.as_bytes()).is_err());
    let among = format!("[{deep},{{\"messageSid\":\"SM1\",\"from\":\"+1555\",\"body\":\"x\"}}]");
    assert!(matches!(&read_by("", among.as_bytes()).unwrap()[1], Arrival::Message(_)));
    let bad = [form(IN).as_bytes(), b"&ProfileName=%FF%FE"].concat();
    let all = read_by("", &bad).unwrap();
    assert!(matches!(&all[0], Arrival::Message(m) if m.name == "\u{fffd}\u{fffd}"));
}

proptest! {
    #[test]
    fn any_bytes_are_read_the_same_at_every_try(body: Vec<u8>) {
        prop_assert_eq!(read_by("", &body), read_by("", &body));
    }

    #[test]
    fn a_changed_form_never_ends_the_process(at in 0_usize..400, byte: u8) {
        let mut body = form(IN).into_bytes();
        let place = at % body.len();
        body[place] = byte;
        prop_assert_eq!(read_by("", &body), read_by("", &body));
    }
}
