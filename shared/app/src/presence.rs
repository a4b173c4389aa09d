//! Agents' presence: an agent is there while a socket is open, and takes work unless they are set
//! to away.

use crate::engine::pause;
use crate::{Engine, Failure, Ground, assignment, timer, view};
use domain::workspace::Right;
use domain::{AgentId, ConversationId, Millis, Profile, Refusal, TimerKind};
use futures_util::future::BoxFuture;
use protocol::presence::PresenceChanges;
use protocol::view::PresenceChoice;
use protocol::{Push, Refused};
use store::settings::directory::Directory;
use store::{Due, PresenceChange, PresenceSet};

/// The most attempts to set the presence of a busy workload: each loss means that work came or
/// went.
const ATTEMPTS: u32 = 30;

/// Notes the presence that an agent chooses. Only `away` takes a reason.
///
/// # Errors
/// A refusal if the reason is too long; a failure if the table fails.
pub async fn set_presence(
    engine: Engine<'_>,
    agent: &AgentId,
    presence: PresenceChoice,
    reason: Option<&str>,
) -> Result<(), Failure> {
    let away = away(presence, reason)?;
    engine.store.set_away(agent, away, engine.now()).await?;
    if away.is_none() {
        assignment::match_agent(engine, agent, &*engine.directory().await?).await;
    }
    Ok(())
}

/// Sets the presence of an agent whom the caller manages, records the caller, and tells the agent.
/// A caller who names themselves sets their own presence.
///
/// # Errors
/// A refusal if the caller does not manage the agent, there is no such agent, the reason is too
/// long, or the agent is to take work and is offline; a failure if the table fails.
pub async fn set_presence_for(
    engine: Engine<'_>,
    me: &Profile,
    agent: &AgentId,
    presence: PresenceChoice,
    reason: Option<&str>,
) -> Result<(), Failure> {
    let directory = engine.directory().await?;
    managed(me, agent, &directory)?;
    if me.id == *agent {
        return set_presence(engine, agent, presence, reason).await;
    }
    let away = away(presence, reason)?.map(str::to_owned);
    let change = PresenceChange { at: engine.now(), by: me.id.clone(), away };
    for attempt in 0..ATTEMPTS {
        match engine.store.set_away_for(agent, &change).await? {
            PresenceSet::Done => {
                engine.tell_own(agent, None, &Push::PresenceSet(view::presence(&change))).await;
                if change.away.is_none() {
                    assignment::match_agent(engine, agent, &directory).await;
                }
                return Ok(());
            }
            PresenceSet::Unchanged => return Ok(()),
            PresenceSet::Offline => return Err(nobody_there().into()),
            PresenceSet::Conflict => pause::pause(attempt).await,
        }
    }
    Err(Failure::Busy)
}

/// Returns the changes that others made to an agent's presence, newest first, for the agent and the
/// agent's managers.
///
/// # Errors
/// A refusal if the caller is neither; a failure if the table fails.
pub async fn presence_changes(
    ground: Ground<'_>,
    me: &Profile,
    agent: &AgentId,
) -> Result<PresenceChanges, Failure> {
    let directory = ground.directory().await?;
    if me.id != *agent {
        managed(me, agent, &directory)?;
    }
    let changes = ground.store.presence_changes(agent, ground.now()).await?;
    Ok(PresenceChanges { changes: changes.iter().map(view::presence).collect() })
}

/// Notes the moment at which an agent was active in a conversation, to half a minute.
///
/// # Errors
/// If the table fails.
pub async fn note_active(engine: Engine<'_>, agent: &AgentId, at: Millis) -> store::Result<()> {
    if engine.push_cache.active_is_news(agent, at) {
        engine.store.note_active(agent, at).await?;
        engine.push_cache.active_was_noted(agent, at);
    }
    Ok(())
}

/// Notes that a socket of an agent is gone. If it was the last one, the agent has left.
///
/// # Errors
/// If the table fails.
pub async fn socket_gone(engine: Engine<'_>, agent: &AgentId, socket: &str) -> store::Result<()> {
    if engine.store.remove_socket(agent, socket, engine.now()).await? {
        agent_left(engine, agent).await;
    }
    Ok(())
}

/// Arms a timer for each open conversation of an absent owner whose queue takes conversations from
/// absent owners after a while (F58). The timer names the count of the conversation's owners, so
/// that it leaves a later owner alone.
async fn look_after_absent(engine: Engine<'_>, agent: &AgentId) -> Result<(), Failure> {
    let directory = engine.directory().await?;
    if !directory.any_policy(|policy| policy.offline_requeue_after.is_some()) {
        return Ok(());
    }
    let batch = engine.store.batch([agent], &[], None).await?;
    let Some(workload) = batch.workloads.get(agent).filter(|d| d.sockets.is_empty()) else {
        return Ok(());
    };
    for id in workload.open.iter().filter_map(|id| id.parse::<ConversationId>().ok()) {
        let Some(stored) = engine.thread(&id.thread).await? else { continue };
        let conversation = &stored.thread.conversation;
        let after = directory.policy(&conversation.queue).offline_requeue_after;
        let Some(after) = after.filter(|_| conversation.is_owner(agent)) else { continue };
        timer::arm_again(
            engine,
            Due {
                thread: id.thread,
                kind: TimerKind::Absent,
                number: u64::from(conversation.number),
                epoch: conversation.epoch,
                at: workload.left.unwrap_or(engine.now()) + after,
            },
        )
        .await?;
    }
    Ok(())
}

/// An agent's last socket is gone: nobody is connected. A second call for the same absence does
/// no harm.
///
/// Boxed, because the work may push, and a push may find out that another agent left.
pub fn agent_left<'a>(engine: Engine<'a>, agent: &'a AgentId) -> BoxFuture<'a, ()> {
    Box::pin(async move {
        if let Err(failure) = look_after_absent(engine, agent).await {
            tracing::warn!(%agent, %failure, "what an absent agent owns is not looked after");
        }
    })
}

/// The reason for which an agent takes no work, empty if they give none; `None`: the agent takes
/// work.
fn away(presence: PresenceChoice, reason: Option<&str>) -> Result<Option<&str>, Refusal> {
    let reason = reason.unwrap_or_default().trim();
    domain::wire::bounded("reason", reason, domain::limit::AWAY_REASON)?;
    Ok((presence == PresenceChoice::Away).then_some(reason))
}

/// The refusal to make an agent who is offline take work.
fn nobody_there() -> Refused {
    Refused::new(
        "target_unavailable",
        "This colleague is offline and cannot be made to take work.",
        "Wait until they have opened the console.",
    )
    .at("presence")
}

/// Refuses a caller who does not manage the agent: managers do within their teams, admins
/// everywhere.
fn managed(me: &Profile, agent: &AgentId, directory: &Directory) -> Result<(), Refusal> {
    let record = directory.agents.get(agent).ok_or(Refusal::NotFound { what: "agent" })?;
    me.may(Right::SetPresence, &record.profile.teams)
}
