//! The frames that this process pushed last to many readers, so that it does not repeat an
//! unchanged one.
//!
//! An empty memory only means a second push of the same frame, which is harmless.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::{AgentId, ConversationId, Millis, QueueId};
use protocol::view as v;
use store::Workload;

/// The moments of the changes to a workload that colleagues can see. Another process may have
/// pushed a change that was taken back since: the workload then looks as this process pushed it,
/// but these moments have moved on.
type Moments = [Option<Millis>; 4];

/// The state that this process pushed last.
#[derive(Debug, Default)]
pub struct PushCache {
    agents: Mutex<HashMap<AgentId, (v::Agent, Moments)>>,
    places: Mutex<HashMap<QueueId, HashMap<ConversationId, u32>>>,
    active: Mutex<HashMap<AgentId, Millis>>,
}

/// The precision of the moment at which an agent was last active.
const ACTIVE: Millis = Millis::seconds(30);

impl PushCache {
    /// Whether an agent looks different from the last push of this process, or may have looked
    /// different in between. The given state then counts as pushed.
    pub fn agent_is_news(&self, id: &AgentId, agent: &v::Agent, workload: &Workload) -> bool {
        let now = (agent.clone(), [workload.given, workload.freed, workload.since, workload.left]);
        let mut told = self.agents.lock().unwrap_or_else(PoisonError::into_inner);
        if told.get(id) == Some(&now) {
            return false;
        }
        told.insert(id.clone(), now);
        true
    }

    /// Whether an agent's activity at `at` is worth a note: this process has noted none shortly
    /// before it.
    pub(crate) fn active_is_news(&self, agent: &AgentId, at: Millis) -> bool {
        let noted = self.active.lock().unwrap_or_else(PoisonError::into_inner);
        noted.get(agent).is_none_or(|noted| at >= *noted + ACTIVE)
    }

    /// Remembers that an agent's activity was noted.
    pub(crate) fn active_was_noted(&self, agent: &AgentId, at: Millis) {
        let mut noted = self.active.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(agent.clone(), at);
    }

    /// Returns the conversations of a queue that are new to this process or whose place differs
    /// from its last push. The given places then count as pushed, and the process forgets all
    /// others.
    ///
    /// Another process may have pushed another place to a visitor in between; the visitor's next
    /// ping corrects it.
    pub fn moved_places(
        &self,
        queue: &QueueId,
        places: &HashMap<ConversationId, u32>,
    ) -> Vec<ConversationId> {
        let mut told = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let before = told.insert(queue.clone(), places.clone()).unwrap_or_default();
        let moved = places.iter().filter(|(id, place)| before.get(id) != Some(place));
        moved.map(|(id, _)| id.clone()).collect()
    }
}
