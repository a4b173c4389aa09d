//! A manager looks on, coaches or stops.

use crate::{AgentId, Conversation, Monitor, MonitorMode};
use serde::{Deserialize, Serialize};

/// A manager begins to look on, changes the way of doing so, or stops (F30).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// The manager.
    pub agent: AgentId,
    /// The way from now on; `None` if the manager stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<MonitorMode>,
    /// The way until now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<MonitorMode>,
}

/// The owner or a coach wrote a line to the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coached {
    /// The text of the line.
    pub text: String,
    /// The agents who may read the line, for ever.
    pub members: Vec<AgentId>,
}

impl Changed {
    /// Sets how the manager looks on, or removes the manager. `seq` becomes the number of a manager
    /// who begins.
    pub(crate) fn fold(&self, conversation: &mut Conversation, seq: u64) {
        let known = conversation.monitors.iter().position(|m| m.agent == self.agent);
        match (known, self.mode) {
            (Some(at), Some(mode)) => conversation.monitors[at].mode = mode,
            (Some(at), None) => {
                conversation.monitors.remove(at);
            }
            (None, Some(mode)) => {
                let agent = self.agent.clone();
                conversation.monitors.push(Monitor { agent, mode, number: seq });
            }
            (None, None) => {}
        }
    }
}
