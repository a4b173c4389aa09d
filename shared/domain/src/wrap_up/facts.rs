//! A conversation that is over is marked done.

use crate::{AgentId, Wrap};
use serde::{Deserialize, Serialize};

/// A conversation that is over was marked done (F27).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// Its number.
    pub conversation: u32,
    /// Whose it was.
    pub agent: AgentId,
    /// What it turned out to have been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposition: Option<String>,
    /// For the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Done {
    /// The wrap-up is over.
    pub(crate) fn fold(&self, wraps: &mut Vec<Wrap>) {
        wraps.retain(|w| w.number != self.conversation || w.agent != self.agent);
    }
}
