//! The customer's side of web chat: the same WebSocket API, another vocabulary.
//!
//! A visitor sees their own messages and ours, numbered densely for them alone. Nothing internal
//! has a form in these types.

use crate::{Content, Refused, Time};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A frame from a visitor's client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum VisitorFrame {
    /// The first frame on a socket. Answered by `chat`.
    Hello {
        /// The newest message number the client has.
        #[serde(default)]
        after: u64,
    },
    /// Every 60 seconds, and at once where a `chat` has `more`. Answered by `chat`.
    Ping {
        /// As in `hello`.
        #[serde(default)]
        after: u64,
    },
    /// The visitor is typing.
    Typing {},
    /// The visitor has seen the chat up to a message. Agents see it as read.
    Seen {
        /// The newest message's number.
        number: u64,
    },
    /// What the visitor does: `write`, `attach`, `choose` or `leave`.
    Messaging {
        /// Made by the client, 8 to 64 printable characters. A repeated one has no second effect;
        /// another command under the same id is refused with `id_reused`.
        #[schemars(length(min = 8, max = 64))]
        id: String,
        /// The newest message number that the client had when it first sent this. Optional; bounds
        /// the search for a repetition. Leave it as it is when you repeat.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<u64>,
        /// What to do.
        command: VisitorCommand,
    },
}

/// What a visitor can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum VisitorCommand {
    /// Write to the business.
    Write {
        /// The text, at most 4,096 characters.
        #[schemars(length(min = 1, max = limit::WEB_TEXT))]
        text: String,
        /// How the visitor can be reached when nobody is there: an e-mail address or a phone
        /// number. Agents see it on the contact, and the conversation is tagged `Left while away`
        /// if nobody is there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reach: Option<String>,
    },
    /// Send a file that was handed in (`POST /v1/visitors/uploads`).
    Attach {
        /// The upload's id.
        reference: String,
        /// Text beneath it, at most 1,024 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
    },
    /// Take one of the choices of a message. The first one taken counts; after that, or once
    /// another question is asked, it is refused with `survey_over`.
    Choose {
        /// The number of the message that offers them; that which `chat` names in `asks`.
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
        /// Where the chat stands.
        state: ChatState,
        /// The newest message number.
        position: u64,
        /// Your place in the queue, 1 being next, while you wait. Counted up to 100: that is the
        /// hundredth place or any behind it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<u32>,
        /// The number of the message whose choices can be taken now. Absent: none of them can.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<u64>,
        /// The messages after the client's position, oldest first, without gaps: as many as fit
        /// into one frame.
        messages: Vec<VisitorMessage>,
        /// Whether there are more after these. The client asks on with `ping`, and the number of
        /// the last of them as `after`.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        more: bool,
    },
    /// Your place in the queue has changed. Best effort, and for the first 50 places only: each
    /// `chat` tells it, too. Pass it over if the chat does not wait.
    Place {
        /// 1 is next.
        place: u32,
    },
    /// The business is typing; show it for 5 seconds.
    Typing {},
    /// A command was carried out, and is safe.
    Ack {
        /// The command's id.
        id: String,
    },
    /// A command or frame was refused. Nothing has changed.
    Refused(Refused),
}

/// Nobody can serve the visitor now: outside business hours, or because nobody of the team is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Away {
    /// When the business opens next, where it is closed by its hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
}

/// Where a chat stands, for the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChatState {
    /// Nothing was written yet.
    New,
    /// Waits for somebody.
    Waiting,
    /// Somebody is there.
    Open,
    /// Over; the next message begins a new one.
    Ended,
}

/// One message, as the visitor sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VisitorMessage {
    /// Its number, from 1, without gaps.
    pub number: u64,
    /// When it was written.
    pub at: Time,
    /// Who wrote it; `note` marks the end of a chat.
    pub from: VisitorSide,
    /// What. Absent for `note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The id of the visitor's own command, so that a client recognises its message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// What the visitor can choose from, by one press; `content` holds the question alone. They
    /// may also write the number of a choice, its words, or anything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Of the visitor's message: the value of the choice that it took, pressed or written, of those
    /// offered last before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<String>,
    /// Whether its text is shorter here than it was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shortened: bool,
}

/// One of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// What stands for it in `choose`.
    pub value: String,
    /// What the customer reads.
    pub label: String,
}

/// Who wrote a message, for the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitorSide {
    /// The visitor.
    You,
    /// The business.
    Us,
    /// Nobody: the chat ended here.
    Note,
}
