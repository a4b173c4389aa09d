//! Whether an agent is there and takes work: what they say of it, and what their sockets say.

use domain::{AgentId, ConversationId, Refusal, TimerKind};
use futures_util::future::BoxFuture;
use protocol::view::PresenceChoice;
use store::Due;

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
        self.store.set_away(agent, away, self.now()).await?;
        if away.is_none() {
            self.match_agent(agent, &*self.directory().await?).await;
        }
        Ok(())
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

    /// Where an absent owner loses what they own after a while (F58), the clock is set for each
    /// conversation, with the count of its owners: another owner's is left alone.
    async fn look_after_absent(&self, agent: &AgentId) -> Result<(), Failure> {
        let directory = self.directory().await?;
        if !directory.any_policy(|policy| policy.offline_requeue_after.is_some()) {
            return Ok(());
        }
        let batch = self.store.batch([agent], &[], None).await?;
        let Some(desk) = batch.desks.get(agent).filter(|d| d.sockets.is_empty()) else {
            return Ok(());
        };
        for id in desk.open.iter().filter_map(|id| id.parse::<ConversationId>().ok()) {
            let Some(stored) = self.thread(&id.thread).await? else { continue };
            let conversation = &stored.thread.conversation;
            let after = directory.policy(&conversation.queue).offline_requeue_after;
            let Some(after) = after.filter(|_| conversation.is_owner(agent)) else { continue };
            self.arm_again(Due {
                thread: id.thread,
                kind: TimerKind::Absent,
                number: u64::from(conversation.number),
                epoch: conversation.epoch,
                at: desk.left.unwrap_or(self.now()) + after,
            })
            .await?;
        }
        Ok(())
    }

    /// An agent's last socket is gone: nobody sits at the desk. May be said twice of one absence.
    ///
    /// Boxed, since what is done about it may push, and a push may find out that somebody left.
    pub fn agent_left<'a>(&'a self, agent: &'a AgentId) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            if let Err(failure) = self.look_after_absent(agent).await {
                tracing::warn!(%agent, %failure, "what an absent agent owns is not looked after");
            }
        })
    }
}
