//! The end of a conversation by its owner, by a manager, or by the customer's silence (F53, F54).

use crate::kernel::guard::agent;
use crate::kernel::handover::cascade;
use crate::kernel::text;
use crate::{
    Context, EndCause, Event, Party, Refusal, ResolvedBy, Status, Thread, TimerKind, conference,
    conversation, timer, wrap_up,
};

/// Ends the conversation (F53); its offers and discussions end with it (F26). An owner with guests
/// in the conference leaves the conversation to them instead (F36).
pub(crate) fn resolve(
    thread: &Thread,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let conversation = &thread.conversation;
    if !conversation.guests.is_empty() && conversation.is_owner(&agent(ctx)?.id) {
        return conference::rules::leave(thread, ctx);
    }
    Ok(ends(thread, note, ctx))
}

/// Ends the conversation for everybody: the guests of a conference lose their part with it.
pub(crate) fn resolve_for_all(
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

/// The inactivity timer fires (F54). It ends the conversation only if the customer has the next
/// word and has been silent for long enough; a timer that fires too early arms another. Timers come
/// doubled and late, so this function arms none while another is armed: otherwise each would arm
/// the next.
pub(crate) fn check_idle(thread: &Thread, armed_for: u32, ctx: &Context) -> Vec<Event> {
    let conversation = &thread.conversation;
    let waits =
        conversation.status == Status::Pending && conversation.waiting_on == Party::Customer;
    if conversation.number != armed_for || !waits {
        return Vec::new();
    }
    let due = conversation.waiting_since + ctx.policy.auto_resolve_after;
    let again = |due| {
        let number = u64::from(conversation.number);
        vec![Event::TimerArmed(timer::Armed { kind: TimerKind::Idle, due, number })]
    };
    if ctx.now < due {
        return if conversation.idle_due == Some(due) { Vec::new() } else { again(due) };
    }
    // A customer who never got the answer owes none. Messages lost in earlier conversations do not
    // count.
    if thread.outbox.holds_any_since(conversation.first) {
        let watched = conversation.is_watched(ctx.now);
        let later = ctx.now + ctx.policy.auto_resolve_after;
        return if watched { Vec::new() } else { again(later) };
    }
    let mut events = cascade(thread, None, EndCause::ConversationEnded, ctx);
    events.extend(resolved(thread, ResolvedBy::Inactivity, None, ctx));
    events
}

/// The events of the end, and the wrap-up that it leaves.
pub(crate) fn resolved(
    thread: &Thread,
    by: ResolvedBy,
    note: Option<String>,
    ctx: &Context,
) -> Vec<Event> {
    let (wrap, timer) = wrap_up::rules::after(thread, &ctx.policy, ctx.now);
    let mut events = vec![Event::Resolved(conversation::Resolved { by, note, wrap })];
    events.extend(timer);
    events
}
