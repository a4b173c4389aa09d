//! WhatsApp Cloud API (F97).
//!
//! Facts about payloads, limits and error codes come from Meta's public documentation as of
//! August 2026; `docs/decisions/0006-whatsapp-facts.md` names the pages.

mod content;
pub(crate) mod fields;
mod parse;
mod send;
mod sender;
mod sign;

use crate::{
    Answer, Arrival, Channel, Malformed, Outbound, Request, Secrets, Unsendable, Unsigned,
};
use domain::{Capabilities, Millis};

pub use sign::{SIGNATURE_HEADER, signature};

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
            sends: &["text", "template", "media"],
            files: domain::file::WHATSAPP,
            caption_limit: 1_024,
            window: Some(Millis::hours(24)),
            provider: true,
            live: false,
        }
    }

    fn verify(
        &self,
        secrets: &Secrets,
        header: &dyn Fn(&str) -> Option<String>,
        body: &[u8],
    ) -> Result<(), Unsigned> {
        sign::verify(&secrets.whatsapp_app_secret, header(SIGNATURE_HEADER).as_deref(), body)
    }

    fn challenge(
        &self,
        secrets: &Secrets,
        query: &dyn Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let ours = &secrets.whatsapp_verify_token;
        let asked = query("hub.mode").as_deref() == Some("subscribe");
        let known = !ours.is_empty() && query("hub.verify_token").as_ref() == Some(ours);
        if asked && known { query("hub.challenge") } else { None }
    }

    fn parse(&self, body: &[u8]) -> Result<Vec<Arrival>, Malformed> {
        parse::webhook(body)
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        send::render(secrets, message)
    }

    fn read(&self, status: u16, body: &[u8]) -> Answer {
        send::read(status, body)
    }
}
