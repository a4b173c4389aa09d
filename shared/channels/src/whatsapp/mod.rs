//! WhatsApp Cloud API (F97).
//!
//! Facts about payloads, limits and error codes come from Meta's public documentation as of
//! August 2026; `docs/decisions/0006-whatsapp-facts.md` names the pages.

mod beside;
mod calls;
mod cards;
mod check;
mod content;
mod echo;
pub(crate) mod fields;
mod form;
mod media;
mod news;
mod parse;
mod send;
mod sender;
pub(crate) mod sign;

use crate::{
    Answer, Arrival, Channel, Fetch, Field, Finding, Found, Malformed, Outbound, Probe, Reply,
    Request, Secrets, Unsendable, Unsigned, Webhook,
};
use domain::{Capabilities, Content, Millis};

pub use sign::{SIGNATURE_HEADER, signature};

/// Field: the bearer token for sending.
pub const ACCESS_TOKEN: &str = "access_token";
/// Field: the secret that signs webhooks.
pub const APP_SECRET: &str = "app_secret";
/// Field: the text that answers the verification handshake.
pub const VERIFY_TOKEN: &str = "verify_token";
/// Field: the id of the WhatsApp Business account that holds the number.
pub const BUSINESS_ACCOUNT: &str = "business_account";
/// The Graph API, with its version, for example `https://graph.facebook.com/v26.0`. The
/// installation sets it; admins do not.
pub const GRAPH_URL: &str = "graph_url";

/// WhatsApp.
#[derive(Debug, Clone, Copy)]
pub struct WhatsApp;

impl Channel for WhatsApp {
    fn name(&self) -> &'static str {
        "whatsapp"
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: "WhatsApp",
            text_limit: 4_096,
            sends: &["text", "template", "media", "reaction"],
            files: domain::file::WHATSAPP,
            caption_limit: 1_024,
            window: Some(Millis::hours(24)),
            late_window: None,
            quotes: true,
            opt_out: false,
            provider: true,
            live: false,
        }
    }

    fn is_signed(&self, header: &dyn Fn(&str) -> Option<String>) -> bool {
        header(SIGNATURE_HEADER).is_some_and(|signature| !signature.is_empty())
    }

    fn verify(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Result<(), Unsigned> {
        let header = (webhook.header)(SIGNATURE_HEADER);
        sign::verify(secrets.get(APP_SECRET), header.as_deref(), webhook.body)
    }

    fn challenge(
        &self,
        secrets: &Secrets,
        query: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Reply> {
        sign::challenge(secrets.get(VERIFY_TOKEN), query)
    }

    fn parse(&self, webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
        parse::webhook(webhook.body)
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        send::render(secrets, message)
    }

    fn fields(&self) -> &'static [Field] {
        const SECRET: Field = Field {
            name: APP_SECRET,
            secret: true,
            required: true,
            to_send: false,
            made_here: false,
        };
        &[
            Field { name: VERIFY_TOKEN, secret: false, made_here: true, ..SECRET },
            SECRET,
            Field { name: ACCESS_TOKEN, to_send: true, ..SECRET },
            Field { name: BUSINESS_ACCOUNT, secret: false, required: false, ..SECRET },
        ]
    }

    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str {
        secrets.get(APP_SECRET)
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

    /// Every business account has the template `hello_world`, which Meta made for tests.
    fn test_content(&self, text: Option<&str>) -> Option<Content> {
        Some(text.map_or_else(
            || Content::Template {
                name: "hello_world".to_owned(),
                language: "en_US".to_owned(),
                parameters: Vec::new(),
                text: None,
                buttons: Vec::new(),
                slots: Vec::new(),
            },
            Content::text,
        ))
    }

    fn read(&self, status: u16, body: &[u8]) -> Answer {
        send::read(status, body)
    }

    fn file(&self, secrets: &Secrets, reference: &str, _: Millis) -> Option<Fetch> {
        media::lookup(secrets, reference)
    }

    fn found(&self, secrets: &Secrets, status: u16, body: &[u8]) -> Found {
        media::found(secrets, status, body)
    }
}
