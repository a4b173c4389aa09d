//! Channels (F104): each is a small contract over data, without I/O.
//!
//! * verify: is this webhook really from the provider? Over the raw bytes, before parsing.
//! * parse: what did it bring? One bad item never holds up its neighbours.
//! * render: which request sends this message?
//! * read: what did the provider answer?
//! * capabilities: what the channel can carry, as data.

mod json;
mod trim;
pub mod web;
pub mod whatsapp;

use std::fmt;

use domain::{Capabilities, Content, DeliveryStatus, Millis};

/// A kind of channel.
pub trait Channel: Sync {
    /// Its name, as it stands in an asset's record and in the protocol.
    fn name(&self) -> &'static str;

    /// What it can carry.
    fn capabilities(&self) -> Capabilities;

    /// Whether a webhook really comes from the provider.
    ///
    /// # Errors
    /// [`Unsigned`] if not. Nothing may be parsed or stored then.
    fn verify(
        &self,
        secrets: &Secrets,
        header: &dyn Fn(&str) -> Option<String>,
        body: &[u8],
    ) -> Result<(), Unsigned>;

    /// The answer to the provider's own check that the webhook is ours.
    fn challenge(
        &self,
        secrets: &Secrets,
        query: &dyn Fn(&str) -> Option<String>,
    ) -> Option<String>;

    /// What a webhook brought.
    ///
    /// # Errors
    /// [`Malformed`] if it is no webhook of this channel at all.
    fn parse(&self, body: &[u8]) -> Result<Vec<Arrival>, Malformed>;

    /// The request that hands a message to the provider.
    ///
    /// # Errors
    /// [`Unsendable`] if the channel has no form for it.
    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable>;

    /// What the provider's answer means.
    fn read(&self, status: u16, body: &[u8]) -> Answer;
}

/// The channel of that name.
#[must_use]
pub fn channel(name: &str) -> Option<&'static dyn Channel> {
    match name {
        "whatsapp" => Some(&whatsapp::WhatsApp),
        "web" => Some(&web::Web),
        _ => None,
    }
}

/// What is needed to talk to providers. Never printed.
#[derive(Clone, Default)]
pub struct Secrets {
    /// WhatsApp: signs webhooks.
    pub whatsapp_app_secret: String,
    /// WhatsApp: answers the verification handshake.
    pub whatsapp_verify_token: String,
    /// WhatsApp: the bearer token for sending.
    pub whatsapp_access_token: String,
    /// WhatsApp: the Graph API, with its version, for example `https://graph.facebook.com/v26.0`.
    pub graph_url: String,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// A webhook that is not signed, or not by the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the webhook's signature is missing or wrong")]
pub struct Unsigned;

/// A body that is no webhook of the channel.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct Malformed {
    /// What is wrong with it.
    pub why: String,
    /// The field at fault, if it is one.
    pub field: Option<&'static str>,
}

/// A message that the channel has no form for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this channel has no form for {kind} messages")]
pub struct Unsendable {
    /// The kind of content.
    pub kind: &'static str,
}

/// Something that a webhook brought.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// The customer wrote.
    Message(Inbound),
    /// A message of ours got further, or failed.
    Receipt(Receipt),
    /// The customer is reached at another address from now on.
    Moved(Moved),
    /// Something that cannot be attributed to anybody; kept aside, and the rest goes on.
    Unusable {
        /// Why.
        why: String,
        /// What came, where somebody may want to look at it.
        payload: Option<String>,
    },
}

/// A change of a customer's addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The provider's id of our account; empty where it is not named.
    pub account: String,
    /// The provider's id of the notice, if it has one.
    pub key: Option<String>,
    /// Since when, by the provider's clock, if it says so.
    pub at: Option<Millis>,
    /// The addresses they gave up.
    pub from: Vec<String>,
    /// The addresses they have, the best first.
    pub to: Vec<String>,
}

/// A message from a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbound {
    /// The provider's id of our account; empty where it is not named.
    pub account: String,
    /// The customer's address, in the form of [`domain::Address`]: the one at which they are
    /// answered best, of those that were given.
    pub address: String,
    /// The customer's other addresses that were given.
    pub others: Vec<String>,
    /// Their name; may be empty.
    pub name: String,
    /// The provider's id of the message; the same message is taken in once.
    pub key: String,
    /// When it was sent, by the provider's clock, if it says so.
    pub sent_at: Option<Millis>,
    /// What it holds.
    pub content: Content,
    /// The provider's id of the message that it answers.
    pub reply_to: Option<String>,
    /// Whether it says something of another message instead of anything new.
    pub quiet: bool,
    /// Whether it was longer than what is kept of it.
    pub shortened: bool,
}

impl Inbound {
    /// Every address that was given, the best first.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        std::iter::once(&self.address).chain(&self.others).cloned().collect()
    }
}

/// A provider's report on a message of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The provider's id of our account; empty where it is not named.
    pub account: String,
    /// The customer's addresses that were given, the best first.
    pub addresses: Vec<String>,
    /// The mark that we had given to the message, if it came back.
    pub mark: Option<String>,
    /// The provider's id of the message.
    pub provider_id: String,
    /// How far it got.
    pub status: DeliveryStatus,
    /// Why it failed.
    pub reason: Option<String>,
}

/// A message to a customer.
#[derive(Debug, Clone, Copy)]
pub struct Outbound<'a> {
    /// The provider's id of our account.
    pub account: &'a str,
    /// The customer's address.
    pub address: &'a str,
    /// What to say.
    pub content: &'a Content,
    /// A mark that the provider returns with its receipts.
    pub mark: &'a str,
    /// Where the provider finds the message's file, if it has one that is kept here.
    pub link: Option<&'a str>,
}

/// A request to a provider, as data.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Where to; always a POST.
    pub url: String,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for Request {
    /// Without headers: they hold the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("url", &self.url).finish_non_exhaustive()
    }
}

/// What a provider's answer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It has the message, under this id.
    Sent {
        /// The provider's id of the message.
        provider_id: String,
    },
    /// Not now; try again.
    Later {
        /// What it said.
        reason: String,
    },
    /// Never.
    Refused {
        /// What it said, for agents.
        reason: String,
    },
}
