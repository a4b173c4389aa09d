//! Queues as agents see them.

use crate::view::Queue;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to `GET /v1/queues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Queues {
    /// The queues of the caller's teams.
    pub queues: Vec<Queue>,
}
