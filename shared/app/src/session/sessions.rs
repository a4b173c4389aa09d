//! Agents' sessions: the right to one, and their end.
//!
//! A session is a token of the sign-in service, with the sockets that it opened. The end of an
//! agent's sessions closes the sockets, and every door refuses the tokens from before: the server
//! keeps the moment of the end, and of a sign-out also the moment at which its token was signed.

use crate::session::state::{Session, active};
use crate::{Engine, Failure, Ground, Request, presence};
use domain::{AgentId, Command, ConversationId, Millis, Profile, assignment};
use futures_util::future::join_all;

/// The most that the sign-in service's clock may be behind ours, so that an agent who signs in
/// again at once does not count as the session that ended.
const LEEWAY: Millis = Millis::seconds(10);

/// Returns the record of an agent who is connected.
///
/// # Errors
/// `forbidden` if the record is gone or not active; a failure if the table fails.
pub async fn profile(ground: Ground<'_>, agent: &AgentId) -> Result<Profile, Failure> {
    let directory = ground.directory().await?;
    let record = directory.agents.get(agent).ok_or_else(|| {
        Failure::rejected(
            "forbidden",
            "Your agent record is gone.",
            "Ask an admin to add you again.",
        )
    })?;
    active(record)
}

/// Whether a session from `since` still holds. A function that opens a socket asks the table, not
/// its memory.
///
/// # Errors
/// If the table fails.
pub async fn session_holds(
    ground: Ground<'_>,
    agent: &AgentId,
    since: Millis,
) -> Result<bool, Failure> {
    let batch = ground.store.batch([agent], &[], None).await?;
    let ended = batch.workloads.get(agent).and_then(|workload| workload.ended);
    Ok(ended.is_none_or(|ended| since >= ended))
}

/// Refuses a token that was signed before the agent's sessions ended, and the very token by which
/// the agent signed out, however young it is.
///
/// # Errors
/// `unauthenticated`; or if the table fails.
pub(crate) async fn still_signed_in(ground: Ground<'_>, session: &Session) -> Result<(), Failure> {
    let batch = ground.store.batch([&session.me.id], &[], None).await?;
    let Some(workload) = batch.workloads.get(&session.me.id) else { return Ok(()) };
    let before = workload.ended.is_some_and(|ended| session.since + LEEWAY < ended);
    let out = workload.signed_out.is_some_and(|signed| session.since <= signed);
    if before || out {
        return Err(crate::session::refused::unauthenticated("Your session has been ended."));
    }
    Ok(())
}

/// Signs an agent out in every browser, by the token of a session.
///
/// # Errors
/// If the table fails.
pub async fn sign_out(engine: Engine<'_>, session: &Session) -> Result<(), Failure> {
    end(engine, &session.me.id, Some(session.since)).await
}

/// Ends an agent's sessions, in every browser: closes the open sockets, and lets no earlier sign-in
/// open a new one.
///
/// # Errors
/// If the table fails.
pub async fn end_sessions(engine: Engine<'_>, agent: &AgentId) -> Result<(), Failure> {
    end(engine, agent, None).await
}

async fn end(engine: Engine<'_>, agent: &AgentId, by: Option<Millis>) -> Result<(), Failure> {
    let sockets = engine.store.end_sessions(agent, by, engine.now()).await?;
    join_all(sockets.iter().map(|socket| engine.sockets.close(socket))).await;
    if !sockets.is_empty() {
        presence::agent_left(engine, agent).await;
    }
    Ok(())
}

/// Closes an agent's sockets, whose clients come back by the same sign-in and get what the agent may
/// see now.
///
/// # Errors
/// If the table fails.
pub async fn reconnect(engine: Engine<'_>, agent: &AgentId) -> Result<(), Failure> {
    let batch = engine.store.batch([agent], &[], None).await?;
    let Some(workload) = batch.workloads.get(agent) else { return Ok(()) };
    for socket in &workload.sockets {
        turn_away(engine, agent, socket).await?;
    }
    Ok(())
}

/// Closes one socket of an agent who may no longer be here, and forgets it.
///
/// # Errors
/// If the table fails.
pub async fn turn_away(engine: Engine<'_>, agent: &AgentId, socket: &str) -> Result<(), Failure> {
    engine.sockets.close(socket).await;
    presence::socket_gone(engine, agent, socket).await?;
    Ok(())
}

/// Gives the conversations of an agent who is no longer active back to their queues.
pub(crate) async fn let_go(engine: Engine<'_>, agent: &AgentId) -> Result<(), Failure> {
    let batch = engine.store.batch([agent], &[], None).await?;
    let Some(workload) = batch.workloads.get(agent) else { return Ok(()) };
    for id in workload.open.iter().filter_map(|id| id.parse::<ConversationId>().ok()) {
        let Some(stored) = engine.thread(&id.thread).await? else { continue };
        let conversation = &stored.thread.conversation;
        if !conversation.is_owner(agent) {
            continue;
        }
        let (conversation, epoch) = (conversation.number, conversation.epoch);
        let check = Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch });
        match engine.execute(&Request::engine(id.thread, check)).await {
            Ok(_) => {}
            Err(failure @ Failure::Refused(_)) => {
                tracing::info!(%agent, %failure, "a conversation was not given back");
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}
