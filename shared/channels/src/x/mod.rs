//! Direct messages on X (F101).
//!
//! Facts about webhooks, limits and errors come from X's public documentation as of August 2026;
//! `docs/decisions/0054-direct-messages-on-x.md` names the pages. X opens a conversation for anybody
//! whose id is known; the engine writes only to people who wrote first, because an address comes
//! from their message.

mod check;
mod content;
pub mod errors;
mod oauth;
mod parse;
mod send;
mod sign;

use crate::{
    Answer, Arrival, Channel, Fetch, Field, Finding, Malformed, Outbound, Probe, Reply, Request,
    Secrets, Unsendable, Unsigned, Webhook,
};
use domain::{Capabilities, Content, Millis};

pub use sign::{SIGNATURE_HEADER, signature};

/// Field: the app's API key.
pub const CONSUMER_KEY: &str = "consumer_key";
/// Field: the app's API secret: it signs webhooks and requests.
pub const CONSUMER_SECRET: &str = "consumer_secret";
/// Field: the account's access token.
pub const ACCESS_TOKEN: &str = "access_token";
/// Field: the secret of that token.
pub const TOKEN_SECRET: &str = "token_secret";
/// The API's address, if it is not X's own. The installation sets it; admins do not.
pub const API_URL: &str = "api_url";

/// Direct messages on X.
#[derive(Debug, Clone, Copy)]
pub struct X;

impl Channel for X {
    fn name(&self) -> &'static str {
        "x"
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: "X",
            text_limit: 10_000,
            // X takes uploaded files only, and the engine uploads none yet.
            sends: &["text"],
            files: &[],
            caption_limit: 0,
            window: None,
            late_window: None,
            quotes: false,
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
        sign::verify(secrets.get(CONSUMER_SECRET), header.as_deref(), webhook.body)
    }

    /// X asks at registration and every hour.
    fn challenge(
        &self,
        secrets: &Secrets,
        query: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Reply> {
        sign::challenge(secrets.get(CONSUMER_SECRET), &query("crc_token")?)
    }

    fn parse(&self, webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
        parse::webhook(webhook.body)
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        send::render(secrets, message)
    }

    fn fields(&self) -> &'static [Field] {
        const SECRET: Field = Field {
            name: CONSUMER_SECRET,
            secret: true,
            required: true,
            to_send: true,
            made_here: false,
        };
        &[
            Field { name: CONSUMER_KEY, secret: false, ..SECRET },
            SECRET,
            Field { name: ACCESS_TOKEN, ..SECRET },
            Field { name: TOKEN_SECRET, ..SECRET },
        ]
    }

    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str {
        secrets.get(CONSUMER_SECRET)
    }

    fn entered(&self, secrets: &Secrets) -> Vec<Finding> {
        check::entered(secrets)
    }

    fn probes(&self, secrets: &Secrets, _: &str, now: Millis) -> Vec<Probe> {
        check::probes(secrets, now)
    }

    fn judge(&self, about: &'static str, status: u16, body: &[u8], now: Millis) -> Vec<Finding> {
        check::judge(about, status, body, now)
    }

    /// An admin tests by writing to the account: nobody may be written to who did not write first.
    fn test_content(&self, _: Option<&str>) -> Option<Content> {
        None
    }

    fn read(&self, status: u16, body: &[u8]) -> Answer {
        send::read(status, body)
    }

    fn file(&self, secrets: &Secrets, reference: &str, now: Millis) -> Option<Fetch> {
        send::file(secrets, reference, now)
    }
}

/// The address of the API, without a slash at its end.
fn base(secrets: &Secrets) -> &str {
    match secrets.get(API_URL) {
        "" => "https://api.x.com",
        set => set.trim_end_matches('/'),
    }
}
