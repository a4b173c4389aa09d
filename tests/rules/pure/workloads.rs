//! Agents' workloads in memory, changed under the same conditions as in the real store.

use std::collections::BTreeMap;

use domain::effect::{Effects, WorkloadChange};
use domain::laws::WorkloadView;
use domain::{AgentId, Colleague, Millis, Presence};

use super::profile;

/// The moments when work last came to a workload and last left it, and when its agent last left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stamps {
    given: Option<Millis>,
    freed: Option<Millis>,
    pub(crate) left: Option<Millis>,
}

/// Every workload, and the presence of its agent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Workloads {
    pub(crate) views: BTreeMap<AgentId, WorkloadView>,
    pub(crate) present: BTreeMap<AgentId, Presence>,
    pub(crate) stamps: BTreeMap<AgentId, Stamps>,
}

impl Workloads {
    pub(crate) fn seat(&mut self, agent: AgentId, capacity: u32) {
        self.views.insert(agent.clone(), WorkloadView { capacity, ..WorkloadView::default() });
        self.present.insert(agent, Presence::Available);
    }

    /// The presence that the agent chose; an available agent with a full workload is busy all the
    /// same.
    pub(crate) fn presence(&self, agent: &AgentId) -> Presence {
        self.present.get(agent).copied().unwrap_or(Presence::Offline)
    }

    /// The colleague and their workload as a decision sees them; `None`: they do not exist.
    pub(crate) fn read(&self, agent: &AgentId) -> Option<Colleague> {
        let view = self.views.get(agent)?;
        let open = u32::try_from(view.open.len()).unwrap_or(u32::MAX);
        let stamps = self.stamps.get(agent).cloned().unwrap_or_default();
        let presence = match self.presence(agent) {
            Presence::Available if open >= view.capacity => Presence::Busy,
            other => other,
        };
        Some(Colleague {
            profile: profile(agent.as_str(), view.capacity)?,
            presence,
            open,
            given: stamps.given,
            freed: stamps.freed,
            left: stamps.left,
        })
    }

    /// Applies all changes or none, at a moment that the workloads keep; returns the agent whose
    /// workload did not allow it.
    pub(crate) fn apply_at(&mut self, effects: &Effects, at: Millis) -> Result<(), AgentId> {
        for (agent, change) in &effects.workloads {
            if !self.allows(agent, change) {
                return Err(agent.clone());
            }
        }
        for (agent, change) in &effects.workloads {
            let workload = self.views.entry(agent.clone()).or_default();
            let stamps = self.stamps.entry(agent.clone()).or_default();
            // The store's update takes one of take and release, and one of invite and dismiss.
            if let Some(take) = &change.take {
                workload.open.insert(take.conversation.clone());
                stamps.given = Some(at);
            } else if let Some(release) = &change.release {
                workload.open.remove(release);
                stamps.freed = Some(at);
            }
            if change.invite.is_empty() {
                workload.inbox.retain(|offer| !change.dismiss.contains(offer));
            } else {
                workload.inbox.extend(change.invite.iter().cloned());
            }
        }
        Ok(())
    }

    fn allows(&self, agent: &AgentId, change: &WorkloadChange) -> bool {
        let room = self.views.get(agent).is_some_and(|d| d.open.len() < d.capacity as usize);
        let here = matches!(self.presence(agent), Presence::Available | Presence::Busy);
        (change.take.is_none() || room) && (!change.must_be_available || here)
    }
}
