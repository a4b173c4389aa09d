//! Taking a conversation, saying what it needs, and ending it.

use super::customer::resolved;
use super::{Context, agent, assigned, cascade, conference, text};
use crate::event::{EndCause, ResolvedBy};
use crate::{Conversation, Event, Origin, Party, Refusal, Skill, Status, Thread, TimerKind};

/// Take a waiting conversation (F46). Of two who try, one gets it (F49). Nothing is left to do for
/// the one who has it.
pub(super) fn accept(thread: &Thread, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    if thread.conversation.is_owner(&agent(ctx)?.id) {
        return Ok(Vec::new());
    }
    if let Some(owner) = &thread.conversation.owner {
        return Err(Refusal::AlreadyTaken { by: owner.clone() });
    }
    Ok(assigned(thread, agent(ctx)?.id.clone(), Origin::Picked, None, ctx))
}

/// How many skills a conversation may need.
const SKILL_LIMIT: usize = crate::limit::SKILLS;

/// Say how urgent it is (F61).
pub(super) fn prioritise(thread: &Thread, priority: u8) -> Result<Vec<Event>, Refusal> {
    if priority > Conversation::PRIORITY_LIMIT {
        let most = i64::from(Conversation::PRIORITY_LIMIT);
        return Err(Refusal::OutOfRange { field: "priority", least: 0, most });
    }
    let same = thread.conversation.priority == priority;
    Ok(if same { Vec::new() } else { vec![Event::Prioritised { priority }] })
}

/// Say what an agent must be able to do to be given it (F47).
pub(super) fn require(thread: &Thread, skills: &[Skill]) -> Result<Vec<Event>, Refusal> {
    if skills.len() > SKILL_LIMIT {
        return Err(Refusal::OutOfRange { field: "skills", least: 0, most: 5 });
    }
    let same = thread.conversation.skills == skills;
    Ok(if same { Vec::new() } else { vec![Event::Required { skills: skills.to_vec() }] })
}

/// End the conversation (F53); its offers and discussions end with it (F26). Where somebody else
/// is in the conference, its owner leaves it to them instead (F36).
pub(super) fn resolve(
    thread: &Thread,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let conversation = &thread.conversation;
    if !conversation.guests.is_empty() && conversation.is_owner(&agent(ctx)?.id) {
        return conference::leave(thread, ctx);
    }
    Ok(ends(thread, note, ctx))
}

/// End the conversation for everybody: guests of a conference lose their part with it.
pub(super) fn resolve_for_all(
    thread: &Thread,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    Ok(ends(thread, note, ctx))
}

fn ends(thread: &Thread, note: Option<String>, ctx: &Context) -> Vec<Event> {
    let mut events = cascade(thread, None, EndCause::ConversationEnded, ctx);
    events.extend(resolved(thread, ResolvedBy::Agent, note, ctx));
    events
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
    let again = |due| {
        let number = u64::from(conversation.number);
        vec![Event::TimerArmed { kind: TimerKind::Idle, due, number }]
    };
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
    events.extend(resolved(thread, ResolvedBy::Inactivity, None, ctx));
    events
}
