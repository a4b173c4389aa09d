//! Whether an agent is there and takes work: what they say of it, and what their sockets say.

use domain::{AgentId, Refusal};
use futures_util::future::BoxFuture;
use protocol::view::PresenceChoice;

use crate::{App, Failure};

/// How long a reason may be, in characters.
const REASON_LIMIT: usize = 100;

impl App {
    /// Notes what an agent says of their presence. A reason goes with `away` only.
    ///
    /// # Errors
    /// A refusal if the reason is too long; a failure if the table fails.
    pub async fn set_presence(
        &self,
        agent: &AgentId,
        presence: PresenceChoice,
        reason: Option<&str>,
    ) -> Result<(), Failure> {
        let reason = reason.unwrap_or_default().trim();
        let (length, limit) = (reason.chars().count(), REASON_LIMIT);
        if length > limit {
            return Err(Refusal::TextTooLong { field: "reason", length, limit }.into());
        }
        let away = (presence == PresenceChoice::Away).then_some(reason);
        Ok(self.store.set_away(agent, away, self.now()).await?)
    }

    /// Notes that a socket of an agent is gone, whoever found out, and sees to what follows if it
    /// was the last one.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn socket_gone(&self, agent: &AgentId, socket: &str) -> store::Result<()> {
        if self.store.remove_socket(agent, socket, self.now()).await? {
            self.agent_left(agent).await;
        }
        Ok(())
    }

    /// An agent's last socket is gone: nobody sits at the desk. May be said twice of one absence.
    ///
    /// Boxed, since what is done about it may push, and a push may find out that somebody left.
    pub fn agent_left<'a>(&'a self, agent: &'a AgentId) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            tracing::info!(%agent, "the last socket is gone");
        })
    }
}
