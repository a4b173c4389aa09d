//! The customer's side of web chat: the same WebSocket API, with other frames.
//!
//! A visitor sees their own messages and the business's; the server numbers them densely for this
//! visitor alone. These types have no room for anything internal.

use crate::session::Ticket;
use crate::{Content, Refused, Time};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A frame from a visitor's client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum VisitorFrame {
    /// The client's first frame on a socket. The server answers with `chat`.
    Hello {
        /// The newest message number that the client has.
        #[serde(default)]
        after: u64,
    },
    /// The client's frame of every 60 seconds, sent at once where a `chat` has `more`. The server
    /// answers with `chat`.
    Ping {
        /// The newest message number that the client has.
        #[serde(default)]
        after: u64,
    },
    /// The visitor is typing.
    Typing {},
    /// The visitor has seen the chat up to a message. Agents see these messages as read.
    Seen {
        /// The newest message's number.
        number: u64,
    },
    /// A command of the visitor: `write`, `attach`, `react`, `choose` or `leave`.
    Messaging {
        /// The command's id, made by the client: 8 to 64 printable characters. A repeated command
        /// has no second effect; the server refuses another command under the same id with
        /// `id_reused`.
        #[schemars(length(min = 8, max = 64))]
        id: String,
        /// The newest message number that the client had when it first sent this command. Optional:
        /// it bounds the search for a repetition. Leave it as it is when you repeat.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<u64>,
        /// The command itself.
        command: VisitorCommand,
    },
}

/// A command of a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum VisitorCommand {
    /// Write to the business.
    Write {
        /// The text, at most 4,096 characters.
        #[schemars(length(min = 1, max = limit::WEB_TEXT))]
        text: String,
        /// An e-mail address or a phone number at which the business can reach the visitor when
        /// nobody is there. Agents see it on the contact, and the engine tags the conversation
        /// `Left while away` if nobody is there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reach: Option<String>,
        /// The number of the earlier message that this one answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<u64>,
    },
    /// Put an emoji on an earlier message.
    React {
        /// The number of the earlier message.
        message: u64,
        /// The emoji; absent: the earlier one is taken away.
        #[schemars(length(max = limit::EMOJI))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emoji: Option<String>,
    },
    /// Send a file that the visitor has uploaded (`POST /v1/visitors/uploads`).
    Attach {
        /// The upload's id.
        reference: String,
        /// The text beneath the file, at most 1,024 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
    },
    /// Take one of the choices of a message. The first choice counts; after it, or once the
    /// business has asked another question, the server refuses the command with `survey_over`.
    Choose {
        /// The number of the message that offers the choices; `chat` names it in `asks`.
        message: u64,
        /// The choice's value.
        value: String,
    },
    /// Leave the chat.
    Leave {},
}

/// A frame to a visitor's client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum VisitorPush {
    /// The chat as it stands, with the messages that the client does not have yet.
    Chat {
        /// The server's clock.
        now: Time,
        /// The chat's state.
        state: ChatState,
        /// The newest message number.
        position: u64,
        /// Your place in the queue while you wait, 1 being next. The server counts up to 100: that
        /// is the hundredth place or any behind it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<u32>,
        /// The number of the message whose choices you can take now; absent: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<u64>,
        /// The messages after the client's position, oldest first, without gaps: as many as fit
        /// into one frame.
        messages: Vec<VisitorMessage>,
        /// Whether there are more messages after these. The client then sends `ping`, with the
        /// number of the last of these messages as `after`.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        more: bool,
    },
    /// Your place in the queue has changed. The server sends this push for the first 50 places
    /// only, and it may get lost: each `chat` tells the place, too. Pass it over if the chat does
    /// not wait.
    Place {
        /// The place: 1 is next.
        place: u32,
    },
    /// The business is typing; show it for 5 seconds.
    Typing {
        /// The first name of the agent who types.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
    },
    /// The server has carried out a command and stored the result.
    Ack {
        /// The command's id.
        id: String,
    },
    /// The server refused a command or frame. Nothing has changed.
    Refused(Refused),
}

/// Nobody can serve the visitor now: the business is closed, or no agent of the team is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Away {
    /// The moment at which the business opens next, where it is closed by its hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
}

/// The state of a chat, for the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChatState {
    /// The visitor has not written yet.
    New,
    /// The chat waits for an agent.
    Waiting,
    /// An agent has the chat.
    Open,
    /// The chat is over; the next message begins a new one.
    Ended,
}

/// One message, as the visitor sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VisitorMessage {
    /// The message's number, from 1, without gaps.
    pub number: u64,
    /// The moment at which the message was written.
    pub at: Time,
    /// The side that wrote the message; `note` marks the end of a chat.
    pub from: VisitorSide,
    /// The first name of the agent who wrote the message; absent where no agent did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The content; absent for `note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The earlier message that this one answers, or on which its emoji sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<VisitorQuote>,
    /// The id of the visitor's own command, by which a client recognises its message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// The answers that the visitor can choose from, by one press; `content` holds the question
    /// alone. The visitor may also write the number of a choice, its words, or anything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// In a visitor's message: the value of the choice that the visitor took, pressed or written,
    /// among the last choices before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<String>,
    /// Whether the message's text is shorter than the sender's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shortened: bool,
}

/// An earlier message, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitorQuote {
    /// The earlier message's number; absent: the server does not know the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// The side that wrote the earlier message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<VisitorSide>,
    /// One line of the earlier message.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// One of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// The value that `choose` gives for this answer.
    pub value: String,
    /// The text that the customer reads.
    pub label: String,
}

/// The side that wrote a message, for the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitorSide {
    /// The visitor.
    You,
    /// The business.
    Us,
    /// Neither side: the chat ended here.
    Note,
}

/// The body of `POST /v1/visitors`: begins a web chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewVisitor {
    /// The web-chat asset, as it stands in the widget's snippet.
    pub asset: String,
    /// The visitor's name, if the visitor gave one; at most 40 characters.
    #[schemars(length(max = limit::NAME))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The e-mail address at which the business can write to the visitor afterwards, if the visitor
    /// gave one; at most 200 characters. Agents see it as the contact's `email`. A visitor can
    /// claim any address: it proves nothing.
    #[schemars(length(max = limit::EMAIL))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The shop's word on who the visitor is, signed by its own server: a JSON web token (HS256) under the
    /// channel's identity secret, with `sub` (the shop's id of the customer, at most 100 characters)
    /// and `exp`, and, if known, `name` and `email`. The same `sub` gets the same chat on every
    /// device. The token's name and address take the place of those beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
}

/// The answer to `POST /v1/visitors`. Keep the token: it is the visitor's identity on this asset
/// for 30 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Visitor {
    /// The bearer token for `POST /v1/visitors/ticket`, which also answers with a fresh one.
    pub token: String,
    /// The moment at which the token lapses.
    pub expires: Time,
}

/// The answer to `POST /v1/visitors/ticket`: a ticket that opens one socket, and a renewed token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitorTicket {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: Ticket,
    /// The renewed token; it replaces the one that the client sent.
    pub visitor: Visitor,
    /// The kinds of files that the chat carries.
    #[serde(default)]
    pub files: Vec<crate::file::FileRule>,
    /// Present if nobody can serve the visitor now: the visitor may leave a message (`write` with
    /// `reach`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away: Option<crate::visitor::Away>,
}
