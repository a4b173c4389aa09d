//! The laws that hold for every channel.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const NONE: &dyn Fn(&str) -> Option<String> = &|_| None;

/// Secrets with a value in every field.
fn secrets(channel: &dyn Channel) -> Secrets {
    let mut secrets = Secrets::default();
    for field in channel.fields() {
        secrets.set(field.name, format!("value of {}", field.name));
    }
    secrets
}

#[test]
fn every_channel_has_a_name_of_its_own_and_is_found_by_it() {
    let names: BTreeSet<_> = CHANNELS.iter().map(|one| one.name()).collect();
    let shown: BTreeSet<_> = CHANNELS.iter().map(|one| one.capabilities().name).collect();
    assert_eq!((names.len(), shown.len()), (CHANNELS.len(), CHANNELS.len()));
    for name in names {
        assert_eq!(channel(name).map(Channel::name), Some(name));
    }
    assert!(channel("pigeon").is_none() && !is_chat("sms") && is_chat("web"));
}

#[test]
fn no_channel_trusts_a_webhook_without_a_signature_or_without_a_secret() {
    let any = |_: &str| Some("c2lnbmVk".to_owned());
    for channel in CHANNELS {
        assert!(!channel.is_signed(NONE), "{}", channel.name());
        let body = b"a=b";
        let bare = channel.verify(&secrets(channel), &Webhook::of(body));
        let signed = Webhook { header: &any, ..Webhook::of(body) };
        let wrong = channel.verify(&secrets(channel), &signed);
        let empty = channel.verify(&Secrets::default(), &signed);
        assert_eq!([bare, wrong, empty], [Err(Unsigned); 3], "{}", channel.name());
        assert_eq!(channel.challenge(&Secrets::default(), &any), None, "{}", channel.name());
    }
}

#[test]
fn a_window_for_people_is_longer_than_the_channels_own() {
    for channel in CHANNELS {
        let able = channel.capabilities();
        assert!(
            able.late_window.is_none_or(|late| able.window.is_some_and(|window| late > window))
        );
        assert_eq!(able.sends.contains(&"media"), !able.files.is_empty(), "{}", able.name);
    }
}

#[test]
fn a_signed_in_channel_names_the_fields_that_it_needs() {
    for channel in CHANNELS {
        let able = channel.capabilities();
        let fields = channel.fields();
        // A channel of mails sends with the rights of the function itself.
        let sends = fields.iter().any(|field| field.to_send) || channel.is_mail();
        assert_eq!(able.provider, sends, "{}", able.name);
        let named: BTreeSet<_> = fields.iter().map(|field| field.name).collect();
        assert_eq!(named.len(), fields.len());
        // A complete account lacks nothing; some things nobody can tell.
        let bad = |finding: &Finding| finding.state == State::Bad;
        assert!(!channel.entered(&secrets(channel)).iter().any(bad), "{}", able.name);
        assert_eq!(able.provider, !channel.signs_by(&secrets(channel)).is_empty());
    }
}

#[test]
fn a_message_goes_where_the_provider_takes_it_with_every_secret_in_the_headers_only() {
    for channel in CHANNELS.into_iter().filter(|one| one.capabilities().provider) {
        let secrets = secrets(channel);
        let content = Content::text("Hello");
        let (account, address, mark) = match channel.is_mail() {
            true => ("desk@shop.example", "ada@example.com", "t.7"),
            false => ("+15557654321", "15551234567", "t.7"),
        };
        let (link, upload, now, late) = (None, None, Millis(1_800_000_000_000), false);
        let content = &content;
        let message = Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload,
            now,
            late,
            mail: None,
        };
        let request = channel.render(&secrets, &message).unwrap();
        assert_eq!(channel.render(&secrets, &message), Ok(request.clone()), "the same every time");
        let body = String::from_utf8(request.body.clone()).unwrap();
        for field in channel.fields().iter().filter(|field| field.secret) {
            let secret = secrets.get(field.name);
            assert!(!request.url.contains(secret) && !body.contains(secret), "{}", field.name);
        }
        assert!(!format!("{request:?}").contains("value of"));
    }
}

proptest! {
    #[test]
    fn any_answer_is_read(status in 100_u16..600, body: Vec<u8>) {
        for channel in CHANNELS {
            prop_assert_eq!(channel.read(status, &body), channel.read(status, &body));
            for about in ["account", "access_token", "app_secret", "webhooks"] {
                channel.judge(about, status, &body, Millis(0));
            }
        }
    }

    #[test]
    fn any_reference_gets_a_request_over_https_or_none(reference: String) {
        for channel in CHANNELS {
            let request = channel.file(&Secrets::default(), &reference, Millis(0));
            prop_assert!(request.is_none_or(|fetch| fetch.request().url.starts_with("https://")));
        }
    }
}
