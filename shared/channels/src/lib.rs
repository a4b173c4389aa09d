//! Channels (F104): each is a small contract over data, without I/O.
//!
//! * verify: checks that a webhook really comes from the provider, over the raw bytes (and the URL,
//!   where the provider signs it), before parsing.
//! * parse: reads what a webhook brought. One bad item never holds up its neighbours.
//! * render: makes the request that sends a message.
//! * read: reads the provider's answer.
//! * file, found: make the requests that get a customer's file, with credentials where the provider
//!   wants them.
//! * signal: makes the request for what is no message: seen, typing.
//! * fields, probes, judge: the fields that an admin enters for an account, and its check.
//! * capabilities: lists what the channel can carry, as data.

mod arrival;
pub mod email;
mod encode;
mod fault;
mod fetch;
mod json;
mod mac;
pub mod messenger;
mod outbound;
mod setup;
pub mod sms;
mod trim;
pub mod web;
mod webhook;
pub mod whatsapp;
pub mod x;

use domain::{Capabilities, Content, DeliveryStatus, Millis};

pub use arrival::{Consent, Echo, News, Watermark, Wish};
pub use fault::Fault;
pub use fetch::{Fetch, Found};
pub use outbound::{Errand, Mail, Outbound, Request};
pub use setup::{Field, Finding, Probe, Secrets, State};
pub use webhook::{Lookup, Reply, Webhook};

/// A channel's contract.
pub trait Channel: Sync {
    /// The channel's name, as an asset's record and the protocol carry it.
    fn name(&self) -> &'static str;

    /// The content that the channel can carry.
    fn capabilities(&self) -> Capabilities;

    /// Whether a webhook carries a signature at all.
    fn is_signed(&self, header: &dyn Fn(&str) -> Option<String>) -> bool;

    /// The URL of the certificate by which [`Channel::verify`] checks the webhook: the caller gets
    /// it and hands it back in [`Webhook::certificate`]. `None`: the check needs none, or the
    /// webhook names one that nobody may get.
    fn certificate(&self, _: &Secrets, _: &Webhook<'_>) -> Option<String> {
        None
    }

    /// Checks that a webhook really comes from the provider.
    ///
    /// # Errors
    /// [`Unsigned`] if it does not: the caller must not parse or store anything then.
    fn verify(&self, secrets: &Secrets, webhook: &Webhook<'_>) -> Result<(), Unsigned>;

    /// The answer to the provider's own check that the webhook belongs to the business.
    fn challenge(&self, secrets: &Secrets, query: &dyn Fn(&str) -> Option<String>)
    -> Option<Reply>;

    /// The answer to a webhook that is stored. Some providers read the body and act on it: a
    /// channel then has an answer of its own.
    fn accepted(&self) -> Reply {
        Reply::text("EVENT_RECEIVED")
    }

    /// The arrivals that a webhook brought, in its order. The same webhook always brings the same
    /// arrivals with the same keys.
    ///
    /// # Errors
    /// [`Malformed`] if the body is no webhook of this channel at all.
    fn parse(&self, webhook: &Webhook<'_>) -> Result<Vec<Arrival>, Malformed>;

    /// The errands that a verified webhook asks for, beside what [`Channel::parse`] reads of it.
    ///
    /// # Errors
    /// [`Malformed`] if the body is no webhook of this channel at all.
    fn errands(&self, _: &Secrets, _: &Webhook<'_>) -> Result<Vec<Errand>, Malformed> {
        Ok(Vec::new())
    }

    /// Whether messages go out as mails: with a subject, an id and the mails before them, in a
    /// request that the caller signs with keys of AWS.
    fn is_mail(&self) -> bool {
        false
    }

    /// The request that hands a message to the provider.
    ///
    /// # Errors
    /// [`Unsendable`] if the channel has no form for the message.
    fn render(&self, secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable>;

    /// The fields that an admin enters for an account.
    fn fields(&self) -> &'static [Field];

    /// The value by which the provider signs webhooks; empty: nobody entered one.
    fn signs_by<'a>(&self, secrets: &'a Secrets) -> &'a str;

    /// The findings of a check that need no question to the provider.
    fn entered(&self, secrets: &Secrets) -> Vec<Finding>;

    /// The questions by which a check asks the provider about an account. `now`: some providers
    /// want each request signed with its time.
    fn probes(&self, secrets: &Secrets, account: &str, now: Millis) -> Vec<Probe>;

    /// The meaning of the answer to a question.
    fn judge(&self, about: &'static str, status: u16, body: &[u8], now: Millis) -> Vec<Finding>;

    /// The content of a test message; `None`: an admin tests the channel in another way.
    fn test_content(&self, text: Option<&str>) -> Option<Content>;

    /// Reads the provider's answer.
    fn read(&self, status: u16, body: &[u8]) -> Answer;

    /// The way to a customer's file, by the reference in the file's message; `None`: the channel gets
    /// none this way, or the reference is no address over HTTPS.
    ///
    /// The reference comes from outside, so that credentials go to the provider's own hosts only.
    /// A redirect leaves them behind.
    fn file(&self, _: &Secrets, _reference: &str, _now: Millis) -> Option<Fetch> {
        None
    }

    /// Reads the answer to a file's [`Fetch::Lookup`].
    fn found(&self, _: &Secrets, status: u16, _body: &[u8]) -> Found {
        Found::Later { reason: format!("the look-up was answered with {status}") }
    }

    /// The request that tells the customer of something that is no message; `None`: the channel
    /// has no form for it. Nobody waits for its success.
    fn signal(&self, _: &Secrets, _account: &str, _address: &str, _: Signal) -> Option<Request> {
        None
    }
}

/// Every channel.
pub const CHANNELS: [&dyn Channel; 7] = [
    &whatsapp::WhatsApp,
    &messenger::MESSENGER,
    &messenger::INSTAGRAM,
    &sms::Sms,
    &x::X,
    &email::Email,
    &web::Web,
];

/// The notices that a customer may get beside messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The business has read the customer's messages.
    Seen,
    /// Somebody is writing.
    Typing,
}

/// The channel of this name.
#[must_use]
pub fn channel(name: &str) -> Option<&'static dyn Channel> {
    CHANNELS.into_iter().find(|channel| channel.name() == name)
}

/// Reports whether customers of the channel sit in a chat of ours and wait: visitors, with sockets
/// and tickets. The channel's capabilities say so.
#[must_use]
pub fn is_chat(name: &str) -> bool {
    channel(name).is_some_and(|channel| channel.capabilities().live)
}

/// A webhook without a signature, or with one that is not the provider's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the webhook's signature is missing or wrong")]
pub struct Unsigned;

/// A body that is no webhook of the channel.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct Malformed {
    /// The fault, in words.
    pub why: String,
    /// The field at fault, if there is one.
    pub field: Option<&'static str>,
}

/// A message that the channel has no form for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this channel has no form for {kind} messages")]
pub struct Unsendable {
    /// The kind of content.
    pub kind: &'static str,
}

/// One item of a webhook.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// The customer wrote.
    Message(Inbound),
    /// A message to the customer reached its next state, or failed.
    Receipt(Receipt),
    /// Every message to the customer up to a moment reached its next state.
    Watermark(Watermark),
    /// The business wrote to the customer elsewhere.
    Echo(Echo),
    /// The customer allowed or forbade messages, or asked for help with them, by a word that the
    /// law or the provider knows. The message with the word arrives beside it.
    Consent(Consent),
    /// The customer has another address from now on.
    Moved(Moved),
    /// The provider reports on the account itself.
    News(News),
    /// An item that belongs to no customer; the engine sets it aside and goes on with the rest.
    Unusable {
        /// The reason.
        why: String,
        /// The item itself, if a person may want to look at it.
        payload: Option<String>,
    },
}

/// A change of a customer's addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The provider's id of the notice, if it has one.
    pub key: Option<String>,
    /// The moment of the change, by the provider's clock, if the webhook says it.
    pub at: Option<Millis>,
    /// The addresses that the customer gave up.
    pub from: Vec<String>,
    /// The addresses that the customer has now, the best first.
    pub to: Vec<String>,
}

/// A message from a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbound {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The customer's address, in the form of [`domain::Address`]: of those that the webhook names,
    /// the best for answers.
    pub address: String,
    /// The customer's other addresses that the webhook names.
    pub others: Vec<String>,
    /// The customer's name; may be empty.
    pub name: String,
    /// The provider's id of the message; a thread takes in the same message once.
    pub key: String,
    /// The moment of sending, by the provider's clock, if the webhook says it.
    pub sent_at: Option<Millis>,
    /// The content of the message.
    pub content: Content,
    /// The provider's id of the message that this one answers.
    pub reply_to: Option<String>,
    /// The facts that the channel told beside the message.
    pub beside: domain::intake::Beside,
    /// Whether the message is about another message and brings nothing new.
    pub quiet: bool,
    /// Whether the message was longer than the part that the engine keeps.
    pub shortened: bool,
}

impl Inbound {
    /// Every address of the customer that the webhook names, the best first.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        std::iter::once(&self.address).chain(&self.others).cloned().collect()
    }
}

/// A provider's report on a message to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The provider's id of the business's account; empty if the webhook does not name it.
    pub account: String,
    /// The customer's addresses that the webhook names, the best first.
    pub addresses: Vec<String>,
    /// The mark that the engine gave to the message, if it came back.
    pub mark: Option<String>,
    /// The provider's id of the message.
    pub provider_id: String,
    /// The state that the message reached.
    pub status: DeliveryStatus,
    /// The reason of a failure.
    pub reason: Option<String>,
}

/// The meaning of a provider's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The provider has the message, under this id.
    Sent {
        /// The provider's id of the message.
        provider_id: String,
    },
    /// The provider does not take the message now; a later try may succeed.
    Later {
        /// The provider's reason.
        reason: String,
    },
    /// The provider never takes the message.
    Refused {
        /// The provider's reason, for agents.
        reason: String,
    },
}

#[cfg(test)]
#[path = "contract_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "table_tests.rs"]
mod table;
