//! Engagement records: offers to colleagues, and what became of each.

use crate::Time;
use crate::view::{EndCause, Load, OfferKind, OfferStatus, Promotion, Target};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/conversations/{conversation}/engagements` and to
/// `GET /v1/engagements?agent=|from=&to=&cursor=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagements {
    /// The records, newest first.
    pub engagements: Vec<Engagement>,
    /// Give this as `cursor` for the next page; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The permanent record of one offer, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engagement {
    /// The offer's id.
    pub id: String,
    /// The conversation's id.
    pub conversation: String,
    /// The customer's name when the agent made the offer; absent in records from before the server
    /// kept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The conversation's queue when the agent made the offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<String>,
    /// The kind of request.
    pub kind: OfferKind,
    /// The agent who made the offer.
    pub from: String,
    /// The target, as the agent named it.
    pub target: Target,
    /// Whether the server asked all of a group at once.
    pub all: bool,
    /// The agents who can answer now, or could at the end.
    pub to: Vec<String>,
    /// The agents who were asked and did not accept, in order, and what became of each request.
    pub tried: Vec<Tried>,
    /// The discussion that the colleague was to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// The request in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The offer's state.
    pub status: OfferStatus,
    /// The version: every step raises it.
    pub version: u64,
    /// The moment at which the agent made the offer.
    pub created_at: Time,
    /// The moment at which the agents in `to` were asked.
    pub offered_at: Time,
    /// The moment until which the agents in `to` can, or could, accept.
    pub expires: Time,
    /// The end of the whole offer: until then a colleague can, or could, accept it.
    pub deadline: Time,
    /// The moment at which the offer was accepted, rejected, withdrawn, rescinded or timed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// The agent who accepted, rejected or withdrew the offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// The load of the agent who decided, at the moment of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
    /// The time from the offer to its decision, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_ms: Option<i64>,
    /// The reason for a rejection or withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code: made of the reason's words where the settings list the reason, else
    /// `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// The end of the offer's discussion, or of the colleague's part in the conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Time>,
    /// The time from the acceptance to the end of the discussion, or of the part in the conference,
    /// in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk_ms: Option<i64>,
    /// How many lines the discussion had by its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<u32>,
    /// The transfer or conference that the discussion became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promoted_to: Option<Promotion>,
    /// The agent who ended the discussion, or the part in the conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<String>,
    /// The cause of the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_cause: Option<EndCause>,
    /// Whether the discussion answered the question, as its initiator said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<bool>,
    /// The initiator's closing note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome_note: Option<String>,
    /// The agents who have still to mark the discussion done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<String>,
}

/// An agent who was asked and did not accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tried {
    /// The agent's id.
    pub agent: String,
    /// The moment at which the request ended for the agent.
    pub at: Time,
    /// The end of the request for the agent: `rejected`, `timed_out`, `withdrawn`, or `rescinded`
    /// where another agent was faster.
    pub status: OfferStatus,
    /// The agent's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// The agent's load when the request ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}
