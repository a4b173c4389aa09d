//! An agent marks an ended conversation as done.

use crate::{AgentId, Wrap};
use serde::{Deserialize, Serialize};

/// An agent marked an ended conversation as done (F27).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The number of the conversation.
    pub conversation: u32,
    /// The agent who wrapped it up.
    pub agent: AgentId,
    /// The disposition: the result of the conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposition: Option<String>,
    /// A note for the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Done {
    /// The wrap-up ends.
    pub(crate) fn fold(&self, wraps: &mut Vec<Wrap>) {
        wraps.retain(|w| w.number != self.conversation || w.agent != self.agent);
    }
}
