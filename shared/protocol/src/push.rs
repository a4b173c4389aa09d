//! What the server sends to agents' clients.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::settings::Settings;
use crate::view::{Agent, Conversation, Entry, Queue};
use crate::{Refused, Time};

/// A frame to an agent's client. Clients skip types they do not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Push {
    /// The answer to `hello`.
    Welcome {
        /// The version of this contract.
        version: u32,
        /// The server's clock.
        now: Time,
        /// Who you are.
        me: Agent,
        /// Your colleagues, you included.
        agents: Vec<Agent>,
        /// The queues of your teams, with what waits in them.
        queues: Vec<Queue>,
        /// Timeouts and lists of reasons.
        settings: Box<Settings>,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
    },
    /// The answer to `ping`.
    Pong {
        /// The server's clock.
        now: Time,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
    },
    /// A thread from scratch: replaces whatever the client has of it.
    Snapshot {
        /// The conversation as it stands.
        conversation: Conversation,
        /// The newest entries, oldest first.
        entries: Vec<Entry>,
        /// Whether there are earlier ones (`GET /v1/conversations/{conversation}/entries`).
        more: bool,
    },
    /// New entries of a thread. They follow each other without gaps; if the first does not follow
    /// the client's position, the client asks with `catch_up` and keeps these until then.
    Entries {
        /// The conversation as it stands after the last of them.
        conversation: Conversation,
        /// The entries, oldest first.
        entries: Vec<Entry>,
        /// Whether the thread still concerns you after this. If not, it was taken off your desk.
        following: bool,
    },
    /// What waits in a queue, whole. At most one such frame a second for each queue.
    Queue {
        /// The queue.
        queue: Queue,
    },
    /// Somebody is typing; show it for 5 seconds.
    Typing {
        /// Where.
        conversation: String,
        /// `customer` or `agent:<id>`.
        by: String,
    },
    /// A command was carried out, and is safe.
    Ack {
        /// The command's id.
        id: String,
        /// The conversation it was for.
        conversation: String,
        /// The entry it wrote. Unchanged for a repeated command. 0 if there was nothing to do.
        seq: u64,
    },
    /// A command or frame was refused. Nothing has changed.
    Refused(Refused),
}
