//! How the engine chose among several agents, as the record keeps it (F63).

use crate::{AgentId, Millis, Strategy};
use serde::{Deserialize, Serialize};

/// How many colleagues the record of a choice lists one by one.
pub const WEIGHED_LIMIT: usize = 6;

/// The record of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routing {
    /// The rule that ranked the agents.
    #[serde(rename = "s")]
    pub strategy: Strategy,
    /// The agents who were compared, the best first; at most [`WEIGHED_LIMIT`].
    #[serde(rename = "w")]
    pub weighed: Vec<Weighed>,
    /// How many more agents were compared.
    #[serde(rename = "m", default, skip_serializing_if = "is_none")]
    pub more: u32,
    /// The property by which the best agent beat the second best.
    #[serde(rename = "d")]
    pub decided_by: Decider,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(crate) const fn is_none(n: &u32) -> bool {
    *n == 0
}

/// An agent whom a choice compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighed {
    /// The agent's id.
    #[serde(rename = "a")]
    pub agent: AgentId,
    /// How many conversations the agent had in progress.
    #[serde(rename = "o")]
    pub open: u32,
    /// How many conversations the agent may have.
    #[serde(rename = "c")]
    pub capacity: u32,
    /// The moment since which no work came to the agent and none ended; `None` for an agent who
    /// never had work.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub idle_since: Option<Millis>,
    /// Why the agent could not be chosen; `None` for an agent who could.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Excluded>,
}

/// Why an agent could not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excluded {
    /// The agent has no open socket.
    Offline,
    /// The agent is away and takes no work.
    Away,
    /// The agent has as many conversations as the capacity allows.
    Full,
    /// The agent lacks a skill that the conversation needs.
    LacksSkill,
    /// The agent was asked before and did not accept.
    Tried,
    /// The agent takes part in the conversation already.
    Involved,
}

/// The property by which the best agent beat the second best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// No agent could be chosen.
    Nobody,
    /// Only one agent could be chosen.
    OnlyOne,
    /// The best agent had a smaller share of the capacity taken.
    Load,
    /// The best agent had been idle for longer.
    Idle,
    /// The best agent's turn was longer ago.
    Turn,
    /// The agents were equal, so the engine compared their ids: the choice is the same every time.
    Id,
    /// The engine asked every agent who could be asked at once and chose none.
    Everyone,
}
