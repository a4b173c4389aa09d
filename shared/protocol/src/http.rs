//! Bodies of the HTTP API. Everything an agent can do over a socket, an integrator can do here.

use crate::settings::Given;
use crate::view::{
    Agent, Conversation, EndCause, Entry, Load, OfferKind, OfferStatus, Party, Promotion, Queue,
    Status, Target,
};
use crate::{Refused, Time};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Asked with an `act`: whom it could be asked of or handed to, and why not others. Colleagues
    /// first, then teams, skills and queues; never the caller.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Candidate>,
}

/// Something that is asked of a colleague or group, or done by handing over to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetAct {
    /// Ask for a private talk: `discuss`.
    Discuss,
    /// Ask to take over: `assign`, and `transfer` by an offer.
    Assign,
    /// Ask to speak with the customer, too: `confer`.
    Confer,
    /// Hand on at once: `transfer`.
    Transfer,
}

/// Whether one could be the target of an act, as the rules have it at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Candidate {
    /// Whom the command would name.
    pub to: Target,
    /// What people call them.
    pub name: String,
    /// For how many of the conversations asked about it would be carried out.
    pub allowed: u32,
    /// Why not, where it would be refused for all of them; the first one's refusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
    /// The running discussion of the caller with them that becomes a transfer or a conference by
    /// `promote`, without asking again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promotes: Option<String>,
}

/// `GET /v1/queues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Queues {
    /// The queues of the caller's teams.
    pub queues: Vec<Queue>,
}

/// `GET /v1/conversations/{conversation}`: the conversation with its newest entries; of an earlier
/// one of its thread as it stood at its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConversationWithEntries {
    /// As it stands.
    pub conversation: Conversation,
    /// The newest entries of the thread, oldest first, at most 50.
    pub entries: Vec<Entry>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// The newest conversation of the thread, where that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<String>,
}

/// `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entries {
    /// Entries of the thread, oldest first.
    pub entries: Vec<Entry>,
    /// Whether there are more in the direction asked for.
    pub more: bool,
}

/// `GET /v1/conversations?status=&queue=&owner=&channel=&tag=&label=&from=&to=&q=&cursor=`: newest
/// first.
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
    /// The id as people can read it out.
    pub reference: String,
    /// What agents call it.
    pub alias: Option<String>,
    /// What it is about.
    pub tags: Vec<String>,
    /// Where it stands in the work on it.
    pub labels: Vec<String>,
    /// Where it stands.
    pub status: Status,
    /// `whatsapp`, `web` …
    pub channel: String,
    /// The customer's id.
    pub contact: String,
    /// The customer's name.
    pub name: String,
    /// By what they are known on the channel: phone numbers as their digits, ids, user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The queue.
    pub queue: String,
    /// The owner.
    pub owner: Option<String>,
    /// Higher is served first.
    pub priority: u8,
    /// Whose turn it is, or was at the end.
    pub waiting_on: Party,
    /// Since when.
    pub waiting_since: Time,
    /// When it began.
    pub opened_at: Time,
    /// When something last happened.
    pub updated_at: Time,
    /// The newest message, cut to 120 characters.
    pub summary: String,
}

/// `GET /v1/mentions?cursor=`: newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mentions {
    /// The caller's own.
    pub mentions: Vec<Mention>,
    /// Give this as `cursor` for the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Up to when you have looked at them; 0 before you ever did. What is newer was missed.
    pub seen_at: Time,
    /// How many are newer than that, counted up to 99.
    pub unseen: u32,
}

/// `PUT /v1/mentions/seen`: you have looked at your mentions up to then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SeeMentions {
    /// The moment of the newest that you have looked at. It only moves forward; what is still to
    /// come counts as now.
    pub at: Time,
}

/// Up to when you have looked at your mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MentionsSeen {
    /// Up to when.
    pub at: Time,
    /// How many are newer than that, counted up to 99.
    pub unseen: u32,
}

/// A remark in which you are mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The conversation.
    pub conversation: String,
    /// The entry that holds the remark.
    pub seq: u64,
    /// When it was written.
    pub at: Time,
    /// By whom.
    pub by: String,
    /// What, cut to 400 bytes.
    pub text: String,
}

/// `GET /v1/conversations/{conversation}/engagements` and
/// `GET /v1/engagements?agent=|from=&to=&cursor=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagements {
    /// The records, newest first.
    pub engagements: Vec<Engagement>,
    /// Give this as `cursor` for the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The permanent record of one offer and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagement {
    /// The offer's id.
    pub id: String,
    /// The conversation.
    pub conversation: String,
    /// The customer's name when it was made; absent in records from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The queue in which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<String>,
    /// What was asked.
    pub kind: OfferKind,
    /// Who asked.
    pub from: String,
    /// Whom was asked, as it was put.
    pub target: Target,
    /// Whether a group was asked all at once.
    pub all: bool,
    /// Who can answer now, or could at the end.
    pub to: Vec<String>,
    /// Who was asked in vain, in order, and what became of it.
    pub tried: Vec<Tried>,
    /// The discussion that the colleague was to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it stands.
    pub status: OfferStatus,
    /// Goes up with every step.
    pub version: u64,
    /// When it was made.
    pub created_at: Time,
    /// When those in `to` were asked.
    pub offered_at: Time,
    /// Until when they can, or could, accept.
    pub expires: Time,
    /// Until when somebody can, or could.
    pub deadline: Time,
    /// When it was accepted, rejected, withdrawn, rescinded or timed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// Who accepted, rejected or withdrew it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// What they had on their desk then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
    /// From when it was made until it was decided, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_ms: Option<i64>,
    /// Why it was rejected or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code: derived from it where it is one of the list's, else `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// When its discussion, or the part in the conference, ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Time>,
    /// From when it was accepted until that end, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk_ms: Option<i64>,
    /// How many lines were said in the discussion by its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<u32>,
    /// What it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted_to: Option<Promotion>,
    /// Who ended it.
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
    /// Who has still to mark the discussion done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<String>,
}

/// What became of one of those who were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tried {
    /// Who.
    pub agent: String,
    /// When it was over for them.
    pub at: Time,
    /// How: `rejected`, `timed_out`, `withdrawn`, or `rescinded` where somebody else was faster.
    pub status: OfferStatus,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// What they had on their desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

/// `POST /v1/transfers`: hand several conversations on, each by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkTransfer {
    /// Made by the client, 8 to 40 printable characters. Repeated, it has no second effect.
    #[schemars(length(min = 8, max = 40))]
    pub id: String,
    /// Which conversations, at most 50.
    #[schemars(length(min = 1, max = limit::BULK))]
    pub conversations: Vec<String>,
    /// To whom.
    #[schemars(with = "crate::view::ToWhom")]
    pub to: Target,
    /// At once, or by an offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<crate::settings::TransferMode>,
    /// For who takes them, at most 1,000 characters.
    #[schemars(length(max = limit::NOTE))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The answer: what became of each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BulkResult {
    /// In the order in which they were named.
    pub results: Vec<BulkItem>,
}

/// What became of one conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BulkItem {
    /// Which.
    pub conversation: String,
    /// The entry it wrote, where it worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// Why it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Refused>,
}

/// `GET /v1/conversations/{conversation}/routing`: how the engine chose, each time, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Routings {
    /// The choices.
    pub routings: Vec<RoutingAt>,
}

/// A choice, with when and what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoutingAt {
    /// The entry.
    pub seq: u64,
    /// When.
    pub at: Time,
    /// How.
    pub routing: crate::view::Routing,
}

/// `PUT /v1/agents/{agent}`. A field left out keeps its value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgentChange {
    /// Their name: 1 to 40 characters.
    #[schemars(length(min = 1, max = limit::NAME))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub name: Given<String>,
    /// How many conversations they may have in progress: 1 to 50.
    #[schemars(range(min = 1, max = 50))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub capacity: Given<i64>,
    /// What they can do: up to 20.
    #[schemars(length(max = 20), inner(length(min = 1, max = 40)))]
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub skills: Given<Vec<String>>,
    /// The link that calls them: `tel:`, `sip:` or `sips:`, up to 200 characters; `null`: none.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub call: Given<Option<String>>,
    /// `false`: the agent does not work here any more. Their sessions end, what they own goes back
    /// to its queue, and they cannot sign in until it is `true` again. Only admins say so, and not
    /// of themselves.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub active: Given<bool>,
    /// `true`: the record is unbound from the account at the sign-in service through which the
    /// agent signs in; the next sign-in with a verified e-mail address binds it anew. Only admins
    /// unbind.
    #[serde(skip_serializing_if = "Given::is_absent")]
    pub unbind: Given<bool>,
}

/// `PUT /v1/me/presence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PresenceBody {
    /// Which.
    pub presence: crate::view::PresenceChoice,
    /// Why not, for colleagues to see: at most 100 characters. Only with `away`.
    #[schemars(length(max = limit::AWAY_REASON))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// `POST /v1/visitors`: begins a web chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewVisitor {
    /// The web-chat asset, as it stands in the widget's snippet.
    pub asset: String,
    /// The visitor's name, if they gave one; at most 40 characters.
    #[schemars(length(max = limit::NAME))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where they can be written to afterwards, if they said so; at most 200 characters. Agents see
    /// it as the contact's `email`. Whoever begins a chat can claim any: it proves
    /// nothing.
    #[schemars(length(max = limit::EMAIL))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
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
    /// The kinds of files that the chat carries.
    #[serde(default)]
    pub files: Vec<crate::upload::FileRule>,
    /// Present if nobody can serve the visitor now: they may leave a message (`write` with
    /// `reach`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away: Option<crate::visitor::Away>,
}
