//! A manager looks on, coaches or stops.

use crate::{AgentId, Conversation, Monitor, MonitorMode};
use serde::{Deserialize, Serialize};

/// A manager looks on, or does so in another way, or no longer (F30).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// Who.
    pub agent: AgentId,
    /// How from now on; none: no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<MonitorMode>,
    /// How until now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<MonitorMode>,
}

/// A line between the owner and those who coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coached {
    /// The words.
    pub text: String,
    /// Who may read it, for ever.
    pub members: Vec<AgentId>,
}

impl Changed {
    /// The manager looks on in this way from now on, or no longer. `seq`: the number of a manager
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
