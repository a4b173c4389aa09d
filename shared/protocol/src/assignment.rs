//! The reasons why an agent got a conversation.

use crate::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/conversations/{conversation}/routing`: every choice that the engine made,
/// newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Routings {
    /// The choices, newest first.
    pub routings: Vec<RoutingAt>,
}

/// One choice of the engine, with its entry and its moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoutingAt {
    /// The `seq` of the entry that holds the choice.
    pub seq: u64,
    /// The moment of the choice.
    pub at: Time,
    /// The agents whom the engine compared, and the one whom it chose.
    pub routing: crate::view::Routing,
}
