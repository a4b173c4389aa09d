//! Conversations: one conversation with its entries, and lists of conversations.

use crate::Time;
use crate::view::{Conversation, Entry, Party, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/conversations/{conversation}`: the conversation with its newest entries.
/// An earlier conversation of a thread appears as it stood at its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConversationWithEntries {
    /// The conversation as it stands.
    pub conversation: Conversation,
    /// The newest entries of the thread, oldest first, at most 50.
    pub entries: Vec<Entry>,
    /// Whether there are earlier entries.
    pub more: bool,
    /// The newest conversation of the thread, where that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<String>,
}

/// The answer to `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entries {
    /// Entries of the thread, oldest first.
    pub entries: Vec<Entry>,
    /// Whether there are more entries in the direction that the request asked for.
    pub more: bool,
}

/// The answer to
/// `GET /v1/conversations?status=&queue=&owner=&channel=&tag=&label=&from=&to=&q=&cursor=`: newest
/// first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversations {
    /// One summary for each conversation.
    pub conversations: Vec<ConversationCard>,
    /// Give this as `cursor` for the next page; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The summary of a conversation in a list. The server updates it a moment after the fact; the
/// thread is the truth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConversationCard {
    /// The conversation's id: `<thread>-<number>`.
    pub id: String,
    /// The conversation's id in a form that people can read out.
    pub reference: String,
    /// The name that agents gave the conversation.
    pub alias: Option<String>,
    /// The conversation's tags: words that say what it is about.
    pub tags: Vec<String>,
    /// The conversation's labels: where the work on it stands.
    pub labels: Vec<String>,
    /// The conversation's state.
    pub status: Status,
    /// The channel: `whatsapp`, `web` …
    pub channel: String,
    /// The customer's id.
    pub contact: String,
    /// The customer's name.
    pub name: String,
    /// The customer's addresses on the channel: phone numbers as their digits, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The queue's id.
    pub queue: String,
    /// The owner's id.
    pub owner: Option<String>,
    /// The priority: 0 to 9. The engine serves higher ones first.
    pub priority: u8,
    /// The side whose turn it is, or was at the end.
    pub waiting_on: Party,
    /// The moment since when it is the turn of `waiting_on`.
    pub waiting_since: Time,
    /// The moment at which the conversation began.
    pub opened_at: Time,
    /// The moment at which something last happened.
    pub updated_at: Time,
    /// The newest message, cut to 120 characters.
    pub summary: String,
    /// The agent who wrote the newest message; absent if the customer did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary_by: Option<String>,
}
