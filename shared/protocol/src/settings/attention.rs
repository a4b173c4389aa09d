//! Faults that need an admin’s attention.

use crate::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Faults that an admin should look after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attention {
    /// Records of agents, teams, queues, accounts and settings that the server cannot read. The
    /// server goes on as if they did not exist.
    pub unreadable: Vec<Unreadable>,
    /// The newest 50 payloads of the last 30 days that came from channels and that the server could
    /// not place.
    pub set_aside: Vec<SetAside>,
}

/// A record that the server cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unreadable {
    /// The record: `<kind>#<id>`.
    pub record: String,
    /// The reason why the server cannot read the record.
    pub why: String,
}

/// A payload that came from a channel and that the server could not place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetAside {
    /// The moment at which the payload first came.
    pub at: Time,
    /// The channel: `whatsapp` …
    pub channel: String,
    /// The account that the payload names, by the provider's id; empty: none.
    pub account: String,
    /// The reason why the server could not place the payload.
    pub why: String,
    /// The payload, as far as the server keeps it.
    pub payload: String,
}
