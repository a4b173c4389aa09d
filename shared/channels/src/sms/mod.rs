//! SMS and MMS by Twilio Programmable Messaging (F100).
//!
//! Facts about webhooks, limits and error codes come from Twilio's public documentation as of
//! November 2026; `docs/decisions/0053-sms-by-twilio.md` names the pages.

mod check;
pub mod consent;
pub mod errors;
mod form;
pub(crate) mod parse;
mod segments;
mod send;
mod sign;

use crate::encode::base64;
use crate::{
    Answer, Arrival, Channel, Fetch, Field, Finding, Malformed, Outbound, Probe, Reply, Request,
    Secrets, Unsendable, Unsigned, Webhook,
};
use domain::{Capabilities, Content, Millis};

pub use segments::{Encoding, Segments, segments};
pub use sign::{SETTINGS_HEADER, SIGNATURE_HEADER, signature};

/// Field: the account's SID, for example `AC…`.
pub const ACCOUNT_SID: &str = "account_sid";
/// Field: the account's auth token. It signs webhooks, and sends where no API key is entered.
pub const AUTH_TOKEN: &str = "auth_token";
/// Field: the SID of an API key that sends, for example `SK…`.
pub const API_KEY: &str = "api_key";
/// Field: the secret of that API key.
pub const API_SECRET: &str = "api_secret";
/// Field: the shared key that signs webhooks, where a rule at Twilio names one.
pub const SHARED_KEY: &str = "shared_key";
/// Field: the messaging service that sends, for example `MG…`.
pub const MESSAGING_SERVICE: &str = "messaging_service";
/// Field: the webhook's address as Twilio knows it. Status callbacks go there, and signatures over
/// it count, whatever proxies make of it.
pub const WEBHOOK_URL: &str = "webhook_url";
/// The API's address, if it is not Twilio's own. The installation sets it; admins do not.
pub const API_URL: &str = "api_url";

/// The longest text that Twilio takes, in characters.
const TEXT_LIMIT: usize = 1_600;

/// SMS.
#[derive(Debug, Clone, Copy)]
pub struct Sms;

impl Channel for Sms {
    fn name(&self) -> &'static str {
        "sms"
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: "SMS",
            text_limit: TEXT_LIMIT,
            sends: &["text", "media"],
            files: domain::file::SMS,
            caption_limit: TEXT_LIMIT,
            window: None,
            late_window: None,
            quotes: false,
            opt_out: true,
            provider: true,
            live: false,
        }
    }

    fn is_signed(&self, header: &dyn Fn(&str) -> Option<String>) -> bool {
        header(SIGNATURE_HEADER).is_some_and(|signature| !signature.is_empty())
    }

    fn verify(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Result<(), Unsigned> {
        sign::verify(secrets, webhook)
    }

    /// Twilio has no handshake.
    fn challenge(&self, _: &Secrets, _: &dyn Fn(&str) -> Option<String>) -> Option<Reply> {
        None
    }

    /// Twilio would send any plain text to the customer as an answer.
    fn accepted(&self) -> Reply {
        Reply { mime: "text/xml; charset=utf-8", body: "<Response/>".to_owned() }
    }

    fn parse(&self, webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
        parse::webhook(webhook)
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        send::render(secrets, message)
    }

    fn fields(&self) -> &'static [Field] {
        const SECRET: Field = Field {
            name: AUTH_TOKEN,
            secret: true,
            required: true,
            to_send: false,
            made_here: false,
        };
        const OPEN: Field = Field { secret: false, required: false, ..SECRET };
        &[
            Field { name: ACCOUNT_SID, secret: false, to_send: true, ..SECRET },
            SECRET,
            Field { name: WEBHOOK_URL, ..OPEN },
            Field { name: MESSAGING_SERVICE, ..OPEN },
            Field { name: API_KEY, ..OPEN },
            Field { name: API_SECRET, required: false, ..SECRET },
            Field { name: SHARED_KEY, required: false, ..SECRET },
        ]
    }

    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str {
        let token = secrets.get(AUTH_TOKEN);
        if token.is_empty() { secrets.get(SHARED_KEY) } else { token }
    }

    fn entered(&self, secrets: &Secrets) -> Vec<Finding> {
        check::entered(secrets)
    }

    fn probes(&self, secrets: &Secrets, account: &str, _: Millis) -> Vec<Probe> {
        check::probes(secrets, account)
    }

    fn judge(&self, about: &'static str, status: u16, body: &[u8], now: Millis) -> Vec<Finding> {
        check::judge(about, status, body, now)
    }

    fn test_content(&self, text: Option<&str>) -> Option<Content> {
        Some(Content::text(text.unwrap_or("This is a test message.")))
    }

    fn read(&self, status: u16, body: &[u8]) -> Answer {
        send::read(status, body)
    }

    /// Twilio answers with a redirect to its store, and wants the login where the account demands
    /// it for media.
    fn file(&self, secrets: &Secrets, reference: &str, _: Millis) -> Option<Fetch> {
        let host = reference.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
        let headers =
            if reference.starts_with(&format!("{}/", base(secrets))) && !host.contains('@') {
                vec![("authorization", login(secrets))]
            } else {
                Vec::new()
            };
        Some(Fetch::direct(reference, headers))
    }
}

/// The address of the API, without a slash at its end.
fn base(secrets: &Secrets) -> &str {
    match secrets.get(API_URL) {
        "" => "https://api.twilio.com",
        set => set.trim_end_matches('/'),
    }
}

/// The login of the API: the API key, or else the account itself.
fn login(secrets: &Secrets) -> String {
    let get = |field| secrets.get(field);
    let (name, word) = match (get(API_KEY), get(API_SECRET)) {
        ("", _) | (_, "") => (get(ACCOUNT_SID), get(AUTH_TOKEN)),
        key => key,
    };
    format!("Basic {}", base64(format!("{name}:{word}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twilio_is_answered_by_an_empty_document() {
        assert_eq!(Sms.accepted().body, "<Response/>");
        assert!(Sms.accepted().mime.starts_with("text/xml"), "plain text would be sent as an SMS");
    }

    #[test]
    fn only_twilios_own_host_gets_the_login() {
        let secrets = Secrets::default().with(ACCOUNT_SID, "AC1").with(AUTH_TOKEN, "t");
        let headers =
            |url: &str| Sms.file(&secrets, url, Millis(0)).map(|f| f.request().headers.len());
        assert_eq!(
            headers("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"),
            Some(1)
        );
        for other in [
            "https://media.twiliocdn.com/x",
            "https://api.twilio.com.evil.test/x",
            "https://api.twilio.com@evil.test/x",
            "https://evil.test/https://api.twilio.com/x",
        ] {
            assert_eq!(headers(other), Some(0), "{other}");
        }
        for none in ["http://api.twilio.com/x", "file:///etc/passwd", "ME1", ""] {
            assert_eq!(headers(none), None, "{none}");
        }
    }
}
