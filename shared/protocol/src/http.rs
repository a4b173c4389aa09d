//! Bodies of the HTTP API. Everything an agent can do over a socket, an integrator can do here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::view::{Agent, Conversation, EndCause, Entry, OfferKind, OfferStatus, Queue};
use crate::{Refused, Time};

/// Every answer with a status of 400 or more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// What was wrong.
    pub error: Refused,
}

/// `POST /v1/ws-ticket` and `POST /v1/visitors/ticket`: a ticket opens one socket, once, within
/// 30 seconds, as `wss://…?ticket=<ticket>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ticket {
    /// The ticket.
    pub ticket: String,
    /// When it lapses.
    pub expires: Time,
    /// The socket's address, without the ticket.
    pub url: String,
}

/// `POST /v1/commands` when the command was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// The command's id.
    pub id: String,
    /// The conversation it was for.
    pub conversation: String,
    /// The entry it wrote. Unchanged for a repeated command. 0 if there was nothing to do.
    pub seq: u64,
}

/// `GET /v1/agents`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agents {
    /// Everybody, with presence and load.
    pub agents: Vec<Agent>,
}

/// `GET /v1/queues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Queues {
    /// The queues of the caller's teams.
    pub queues: Vec<Queue>,
}

/// `GET /v1/conversations/{conversation}`: the conversation with its newest entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConversationWithEntries {
    /// As it stands.
    pub conversation: Conversation,
    /// The newest entries of the thread, oldest first, at most 50.
    pub entries: Vec<Entry>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entries {
    /// Entries of the thread, oldest first.
    pub entries: Vec<Entry>,
    /// Whether there are more in the direction asked for.
    pub more: bool,
}

/// `GET /v1/conversations?status=&queue=&owner=&cursor=`: newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversations {
    /// One card for each conversation.
    pub conversations: Vec<ConversationCard>,
    /// Give this as `cursor` for the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// A conversation in a list. Written a moment after the fact; the thread is the truth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConversationCard {
    /// `<thread>-<number>`.
    pub id: String,
    /// Where it stands.
    pub status: crate::view::Status,
    /// `whatsapp`, `web` …
    pub channel: String,
    /// The customer's name.
    pub name: String,
    /// The queue.
    pub queue: String,
    /// The owner.
    pub owner: Option<String>,
    /// When it began.
    pub opened_at: Time,
    /// When something last happened.
    pub updated_at: Time,
    /// The newest message, cut to 120 characters.
    pub summary: String,
}

/// `GET /v1/conversations/{conversation}/engagements` and `GET /v1/engagements?agent=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagements {
    /// The records, newest first.
    pub engagements: Vec<Engagement>,
}

/// The permanent record of one offer and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagement {
    /// The offer's id.
    pub id: String,
    /// The conversation.
    pub conversation: String,
    /// What was asked.
    pub kind: OfferKind,
    /// Who asked.
    pub from: String,
    /// Who was asked.
    pub to: String,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it stands.
    pub status: OfferStatus,
    /// When it was made.
    pub created_at: Time,
    /// When it would have lapsed.
    pub expires: Time,
    /// When it was accepted, rejected, withdrawn, rescinded or timed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// Why it was rejected or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When its discussion ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Time>,
    /// Who ended the discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<String>,
    /// How it came to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_cause: Option<EndCause>,
    /// Whether the question was answered, as the initiator said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<bool>,
    /// The initiator's closing note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome_note: Option<String>,
}

/// `GET /v1/settings` and `PUT /v1/settings` (admins only).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How long a discuss offer waits for an answer, in seconds: 5 to 86,400. Section
    /// Assign/Discuss.
    #[schemars(range(min = 5, max = 86_400))]
    pub discuss_timeout_seconds: u32,
    /// How long an assign offer waits for an answer, in seconds: 5 to 86,400.
    #[schemars(range(min = 5, max = 86_400))]
    pub assign_timeout_seconds: u32,
    /// How long the customer may be silent before a conversation is resolved, in seconds: 60 to
    /// 2,592,000.
    #[schemars(range(min = 60, max = 2_592_000))]
    pub auto_resolve_seconds: u32,
    /// What a colleague can choose from when rejecting.
    pub reject_reasons: Vec<String>,
    /// What can be chosen from when withdrawing.
    pub withdraw_reasons: Vec<String>,
    /// Goes up with every change; `PUT` must give the one it has read.
    pub version: u64,
}

/// `PUT /v1/me/presence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceBody {
    /// Which.
    pub presence: crate::view::PresenceChoice,
    /// Why not, for colleagues to see: at most 100 characters. Only with `away`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// `POST /v1/visitors`: begins a web chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewVisitor {
    /// The web-chat asset, as it stands in the widget's snippet.
    pub asset: String,
    /// The visitor's name, if they gave one; at most 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The answer: keep the token, it is the visitor's identity on this asset for 30 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Visitor {
    /// Sent as bearer token to `POST /v1/visitors/ticket`, which also answers with a fresh one.
    pub token: String,
    /// When it lapses.
    pub expires: Time,
}

/// `POST /v1/visitors/ticket`: opens one socket, and renews the token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitorTicket {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: Ticket,
    /// The renewed token; replaces the one that was sent.
    pub visitor: Visitor,
}
