//! Taking a conversation, and ending it.

use super::{Context, agent, cascade, still_open, text};
use crate::event::{EndCause, ResolvedBy};
use crate::{Event, Origin, Party, Refusal, Status, Thread, TimerKind};

/// Take a waiting conversation (F46). Of two who try, one gets it (F49).
pub(super) fn accept(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    if let Some(owner) = &thread.conversation.owner {
        return Err(Refusal::AlreadyTaken { by: owner.clone() });
    }
    Ok(vec![Event::Assigned {
        to: agent(ctx)?.id.clone(),
        from: None,
        origin: Origin::Picked,
        note: None,
    }])
}

/// End the conversation (F53); its offers and discussions end with it (F26).
pub(super) fn resolve(thread: &Thread, note: Option<&str>) -> Result<Vec<Event>, Refusal> {
    still_open(thread)?;
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let mut events = cascade(thread, None, EndCause::ConversationEnded);
    events.push(Event::Resolved { by: ResolvedBy::Agent, note });
    Ok(events)
}

/// The inactivity timer fired (F54). It acts only where the customer has the next word and has
/// been silent for long enough; where it comes too early it is armed again.
pub(super) fn check_idle(thread: &Thread, armed_for: u32, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let waits =
        conversation.status == Status::Pending && conversation.waiting_on == Party::Customer;
    if conversation.number != armed_for || !waits {
        return Vec::new();
    }
    let due = conversation.waiting_since + ctx.policy.auto_resolve_after;
    if ctx.now < due {
        return vec![Event::TimerArmed { kind: TimerKind::Idle, due }];
    }
    let mut events = cascade(thread, None, EndCause::ConversationEnded);
    events.push(Event::Resolved { by: ResolvedBy::Inactivity, note: None });
    events
}
