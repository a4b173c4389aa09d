//! Frames that the server sends to agents' clients.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::ContactProfile;
use crate::direct::{DirectMessage, Talk};
use crate::mention::{Mention, MentionsSeen};
use crate::message::draft::Draft;
use crate::preferences::Preferences;
use crate::presence::PresenceChange;
use crate::settings::Settings;
use crate::view::{Agent, Conversation, Entry, Queue, Team};
use crate::{Refused, Time};

/// A frame to an agent's client. Clients skip types that they do not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Push {
    /// The answer to `hello`.
    Welcome {
        /// The version of this contract.
        version: u32,
        /// The server's clock.
        now: Time,
        /// Your own record.
        me: Agent,
        /// Your colleagues and yourself. Where there are many, the others follow as `agents`.
        agents: Vec<Agent>,
        /// All teams.
        #[serde(default)]
        teams: Vec<Team>,
        /// The queues of your teams, with their waiting conversations. Where many wait, further
        /// queues follow as `queue`.
        queues: Vec<Queue>,
        /// The settings of the workspace.
        settings: Box<Settings>,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
        /// Your direct talks, newest first, at most 50; `GET /v1/direct` has all of them.
        #[serde(default)]
        direct: Vec<Talk>,
        /// How many mentions you have not looked at, counted up to 99.
        #[serde(default)]
        mentions: u32,
    },
    /// The answer to `ping`.
    Pong {
        /// The server's clock.
        now: Time,
        /// The threads that concern you. Drop any other.
        following: Vec<String>,
        /// Your direct talks with an unread message, or with a message of the last ten minutes,
        /// newest first, at most 50.
        #[serde(default)]
        direct: Vec<Talk>,
    },
    /// A thread from scratch: it replaces whatever the client has of the thread.
    Snapshot {
        /// The conversation as it stands.
        conversation: Conversation,
        /// The newest entries, oldest first.
        entries: Vec<Entry>,
        /// Whether there are earlier entries (`GET /v1/conversations/{conversation}/entries`).
        more: bool,
    },
    /// New entries of a thread, without gaps between them. If the first entry does not follow the
    /// client's position, the client asks with `catch_up` and keeps these entries until then.
    Entries {
        /// The conversation as it stands after the last of these entries.
        conversation: Conversation,
        /// The entries, oldest first.
        entries: Vec<Entry>,
        /// Whether the thread still concerns you after these entries. If not, it has left your
        /// workload.
        following: bool,
    },
    /// A queue with all its waiting conversations. The server sends at most one such frame a second
    /// for each queue.
    Queue {
        /// The queue as it stands.
        queue: Queue,
    },
    /// Colleagues whose presence, load or record has changed, you included; nobody else. The server
    /// sends at most one such frame a second.
    Agents {
        /// The agents as they stand now.
        agents: Vec<Agent>,
    },
    /// The configuration has changed: fetch again whatever you show of it (`GET /v1/settings`).
    SettingsChanged {},
    /// New messages of a direct talk; none if only the read position has moved. If the first
    /// message does not follow what the client holds, the client reads `GET /v1/direct/{agent}`.
    Direct {
        /// The colleague's id.
        with: String,
        /// The messages, oldest first.
        messages: Vec<DirectMessage>,
        /// How many of the colleague's messages come after your read position.
        unread: u64,
    },
    /// Your read positions: after `welcome` for the threads that you follow, and whenever another
    /// socket of yours reports a position. Of two positions of a thread or discussion the higher
    /// one is true.
    Reads {
        /// For each thread, the newest entry that you have read.
        positions: BTreeMap<String, u64>,
        /// For each discussion, the newest entry that you have read.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        discussions: BTreeMap<String, u64>,
    },
    /// Another socket of yours has changed a draft; without text, the draft is gone.
    Draft(Draft),
    /// You have changed your preferences on another screen.
    Preferences(Box<Preferences>),
    /// A colleague mentions you in a comment. The push comes whether or not you follow the
    /// conversation; `GET /v1/mentions` finds the mention later.
    Mentioned(Mention),
    /// You have looked at your mentions, here or on another screen.
    MentionsSeen(MentionsSeen),
    /// Somebody else has set your presence.
    PresenceSet(PresenceChange),
    /// You have marked a discussion done, here or on another screen.
    DiscussionDone {
        /// The discussion's id.
        discussion: String,
    },
    /// A customer's name or attributes have changed. The push goes to agents who follow one of the
    /// customer's conversations.
    Contact {
        /// The contact as it stands now.
        contact: ContactProfile,
    },
    /// Somebody is typing; show it for 5 seconds.
    Typing {
        /// The conversation in which somebody types.
        conversation: String,
        /// The writer: `customer` or `agent:<id>`.
        by: String,
    },
    /// The server has carried out a command and stored the result.
    Ack {
        /// The command's id.
        id: String,
        /// The conversation that the command was for; absent for a direct message.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
        /// The colleague who gets the direct message.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<String>,
        /// The entry that the command wrote, or the number of the direct message. A repeated
        /// command gets the same number; 0 means that there was nothing to do.
        seq: u64,
    },
    /// The server refused a command or frame. Nothing has changed.
    Refused(Refused),
}
