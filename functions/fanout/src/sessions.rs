//! Sessions that end because a record was changed, whoever changed it: by the API, or by hand.

use crate::changes::Changes;
use app::{App, Failure};
use domain::AgentId;
use store::directory::Directory;

/// Ends the sessions of those who do not work here any more, and of those who may do something else
/// than before: their clients come back, and are shown what they may see now.
///
/// What was before is what this process remembers. A process that remembers nothing older misses a
/// change of role, which then holds from the next frame on, as soon as the record is read again.
pub(crate) async fn end(
    app: &App,
    changes: &Changes,
    before: &Directory,
    now: &Directory,
) -> Result<(), Failure> {
    for agent in changes.records.iter().filter(|agent| !same(agent, before, now)) {
        app::session::sessions::end_sessions(app.engine(), agent).await?;
    }
    Ok(())
}

/// Whether the agent works here, and may do what they might before.
fn same(agent: &AgentId, before: &Directory, now: &Directory) -> bool {
    let Some(now) = now.agents.get(agent).filter(|record| record.active) else { return false };
    before.agents.get(agent).is_none_or(|before| {
        let (before, now) = (&before.profile, &now.profile);
        before.role == now.role && before.teams == now.teams
    })
}
