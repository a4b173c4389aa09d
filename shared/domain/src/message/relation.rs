//! Relations between messages: a message that answers, edits, deletes or reacts to an earlier one.
//!
//! The engine looks the earlier message up once, when it takes the later one in, and the entry keeps
//! what it found: readers need no search.

use serde::{Deserialize, Serialize};

use crate::{Entry, Event};

/// The earlier message that a message speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The entry that holds the earlier message; `None`: the log does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
    /// The side that wrote the earlier message; `None` with an unknown entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Side>,
    /// One line of the earlier message; empty with an unknown entry.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// A side of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The customer.
    Customer,
    /// The business.
    Business,
}

/// An earlier message that a command names, with the id by which its provider knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// The relation, as the entry will keep it.
    pub relation: Relation,
    /// The provider's id of the earlier message; `None`: the provider has not told one.
    pub key: Option<String>,
}

impl Relation {
    /// The relation to the message in `entry`; `None`: the entry holds no message.
    #[must_use]
    pub fn to(entry: &Entry) -> Option<Self> {
        let (content, by) = entry.events.iter().find_map(|event| match event {
            Event::CustomerMessage(received) => Some((&received.content, Side::Customer)),
            Event::AgentMessage(sent) => Some((&sent.content, Side::Business)),
            Event::AutoReply(replied) => Some((&replied.content, Side::Business)),
            Event::Echoed(echoed) => Some((&echoed.content, Side::Business)),
            _ => None,
        })?;
        Some(Self { entry: Some(entry.seq), by: Some(by), text: content.summary() })
    }
}
