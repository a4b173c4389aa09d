//! Rules for managers who look on, coach, or barge in (F30).

use crate::kernel::guard::agent;
use crate::kernel::text;
use crate::{
    AgentId, Context, Conversation, Event, Monitor, MonitorMode, Refusal, Thread, monitoring,
};

/// The manager looks on in this way from now on. An agent who takes part in the conversation cannot
/// look on.
pub(crate) fn start(
    thread: &Thread,
    mode: MonitorMode,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let me = &agent(ctx)?.id;
    let was = conversation.monitors_as(me);
    if was == Some(mode) {
        return Ok(Vec::new());
    }
    if was.is_none() {
        not_involved(conversation, me)?;
    }
    if was.is_none() && conversation.monitors.len() >= Conversation::MONITOR_LIMIT {
        return Err(Refusal::TooManyMonitors { limit: Conversation::MONITOR_LIMIT });
    }
    Ok(vec![Event::Monitoring(monitoring::Changed { agent: me.clone(), mode: Some(mode), was })])
}

/// Refuses an agent who takes part in another way.
pub(crate) fn not_involved(conversation: &Conversation, me: &AgentId) -> Result<(), Refusal> {
    let involved = conversation.is_owner(me)
        || conversation.is_guest(me)
        || conversation.discussions.iter().any(|d| d.has(me));
    if involved { Err(Refusal::AlreadyInvolved) } else { Ok(()) }
}

/// Stops looking on.
pub(crate) fn stop(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let me = &agent(ctx)?.id;
    let was = thread.conversation.monitors_as(me).ok_or(Refusal::NotMonitoring)?;
    Ok(vec![Event::Monitoring(monitoring::Changed {
        agent: me.clone(),
        mode: None,
        was: Some(was),
    })])
}

/// Writes a line that only the owner and the coaches of this moment can read, whatever part they
/// have later.
pub(crate) fn coach(thread: &Thread, text: &str, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let conversation = &thread.conversation;
    let me = &agent(ctx)?.id;
    let coaches = |m: &&Monitor| m.mode == MonitorMode::Coach;
    let coaching: Vec<AgentId> =
        conversation.monitors.iter().filter(coaches).map(|m| m.agent.clone()).collect();
    if !conversation.is_owner(me) && !coaching.contains(me) {
        return Err(Refusal::NotMonitoring);
    }
    if coaching.is_empty() {
        return Err(Refusal::NobodyCoaches);
    }
    text::required("text", text, text::COMMENT_LIMIT)?;
    let members = conversation.owner.iter().cloned().chain(coaching).collect();
    Ok(vec![Event::CoachLine(monitoring::Coached { text: text.to_owned(), members })])
}
