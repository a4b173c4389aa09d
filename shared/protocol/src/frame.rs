//! Frames that clients send.
//!
//! Every frame is one JSON object with an `action`. Four actions carry commands and differ only in
//! the function that serves them; the rest keep the connection in step. A frame may hold at most 32
//! KB: the gateway closes the socket (1009) on a larger one.

pub use crate::command::Command;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::message::draft::DraftMode;
use crate::view::PresenceChoice;
use domain::limit;

/// A command, in a frame and in the body of `POST /v1/commands`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CommandFrame {
    /// The command's id, made by the client: 8 to 64 printable characters, best a UUIDv7. A
    /// repeated command gets the first answer and has no second effect; the server refuses another
    /// command under an id of yours with `id_reused`.
    #[schemars(length(min = 8, max = 64))]
    pub id: String,
    /// The conversation that the command is for.
    #[schemars(regex(pattern = r"^[0-9a-hjkmnp-tv-z]{16}-[1-9][0-9]*$"))]
    pub conversation: String,
    /// The newest entry of the thread that the client knew when it first gave the command.
    /// Optional: the server answers with one read less, and finds a repetition however late it
    /// comes. Without it, the server finds a repetition for 7 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<u64>,
    /// The command itself.
    pub command: Command,
}

/// A frame from an agent's client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Frame {
    /// The client's first frame on a socket. The server answers with `welcome`, then with the
    /// entries that the client has missed.
    Hello {
        /// For each thread that the client holds, the newest entry that it has.
        #[serde(default)]
        positions: BTreeMap<String, u64>,
    },
    /// The client's frame of every 60 seconds. The server answers with `pong`, then with the
    /// entries that the client has missed.
    Ping {
        /// For each thread that the client holds, the newest entry that it has.
        #[serde(default)]
        positions: BTreeMap<String, u64>,
    },
    /// The client saw a gap and asks for the entries after a position. The server answers with
    /// `entries` or `snapshot`.
    CatchUp {
        /// The thread's id.
        thread: String,
        /// The newest entry that the client has; 0 for a fresh snapshot.
        after: u64,
    },
    /// The agent is typing to the customer. The customer sees it for 5 seconds; the server keeps
    /// nothing.
    Typing {
        /// The conversation in which the agent types.
        conversation: String,
    },
    /// The agent takes work, or does not.
    Presence {
        /// The agent's new presence.
        presence: PresenceChoice,
        /// The reason why the agent takes no work, for colleagues to see: at most 100 characters.
        /// Only with `away`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The agent writes to a colleague, outside any conversation. The server answers with `ack` or
    /// `refused`; every socket of both agents gets the message as `direct`.
    Direct {
        /// The message's id, made by the client: 8 to 64 printable characters, best a UUIDv7. For 7
        /// days a repeated id gets the first answer and has no second effect.
        #[schemars(length(min = 8, max = 64))]
        id: String,
        /// The colleague's id. The colleague may be offline.
        to: String,
        /// The text, 1 to 4,000 characters.
        #[schemars(length(min = 1, max = limit::COMMENT))]
        text: String,
        /// A conversation that the message is about and that the agent may read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
    },
    /// The agent has read a direct talk up to a message. The agent's own sockets get `direct`
    /// without messages.
    DirectRead {
        /// The colleague's id.
        with: String,
        /// The number of the newest message that the agent has read. A lower number than before
        /// changes nothing.
        seq: u64,
    },
    /// The agent has read a thread, or a discussion in it, up to an entry. The agent's other
    /// sockets get `reads`.
    Read {
        /// The conversation that the agent reads.
        conversation: String,
        /// The discussion that the agent has read; the position in the thread then stays as it was.
        /// Left out: the agent has read the thread beside its discussions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The newest entry that the agent has read. A lower one than before changes nothing; one
        /// ahead of the log counts as its newest entry.
        seq: u64,
    },
    /// The text in one of the agent's composers. The agent's other sockets get `draft`, and the
    /// server keeps the draft for 30 days.
    Draft {
        /// The conversation in which the agent writes.
        conversation: String,
        /// The composer in which the agent writes.
        mode: DraftMode,
        /// The discussion in which the agent writes; only with the mode `discussion`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The whole text, at most 8,000 characters. An empty text removes the draft.
        #[schemars(length(max = limit::DRAFT))]
        text: String,
    },
    /// Commands on messages: `send`, `comment`, `retry`, `send_survey`, `trigger`.
    Messaging(CommandFrame),
    /// Commands on the assignment of conversations: `accept`, `resolve`, `undo`, `done`,
    /// `prioritise`, `require`, `tag`, `label`, `name`, `assign`, `accept_offer`, `reject_offer`,
    /// `withdraw_offer`.
    Assignment(CommandFrame),
    /// The command `transfer`.
    Transfer(CommandFrame),
    /// Commands on working together: `discuss`, `say`, `end_discussion`, `leave_discussion`,
    /// `finish_discussion`, `release_expert`, `promote`, `confer`, `leave_conference`,
    /// `remove_guest`, `monitor`, `stop_monitoring`, `coach`.
    Discuss(CommandFrame),
}

/// The actions that carry commands; each is a route of the WebSocket API and a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Messages and comments.
    Messaging,
    /// The assignment of conversations, and their end.
    Assignment,
    /// Transfers.
    Transfer,
    /// Discussions, conferences and monitoring.
    Discuss,
}

impl Action {
    /// The action's word in `action`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Messaging => "messaging",
            Self::Assignment => "assignment",
            Self::Transfer => "transfer",
            Self::Discuss => "discuss",
        }
    }
}
