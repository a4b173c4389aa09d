//! Capacity: what becomes of a command that would give an agent more work than the agent has room
//! for. The rules compare first (`domain::kernel::context`, `Colleague::is_full`); the condition of
//! the write (`store::agent::capacity`) holds against every race, and this module names its
//! refusal.

use crate::Request;
use domain::{AgentId, Presence, Refusal};
use store::Workload;
use store::settings::directory::Directory;

/// Whether the rules chose this workload. Otherwise the command named its agent, or the agent
/// gave the command.
pub(super) fn was_chosen(request: &Request, agent: &AgentId) -> bool {
    let named = request.command.target().and_then(|t| t.agent()) == Some(agent);
    !named && request.caller.actor().agent() != Some(agent)
}

/// Returns the refusal of a command that a workload did not allow. The wording depends on whose
/// workload it was.
pub(super) fn workload_refusal(
    request: &Request,
    agent: &AgentId,
    workload: &Workload,
    directory: &Directory,
) -> Refusal {
    let open = u32::try_from(workload.open.len()).unwrap_or(u32::MAX);
    let capacity = directory.agents.get(agent).map_or(0, |a| a.profile.capacity);
    let own = request.caller.actor().agent() == Some(agent);
    match workload.presence(capacity) {
        _ if own && open >= capacity => Refusal::AtCapacity { open, capacity },
        Presence::Offline => Refusal::TargetUnavailable { presence: "offline" },
        Presence::Away => Refusal::TargetUnavailable { presence: "away" },
        Presence::Available | Presence::Busy => Refusal::TargetFull { open, capacity },
    }
}
