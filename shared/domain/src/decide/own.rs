//! Taking a conversation, and ending it.

use super::{Context, agent, assigned, cascade, still_open, text};
use crate::event::{EndCause, ResolvedBy};
use crate::{Event, Origin, Party, Refusal, Status, Thread, TimerKind};

/// Take a waiting conversation (F46). Of two who try, one gets it (F49).
pub(super) fn accept(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    if let Some(owner) = &thread.conversation.owner {
        return Err(Refusal::AlreadyTaken { by: owner.clone() });
    }
    Ok(assigned(thread, agent(ctx)?.id.clone(), Origin::Picked, None, ctx))
}

/// End the conversation (F53); its offers and discussions end with it (F26).
pub(super) fn resolve(
    thread: &Thread,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let mut events = cascade(thread, None, EndCause::ConversationEnded, ctx);
    events.push(Event::Resolved { by: ResolvedBy::Agent, note });
    Ok(events)
}

/// The inactivity timer fired (F54). It acts only where the customer has the next word and has
/// been silent for long enough; where it comes too early it is armed again. Timers come doubled
/// and late, so none is armed where one is armed already: each would beget the next.
pub(super) fn check_idle(thread: &Thread, armed_for: u32, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let waits =
        conversation.status == Status::Pending && conversation.waiting_on == Party::Customer;
    if conversation.number != armed_for || !waits {
        return Vec::new();
    }
    let due = conversation.waiting_since + ctx.policy.auto_resolve_after;
    let again = |due| vec![Event::TimerArmed { kind: TimerKind::Idle, due }];
    if ctx.now < due {
        return if conversation.idle_due == Some(due) { Vec::new() } else { again(due) };
    }
    // Who never got the answer does not owe one. What was lost in earlier conversations is past.
    if thread.outbox.holds_any_since(conversation.first) {
        let watched = conversation.is_watched(ctx.now);
        let later = ctx.now + ctx.policy.auto_resolve_after;
        return if watched { Vec::new() } else { again(later) };
    }
    let mut events = cascade(thread, None, EndCause::ConversationEnded, ctx);
    events.push(Event::Resolved { by: ResolvedBy::Inactivity, note: None });
    events
}
