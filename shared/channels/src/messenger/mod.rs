//! Messenger, and Instagram messaging by the same API (F98).
//!
//! Facts about payloads, limits and error codes come from Meta's public documentation as of
//! November 2026; `docs/decisions/0052-messenger-and-instagram.md` names the pages.

mod beside;
mod check;
mod content;
pub mod errors;
mod menu;
mod parse;
mod send;

use crate::whatsapp::sign;
use crate::{
    Answer, Arrival, Channel, Fetch, Field, Finding, Malformed, Outbound, Probe, Reply, Request,
    Secrets, Signal, Unsendable, Unsigned, Webhook,
};
use domain::{Capabilities, Content, Millis};

pub use crate::whatsapp::{ACCESS_TOKEN, APP_SECRET, GRAPH_URL, VERIFY_TOKEN};
pub use crate::whatsapp::{SIGNATURE_HEADER, signature};
pub use menu::{Card, Choice, Menu};

/// The beginning of our mark within a message's metadata: other apps write theirs there.
const MARK: &str = "switchboard:";
/// The longest id of a choice, in characters.
const WORDS: usize = 1_000;

/// The two platforms of the Send API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// A Page on Facebook.
    Messenger,
    /// A professional account on Instagram that is linked to a Page.
    Instagram,
}

/// Messenger.
pub const MESSENGER: Platform = Platform::Messenger;
/// Instagram.
pub const INSTAGRAM: Platform = Platform::Instagram;

impl Platform {
    /// The object that webhooks of the platform name.
    const fn object(self) -> &'static str {
        match self {
            Self::Messenger => "page",
            Self::Instagram => "instagram",
        }
    }

    /// The longest text, in characters.
    const fn text_limit(self) -> usize {
        match self {
            Self::Messenger => 2_000,
            Self::Instagram => 1_000,
        }
    }

    /// The request that sends a message from which the customer chooses.
    ///
    /// # Errors
    /// [`Unsendable`] if a limit of Meta's is exceeded.
    pub fn menu(
        self,
        secrets: &Secrets,
        address: &str,
        menu: &Menu<'_>,
        mark: &str,
    ) -> Result<Request, Unsendable> {
        menu::render(self, secrets, address, menu, mark)
    }
}

impl Channel for Platform {
    fn name(&self) -> &'static str {
        match self {
            Self::Messenger => "messenger",
            Self::Instagram => "instagram",
        }
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: match self {
                Self::Messenger => "Messenger",
                Self::Instagram => "Instagram",
            },
            text_limit: self.text_limit(),
            // The API of Messenger takes no reactions.
            sends: match self {
                Self::Messenger => &["text", "media"],
                Self::Instagram => &["text", "media", "reaction"],
            },
            files: match self {
                Self::Messenger => domain::file::MESSENGER,
                Self::Instagram => domain::file::INSTAGRAM,
            },
            // Neither platform has captions.
            caption_limit: 0,
            window: Some(Millis::hours(24)),
            late_window: Some(Millis::hours(7 * 24)),
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
        parse::webhook(*self, webhook.body)
    }

    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        send::render(*self, secrets, message)
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
        ]
    }

    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str {
        secrets.get(APP_SECRET)
    }

    fn entered(&self, secrets: &Secrets) -> Vec<Finding> {
        check::entered(secrets)
    }

    fn probes(&self, secrets: &Secrets, account: &str, _: Millis) -> Vec<Probe> {
        check::probes(*self, secrets, account)
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

    /// Meta's addresses of files are signed by themselves and lapse; they need no credentials.
    fn file(&self, _: &Secrets, reference: &str, _: Millis) -> Option<Fetch> {
        reference.starts_with("https://").then(|| Fetch::direct(reference, Vec::new()))
    }

    fn signal(
        &self,
        secrets: &Secrets,
        _account: &str,
        address: &str,
        signal: Signal,
    ) -> Option<Request> {
        send::signal(secrets, address, signal)
    }
}
