//! The targets to which conversations can go, and transfers of several conversations at once.

use crate::Refused;
use crate::view::Target;
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An act that has a colleague or a group as its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetAct {
    /// Ask a colleague for a discussion: `discuss`.
    Discuss,
    /// Ask a colleague to take over: `assign`, and `transfer` by an offer.
    Assign,
    /// Ask a colleague to speak with the customer, too: `confer`.
    Confer,
    /// Hand the conversation on at once: `transfer`.
    Transfer,
}

/// Whether a colleague or group could be the target of an act, by the rules at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Candidate {
    /// The target that the command would name.
    pub to: Target,
    /// The target's name.
    pub name: String,
    /// For how many of the conversations in the request the server would carry out the act.
    pub allowed: u32,
    /// The refusal for the first conversation, where the server would refuse the act for all of
    /// them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
    /// The caller's running discussion with this colleague, which `promote` makes a transfer or a
    /// conference without another request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promotes: Option<String>,
}

/// The body of `POST /v1/transfers`: hands several conversations on, each by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkTransfer {
    /// The request's id, made by the client: 8 to 40 printable characters. A repeated request has
    /// no second effect.
    #[schemars(length(min = 8, max = 40))]
    pub id: String,
    /// The ids of the conversations, at most 50.
    #[schemars(length(min = 1, max = limit::BULK))]
    pub conversations: Vec<String>,
    /// The new place of the conversations.
    #[schemars(with = "crate::view::ToWhom")]
    pub to: Target,
    /// At once, or by an offer that a colleague accepts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<crate::settings::TransferMode>,
    /// A note for the agents who take the conversations, at most 1,000 characters.
    #[schemars(length(max = limit::NOTE))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The answer to `POST /v1/transfers`: what became of each conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BulkResult {
    /// The results, in the order in which the request named the conversations.
    pub results: Vec<BulkItem>,
}

/// The result for one conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BulkItem {
    /// The conversation's id.
    pub conversation: String,
    /// The entry that the transfer wrote, where the transfer worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// The refusal, where the transfer did not work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Refused>,
}
