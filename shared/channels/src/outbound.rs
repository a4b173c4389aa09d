//! Messages to customers, and requests, as data.

use std::fmt;

use domain::{Content, Millis};

use crate::email;

/// A message to a customer.
#[derive(Debug, Clone, Copy)]
pub struct Outbound<'a> {
    /// The provider's id of the business's account.
    pub account: &'a str,
    /// The customer's address.
    pub address: &'a str,
    /// The content of the message.
    pub content: &'a Content,
    /// The provider's id of the earlier message that this one answers.
    pub reply_to: Option<&'a str>,
    /// A mark that the provider returns with its receipts.
    pub mark: &'a str,
    /// The link by which the provider fetches the message's file, if the engine keeps one.
    pub link: Option<&'a str>,
    /// The provider's id of the message's file, on channels that take uploaded files only.
    pub upload: Option<&'a str>,
    /// The moment of this try.
    pub now: Millis,
    /// Whether the channel's window is over and a person answers within the longer one
    /// ([`domain::Capabilities::late_window`]): the channel then marks the message as such.
    pub late: bool,
    /// The rest of a mail, on channels whose messages are mails.
    pub mail: Option<Mail<'a>>,
}

/// The parts of a mail beside its content and its addresses.
#[derive(Debug, Clone, Copy)]
pub struct Mail<'a> {
    /// The mail's id; the same message has the same one at every try.
    pub id: &'a str,
    /// The address for answers.
    pub reply_to: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The id of the mail that this one answers.
    pub in_reply_to: Option<&'a str>,
    /// The ids of the mails before this one, the oldest first.
    pub references: &'a [String],
    /// The name that the customer sees beside the account's address; may be empty.
    pub sender: &'a str,
    /// The text below the message; empty: none.
    pub signature: &'a str,
    /// The moment at which the message was written.
    pub date: Millis,
    /// The files.
    pub files: &'a [email::write::File<'a>],
    /// Whether a program wrote the message.
    pub automatic: bool,
    /// The installation's name, by which it recognises its own mails.
    pub installation: &'a str,
}

/// An errand that a webhook asks for: its message lies elsewhere, or its provider waits for a
/// visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// The provider asks whether the address wants its webhooks: a visit of the URL says yes.
    Confirm(String),
    /// A mail came in.
    Mail(Box<email::ses::Received>),
}

/// A request to a provider, as data.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// The headers, by name.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for Request {
    /// The output leaves out the headers, because they hold the token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("url", &self.url).finish_non_exhaustive()
    }
}
