//! Bodies about signing in, and about problems.

use crate::{Refused, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The body of every answer with a status of 400 or more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// The refusal.
    pub error: Refused,
}

/// The answer to `POST /v1/ws-ticket`, and a part of the answer to `POST /v1/visitors/ticket`: a
/// ticket opens one socket, once, within 30 seconds, as `wss://…?ticket=<ticket>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ticket {
    /// The ticket.
    pub ticket: String,
    /// The moment at which the ticket lapses.
    pub expires: Time,
    /// The socket's address, without the ticket.
    pub url: String,
}

/// The answer to `POST /v1/commands` when the server has carried out the command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Done {
    /// The command's id.
    pub id: String,
    /// The conversation that the command was for.
    pub conversation: String,
    /// The entry that the command wrote. A repeated command gets the same number; 0 means that
    /// there was nothing to do.
    pub seq: u64,
}
