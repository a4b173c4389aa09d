//! Inside a discussion: speaking, ending it with an outcome, leaving it.

use super::{Context, agent, text};
use crate::event::EndCause;
use crate::{Discussion, Event, Refusal, Thread};

/// Say something that only the members read (F6).
pub(super) fn say(
    thread: &Thread,
    number: u64,
    text: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    text::required("text", text, text::REMARK_LIMIT)?;
    Ok(vec![Event::DiscussionMessage {
        discussion: number,
        text: text.to_owned(),
        members: discussion.members().cloned().collect(),
    }])
}

/// End it, and say whether the question was answered (F14). The customer's conversation goes on.
pub(super) fn end(
    thread: &Thread,
    number: u64,
    resolved: bool,
    note: Option<&str>,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    if discussion.initiator != agent(ctx)?.id {
        return Err(Refusal::NotInitiator { initiator: discussion.initiator.clone() });
    }
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    Ok(vec![Event::DiscussionEnded {
        discussion: number,
        resolved: Some(resolved),
        note,
        cause: EndCause::Ended,
    }])
}

/// Leave it, without a question (F15). It ends when no colleague is left.
pub(super) fn leave(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    let me = &agent(ctx)?.id;
    if discussion.initiator == *me {
        return Err(Refusal::InitiatorCannotLeave);
    }
    let mut events = vec![Event::DiscussionLeft { discussion: number, agent: me.clone() }];
    if discussion.experts.iter().all(|(expert, _)| expert == me) {
        events.push(Event::DiscussionEnded {
            discussion: number,
            resolved: None,
            note: None,
            cause: EndCause::Left,
        });
    }
    Ok(events)
}

fn mine<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Discussion, Refusal> {
    let discussion = thread.conversation.discussion(number).ok_or(Refusal::DiscussionEnded)?;
    if discussion.has(&agent(ctx)?.id) { Ok(discussion) } else { Err(Refusal::NotMember) }
}
