//! Colleagues' presence, load and records.

use std::collections::HashMap;

use crate::changes::Changes;
use app::{App, view};
use domain::{AgentId, Profile, Role};
use futures_util::future::join_all;
use protocol::Push;
use protocol::view::Agent;
use store::Desk;
use store::settings::directory::Directory;

/// Tells every agent who is there of the colleagues who look different from before, in one frame.
/// The function skips a desk whose change nobody can see (an invitation, a second socket).
pub(crate) async fn tell(
    app: &App,
    changes: &Changes,
    directory: &Directory,
    desks: &HashMap<AgentId, Desk>,
) {
    let nobody = Desk::default();
    let changed: Vec<(&Profile, Agent)> = directory
        .agents
        .iter()
        .filter(|(id, _)| changes.desks.contains_key(*id) || changes.records.contains(*id))
        .filter_map(|(id, record)| {
            let desk = desks.get(id);
            let shown = view::agent(record, desk);
            let news = app.told.agent_is_news(id, &shown, desk.unwrap_or(&nobody));
            news.then_some((&record.profile, shown))
        })
        .collect();
    let told = directory.agents.values().filter_map(|reader| {
        let reader = &reader.profile;
        let desk = desks.get(&reader.id).filter(|desk| !desk.sockets.is_empty())?;
        let agents: Vec<Agent> = changed
            .iter()
            .filter(|(agent, _)| sees(reader, agent))
            .map(|(_, shown)| shown.clone())
            .collect();
        (!agents.is_empty()).then(|| (reader.id.clone(), desk.clone(), Push::Agents { agents }))
    });
    join_all(
        told.map(|(id, desk, push)| async move { app.voice().tell(&[(id, desk)], &push).await }),
    )
    .await;
}

/// Whether `reader` sees `agent`: colleagues of a team see each other, and agents see themselves.
/// Admins see all teams.
fn sees(reader: &Profile, agent: &Profile) -> bool {
    reader.role == Role::Admin
        || reader.id == agent.id
        || reader.teams.iter().any(|team| agent.in_team(team))
}
