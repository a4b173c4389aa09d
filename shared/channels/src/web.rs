//! Web chat (F102) has no provider: visitors write and read through the socket.

use crate::{
    Answer, Arrival, Channel, Field, Finding, Malformed, Outbound, Probe, Reply, Request, Secrets,
    Unsendable, Unsigned, Webhook,
};
use domain::{Capabilities, Content, Millis};

/// Web chat.
#[derive(Debug, Clone, Copy)]
pub struct Web;

/// Field: the secret by which the shop's own server signs who a visitor is. The engine makes it.
pub const IDENTITY_SECRET: &str = "identity_secret";
/// The longest text beneath a file, in characters, in both directions.
pub const CAPTION_LIMIT: usize = domain::limit::CAPTION;
/// The longest text, in characters, in both directions.
pub const TEXT_LIMIT: usize = domain::limit::WEB_TEXT;

impl Channel for Web {
    fn name(&self) -> &'static str {
        "web"
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            name: "Web chat",
            text_limit: TEXT_LIMIT,
            sends: &["text", "media", "reaction"],
            files: domain::file::WEB,
            caption_limit: CAPTION_LIMIT,
            window: None,
            late_window: None,
            quotes: true,
            opt_out: false,
            provider: false,
            live: true,
        }
    }

    fn is_signed(&self, _: &dyn Fn(&str) -> Option<String>) -> bool {
        false
    }

    fn verify(&self, _: &Secrets, _: &Webhook<'_>) -> Result<(), Unsigned> {
        Err(Unsigned)
    }

    fn challenge(&self, _: &Secrets, _: &dyn Fn(&str) -> Option<String>) -> Option<Reply> {
        None
    }

    fn parse(&self, _: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed> {
        Err(Malformed { why: "web chat has no webhook".to_owned(), field: None })
    }

    fn render(&self, _: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
        Err(Unsendable { kind: message.content.kind() })
    }

    fn fields(&self) -> &'static [Field] {
        &[Field {
            name: IDENTITY_SECRET,
            secret: false,
            required: false,
            to_send: false,
            made_here: true,
        }]
    }

    fn signs_by<'a>(&self, _: &'a Secrets) -> &'a str {
        ""
    }

    fn entered(&self, _: &Secrets) -> Vec<Finding> {
        vec![Finding::good("account", "The web chat needs no provider.")]
    }

    fn probes(&self, _: &Secrets, _: &str, _: Millis) -> Vec<Probe> {
        Vec::new()
    }

    fn judge(&self, _: &'static str, _: u16, _: &[u8], _: Millis) -> Vec<Finding> {
        Vec::new()
    }

    fn test_content(&self, _: Option<&str>) -> Option<Content> {
        None
    }

    fn read(&self, _: u16, _: &[u8]) -> Answer {
        Answer::Refused { reason: "web chat has no provider".to_owned() }
    }
}
