//! What the server sends to agents' clients.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::ContactProfile;
use crate::direct::{DirectMessage, Talk};
use crate::http::{Mention, MentionsSeen};
use crate::personal::{Draft, Preferences};
use crate::presence::PresenceChange;
use crate::settings::Settings;
use crate::view::{Agent, Conversation, Entry, Queue, Team};
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
        /// Your colleagues, you included. Where there are many, the others follow as `agents`.
        agents: Vec<Agent>,
        /// All teams.
        #[serde(default)]
        teams: Vec<Team>,
        /// The queues of your teams, with what waits in them. Where much waits, others follow as
        /// `queue`.
        queues: Vec<Queue>,
        /// Timeouts and lists of reasons.
        settings: Box<Settings>,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
        /// Your direct talks, newest first, at most 50; all of them with `GET /v1/direct`.
        #[serde(default)]
        direct: Vec<Talk>,
        /// How many remarks in which you are mentioned you have not looked at, counted up to 99.
        #[serde(default)]
        mentions: u32,
    },
    /// The answer to `ping`.
    Pong {
        /// The server's clock.
        now: Time,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
        /// Those of your direct talks in which something is unread or was written in the last ten
        /// minutes, newest first, at most 50.
        #[serde(default)]
        direct: Vec<Talk>,
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
    /// Colleagues whose presence, load or record has changed, you included; nobody else. At most
    /// one such frame a second.
    Agents {
        /// As they stand now.
        agents: Vec<Agent>,
    },
    /// What is configured has changed: fetch what you show of it again (`GET /v1/settings`).
    SettingsChanged {},
    /// New messages of a direct talk; none if only the read position has moved. If the first does
    /// not follow what the client holds, the client reads `GET /v1/direct/{agent}`.
    Direct {
        /// The colleague.
        with: String,
        /// The messages, oldest first.
        messages: Vec<DirectMessage>,
        /// How many of the colleague's messages come after your read position.
        unread: u64,
    },
    /// How far you have read: after `welcome` of the threads that you follow, and whenever another
    /// socket of yours says so. Of two positions of a thread or discussion the higher one is true.
    Reads {
        /// The newest entry that you have read of each thread.
        positions: BTreeMap<String, u64>,
        /// The newest entry that you have read of each discussion.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        discussions: BTreeMap<String, u64>,
    },
    /// Another socket of yours has changed a draft; without text, it is gone.
    Draft(Draft),
    /// You have changed your preferences on another screen.
    Preferences(Box<Preferences>),
    /// You are mentioned in a remark. Comes whether or not you follow the conversation; found later
    /// with `GET /v1/mentions`.
    Mentioned(Mention),
    /// You have looked at your mentions, here or on another screen.
    MentionsSeen(MentionsSeen),
    /// Somebody else has set your presence.
    PresenceSet(PresenceChange),
    /// You have marked a discussion done, here or on another screen.
    DiscussionDone {
        /// Which.
        discussion: String,
    },
    /// A customer's name or attributes have changed. Comes to those who follow one of their
    /// conversations.
    Contact {
        /// As it stands now.
        contact: ContactProfile,
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
        /// The conversation it was for. Absent for a direct message.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
        /// The colleague to whom a direct message was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<String>,
        /// The entry it wrote, or the number of the direct message. Unchanged for a repeated
        /// command. 0 if there was nothing to do.
        seq: u64,
    },
    /// A command or frame was refused. Nothing has changed.
    Refused(Refused),
}
