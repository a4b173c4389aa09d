//! The end of sessions after a change of a record, by the API or by hand.

use crate::changes::Changes;
use app::{App, Failure};
use domain::AgentId;
use store::settings::directory::Directory;

/// Ends the sessions of agents who no longer work here, and closes the sockets of those whose rights
/// have changed: their clients come back, and get what they may see now.
///
/// This process compares with the directory that it remembers. A process that remembers no older
/// one misses a change of role, which then holds from the next frame on, as soon as the record is
/// read again.
pub(crate) async fn end(
    app: &App,
    changes: &Changes,
    before: &Directory,
    now: &Directory,
) -> Result<(), Failure> {
    for agent in changes.records.iter().filter(|agent| !same(agent, before, now)) {
        if now.agents.get(agent).is_some_and(|record| record.active) {
            app::session::sessions::reconnect(app.engine(), agent).await?;
        } else {
            app::session::sessions::end_sessions(app.engine(), agent).await?;
        }
    }
    Ok(())
}

/// Whether the agent works here, with the same role and teams as before.
fn same(agent: &AgentId, before: &Directory, now: &Directory) -> bool {
    let Some(now) = now.agents.get(agent).filter(|record| record.active) else { return false };
    before.agents.get(agent).is_none_or(|before| {
        let (before, now) = (&before.profile, &now.profile);
        before.role == now.role && before.teams == now.teams
    })
}
