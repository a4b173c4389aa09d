//! The sandbox's lines beside WhatsApp: Messenger, Instagram, SMS and X. Their customers' messages
//! enter by really signed webhooks, and the engine's requests arrive at stand-ins of the providers.

use std::collections::BTreeMap;

use channels::{Secrets, messenger, sms, x};
use serde_json::{Value, json};

/// One line: a channel with the demo's account on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The channel.
    pub channel: &'static str,
    /// The demo's asset.
    pub asset: &'static str,
    /// The asset's name.
    pub name: &'static str,
    /// The account, as the provider names it.
    pub account: &'static str,
}

/// The lines of the demo.
pub const LINES: [Kind; 4] = [
    Kind {
        channel: "messenger",
        asset: "messenger-demo",
        name: "Acme on Messenger",
        account: "106540352242900",
    },
    Kind {
        channel: "instagram",
        asset: "instagram-demo",
        name: "Acme on Instagram",
        account: "17841405309211844",
    },
    Kind {
        channel: "sms",
        asset: "sms-demo",
        name: "SMS +1 555 765 4321",
        account: "+15557654321",
    },
    Kind { channel: "x", asset: "x-demo", name: "Acme on X", account: "3001969357" },
];

/// The secret by which the sandbox signs the webhooks of these lines. It is public and opens only
/// the sandbox.
pub const SECRET: &str = "demo-app-secret";
/// The token that the engine shows to the stand-ins.
pub const TOKEN: &str = "demo-access-token";

/// The line of a channel.
#[must_use]
pub fn of(channel: &str) -> Option<Kind> {
    LINES.into_iter().find(|line| line.channel == channel)
}

/// The values that an admin enters for a line's account: they open the sandbox's stand-in.
#[must_use]
pub fn values(base: &str, line: Kind) -> Value {
    match line.channel {
        "sms" => json!({sms::ACCOUNT_SID: "ACdemo", sms::AUTH_TOKEN: SECRET,
                        sms::WEBHOOK_URL: url(base, line)}),
        "x" => json!({x::CONSUMER_KEY: "demo-key", x::CONSUMER_SECRET: SECRET,
                      x::ACCESS_TOKEN: TOKEN, x::TOKEN_SECRET: SECRET}),
        _ => json!({messenger::APP_SECRET: SECRET, messenger::ACCESS_TOKEN: token(line)}),
    }
}

/// The token by which the Send API knows the account.
#[must_use]
pub fn token(line: Kind) -> String {
    format!("{TOKEN}-{}", line.channel)
}

/// The addresses of the stand-ins, by channel: they take the providers' places.
#[must_use]
pub fn addresses(base: &str) -> BTreeMap<String, Secrets> {
    let graph = format!("{base}/sandbox/graph/v26.0");
    LINES
        .iter()
        .map(|line| {
            let secrets = match line.channel {
                "sms" => Secrets::default().with(sms::API_URL, format!("{base}/sandbox/twilio")),
                "x" => Secrets::default().with(x::API_URL, format!("{base}/sandbox/x")),
                _ => Secrets::default().with(messenger::GRAPH_URL, graph.clone()),
            };
            (line.channel.to_owned(), secrets)
        })
        .collect()
}

/// The address of a line's webhook.
#[must_use]
pub fn url(base: &str, line: Kind) -> String {
    format!("{base}/webhooks/{}/{}", line.channel, line.asset)
}

/// The header with which the provider of a channel signs a body.
#[must_use]
pub fn signature(channel: &str, url: &str, body: &str) -> (&'static str, String) {
    match channel {
        "sms" => (sms::SIGNATURE_HEADER, sms::signature(SECRET, url, body.as_bytes())),
        "x" => (x::SIGNATURE_HEADER, x::signature(SECRET, body.as_bytes())),
        _ => (messenger::SIGNATURE_HEADER, messenger::signature(SECRET, body.as_bytes())),
    }
}

/// A customer's text, as the provider of the line sends it.
#[must_use]
pub fn message(line: Kind, customer: &str, name: &str, id: &str, text: &str, at: i64) -> String {
    match line.channel {
        "sms" => form(&[
            ("MessageSid", id),
            ("AccountSid", "ACdemo"),
            ("From", customer),
            ("To", line.account),
            ("Body", text),
            ("NumMedia", "0"),
        ]),
        "x" => json!({"for_user_id": line.account,
            "direct_message_events": [{"type": "message_create", "id": id,
                "created_timestamp": at.to_string(),
                "message_create": {"target": {"recipient_id": line.account},
                    "sender_id": customer, "message_data": {"text": text}}}],
            "users": {customer: {"id": customer, "name": name}}})
        .to_string(),
        _ => entry(
            line,
            &json!({"sender": {"id": customer}, "recipient": {"id": line.account},
                "timestamp": at, "message": {"mid": id, "text": text}}),
            at,
        ),
    }
}

/// The report that a message reached a state; `None`: the provider reports no such state.
#[must_use]
pub fn report(line: Kind, customer: &str, id: &str, status: &str, at: i64) -> Option<String> {
    match line.channel {
        "sms" => Some(form(&[
            ("MessageSid", id),
            ("AccountSid", "ACdemo"),
            ("From", line.account),
            ("To", customer),
            ("MessageStatus", status),
        ])),
        "x" => None,
        _ => {
            let item = match status {
                "delivered" => json!({"delivery": {"mids": [id], "watermark": at}}),
                "read" => json!({"read": {"mid": id, "watermark": at}}),
                _ => return None,
            };
            let mut item = item;
            item["sender"] = json!({"id": customer});
            item["recipient"] = json!({"id": line.account});
            item["timestamp"] = json!(at);
            Some(entry(line, &item, at))
        }
    }
}

fn entry(line: Kind, item: &Value, at: i64) -> String {
    let object = if line.channel == "instagram" { "instagram" } else { "page" };
    json!({"object": object, "entry": [
        {"id": line.account, "time": at, "messaging": [item]}]})
    .to_string()
}

/// A form, as browsers write it.
fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| app::file::bucket::escape(text);
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The content type of a line's webhooks.
#[must_use]
pub fn mime(line: Kind) -> &'static str {
    if line.channel == "sms" { "application/x-www-form-urlencoded" } else { "application/json" }
}
