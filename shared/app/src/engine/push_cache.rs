//! What this process has told last of what many look at, so that it is not told again unchanged.
//!
//! Only ever a hint: an empty memory means that something is told twice, which is harmless.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::{AgentId, ConversationId, Millis, QueueId};
use protocol::view as v;
use store::Desk;

/// When things happened to a desk that others can see. Another process may have told of a change
/// that was taken back since; then the desk looks as we told it, but these have moved on.
type Marks = [Option<Millis>; 4];

/// What was told last.
#[derive(Debug, Default)]
pub struct PushCache {
    agents: Mutex<HashMap<AgentId, (v::Agent, Marks)>>,
    places: Mutex<HashMap<QueueId, HashMap<ConversationId, u32>>>,
    active: Mutex<HashMap<AgentId, Millis>>,
}

/// To how long a time it is noted when an agent last did something.
const ACTIVE: Millis = Millis::seconds(30);

impl PushCache {
    /// Whether an agent looks other than this process told last, or may have in between. From now
    /// on it counts as told.
    pub fn agent_is_news(&self, id: &AgentId, agent: &v::Agent, desk: &Desk) -> bool {
        let now = (agent.clone(), [desk.given, desk.freed, desk.since, desk.left]);
        let mut told = self.agents.lock().unwrap_or_else(PoisonError::into_inner);
        if told.get(id) == Some(&now) {
            return false;
        }
        told.insert(id.clone(), now);
        true
    }

    /// Whether it is to be noted that an agent did something at `at`: this process has not noted
    /// any time shortly before it.
    pub(crate) fn active_is_news(&self, agent: &AgentId, at: Millis) -> bool {
        let noted = self.active.lock().unwrap_or_else(PoisonError::into_inner);
        noted.get(agent).is_none_or(|noted| at >= *noted + ACTIVE)
    }

    /// Remembers that it was.
    pub(crate) fn active_was_noted(&self, agent: &AgentId, at: Millis) {
        let mut noted = self.active.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(agent.clone(), at);
    }

    /// Of the places of a queue, those that are other than this process told last, and all that
    /// are new to it. From now on they count as told, and those not among them are forgotten.
    ///
    /// Another process may have told a visitor another place in between; it is set right by the
    /// visitor's next ping.
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
