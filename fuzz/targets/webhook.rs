//! A webhook is read from any bytes, the same at every try; what it brought can be stored, and what
//! a provider answers can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["whatsapp", "messenger", "instagram", "sms", "x", "web"] {
        let Some(channel) = channels::channel(name) else { panic!("{name} is a channel") };
        let webhook = channels::Webhook::of(bytes);
        let (first, again) = (channel.parse(&webhook), channel.parse(&webhook));
        assert_eq!(first, again, "a repeated webhook brings the same");
        for arrival in first.into_iter().flatten() {
            if let channels::Arrival::Message(message) = arrival {
                let stored = serde_json::to_string(&message.content);
                let stored = stored.unwrap_or_else(|why| panic!("cannot be stored: {why}"));
                let read = serde_json::from_str::<domain::Content>(&stored);
                assert_eq!(read.ok(), Some(message.content), "what was stored is read back");
            }
        }
        for status in [200, 400, 429, 500] {
            channel.read(status, bytes);
        }
    }
});
