//! Rules that mark an ended conversation as done (F27).

use crate::kernel::guard::agent;
use crate::kernel::text;
use crate::{
    Caller, Context, Event, Millis, Policy, Refusal, Thread, TimerKind, Wrap, WrapNeed, WrapUp,
    timer, wrap_up,
};

/// The owner's wrap-up after the end, and the timer that ends it, if the policy sets a limit.
pub(crate) fn after(thread: &Thread, policy: &Policy, now: Millis) -> (WrapNeed, Option<Event>) {
    let need = match policy.wrap_up {
        _ if thread.conversation.owner.is_none() => WrapNeed::None,
        WrapUp::Off => WrapNeed::None,
        WrapUp::Optional => WrapNeed::Optional,
        WrapUp::Mandatory => WrapNeed::Mandatory,
    };
    let limit = policy.wrap_up_limit.filter(|_| need != WrapNeed::None);
    let number = u64::from(thread.conversation.number);
    let timer = |limit| {
        Event::TimerArmed(timer::Armed { kind: TimerKind::WrapUp, due: now + limit, number })
    };
    (need, limit.map(timer))
}

/// Marks a conversation done. The command names a closed conversation by its number, even after the
/// next has begun.
pub(crate) fn done(
    thread: &Thread,
    disposition: Option<&str>,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let me = &agent(ctx)?.id;
    let number = ctx.conversation.unwrap_or(thread.conversation.number);
    let mine = |w: &&Wrap| w.number == number && w.agent == *me;
    let wrap = thread.wraps.iter().find(mine).ok_or(Refusal::NothingToWrapUp)?;
    let disposition = text::optional("disposition", disposition, text::CHOICE_LIMIT)?;
    let choices = &ctx.policy.dispositions;
    match &disposition {
        None if wrap.mandatory => return Err(Refusal::TextMissing { field: "disposition" }),
        Some(given) if !choices.is_empty() && !choices.contains(given) => {
            return Err(Refusal::UnknownDisposition { given: given.chars().take(80).collect() });
        }
        _ => {}
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    Ok(vec![Event::WrappedUp(wrap_up::Done {
        conversation: number,
        agent: me.clone(),
        disposition,
        note,
    })])
}

/// The timer of a wrap-up fires: the wrap-up has taken long enough and counts as done silently.
/// After a reopening and another end, the earlier end's timer comes too early and changes nothing.
pub(crate) fn lapse(thread: &Thread, number: u32, ctx: &Context) -> Vec<Event> {
    debug_assert_eq!(ctx.caller, Caller::Engine, "authorize lets nobody else");
    let over = |w: &&Wrap| w.lapses.is_some_and(|lapses| lapses <= ctx.now);
    let left = thread.wraps.iter().filter(|w| w.number == number).filter(over);
    left.map(|w| {
        Event::WrappedUp(wrap_up::Done {
            conversation: number,
            agent: w.agent.clone(),
            disposition: None,
            note: None,
        })
    })
    .collect()
}
