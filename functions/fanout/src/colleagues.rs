//! Colleagues' presence, load and records.

use std::collections::HashMap;

use crate::changes::Changes;
use app::{App, view};
use domain::{AgentId, Profile, Role};
use futures_util::future::join_all;
use protocol::Push;
use protocol::view::Agent;
use store::Workload;
use store::settings::directory::Directory;

/// Tells every agent who is there of the colleagues who look different from before, in one frame.
/// The function skips a workload whose change nobody can see (an invitation, a second socket).
pub(crate) async fn tell(
    app: &App,
    changes: &Changes,
    directory: &Directory,
    workloads: &HashMap<AgentId, Workload>,
) {
    let nobody = Workload::default();
    let changed: Vec<(&Profile, Agent)> = directory
        .agents
        .iter()
        .filter(|(id, _)| changes.workloads.contains_key(*id) || changes.records.contains(*id))
        .filter_map(|(id, record)| {
            let workload = workloads.get(id);
            let shown = view::agent(record, workload);
            let news = app.push_cache.agent_is_news(id, &shown, workload.unwrap_or(&nobody));
            news.then_some((&record.profile, shown))
        })
        .collect();
    let told = directory.agents.values().filter_map(|reader| {
        let reader = &reader.profile;
        let workload = workloads.get(&reader.id).filter(|workload| !workload.sockets.is_empty())?;
        let agents: Vec<Agent> = changed
            .iter()
            .filter(|(agent, _)| sees(reader, agent))
            .map(|(_, shown)| shown.clone())
            .collect();
        (!agents.is_empty()).then(|| (reader.id.clone(), workload.clone(), Push::Agents { agents }))
    });
    join_all(told.map(|(id, workload, push)| async move {
        app.voice().tell_state(&[(id, workload)], &push).await
    }))
    .await;
}

/// Whether `reader` sees `agent`: colleagues of a team see each other, and agents see themselves.
/// Admins see all teams.
fn sees(reader: &Profile, agent: &Profile) -> bool {
    reader.role == Role::Admin
        || reader.id == agent.id
        || reader.teams.iter().any(|team| agent.in_team(team))
}
