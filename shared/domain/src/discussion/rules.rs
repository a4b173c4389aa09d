//! Rules inside a discussion: a member writes or leaves, and the initiator ends it with an outcome
//! or lets a consultant go.

use crate::kernel::guard::agent;
use crate::kernel::{text, wire};
use crate::{AgentId, Context, Discussion, EndCause, Event, Outcome, Refusal, Thread, discussion};

/// The bytes of an outcome besides its note.
const OUTCOME_BYTES: usize = 100;

/// Writes a message that only the members read (F6).
pub(crate) fn say(
    thread: &Thread,
    number: u64,
    text: &str,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    text::required("text", text, text::COMMENT_LIMIT)?;
    Ok(vec![Event::DiscussionMessage(discussion::Said {
        discussion: number,
        text: text.to_owned(),
        members: discussion.members().cloned().collect(),
    })])
}

/// Ends the discussion and records whether the consultants answered the question (F14), for each
/// consultant where the outcomes differ (F29). The customer's conversation goes on.
pub(crate) fn end(
    thread: &Thread,
    number: u64,
    resolved: bool,
    note: Option<&str>,
    outcomes: &[Outcome],
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let discussion = led_by_me(thread, number, ctx)?;
    let note = text::optional("note", note, text::NOTE_LIMIT)?;
    let outcomes =
        outcomes.iter().map(|o| checked(discussion, o)).collect::<Result<Vec<_>, _>>()?;
    let taken = outcomes.iter().map(|o| OUTCOME_BYTES + o.note.as_deref().map_or(0, wire::bytes));
    wire::writable("outcomes", taken.sum())?;
    Ok(vec![Event::DiscussionEnded(discussion::Ended {
        discussion: number,
        resolved: Some(resolved),
        note,
        cause: EndCause::Ended,
        outcomes,
        promoted: None,
    })])
}

fn checked(discussion: &Discussion, outcome: &Outcome) -> Result<Outcome, Refusal> {
    if !discussion.consultants.iter().any(|(expert, _)| *expert == outcome.agent) {
        return Err(Refusal::NotExpert);
    }
    let note = text::optional("note", outcome.note.as_deref(), text::NOTE_LIMIT)?;
    Ok(Outcome { note, ..outcome.clone() })
}

/// Lets one of several consultants go, with an outcome. The discussion ends with its last
/// consultant.
pub(crate) fn release(
    thread: &Thread,
    number: u64,
    outcome: &Outcome,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let discussion = led_by_me(thread, number, ctx)?;
    let outcome = checked(discussion, outcome)?;
    if discussion.consultants.len() == 1 {
        let (resolved, note) = (outcome.resolved, outcome.note.as_deref());
        return end(thread, number, resolved, note, &[], ctx);
    }
    let agent = outcome.agent.clone();
    let (outcome, promoted) = (Some(outcome), None);
    Ok(vec![Event::DiscussionLeft(discussion::Left {
        discussion: number,
        agent,
        outcome,
        promoted,
    })])
}

/// Lets a consultant leave without a question (F15). The discussion ends with its last consultant.
pub(crate) fn leave(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    let me = &agent(ctx)?.id;
    if discussion.initiator == *me {
        return Err(Refusal::InitiatorCannotLeave);
    }
    let mut events = vec![Event::DiscussionLeft(discussion::Left {
        discussion: number,
        agent: me.clone(),
        outcome: None,
        promoted: None,
    })];
    if discussion.consultants.iter().all(|(expert, _)| expert == me) {
        events.push(Event::DiscussionEnded(discussion::Ended {
            discussion: number,
            resolved: None,
            note: None,
            cause: EndCause::Left,
            outcomes: Vec::new(),
            promoted: None,
        }));
    }
    Ok(events)
}

/// Marks an ended discussion as done: it leaves the caller's list, in every window (F27). A
/// discussion takes no room in a workload, before its end or after it.
pub(crate) fn finish(thread: &Thread, number: u64, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let me = &agent(ctx)?.id;
    if let Some(running) = thread.conversation.discussion(number) {
        let mine = running.has(me);
        return Err(if mine { Refusal::DiscussionRunning } else { Refusal::NotMember });
    }
    // An agent who had no part in a discussion does not learn whether it existed.
    let talk = ctx.ended_talk.as_ref().filter(|talk| talk.members.contains(me));
    let talk = talk.ok_or(Refusal::NotFound { what: "discussion" })?;
    let left = talk.undone.iter().find(|(agent, _)| agent == me);
    let done = |(agent, offer): &(AgentId, u64)| {
        Event::DiscussionDone(discussion::Done {
            discussion: number,
            agent: agent.clone(),
            offer: *offer,
        })
    };
    Ok(left.map(done).into_iter().collect())
}

/// The discussion, if the caller is its initiator.
pub(crate) fn led_by_me<'a>(
    thread: &'a Thread,
    number: u64,
    ctx: &Context,
) -> Result<&'a Discussion, Refusal> {
    let discussion = mine(thread, number, ctx)?;
    if discussion.initiator == agent(ctx)?.id {
        return Ok(discussion);
    }
    Err(Refusal::NotInitiator { initiator: discussion.initiator.clone() })
}

fn mine<'a>(thread: &'a Thread, number: u64, ctx: &Context) -> Result<&'a Discussion, Refusal> {
    let discussion = thread.conversation.discussion(number).ok_or(Refusal::DiscussionEnded)?;
    if discussion.has(&agent(ctx)?.id) { Ok(discussion) } else { Err(Refusal::NotMember) }
}
