//! Agents' desks in memory, changed under the same conditions as in the real store.

use std::collections::BTreeMap;

use domain::effect::{DeskChange, Effects};
use domain::invariant::DeskView;
use domain::{AgentId, Presence, TargetDesk};

/// Every desk, and who sits there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Desks {
    pub(crate) views: BTreeMap<AgentId, DeskView>,
    pub(crate) present: BTreeMap<AgentId, Presence>,
}

impl Desks {
    pub(crate) fn seat(&mut self, agent: AgentId, capacity: u32) {
        self.views.insert(agent.clone(), DeskView { capacity, ..DeskView::default() });
        self.present.insert(agent, Presence::Available);
    }

    pub(crate) fn presence(&self, agent: &AgentId) -> Presence {
        self.present.get(agent).copied().unwrap_or(Presence::Offline)
    }

    /// The desk as a decision sees it.
    pub(crate) fn read(&self, agent: &AgentId) -> Option<TargetDesk> {
        let view = self.views.get(agent)?;
        let open = u32::try_from(view.open.len()).unwrap_or(u32::MAX);
        Some(TargetDesk { presence: self.presence(agent), open, capacity: view.capacity })
    }

    /// Applies all changes or none; answers with the agent whose desk did not allow it.
    pub(crate) fn apply(&mut self, effects: &Effects) -> Result<(), AgentId> {
        for (agent, change) in &effects.desks {
            if !self.allows(agent, change) {
                return Err(agent.clone());
            }
        }
        for (agent, change) in &effects.desks {
            let desk = self.views.entry(agent.clone()).or_default();
            // As the store's update is built: of take and release, of invite and dismiss, one.
            if let Some(take) = &change.take {
                desk.open.insert(take.conversation.clone());
            } else if let Some(release) = &change.release {
                desk.open.remove(release);
            }
            if change.invite.is_empty() {
                desk.inbox.retain(|offer| !change.dismiss.contains(offer));
            } else {
                desk.inbox.extend(change.invite.iter().cloned());
            }
        }
        Ok(())
    }

    fn allows(&self, agent: &AgentId, change: &DeskChange) -> bool {
        let room = self.views.get(agent).is_some_and(|d| d.open.len() < d.capacity as usize);
        let here = self.presence(agent) == Presence::Available;
        (change.take.is_none() || room) && (!change.must_be_available || here)
    }
}
